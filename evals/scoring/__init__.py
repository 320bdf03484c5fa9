"""Scoring: from summaries, ours or anybody's, to verdicts and metrics. Only a judge is asked."""
