"""What an editor says of a few verdicts of a run, and what that makes of the run's rates."""
