"""How far B is from A, with an interval that knows that facts come in articles.

The articles are resampled, each with all its items. No interval is given for fewer than six
articles: whatever is resampled stays between the lowest and the highest article, and with five
the truth lies outside that range in more than one case of twenty.
"""

import math
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from evals.statistics.paired import Clusters, Pair, clusters
from evals.statistics.quantiles import NORMAL, student_quantile

# k articles all fall on the same side of the middle in 2 of 2**k cases: 6% with five, 3% with six.
FEWEST_ARTICLES: Final = 6
# The ends move by about 3% of the interval's width from seed to seed; four times as many halve it.
RESAMPLES: Final = 2_000
# Any would do; fixed, so that the same runs always print the same interval.
SEED: Final = 20_150_821


@dataclass(frozen=True, slots=True)
class Difference:
    """B minus A, in the metric's unit: above 0 means that B is better."""

    mean: float | None
    """Mean over items. None when no item was measured in both."""
    low: float | None
    """Lower end of the 95% interval. None when there are fewer than six articles, or all have the
    same difference and nothing bounds that of others."""
    high: float | None
    """Upper end, as `low`."""
    n_items: int
    """Items measured in both."""
    n_clusters: int
    """Articles with at least one of them."""
    n_ignored: int
    """Pairs left out because one side, or both, was not measured."""


def difference(
    pairs: Iterable[Pair], *, confidence: float = 0.95, share: bool = False
) -> Difference:
    """Mean of B - A over items, with a cluster bootstrap interval (two-sided).

    The interval is the expanded percentile interval (Hesterberg 2015, "What Teachers Should Know
    about the Bootstrap", section 4.3): percentiles so far out that, for few articles, it is as
    wide as Student's t asks; a plain percentile interval of 14 articles is too narrow. The same
    pairs give the same interval, in any order, and exchanging A and B mirrors it exactly.

    Articles that all agree leave nothing to resample, and no certainty either. Where no article
    differs, a `share` (of facts, or from 0 to 1) has `unseen` on either side of 0; otherwise there
    is no interval.

    Raises ValueError when an (article, item) comes twice or `confidence` is not between 0 and 1.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: {confidence} is not between 0 and 1")
    return difference_of(clusters(pairs), confidence=confidence, share=share)


def difference_of(
    gathered: Clusters, *, confidence: float = 0.95, share: bool = False
) -> Difference:
    """As `difference`, of pairs already gathered."""
    low, high = _interval(gathered, confidence) or (None, None)
    if low is not None and gathered.uniform:
        most = unseen(len(gathered.sums), confidence=confidence)
        low, high = (-most, most) if share and not any(gathered.sums) else (None, None)
    return Difference(
        mean=gathered.mean,
        low=low,
        high=high,
        n_items=len(gathered.differences),
        n_clusters=len(gathered.sums),
        n_ignored=gathered.ignored,
    )


def unseen(n_articles: int, *, confidence: float = 0.95) -> float:
    """Return the largest share of articles that may be otherwise though none of these is, 0 to 1.

    Exact (Clopper and Pearson 1934, at 0 of n): with a larger share, n such articles would all be
    alike in fewer than 5% of cases; about 3 / n, the rule of three (Hanley and Lippman-Hand 1983).
    A mean of values from 0 to 1 that are all 0 is at most that, one of values all 1 at least 1
    minus that: whole articles count, since what is in one stands or falls together.

    Raises ValueError when `n_articles` is below 1 or `confidence` not between 0 and 1.
    """
    if n_articles < 1:
        raise ValueError(f"articles: {n_articles} is below 1")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: {confidence} is not between 0 and 1")
    return 1.0 - float((1.0 - confidence) ** (1.0 / n_articles))


def _interval(gathered: Clusters, confidence: float) -> tuple[float, float] | None:
    sums, sizes = gathered.sums, gathered.sizes
    k = len(sums)
    if k < FEWEST_ARTICLES:
        return None
    if len(set(sizes)) == 1:
        total = k * sizes[0]
        means = sorted(sum(pick(sums)) / total for pick in _resamples(k))
    else:
        means = sorted(sum(pick(sums)) / sum(pick(sizes)) for pick in _resamples(k))
    reach = student_quantile(0.5 + confidence / 2, k - 1) * math.sqrt(k / (k - 1))
    outside = int(NORMAL.cdf(-reach) * RESAMPLES)
    return means[outside], means[-1 - outside]


@lru_cache(maxsize=8)
def _resamples(k: int) -> tuple[Callable[[Any], tuple[float, ...]], ...]:
    """Drawings of k articles with replacement, always the same for one k."""
    draw = random.Random(SEED)
    return tuple(itemgetter(*draw.choices(range(k), k=k)) for _ in range(RESAMPLES))
