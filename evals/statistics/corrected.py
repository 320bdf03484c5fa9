"""The true rate behind the rate that an imperfect judge reports, from how often it is known to err.

What is known of the judge was learnt on other items than those it is asked about now. Where its
errors were counted in several sets, how much these differ is in the interval. That the items asked
about now are like one more such set is assumed; only labels of the items themselves do without
(`powered`). Where the judge is not surely better than chance, or calls more true than its known
errors allow, there is no corrected rate, and it is said why.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import stdev
from typing import Final

from evals.statistics.difference import FEWEST_ARTICLES
from evals.statistics.intervals import Interval
from evals.statistics.paired import average
from evals.statistics.quantiles import NORMAL, student_quantile

CONFIDENCE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Corrected:
    """A rate as it would be had a person judged everything, with its 95% interval."""

    rate: float
    """From 0 to 1."""
    low: float
    high: float
    clamped: bool
    """Whether the formula gave a rate below 0 or above 1, which was then moved to the end."""
    clusters: int | None
    """Articles whose differences are in the interval. None with fewer than six, or none named: then
    it is an interval for these articles only, not for others like them."""
    labels: int = 0
    """Items that a person has judged; 0 when known errors were used instead."""


@dataclass(frozen=True, slots=True)
class NotCorrected:
    """Why a rate cannot be corrected."""

    why: str
    """Part of a line."""


NO_BETTER: Final = NotCorrected("not surely better than chance")
UNSTEADY: Final = NotCorrected("its known errors differ too much")
REFUTED: Final = {
    True: NotCorrected("more yes than its known errors allow"),
    False: NotCorrected("more no than its known errors allow"),
}


@dataclass(frozen=True, slots=True)
class KnownErrors:
    """How often a judge was right, of items of which people know the answer."""

    sensitivity: float
    """Share of the true ones that it calls true."""
    positives: float
    """How many true items that is known from: as many independent ones as are worth the same."""
    specificity: float
    """Share of the false ones that it calls false."""
    negatives: float
    """As `positives`, of false items."""
    sets: int = 1
    """Sets of items in which both were counted."""
    sensitivity_apart: float = 0.0
    """Standard deviation of the sensitivity between sets; 0 where there is one."""
    specificity_apart: float = 0.0
    """As `sensitivity_apart`."""

    def __post_init__(self) -> None:
        for name, share, n in (
            ("sensitivity", self.sensitivity, self.positives),
            ("specificity", self.specificity, self.negatives),
        ):
            if not 0 <= share <= 1:
                raise ValueError(f"{name}: {share} is not from 0 to 1")
            if not n > 0:
                raise ValueError(f"{name}: known from {n} items; it takes more than none")

    @property
    def youden(self) -> float:
        """Return sensitivity + specificity - 1: 0 for chance, 1 for a judge who never errs."""
        return self.sensitivity + self.specificity - 1


Case = tuple[str, bool, bool]
"""Article, truth, and what the judge said."""


def known_errors(sets: Iterable[Iterable[Case]]) -> KnownErrors | None:
    """Count a judge's errors in sets of items; each set counts alike.

    Items of one article are alike, so they count for fewer than they are (design effect, Kish
    1965, of the ratio estimator). A set without true items, or without false ones, is left out.
    None when none is left.
    """
    found = [each for cases in sets if (each := _of_one_set(cases)) is not None]
    if not found:
        return None
    of_true, of_false = zip(*found, strict=True)
    sensitivity, positives, apart = _of_sets(of_true)
    specificity, negatives, too = _of_sets(of_false)
    return KnownErrors(sensitivity, positives, specificity, negatives, len(found), apart, too)


def _of_one_set(cases: Iterable[Case]) -> tuple[tuple[float, float], tuple[float, float]] | None:
    right: dict[bool, dict[str, list[float]]] = {True: {}, False: {}}
    for article, truth, said in cases:
        right[truth].setdefault(article, []).append(float(said == truth))
    if not right[True] or not right[False]:
        return None
    return _share(right[True]), _share(right[False])


def _of_sets(found: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Return the mean share, what it is known from, and how far apart the sets are."""
    shares, sizes = [share for share, _ in found], [n for _, n in found]
    k = len(shares)
    # A mean of shares that count alike is known as well as from so many items in one set.
    worth = k * k / math.fsum(1 / n for n in sizes)
    return math.fsum(shares) / k, worth, stdev(shares) if k > 1 else 0.0


def _share(by_article: Mapping[str, Sequence[float]]) -> tuple[float, float]:
    """Return the share of ones, and the number of independent items that would tell as much."""
    n, k = sum(map(len, by_article.values())), len(by_article)
    share = math.fsum(map(math.fsum, by_article.values())) / n
    if k < 2 or not 0 < share < 1:
        return share, n
    spread = math.fsum((math.fsum(own) - len(own) * share) ** 2 for own in by_article.values())
    variance = spread * k / (k - 1) / n**2
    return share, min(n, share * (1 - share) / variance) if variance > 0 else n


