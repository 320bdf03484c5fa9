"""What to measure with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure with."""

    articles: int
    jobs: int
    delay: float
    """Seconds the server takes for each answer."""
    rounds: int
    repeat: int = 1
    """How often each article is asked about."""
