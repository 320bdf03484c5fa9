"""The interval of one share.

Right for items that are independent of one another, such as planted errors caught; the facts of
one article are not, and their differences belong in `difference`.
"""

import math
from dataclasses import dataclass

from evals.statistics.quantiles import NORMAL


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range, both ends in the unit of what was measured."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"not an interval: {self.low}..{self.high}")


def wilson(successes: int, n: int, *, confidence: float = 0.95) -> Interval | None:
    """Wilson score interval (Wilson 1927), two-sided, of the share `successes / n`.

    Both ends are from 0 to 1. None when n is 0: nothing was measured. Raises ValueError when
    `successes` is not from 0 to n, or `confidence` not between 0 and 1.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"successes: {successes} is not from 0 to {n}")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: {confidence} is not between 0 and 1")
    if n == 0:
        return None
    z = NORMAL.inv_cdf(0.5 + confidence / 2)
    share = successes / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # At 0 and n the end is exact in theory, and off by a rounding error in floats.
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return Interval(low, high)
