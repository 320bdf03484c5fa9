"""Count what became of the variants of one kind: how many there were, and what noticed them."""

from collections import Counter
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from evals.statistics import Interval, wilson


class Counts(BaseModel):
    """What became of one kind of error, or of one rewrite."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    n: int = Field(default=0, ge=0)
    """How many were made, and are counted."""
    noticed: int = Field(default=0, ge=0)
    """By a check, or by the gold."""
    meant: int = Field(default=0, ge=0)
    """By a check that is meant for this kind of error."""
    by_checks: int = Field(default=0, ge=0)
    """By any check."""
    by_gold: int = Field(default=0, ge=0)
    left_out: int = Field(default=0, ge=0)
    """Not counted in `n`: nothing can be said of them, because the statement raises the alarm as it
    stands."""
    again: int = Field(default=0, ge=0)
    """Not counted in `n`: the same text about the same article is counted already."""
    checks: dict[str, int] = Field(default_factory=dict)
    """How many each check noticed."""

    def __add__(self, other: "Counts") -> "Counts":
        """Return both together."""
        return Counts(
            n=self.n + other.n,
            noticed=self.noticed + other.noticed,
            meant=self.meant + other.meant,
            by_checks=self.by_checks + other.by_checks,
            by_gold=self.by_gold + other.by_gold,
            left_out=self.left_out + other.left_out,
            again=self.again + other.again,
            checks=dict(sorted((Counter(self.checks) + Counter(other.checks)).items())),
        )

    @property
    def share(self) -> float | None:
        """What was noticed, from 0 to 1; None when nothing was made."""
        return self.noticed / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the share (Wilson); None when nothing was made."""
        return wilson(self.noticed, self.n)

    def by(self, check: str) -> int:
        """Return how many a check noticed."""
        return self.checks.get(check, 0)


NOTHING: Final = Counts()
