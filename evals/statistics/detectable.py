"""The smallest true difference that a comparison like this one would have shown.

It answers "and if there had been a difference?", from the spread between the articles of this very
comparison. It is not computed from the difference found: that would only say p in other words.
"""

import math
import random
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from statistics import stdev
from typing import Final

from evals.statistics.difference import FEWEST_ARTICLES
from evals.statistics.paired import Clusters, Pair, clusters
from evals.statistics.quantiles import NORMAL, student_quantile
from evals.statistics.significance import ROUNDING, sign_flip_of

ALPHA: Final = 0.05
# Exchanging an article moves the facts won by an even number, so the test's p is that of one fact
# less than were won; the usual correction of half a fact, for what comes whole, takes half of it.
CONTINUITY: Final = 0.5
POWER: Final = 0.8
# With fewer articles the test reaches so few levels that a t test is a poor likeness of it; from
# here on the two need the same within 2%, for one metric or for nine.
LIKE_T_FROM: Final = 14
# Enough for a standard error known to 2%, in a quarter of a second.
DRAWS: Final = 800
SEED: Final = 20_150_821
# Facts of one article go together (a design effect above 1) or not (1). That they avoid one another
# is chance, and never believed beyond this.
LEAST_DESIGN: Final = 0.75


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


def smallest_detectable(pairs: Iterable[Pair], *, alpha: float = ALPHA) -> float | None:
    """Smallest true mean difference found with 80% power by `sign_flip` at two-sided `alpha`.

    In the metric's unit. The noise is the variance between articles seen here (cluster-robust,
    Liang and Zeger 1986), the multiple of it that of a t test (Bloom 1995, "Minimum Detectable
    Effects"), at the level that exchanging so few articles can attain. The variance of a fact
    depends on the difference itself, since a fact that is won has to change: two runs of 14
    articles that agree on every fact still could not have shown fewer than about ten.

    math.inf when no difference could be shown: too few articles, or for facts none up to 1. None
    when the differences of shares have no spread to go by, or nothing was measured. For facts it
    is a gain, or, where the facts already stated leave no room for one, a loss.

    Raises ValueError when an (article, item) comes twice or `alpha` is not between 0 and 1.
    """
    if not 0 < alpha < 1:
        raise ValueError(f"alpha: {alpha} is not between 0 and 1")
    return smallest_of(clusters(pairs), alpha=alpha)


def smallest_of(gathered: Clusters, *, alpha: float) -> float | None:
    """As `smallest_detectable`, of pairs already gathered."""
    k = len(gathered.sums)
    if k == 0:
        return None
    level = attainable(k, alpha)
    if level == 0.0 or k < FEWEST_ARTICLES:
        return math.inf
    multiple = standard_errors(k, level=level)
    variance = _variance(gathered)
    if gathered.facts:
        return _smallest_of_facts(gathered, variance, multiple)
    return _smallest_of_shares(gathered, variance, multiple)


@lru_cache(maxsize=256)
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

    return _bisect(short, 40.0, steps=11)


def _variance(gathered: Clusters) -> float:
    """Variance of the mean difference over items, between articles (ratio estimator)."""
    k, n, mean = len(gathered.sums), len(gathered.differences), gathered.mean or 0.0
    squares = math.fsum(
        (s - size * mean) ** 2 for s, size in zip(gathered.sums, gathered.sizes, strict=True)
    )
    return squares * k / (k - 1) / n**2


def _smallest_of_shares(gathered: Clusters, variance: float, multiple: float) -> float | None:
    """Solve true = multiple * (standard error when `true` is the difference); it is quadratic.

    Articles that differ now are shifted. For those that do not, a difference means that some
    change, by as much as the others do: to be found, it has to reach several of them. (Squared:
    where only a few are the same, they are ties among shares, and would be shifted too.)
    """
    sizes = [abs(s) for s in gathered.sums if s != 0]
    if not sizes or variance <= (ROUNDING * max(sizes) / len(gathered.differences)) ** 2:
        return None
    step = math.fsum(sizes) / len(sizes) / len(gathered.differences)
    same = 1 - len(sizes) / len(gathered.sums)
    half = multiple**2 * same**2 * step / 2
    return half + math.sqrt(half**2 + multiple**2 * variance)


def _smallest_of_facts(gathered: Clusters, variance: float, multiple: float) -> float:
    """Solve true = multiple * (standard error when `true` is the difference), by bisection."""
    n, mean, base = len(gathered.differences), gathered.mean or 0.0, gathered.level
    changed = sum(d != 0 for d in gathered.differences) / n
    seen = changed - mean**2
    design = max(LEAST_DESIGN, variance * n / seen) if seen > 0 else 1.0
    apart = _ups_and_downs(base - mean / 2) * _ups_and_downs(base + mean / 2)
    # Won times lost, four times over, if A and B were both at `base`.
    product = (changed**2 - mean**2) * _ups_and_downs(base) ** 2 / apart if apart > 0 else 0.0

    def short(true: float, direction: int) -> bool:
        growth = 1.0
        if product > 0:
            growth = _ups_and_downs(base + direction * true) / _ups_and_downs(base)
        spread = math.sqrt(true**2 + product * growth) - true**2
        needed = multiple * math.sqrt(design * max(0.0, spread) / n)
        return true - CONTINUITY / n < needed

    for direction, room in ((1, 1.0 - base), (-1, base)):
        if not short(room, direction):
            return _bisect(partial(short, direction=direction), room)
    return math.inf


def _ups_and_downs(share: float) -> float:
    """Variance of a fact that is stated with this probability."""
    return max(0.0, share * (1 - share))


def _bisect(short: Callable[[float], bool], high: float, *, steps: int = 50) -> float:
    low = 0.0
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (middle, high) if short(middle) else (low, middle)
    return high
