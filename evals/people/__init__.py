"""What people judged of summaries: how it is read, and which of it is looked at."""
