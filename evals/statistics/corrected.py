"""The true rate behind the rate that an imperfect judge reports, from how often it is known to err.

What is known of the judge was learnt on other items than those it is asked about now. Where these
are of another kind (another language, other summarizers) it may err otherwise, and no interval here
knows of that: labels of the items themselves do (`powered`). A judge that is not surely better than
chance says nothing about the rate, and gets no corrected one.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    """Articles whose differences are in the interval; None when items were taken for independent:
    fewer than six articles, or none named."""
    labels: int = 0
    """Items that a person has judged; 0 when known errors were used instead."""


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


def known_errors(cases: Iterable[tuple[str, bool, bool]]) -> KnownErrors | None:
    """Count a judge's errors over (article, truth, what the judge said).

    Items of one article are alike, so they count for fewer than they are (design effect, Kish
    1965, of the ratio estimator). None when there is no true item, or no false one.
    """
    right: dict[bool, dict[str, list[float]]] = {True: {}, False: {}}
    for article, truth, said in cases:
        right[truth].setdefault(article, []).append(float(said == truth))
    if not right[True] or not right[False]:
        return None
    return KnownErrors(*_share(right[True]), *_share(right[False]))


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
) -> Corrected | None:
    """Correct the share that a judge calls true for its known errors (Rogan and Gladen 1978).

    `apparent` is of `n` independent items (`effective_size`). The interval counts in that
    sensitivity and specificity are estimates too (Lang and Reiczigel 2014, "Confidence limits for
    prevalence of disease adjusted for estimated sensitivity and specificity", Preventive
    Veterinary Medicine 113, 13-22). Rate and interval are kept from 0 to 1, and `clamped` says
    when the rate was not.

    None when `n` is 0, and when the judge is not better than chance at the same confidence.
    Raises ValueError when `apparent` or `confidence` is out of range.
    """
    if not 0 <= apparent <= 1:
        raise ValueError(f"apparent: {apparent} is not from 0 to 1")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: {confidence} is not between 0 and 1")
    if n <= 0 or not _better_than_chance(errors, confidence):
        return None
    rate = (apparent + errors.specificity - 1) / errors.youden
    limits = _lang_reiczigel(apparent, n, errors, _z(confidence))
    kept = min(1.0, max(0.0, rate))
    # Its centre is moved, so a rate at the very end may lie just outside.
    low, high = min(limits.low, kept), max(limits.high, kept)
    return Corrected(kept, low, high, clamped=kept != rate, clusters=None)


def _better_than_chance(errors: KnownErrors, confidence: float) -> bool:
    se, n_se, sp, n_sp = _smoothed(errors)
    error = math.sqrt(se * (1 - se) / n_se + sp * (1 - sp) / n_sp)
    return errors.youden > 0 and se + sp - 1 > _z(confidence) * error


def _smoothed(errors: KnownErrors) -> tuple[float, float, float, float]:
    """Return sensitivity and specificity with one success and one failure more, and their sizes."""
    se = (errors.sensitivity * errors.positives + 1) / (errors.positives + 2)
    sp = (errors.specificity * errors.negatives + 1) / (errors.negatives + 2)
    return se, errors.positives + 2, sp, errors.negatives + 2


def _lang_reiczigel(apparent: float, n: float, errors: KnownErrors, z: float) -> Interval:
    se, n_se, sp, n_sp = _smoothed(errors)
    m = n + z * z
    share = (n * apparent + z * z / 2) / m
    youden = se + sp - 1
    rate = (share + sp - 1) / youden
    of_se, of_sp = se * (1 - se) / n_se, sp * (1 - sp) / n_sp
    shift = 2 * z * z * (rate * of_se - (1 - rate) * of_sp)
    variance = share * (1 - share) / m + rate**2 * of_se + (1 - rate) ** 2 * of_sp
    half = z * math.sqrt(variance) / youden
    low, high = (min(1.0, max(0.0, rate + shift + side * half)) for side in (-1, 1))
    return Interval(low, high)


def _z(confidence: float) -> float:
    return NORMAL.inv_cdf(0.5 + confidence / 2)
