"""Summaries of news articles in which every statement points at the words that prove it."""
