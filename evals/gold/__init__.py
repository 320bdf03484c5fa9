"""Gold: what a good summary of an article states, and what it must not; written by editors."""
