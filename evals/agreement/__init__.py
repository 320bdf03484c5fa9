"""How far people agree with what judges our summaries, measured on what they judged."""