def effective_size(by_article: Mapping[str, Sequence[float]]) -> tuple[float, int | None]:
    """Return how many independent items a mean over articles of 0s and 1s is worth.

    From the variance between articles, made smaller for how badly few articles show that variance
    (Korn and Graubard 1998); and the number of articles. With fewer than six articles the items
    are taken for independent, and the second is None.
    """
    means = [m for own in by_article.values() if (m := average(own)) is not None]
    n, k = sum(map(len, by_article.values())), len(means)
    if k < FEWEST_ARTICLES:
        return n, None
    mean = math.fsum(means) / k
    variance = math.fsum((m - mean) ** 2 for m in means) / (k - 1) / k
    worth = min(n, mean * (1 - mean) / variance) if variance > 0 else n
    few = (_z(CONFIDENCE) / student_quantile(0.5 + CONFIDENCE / 2, k - 1)) ** 2
    return worth * few, k


def rogan_gladen(
    apparent: float, n: float, errors: KnownErrors, *, confidence: float = CONFIDENCE
) -> Corrected | NotCorrected:
    """Correct the share that a judge calls true for its known errors (Rogan and Gladen 1978).

    `apparent` is of `n` independent items (`effective_size`). The interval holds the rates at which
    what is seen is likely enough (a score interval, as Fieller's 1954 of a ratio): sensitivity and
    specificity are estimates too, smoothed by a success and a failure (Lang and Reiczigel 2014),
    and those of a further set of items (Student's prediction interval). With a judge who never errs
    it is Wilson's. Rate and interval are kept from 0 to 1; `clamped` says when the rate was not.

    NotCorrected when the judge is not better than chance at the same confidence, or might not be in
    a further set, and when it calls more true, or fewer, than any rate would explain. Raises
    ValueError when `apparent` or `confidence` is out of range, or `n` is not above 0.
    """
    if not 0 <= apparent <= 1:
        raise ValueError(f"apparent: {apparent} is not from 0 to 1")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: {confidence} is not between 0 and 1")
    if not n > 0:
        raise ValueError(f"n: {n}: it takes more than no items")
    z = _z(confidence)
    known = _smoothed(errors, confidence)
    if not known.youden > z * math.hypot(known.error_true, known.error_false):
        here = _smoothed(replace(errors, sets=1), confidence)
        better = here.youden > z * math.hypot(here.error_true, here.error_false)
        return UNSTEADY if better else NO_BETTER
    for end, error in ((known.of_true, known.error_true), (known.of_false, known.error_false)):
        beyond = apparent - end if end == known.of_true else end - apparent
        if beyond > z * math.sqrt(end * (1 - end) / n + error**2):
            return REFUTED[end == known.of_true]
    rate = (apparent + errors.specificity - 1) / errors.youden
    kept = min(1.0, max(0.0, rate))
    limits = _likely(min(known.of_true, max(known.of_false, apparent)), n, known, z)
    # Its centre is moved, so a rate at the very end may lie just outside.
    low, high = min(limits.low, kept), max(limits.high, kept)
    return Corrected(kept, low, high, clamped=kept != rate, clusters=None)


@dataclass(frozen=True, slots=True)
class _Smoothed:
    """What share of the true, and of the false, a judge calls true; with standard errors."""

    of_true: float
    error_true: float
    of_false: float
    error_false: float

    @property
    def youden(self) -> float:
        return self.of_true - self.of_false


def _smoothed(errors: KnownErrors, confidence: float) -> _Smoothed:
    def one(share: float, n: float, apart: float) -> tuple[float, float]:
        smooth = (share * n + 1) / (n + 2)
        sampling = math.sqrt(smooth * (1 - smooth) / (n + 2))
        if errors.sets < 2:
            return smooth, sampling
        student = student_quantile(0.5 + confidence / 2, errors.sets - 1) / _z(confidence)
        return smooth, max(sampling, student * apart * math.sqrt(1 + 1 / errors.sets))

    of_true, error_true = one(errors.sensitivity, errors.positives, errors.sensitivity_apart)
    right, error_false = one(errors.specificity, errors.negatives, errors.specificity_apart)
    return _Smoothed(of_true, error_true, 1 - right, error_false)


def _likely(apparent: float, n: float, known: _Smoothed, z: float) -> Interval:
    """Return the rates r, 0 to 1, at which `apparent` is less than z standard errors off.

    (apparent - s)^2 <= z^2 (s (1 - s) / n + r^2 error_true^2 + (1 - r)^2 error_false^2), where
    s = of_false + r youden is the share then called true: a quadratic in r.
    """
    b, youden, c = known.of_false, known.youden, z * z / n
    v_true, v_false = (z * known.error_true) ** 2, (z * known.error_false) ** 2
    square = (1 + c) * youden**2 - v_true - v_false
    linear = -2 * (apparent - b) * youden - c * youden * (1 - 2 * b) + 2 * v_false
    rest = (apparent - b) ** 2 - c * b * (1 - b) - v_false
    root = math.sqrt(max(0.0, linear**2 - 4 * square * rest))
    low, high = (min(1.0, max(0.0, (side * root - linear) / 2 / square)) for side in (-1, 1))
    return Interval(low, high)


def _z(confidence: float) -> float:
    return NORMAL.inv_cdf(0.5 + confidence / 2)
