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
        draw = random.Random(SEED)
        return sorted(_enough(k, level, draw) for _ in range(DRAWS))[round(POWER * DRAWS)]
    t = student_quantile(1 - level / 2, k - 1)
    multiple = t + z
    for _ in range(20):
        multiple = t + z * math.sqrt(1 + (t**2 + multiple**2) / (2 * (k - 1)))
    return multiple


def _enough(k: int, level: float, draw: random.Random) -> float:
    """Standard errors that are enough in one simulated comparison, the size coming from another."""
    here = [draw.gauss(0, 1) for _ in range(k)]
    other = stdev(draw.gauss(0, 1) for _ in range(k)) / math.sqrt(k)

    def short(multiple: float) -> bool:
        moved = [x + multiple * other for x in here]
        return sum(moved) <= 0 or sign_flip_of(moved) > level * (1 + ROUNDING)

    return bisect(short, 40.0, steps=11)


def bisect(short: Callable[[float], bool], high: float, *, steps: int = 30) -> float:
    """Return the least of 0..high that is not short, where all above it are not either."""
    low = 0.0
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (middle, high) if short(middle) else (low, middle)
    return high
