"""What a figure is, and how far it could be off: a 95% interval by resampling articles.

Items of one article are alike, so whole articles are drawn, with all their items. A drawing is a
row of weights, how often each article was drawn; a statistic is worked out from weights alone, so
that thousands of drawings cost little more than one. Needs numpy.
"""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evals.statistics.difference import FEWEST_ARTICLES, RESAMPLES, SEED
from evals.statistics.quantiles import NORMAL, student_quantile

Numbers = NDArray[np.float64]

CONFIDENCE: Final = 0.95
# A statistic that has no value in more drawings than this has no interval worth printing.
_UNDEFINED: Final = 0.1


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that people judged and a machine judged."""

    article: str
    """The cluster: items of one article are not independent."""
    said: float
    """By the machine. Finite; more is more."""
    people: float
    """What people said: 1.0 or 0.0 for a label, or a score. Finite; more is more."""
    system: str = ""
    """Who made the summary; "" where systems are not compared."""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.said) and math.isfinite(self.people)):
            raise ValueError(f"{self.article}: {self.said} and {self.people} must be finite")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its interval and what it was worked out from."""

    value: float | None
    """None when it has no value, as an AUC where people gave one label only: never 0 instead."""
    low: float | None
    """Lower end of the 95% interval. None without a value, or with fewer than six articles."""
    high: float | None
    """Upper end, as `low`."""
    n: int
    """Items, summaries, articles or systems: whatever it is a figure over."""
    articles: int


@dataclass(frozen=True)
class Table:
    """Items as columns, in the order of their articles."""

    said: Numbers
    people: Numbers
    cluster: NDArray[np.intp]
    """For each item the number of its article, rising from 0."""
    names: tuple[str, ...]
    """The articles in alphabetical order."""
    systems: tuple[str, ...]
    """For each item."""

    @classmethod
    def of(cls, items: Sequence[Item]) -> "Table":
        """Lay items out; the same items give the same table in any order."""
        ordered = sorted(items, key=lambda i: (i.article, i.system, i.said, i.people))
        names = tuple(sorted({i.article for i in ordered}))
        number = {name: at for at, name in enumerate(names)}
        return cls(
            said=np.array([i.said for i in ordered], dtype=np.float64),
            people=np.array([i.people for i in ordered], dtype=np.float64),
            cluster=np.array([number[i.article] for i in ordered], dtype=np.intp),
            names=names,
            systems=tuple(i.system for i in ordered),
        )

    def __len__(self) -> int:
        """Return the number of items."""
        return len(self.said)

    def sums(self, values: Numbers) -> Numbers:
        """Return the sum of one value an item, by article."""
        summed = np.bincount(self.cluster, weights=values, minlength=len(self.names))
        return summed.astype(np.float64)


Statistic = Callable[[Numbers], Numbers]
"""Weights of articles (a row for each drawing) to a value for each row; nan where there is none."""


def estimate(statistic: Statistic, *, articles: int, n: int) -> Estimate:
    """Work a statistic out on all articles, each once, and on the drawings.

    The interval is the expanded percentile interval (Hesterberg 2015, section 4.3), as in
    `difference`: as wide as Student's t asks where articles are few.
    """
    if not articles or not n:
        return Estimate(None, None, None, n, articles)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = float(statistic(np.ones((1, articles)))[0])
        drawn = statistic(_drawings(articles)) if articles >= FEWEST_ARTICLES else np.empty(0)
    if not math.isfinite(value):
        return Estimate(None, None, None, n, articles)
    low, high = _ends(drawn, articles) or (None, None)
    return Estimate(value, low, high, n, articles)


def ratio(parts: Iterable[tuple[str, float, float]]) -> Estimate:
    """Return the sum of numerators over the sum of denominators: (article, over, under) each.

    Shares, precision, recall and F1 (2 right over 2 right + wrong + missed) are such ratios; `n` is
    the sum of the denominators, rounded.
    """
    given = list(parts)
    names = {name: at for at, name in enumerate(sorted({a for a, _, _ in given}))}
    over, under = np.zeros(len(names)), np.zeros(len(names))
    for article, above, below in given:
        over[names[article]] += above
        under[names[article]] += below
    return estimate(
        lambda w: (w @ over) / (w @ under), articles=len(names), n=round(float(under.sum()))
    )


def _ends(drawn: Numbers, articles: int) -> tuple[float, float] | None:
    defined = np.sort(drawn[np.isfinite(drawn)])
    if not len(drawn) or len(defined) < (1 - _UNDEFINED) * len(drawn):
        return None
    reach = student_quantile(0.5 + CONFIDENCE / 2, articles - 1)
    reach *= math.sqrt(articles / (articles - 1))
    outside = int(NORMAL.cdf(-reach) * len(defined))
    return float(defined[outside]), float(defined[-1 - outside])


@lru_cache(maxsize=16)
def _drawings(articles: int) -> Numbers:
    """How often each article is drawn, in each drawing; always the same for one number."""
    draw = random.Random(SEED)
    drawn = (draw.choices(range(articles), k=articles) for _ in range(RESAMPLES))
    counts = [np.bincount(each, minlength=articles) for each in drawn]
    return np.array(counts, dtype=np.float64)
