"""The smallest true difference that a comparison like this one would have shown.

It answers "and if there had been a difference?", from the spread between the articles of this very
comparison. It is not computed from the difference found: that would only say p in other words.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evals.statistics.articles_lost import chance_of_finding
from evals.statistics.difference import FEWEST_ARTICLES
from evals.statistics.multiple import ALPHA, POWER, attainable, bisect, standard_errors
from evals.statistics.paired import Clusters, Pair, clusters
from evals.statistics.spread import Spread, spread, variance

# Exchanging an article moves the facts won by an even number, so the test's p is that of one fact
# less than were won; the usual correction of half a fact, for what comes whole, takes half of it.
CONTINUITY: Final = 0.5
# What shares and facts ask for more than normal articles do: a few articles fall far, and widen
# what they should prove. Found by simulation (`python -m evals.statistics.simulate --levels`).
SKEW: Final = 1.05
# With more, enough change for the normal distribution.
FEW_CHANGES_UP_TO: Final = 40
# Nobody gathers more; and what would need them is as good as never found.
MOST_ARTICLES: Final = 100_000


@dataclass(frozen=True, slots=True)
class Detectable:
    """What could have been found: see `smallest_detectable`."""

    size: float | None
    """math.inf when no difference could be shown; None where nothing tells."""
    falls: bool | None
    """Whether it is a fall, or a gain; None of an amount, and where there is no size."""
    needed: int | None
    """Articles like these that would show what is worth knowing; None where these do, nothing is
    worth it, or no number is known."""


def smallest_detectable(
    pairs: Iterable[Pair], *, alpha: float = ALPHA, amount: bool = False
) -> float | None:
    """Smallest true mean difference found with 80% power by `sign_flip` at two-sided `alpha`.

    In the metric's unit. The noise is the variance between articles seen here (cluster-robust,
    Liang and Zeger 1986), as it would be with that difference (`Spread`): two runs of 14 articles
    that agree on every fact still could not have shown fewer than about ten. The multiple of it is
    that of a t test (Bloom 1995, "Minimum Detectable Effects"), at the level that exchanging so few
    articles can attain.

    It is a fall from a mean above a half and a gain from one below: there is always room for it. A
    difference the other way varies less, and is found at least as often. An `amount`, which may be
    any number, varies as it does here.

    math.inf when no difference could be shown: too few articles, or for facts none up to 1. None
    when nothing tells how the values vary, or nothing was measured.

    Raises ValueError when an (article, item) comes twice or `alpha` is not between 0 and 1.
    """
    if not 0 < alpha < 1:
        raise ValueError(f"alpha: {alpha} is not between 0 and 1")
    return detectable(clusters(pairs), alpha=alpha, amount=amount).size


def detectable(
    gathered: Clusters, *, alpha: float, amount: bool = False, worth: float | None = None
) -> Detectable:
    """As `smallest_detectable`, of pairs already gathered, and how many articles show `worth`."""
    k = len(gathered.sums)
    if k < 2:
        return Detectable(math.inf if k else None, None, None)
    found: Spread | _Amounts | None = _amounts(gathered) if amount else spread(gathered)
    if found is None:
        few = fewest(alpha) > k
        return Detectable(math.inf if few else None, None, None)
    size = _smallest(found, articles=k, alpha=alpha)
    needed = None
    if worth is not None and size > worth:
        needed = _needed(found, worth, articles=k, alpha=alpha)
    falls = found.falls if isinstance(found, Spread) and size < math.inf else None
    return Detectable(size, falls, needed)


def fewest(alpha: float) -> int:
    """Return how many articles can show a difference at `alpha`, if all go the same way."""
    k = FEWEST_ARTICLES
    while attainable(k, alpha) == 0.0:
        k += 1
    return k


@dataclass(frozen=True, slots=True)
class _Amounts:
    """How values of any size vary: as here, whatever the difference."""

    deviation: float
    """Of the difference of one article."""

    def smallest(self, *, articles: int, level: float) -> float:
        """Return the smallest difference that so many articles show."""
        error = self.deviation / math.sqrt(articles)
        return SKEW * standard_errors(articles, level=level) * error


def _amounts(gathered: Clusters) -> _Amounts | None:
    if gathered.uniform:
        return None
    return _Amounts(math.sqrt(variance(gathered) * len(gathered.sums)))


def _smallest(found: Spread | _Amounts, *, articles: int, alpha: float) -> float:
    level = attainable(articles, alpha)
    if articles < FEWEST_ARTICLES or level == 0.0:
        return math.inf
    if isinstance(found, _Amounts):
        return found.smallest(articles=articles, level=level)
    room = max(found.level, 1 - found.level)
    if _short(found, room, articles=articles, level=level):
        return math.inf
    return bisect(lambda true: _short(found, true, articles=articles, level=level), room)


def _short(found: Spread | _Amounts, true: float, *, articles: int, level: float) -> bool:
    """Whether a true difference of this size would be missed in more than one case of five."""
    if isinstance(found, _Amounts):
        return true < found.smallest(articles=articles, level=level)
    needed = SKEW * standard_errors(articles, level=level) * found.error(true, articles=articles)
    if true - CONTINUITY / (articles * found.things) >= needed:
        return False
    if articles > FEW_CHANGES_UP_TO:
        return True
    lost, won = found.articles_changed(true)
    return chance_of_finding(lost, won, articles=articles, level=level) < POWER


def _needed(found: Spread | _Amounts, worth: float, *, articles: int, alpha: float) -> int | None:
    """Return the fewest articles like these that show `worth`; these do not."""

    def too_few(n: int) -> bool:
        level = attainable(n, alpha)
        return level == 0.0 or _short(found, worth, articles=n, level=level)

    low, high = articles, max(2 * articles, FEWEST_ARTICLES)
    while too_few(high):
        low, high = high, high * 2
        if high > MOST_ARTICLES:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if too_few(middle) else (low, middle)
    return high
