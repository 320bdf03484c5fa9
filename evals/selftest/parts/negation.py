"""Add a negation, or take one away.

A "not" goes behind the first auxiliary verb, or before a plain verb of a closed list; a negation is
taken away together with the words that carry it. Quotations are left alone.
"""

from summarize.article import Span


def inside(place: Span, quoted: list[Span]) -> bool:
    """Say whether a place is in a quotation."""
    return any(q.start < place.end and place.start < q.end for q in quoted)
