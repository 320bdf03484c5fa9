"""What a metric says of one trial."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A number with what it is worth."""

    value: float | None
    """From 0 (worst) to 1 (best). None when there was nothing to measure: never 0 instead."""
    n: int
    """How many items it was measured on."""
    reason: str
    """One line that an editor can act on."""
