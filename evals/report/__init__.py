"""The report: one or two runs as one HTML page for the editor who has to decide."""
