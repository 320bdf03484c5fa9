"""Judged and labelled items drawn from a world whose true rate is known, to see what covers it."""

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evals.statistics.corrected import Corrected
from evals.statistics.powered import Item
from evals.statistics.quantiles import NORMAL


@dataclass(frozen=True)
class Judges:
    """Articles with facts, a judge who errs, and a person who labels some of the verdicts."""

    articles: int = 12
    facts: int = 16
    rate: float = 0.4
    """Log odds of a usual fact."""
    between: float = 0.7
    """Standard deviation of that between articles."""
    sensitivity: float = 0.85
    specificity: float = 0.9
    moods: float = 0.0
    """Standard deviation, in log odds, of how well the judge does with one article."""
    labels: int = 30
    undecided: float = 0.0
    """Share of items the judge leaves open."""

    def truth(self) -> float:
        """Return the true rate."""
        return logistic_mean(self.rate, self.between)

    def draw(self, chance: random.Random, *, stratified: bool = True) -> list[Item]:
        """Draw a run, and labels for as many verdicts of each kind, or of all alike."""
        made = list(self._judged(chance))
        kinds: dict[float | None, list[int]] = {}
        for index, (_, said, _) in enumerate(made):
            kinds.setdefault(said if stratified else None, []).append(index)
        for own in kinds.values():
            chance.shuffle(own)
        order = [own[r] for r in range(len(made)) for own in kinds.values() if r < len(own)]
        asked = set(order[: self.labels])
        return [
            Item(
                predicted=said,
                label=float(true) if index in asked else None,
                cluster=article,
                stratum=str(said) if stratified else "",
            )
            for index, (article, said, true) in enumerate(made)
        ]

    def _judged(self, chance: random.Random) -> Iterator[tuple[str, float, bool]]:
        for article in range(self.articles):
            level = self.rate + chance.gauss(0, self.between)
            mood = chance.gauss(0, self.moods)
            for _ in range(self.facts):
                true = chance.random() < logistic(level)
                right = self.sensitivity if true else self.specificity
                if self.moods and 0 < right < 1:
                    right = logistic(math.log(right / (1 - right)) + mood)
                said = float(true == (chance.random() < right))
                yield f"{article:03}", 0.5 if chance.random() < self.undecided else said, true


def logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def logistic_mean(mean: float, spread: float) -> float:
    grid = [NORMAL.inv_cdf((i + 0.5) / 200) for i in range(200)]
    return sum(logistic(mean + spread * z) for z in grid) / 200


def covered(truth: float, runs: int, draw: Callable[[], Corrected | None]) -> tuple[float, float]:
    """Return in which share of runs the interval holds the truth, and how wide it is on average."""
    found = [c for _ in range(runs) if (c := draw()) is not None]
    assert len(found) >= 0.9 * runs
    held = sum(c.low <= truth <= c.high for c in found) / len(found)
    return held, sum(c.high - c.low for c in found) / len(found)
