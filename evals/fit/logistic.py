"""Fit logistic models on people's judgements, and try them only on articles they never saw.

Cross-fitting: the articles are dealt into folds; what is judged of a fold is judged by weights
fitted on the others. Summaries of one article are alike, so a fold never divides an article. How
they are dealt is chance, so they are dealt several times, and the mean of the weights is taken.
"""

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from summarize.judge.logistic import Logistic

Fitted = TypeVar("Fitted")

FOLDS: Final = 5
# Other deals move the balanced accuracy of a small set by .06 where one is made (QAGS, CNN/DM), and
# by .04 where five are; that of a large one by .02 and .01.
DEALS: Final = 5
# One fold is judged by the others, so there must be others.
FEWEST: Final = 2
# Of the L2 penalty, on standardised features.
PENALTY: Final = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """Something judged by people, described."""

    article: str
    features: Mapping[str, float]
    """The same names in every case of one fit."""
    label: float
    """The share of people who said yes: True or False where it is one judgement."""
    origin: str = ""
    """The set it is of, with its corpus: "frank xsum"."""
    pair: str = ""
    """The same for two sentences that are a minimal pair; "" where there are no pairs."""
    copied: bool = False
    """Whether it is the article's own sentence, of which no judge is asked."""


Weights = Mapping[str, float]
"""Of each feature, and "intercept"."""


def fit(cases: Sequence[Case], *, penalty: float = PENALTY) -> dict[str, float]:
    """Fit a logistic regression with an L2 penalty by Newton's method.

    Raises ValueError without a case of each label. Needs numpy.
    """
    import numpy as np

    if len({c.label for c in cases}) < 2:
        raise ValueError("cannot fit: cases of both labels are needed")
    names = list(cases[0].features)
    x = np.array([[c.features[n] for n in names] for c in cases])
    y = np.array([float(c.label) for c in cases])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    ridge = np.diag([penalty] * len(names) + [0.0])
    w = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ w)
    scaled = w[:-1] / spread
    fitted = {n: float(v) for n, v in zip(names, scaled, strict=True)}
    return fitted | {"intercept": float(w[-1] - scaled @ mean)}


def folds(articles: Sequence[str], *, count: int = FOLDS, seed: int = 0) -> list[frozenset[str]]:
    """Deal the articles into `count` folds; the same articles always alike."""
    names = sorted(set(articles))
    random.Random(seed).shuffle(names)
    return [frozenset(names[start::count]) for start in range(min(count, len(names)))]


def by_others(
    cases: Sequence[Case], fitting: Callable[[Sequence[Case]], Fitted], *, seed: int = 0
) -> dict[str, Fitted]:
    """Return for each article what `fitting` makes of the cases of other folds.

    Raises ValueError with fewer than two articles, and what `fitting` raises.
    """
    dealt = folds([c.article for c in cases], seed=seed)
    if len(dealt) < FEWEST:
        raise ValueError("cannot cross-fit: cases of two articles at least are needed")
    found: dict[str, Fitted] = {}
    for fold in dealt:
        found |= dict.fromkeys(fold, fitting([c for c in cases if c.article not in fold]))
    return found


def weights_by_others(
    cases: Sequence[Case],
    fitting: Callable[[Sequence[Case]], Weights] = fit,
    *,
    deals: int = DEALS,
) -> dict[str, Weights]:
    """Return for each article the mean of the weights that each deal gives it: none has seen it.

    Raises ValueError with fewer than two articles, and what `fitting` raises.
    """
    dealt = [by_others(cases, fitting, seed=seed) for seed in range(deals)]
    return {
        article: {name: math.fsum(each[article][name] for each in dealt) / deals for name in first}
        for article, first in dealt[0].items()
    }


def cross_fitted(
    cases: Sequence[Case],
    fitting: Callable[[Sequence[Case]], Weights] = fit,
    *,
    deals: int = DEALS,
) -> list[float]:
    """Return the probability of each case, in order, by weights fitted on other articles.

    Raises ValueError with fewer than two articles.
    """
    weights = weights_by_others(cases, fitting, deals=deals)
    return [probability(weights[c.article], c) for c in cases]


def probability(weights: Weights, case: Case) -> float:
    """Return the probability of yes, by weights that have no thresholds yet."""
    return Logistic(weights, no=0.5, yes=0.5).probability(case.features)
