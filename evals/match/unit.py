"""The sentences of a summary, one by one, each with the sentence before it that it may lean on.

A sentence leans on the one before only when it begins with a word that points back ("It", "He",
"The attack"); the first of a statement then leans on the statement before, or on the headline.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evals.trial import Said
from summarize.article.sentences import paragraphs
from summarize.values.memory import TEXTS
from summarize.values.span import Span

_POINTS_BACK: Final = re.compile(
    r"[\"“'‘]?(?:(?:he|she|it|they|his|her|its|their|this|that|these|those|both|there|another)\b"
    r"|(?:according to (?:him|her|them))\b"
    r"|(?:the|this|that) (?:accident|incident|attack|event|disaster|collapse|crash|blast|fire|deal"
    r"|exchange|move|decision|report|announcement|news|vote|ruling|order|bill|law|plan|agreement"
    r"|meeting|visit|trip|ceremony|award|prize|man|woman|boy|girl|team|group|company|suspect"
    r"|victim|exercise|tests?|launch)\b)",
    re.IGNORECASE,
)
# Fields that are one list: a point may lean on the point before it, or on the headline.
_PROSE: Final = frozenset(["headline", "abstract", "key_points", "text"])


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of a statement."""

    said: Said
    start: int
    """Its offset in the statement's text."""
    text: str
    before: str | None
    """The sentence this one points back to; None when it stands alone."""

    def place(self, span: Span) -> Span:
        """Return a span of this sentence as a span of its statement."""
        return Span(self.start + span.start, self.start + span.end)


def units(said: Sequence[Said]) -> Iterator[Unit]:
    """Yield the sentences of all statements, in order."""
    previous: str | None = None
    for statement in said:
        if statement.field not in _PROSE:
            previous = None
        for span in _sentences(statement.text):
            text = span.of(statement.text)
            leans = previous if previous is not None and points_back(text) else None
            yield Unit(statement, span.start, text, leans)
            previous = text


def points_back(text: str) -> bool:
    """Say whether a sentence begins with words that mean something named before it."""
    return _POINTS_BACK.match(text) is not None


@lru_cache(maxsize=TEXTS)
def _sentences(text: str) -> tuple[Span, ...]:
    found = [s for block in paragraphs(text) for s in block if s.of(text).strip()]
    if not found and text.strip():
        found = [Span(0, len(text))]
    return tuple(found)
