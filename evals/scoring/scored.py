"""Every metric of one trial, and their means by system.

A mean is over articles: repeats of one article are averaged first, and an article where there was
nothing to measure is left out and not counted as 0.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.metrics import AMOUNTS, METRICS, Judged
from evals.score import Score


@dataclass(frozen=True, slots=True)
class Scored:
    """A trial with all that was measured on it."""

    judged: Judged
    scores: Mapping[str, Score]
    """By metric."""
    amounts: Mapping[str, float | None]
    """By name, in the unit of the name."""

    @property
    def article(self) -> str:
        """Return the article's id."""
        return self.judged.trial.article.id

    @property
    def system(self) -> str:
        """Return who made the summary."""
        return self.judged.trial.system


@dataclass(frozen=True, slots=True)
class Mean:
    """An average over articles."""

    value: float | None
    """None when no article had anything to measure."""
    articles: int
    """How many had."""


@dataclass(frozen=True, slots=True)
class SystemMeans:
    """What a system gets on average."""

    system: str
    articles: frozenset[str]
    """Ids of the articles it has a summary of."""
    trials: int
    means: Mapping[str, Mean]
    """By metric and by amount."""


def score(judged: Judged) -> Scored:
    """Measure everything there is to measure."""
    return Scored(
        judged,
        {name: metric(judged) for name, metric in METRICS.items()},
        {name: amount(judged) for name, amount in AMOUNTS.items()},
    )


def by_system(scored: Iterable[Scored]) -> list[SystemMeans]:
    """Return the systems' means, those with the most must-facts stated first."""
    grouped: dict[str, list[Scored]] = {}
    for one in scored:
        grouped.setdefault(one.system, []).append(one)
    made = [_means(system, theirs) for system, theirs in grouped.items()]
    return sorted(made, key=lambda s: (-(s.means["coverage"].value or 0.0), s.system))


def mean(values: Iterable[tuple[str, float | None]]) -> Mean:
    """Average (article, value) pairs: within each article first, then over articles."""
    grouped: dict[str, list[float]] = {}
    for article, value in values:
        if value is not None:
            grouped.setdefault(article, []).append(value)
    if not grouped:
        return Mean(None, 0)
    averages = [math.fsum(own) / len(own) for own in grouped.values()]
    return Mean(math.fsum(averages) / len(averages), len(averages))


def _means(system: str, scored: Sequence[Scored]) -> SystemMeans:
    means = {
        name: mean((one.article, one.scores[name].value) for one in scored) for name in METRICS
    } | {name: mean((one.article, one.amounts[name]) for one in scored) for name in AMOUNTS}
    means["words-per-fact"] = _ratio(means["words"], means["facts"])
    return SystemMeans(system, frozenset(one.article for one in scored), len(scored), means)


def _ratio(words: Mean, facts: Mean) -> Mean:
    """Return words by facts over all articles, those where no fact is stated among them."""
    value = words.value / facts.value if words.value is not None and facts.value else None
    return Mean(value, words.articles if value is not None else 0)
