"""Scoring: from summaries, ours or anybody's, to verdicts and metrics. No model is asked."""
