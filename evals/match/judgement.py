"""The seam for facts that no value decides: how probably does a summary state these words?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from evals.trial import Said
from summarize.article import Article
from summarize.values.span import Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a matcher thinks."""

    probability: float | None
    """That it is stated, from 0 to 1; None when the matcher cannot tell."""
    where: Said | None
    """The statement that comes nearest; None when none comes near."""
    reason: str
    span: Span | None = None
    """Where in `where.text`."""
    denied: bool = False
    """The same is said, but the other way round: negated, or with the roles exchanged."""
    thresholds: tuple[float, float] | None = None
    """Below the first it is missing, from the second on stated; None: those of the default."""

    def between(self, no: float, yes: float) -> "Judgement":
        """Return the judgement with the thresholds of the model that made it."""
        return replace(self, thresholds=(no, yes))


class Matcher(Protocol):
    """Says how probably something is stated. Total: it never raises on any text."""

    def __call__(self, states: str, said: Sequence[Said], article: Article) -> Judgement:
        """Judge whether `said` states `states`; the article is context, never proof."""
        ...
