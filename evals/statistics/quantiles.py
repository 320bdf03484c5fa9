"""Student's t distribution, for whole degrees of freedom, without scipy."""

import math
from functools import lru_cache
from statistics import NormalDist

NORMAL = NormalDist()
# Beyond this many degrees of freedom t and normal quantiles differ by less than 0.02%, and the sum
# below grows long.
_NORMAL_FROM = 10_000


def student_cdf(t: float, freedom: int) -> float:
    """Return P(T <= t): Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.

    Raises ValueError when `freedom` is below 1.
    """
    if freedom < 1:
        raise ValueError(f"degrees of freedom: {freedom} is below 1")
    if freedom > _NORMAL_FROM:
        return NORMAL.cdf(t)
    angle = math.atan2(t, math.sqrt(freedom))
    cosine = math.cos(angle)
    odd = freedom % 2
    term = cosine if odd else 1.0
    total = 0.0
    for step in range(1 + odd, freedom, 2):
        total += term
        term *= cosine * cosine * step / (step + 1)
    within = math.sin(angle) * total
    if odd:
        within = 2 / math.pi * (angle + within)
    return 0.5 + within / 2


@lru_cache(maxsize=256)
def student_quantile(probability: float, freedom: int) -> float:
    """Return the t below which lies `probability` (0 < probability < 1), by bisection.

    Raises ValueError when either argument is out of range.
    """
    if not 0 < probability < 1:
        raise ValueError(f"probability: {probability} is not between 0 and 1")
    if probability < 0.5:
        return -student_quantile(1 - probability, freedom)
    low, high = 0.0, 1.0
    while student_cdf(high, freedom) < probability:
        low, high = high, high * 2
    for _ in range(80):
        middle = (low + high) / 2
        if student_cdf(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2
