"""Rewrites that keep the meaning: an alarm at one of them is false."""

from evals.selftest.rewrites.form import clause_order, typography
from evals.selftest.rewrites.values import date_format, number_words
from evals.selftest.rewrites.wording import spelling, synonyms
from evals.selftest.variant import Change

REWRITES: dict[str, Change] = {
    "date-format": date_format,
    "number-words": number_words,
    "typography": typography,
    "synonyms": synonyms,
    "clause-order": clause_order,
    "spelling": spelling,
}
"""In the order of the report."""
