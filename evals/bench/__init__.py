"""Measure how quickly `summarize` starts and gets through many articles: `python -m evals.bench`.

Every figure is a ratio against a baseline measured in the same run, whole process against whole
process, so that it means the same on any machine. No model and no network is needed.
"""
