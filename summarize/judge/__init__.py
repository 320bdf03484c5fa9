"""What is judged by a fitted model, not by a rule: how probable, and when to say nothing."""
