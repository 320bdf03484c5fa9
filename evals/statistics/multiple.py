"""How many standard errors a true difference must measure to be found with 80% power."""

import math
import random
from collections.abc import Callable
from functools import lru_cache
from statistics import stdev
from typing import Final

from evals.statistics.paired import ROUNDING
from evals.statistics.quantiles import NORMAL, student_quantile
from evals.statistics.significance import sign_flip_of

ALPHA: Final = 0.05
POWER: Final = 0.8
# With fewer articles the test reaches so few levels that a t test is a poor likeness of it; from
# here on the two need the same within 2%, for one metric or for nine.
LIKE_T_FROM: Final = 14
# Enough for a standard error known to 2%, in a quarter of a second.
DRAWS: Final = 800
SEED: Final = 20_150_821


def attainable(n_clusters: int, alpha: float) -> float:
    """Return the largest p at most `alpha` that exchanging `n_clusters` articles can give.

    0.0 when even the smallest p, 2 / 2**n_clusters, is above `alpha`: nothing can be shown.
    """
    if n_clusters < 1:
        return 0.0
    if n_clusters > 50:
        return alpha
    steps: int = 1 << (n_clusters - 1)
    return math.floor(alpha * steps) / steps


@lru_cache(maxsize=1024)
def standard_errors(n_clusters: int, *, level: float) -> float:
    """Return how many standard errors a true difference must measure to be found with 80% power.

    The standard error is itself an estimate, of one comparison, and the difference is found, or
    not, in another: both scatter. From 14 articles on that is a t test's figure, with the variance
    of the two estimates added; for fewer, the test itself on seeded normal articles.
    """
    k, z = n_clusters, NORMAL.inv_cdf(POWER)
    if k < LIKE_T_FROM:
        return _simulated(k, level)
    t = student_quantile(1 - level / 2, k - 1)
    multiple = t + z
    for _ in range(20):
        multiple = t + z * math.sqrt(1 + (t**2 + multiple**2) / (2 * (k - 1)))
    return multiple


def _simulated(k: int, level: float) -> float:
    """As `standard_errors`, of simulated comparisons, the size coming from another each.

    A comparison is asked again only while it may still be the one in which four of five are found.
    """
    draw = random.Random(SEED)
    unclear = [_comparison(k, draw) for _ in range(DRAWS)]
    wanted, found, low, high = round(POWER * DRAWS), 0, 0.0, 40.0
    for _ in range(11):
        middle = (low + high) / 2
        enough = [_is_found(each, middle, level) for each in unclear]
        is_enough = found + sum(enough) > wanted
        if is_enough:
            high = middle
        else:
            low, found = middle, found + sum(enough)
        unclear = [u for u, here in zip(unclear, enough, strict=True) if here is is_enough]
    return high


def _comparison(k: int, draw: random.Random) -> tuple[list[float], float]:
    """Return the articles of one comparison, and the standard error that another one gives."""
    here = [draw.gauss(0, 1) for _ in range(k)]
    return here, stdev(draw.gauss(0, 1) for _ in range(k)) / math.sqrt(k)


def _is_found(comparison: tuple[list[float], float], multiple: float, level: float) -> bool:
    here, error = comparison
    moved = [x + multiple * error for x in here]
    return sum(moved) > 0 and sign_flip_of(moved) <= level * (1 + ROUNDING)


def bisect(short: Callable[[float], bool], high: float, *, steps: int = 30) -> float:
    """Return the least of 0..high that is not short, where all above it are not either."""
    low = 0.0
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (middle, high) if short(middle) else (low, middle)
    return high
