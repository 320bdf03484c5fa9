"""How often a true difference is found when few things change, by articles lost and won.

Where next to nothing changes without reason, a difference shows as so many articles that change,
all one way, and what they change by says little. The normal distribution is a poor likeness of
that: it asks for more than the test does.
"""

import math
from functools import lru_cache


def chance_of_finding(lost: float, won: float, *, articles: int, level: float) -> float:
    """Return how often a sign test over articles has a two-sided p of at most `level`, exactly.

    `lost` and `won` are the chances that an article goes the way of the difference, or the other;
    the rest stay as they are. Exchanging articles finds it about as often, and oftener where what
    goes the other way is small.
    """
    stays = max(0.0, 1.0 - lost - won)
    found = 0.0
    for other in range(articles // 2):
        needed = _needed(other, level, articles)
        left = articles - other
        if needed > left:
            break
        of_other = math.comb(articles, other) * won**other
        found += of_other * math.fsum(
            math.comb(left, a) * lost**a * stays ** (left - a) for a in range(needed, left + 1)
        )
    return min(1.0, found)


@lru_cache(maxsize=4096)
def _needed(other: int, level: float, articles: int) -> int:
    """Return how many must go one way for significance when `other` go the other way."""
    for a in range(other + 1, articles + 1):
        tail = sum(math.comb(a + other, i) for i in range(other + 1))
        if 2 * tail <= level * 2 ** (a + other):
            return a
    return articles + 1
