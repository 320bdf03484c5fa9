"""Whether a difference could be chance.

One test decides, for facts and for shares alike: exchanging the two runs article by article. The
exact McNemar test counts the facts of an article as independent; they are not, and it calls chance
a difference too often. It is here because readers know it, and is never used for a verdict.
"""

import math
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from evals.statistics.paired import ROUNDING, Pair, clusters

# Articles whose difference is not 0. Up to here all 2**n exchanges are counted, in two halves of
# 2**11 that take a millisecond; beyond, a sample of them is drawn.
EXACT_UP_TO: Final = 22
DRAWS: Final = 20_000
SEED: Final = 20_150_821


def sign_flip(pairs: Iterable[Pair]) -> float | None:
    """Two-sided p of "A and B may be exchanged in any article" (Fisher 1935), 0 < p <= 1.

    The statistic is the mean difference over items; whole articles change sign, which keeps
    whatever ties their facts together. Exact up to 22 articles that differ; beyond, 20,000 seeded
    draws with the observed one counted (Phipson and Smyth 2010). None when nothing was measured in
    both. Raises ValueError when an (article, item) comes twice.
    """
    gathered = clusters(pairs)
    return sign_flip_of(gathered.sums) if gathered.sums else None


def sign_flip_of(sums: Sequence[float]) -> float:
    """As `sign_flip`, of the sums of differences by article."""
    sizes = sorted(abs(s) for s in sums if s != 0)
    if not sizes:
        return 1.0
    slack = ROUNDING * math.fsum(sizes)
    reached = abs(math.fsum(sums)) - slack
    if reached <= 0:
        return 1.0
    if len(sizes) > EXACT_UP_TO:
        draw = random.Random(SEED)
        hits = sum(abs(_flipped(sizes, draw)) >= reached for _ in range(DRAWS))
        return (hits + 1) / (DRAWS + 1)
    left, right = _all_signs(sizes[::2]), sorted(_all_signs(sizes[1::2]))
    hits = sum(
        len(right) - bisect_left(right, reached - s) + bisect_right(right, -reached - s)
        for s in left
    )
    return float(hits / (len(left) * len(right)))


def _all_signs(sizes: Sequence[float]) -> list[float]:
    totals = [0.0]
    for size in sizes:
        totals = [t + size for t in totals] + [t - size for t in totals]
    return totals


def _flipped(sizes: Sequence[float], draw: random.Random) -> float:
    bits = draw.getrandbits(len(sizes))
    return sum(size if bits >> i & 1 else -size for i, size in enumerate(sizes))


def mcnemar(pairs: Iterable[Pair]) -> float | None:
    """Exact two-sided McNemar test (1947): a sign test on the facts that changed, 0 < p <= 1.

    For information: it takes facts of one article for independent, so its p is too small. None
    when an item is no fact with a value of 0 or 1, or nothing was measured in both. Raises
    ValueError when an (article, item) comes twice.
    """
    gathered = clusters(pairs)
    if not gathered.facts or not gathered.differences:
        return None
    won = sum(d > 0 for d in gathered.differences)
    lost = sum(d < 0 for d in gathered.differences)
    tail = sum(math.comb(won + lost, i) for i in range(min(won, lost) + 1))
    return min(1.0, 2 * tail / (1 << (won + lost)))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's adjustment (1979): compared with alpha, the chance of any false alarm is at most that.

    Keys and their order stay; each value is at least what it was and at most 1. Raises ValueError
    when a p is not from 0 to 1.
    """
    for name, p in p_values.items():
        if not 0 <= p <= 1:
            raise ValueError(f"{name}: p is {p}, not from 0 to 1")
    adjusted: dict[str, float] = {}
    highest = 0.0
    for rank, name in enumerate(sorted(p_values, key=p_values.__getitem__)):
        highest = max(highest, min(1.0, p_values[name] * (len(p_values) - rank)))
        adjusted[name] = highest
    return {name: adjusted[name] for name in p_values}
