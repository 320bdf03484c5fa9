"""The values a reader would check: dates, numbers, quotations and names, found in plain text.

Everything here is deterministic, knows nothing of models, and counts offsets in code points.
"""
