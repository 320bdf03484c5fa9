"""The sole input of a metric: an article, what was said of it, and its gold.

What was said may be our own summary or anybody's: both become the same list of statements, and one
without evidence has None, not an empty list.
"""

from dataclasses import dataclass

from evals.gold.model import Gold
from summarize.article import Article, Span
from summarize.summary import Summary


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a summary."""

    text: str
    field: str
    """One of the fields of a summary; or "text" for other people's."""
    evidence: tuple[Span, ...] | None
    """None when the summary gives no evidence at all."""
    passed: bool | None
    """Whether all its checks passed; None when it was not checked."""
    speaker: str | None = None
    """Of a quotation."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One summary of one article, to be scored."""

    article: Article
    gold: Gold
    said: tuple[Said, ...]
    system: str
    """Who made it: "model prompt", or the name of another system."""
    summary: Summary | None
    """Our own record where there is one: usage, seconds, rejected statements."""
    repeat: int = 0
