"""Runs: the trials of a suite, scored and saved as one file."""
