"""Say whether a target is reached, and whether so few were made that it does not show."""

from typing import Final, Literal

from evals.statistics import wilson

# False alarms: of each check, and of anything at all.
EACH_CHECK: Final = 0.01
ANYTHING: Final = 0.05

Reached = Literal["met", "too few", "missed", "surely missed", "none made"]
"""met: the whole interval is on the right side. too few: the share is, and its interval is not.
missed: the share is on the wrong side. surely missed: so is its whole interval."""
MISSED: Final[tuple[Reached, ...]] = ("missed", "surely missed")


def at_least(target: float, count: int, n: int) -> Reached:
    """Say whether `count` of `n` reach a share."""
    interval = wilson(count, n)
    if interval is None:
        return "none made"
    if count < target * n:
        return "surely missed" if interval.high < target else "missed"
    return "met" if interval.low >= target else "too few"


def at_most(target: float, count: int, n: int) -> Reached:
    """Say whether `count` of `n` stay under a share."""
    interval = wilson(count, n)
    if interval is None:
        return "none made"
    if count > target * n:
        return "surely missed" if interval.low > target else "missed"
    return "met" if interval.high <= target else "too few"
