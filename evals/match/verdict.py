"""What the matcher says of a fact or a trap, and where.

A verdict is one of a closed set. A trap that is `stated` has been fallen into.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evals.trial import Said
from summarize.values.span import Span

Kind = Literal["stated", "contradicted", "missing", "cannot-judge"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a summary states one fact, or falls into one trap."""

    id: str
    """Of the fact or the trap."""
    verdict: Kind
    where: Said | None
    """The statement that decided it; None when none did."""
    span: Span | None
    """Where in `where.text`."""
    reason: str
    """One line that an editor can act on."""
    sure: float | None
    """Probability that it is stated, from 0 to 1; None where a rule decided, not a probability."""

    def __post_init__(self) -> None:
        if self.span is not None and self.where is None:
            raise ValueError(f"{self.id}: a span of nothing")


@dataclass(frozen=True, slots=True)
class Matched:
    """The verdicts on one trial, by id, in the order of the gold."""

    facts: Mapping[str, Verdict]
    traps: Mapping[str, Verdict]
