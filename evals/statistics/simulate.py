"""Prove the statistics on comparisons whose truth is known.

    python -m evals.statistics.simulate [--runs 2000] [--articles 14] [--facts 8] [--shares]
    python -m evals.statistics.simulate --levels [--runs 2000] [--articles 14] [--metrics 9]

A summary's facts are drawn from a logistic model: some articles and some facts are harder than
others for both prompts, and on top of that either prompt may do well or badly with one article as
a whole. That last part is what ties the facts of an article together in the *difference*, and what
a test over single facts overlooks. It prints how often "better" or "worse" appears when there is
no difference, and how often a difference of the size printed as the smallest detectable is found;
with --levels the latter alone, from metrics that are seldom good to such that are seldom bad.
"""

import argparse
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from evals.statistics.detectable import detectable
from evals.statistics.intervals import wilson
from evals.statistics.multiple import ALPHA
from evals.statistics.paired import Pair, average, clusters
from evals.statistics.quantiles import NORMAL
from evals.statistics.significance import sign_flip_of
from evals.statistics.verdict import Comparison, compare

# Steps of the grid over which the mean of the logistic model is taken; 200 give four digits.
GRID: Final = 200
# True shares of facts stated, from what bullets hold of minor facts to what is nearly always right.
LEVELS: Final = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.999)


@dataclass(frozen=True, slots=True)
class World:
    """How articles, facts and prompts vary. Spreads are standard deviations in log odds."""

    articles: int = 14
    facts: int = 8
    level: float = 0.3
    """Log odds that a usual fact is stated: 0.3 is 57%."""
    article_spread: float = 0.8
    """Between articles, the same for both prompts."""
    fact_spread: float = 1.5
    """Between facts of an article, the same for both prompts."""
    taste_spread: float = 0.6
    """Between articles, for each prompt alone: what it happens to dwell on."""
    shares: bool = False
    """Give one value for each article, the share of its facts stated, instead of the facts."""

    def at(self, share: float) -> "World":
        """Return the same world with this share of facts stated, 0 to 1."""
        return replace(self, level=self.level + self.shift_for(share - self.stated(0.0)))

    def compared(self, shift: float, draw: random.Random) -> list[Pair]:
        """Draw one comparison in which B has `shift` more log odds than A for every fact."""
        pairs = list(self._pairs(shift, draw))
        if not self.shares:
            return pairs
        gathered: dict[str, list[Pair]] = {}
        for p in pairs:
            gathered.setdefault(p.article, []).append(p)
        n = self.facts
        return [
            Pair(name, "", sum(p.a or 0.0 for p in of) / n, sum(p.b or 0.0 for p in of) / n, n, n)
            for name, of in gathered.items()
        ]

    def _pairs(self, shift: float, draw: random.Random) -> Iterator[Pair]:
        for article in range(self.articles):
            both = self.level + draw.gauss(0, self.article_spread)
            a = both + draw.gauss(0, self.taste_spread)
            b = both + draw.gauss(0, self.taste_spread) + shift
            for fact in range(self.facts):
                odds = draw.gauss(0, self.fact_spread)
                stated_a = draw.random() < _logistic(a + odds)
                stated_b = draw.random() < _logistic(b + odds)
                yield Pair(f"{article:03}", f"{fact:03}", float(stated_a), float(stated_b))

    def stated(self, shift: float) -> float:
        """Return the true share of facts stated at `shift`, 0 to 1."""
        spread = math.hypot(self.article_spread, self.fact_spread, self.taste_spread)
        return _mean_logistic(self.level + shift, spread)

    def shift_for(self, true: float) -> float:
        """Return the shift that makes B's true share larger by `true`.

        Raises ValueError when the share would reach 1.
        """
        wanted = self.stated(0.0) + true
        if not 0 < wanted < 1:
            raise ValueError(f"a difference of {true:.3f} is not possible in {self}")
        low, high = -40.0, 40.0
        for _ in range(30):
            middle = (low + high) / 2
            low, high = (middle, high) if self.stated(middle) < wanted else (low, middle)
        return high


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@cache
def _grid() -> tuple[float, ...]:
    return tuple(NORMAL.inv_cdf((i + 0.5) / GRID) for i in range(GRID))


@cache
def _mean_logistic(mean: float, spread: float) -> float:
    return math.fsum(_logistic(mean + spread * z) for z in _grid()) / GRID


@dataclass(frozen=True, slots=True)
class Simulated:
    """What came out of many comparisons in one world."""

    runs: int
    false_alarms: int
    """Comparisons without a difference that were called better or worse."""
    mcnemar_alarms: int
    """As `false_alarms`, had McNemar's test over single facts decided."""
    covered: int
    """Of `runs` without a difference: the interval held 0."""
    sized: int
    """Of `runs` without a difference: a smallest detectable difference was printed."""
    smallest: float | None
    """Mean of those, in share of facts. None when there were none."""
    found: int
    """Of `sized`: a new comparison, whose true difference is what one printed, showed it."""


def simulate(world: World, *, runs: int, seed: int = 1) -> Simulated:
    """Make `runs` comparisons without a difference, and as many with what each of them printed.

    Raises ValueError when `runs` is below 1.
    """
    if runs < 1:
        raise ValueError(f"runs: {runs} is below 1")
    draw = random.Random(seed)
    nulls = [_one(world, 0.0, draw) for _ in range(runs)]
    printed = [(null.smallest, null.falls) for null in nulls if null.smallest is not None]
    return Simulated(
        runs=runs,
        false_alarms=sum(null.verdict in ("better", "worse") for null in nulls),
        mcnemar_alarms=sum((null.mcnemar_p or 1.0) < ALPHA for null in nulls),
        covered=sum((n.difference.low or 0.0) <= 0.0 <= (n.difference.high or 0.0) for n in nulls),
        sized=len(printed),
        smallest=average([size for size, _ in printed]),
        found=sum(
            _one(world, _shift(world, size, falls=falls), draw).verdict
            == ("worse" if falls else "better")
            for size, falls in printed
        ),
    )


def _one(world: World, shift: float, draw: random.Random) -> Comparison:
    return compare({"coverage": world.compared(shift, draw)})["coverage"]


def _shift(world: World, size: float, *, falls: bool | None) -> float:
    """Return the shift that is a true difference of this size, or nearly all there is room for."""
    here = world.stated(0.0)
    return world.shift_for(-min(size, 0.99 * here) if falls else min(size, 0.99 * (1 - here)))


@dataclass(frozen=True, slots=True)
class Power:
    """As in `Simulated`, with nothing but the test asked."""

    sized: int
    smallest: float | None
    found: int


def power(world: World, *, runs: int, alpha: float = ALPHA, seed: int = 1) -> Power:
    """Draw `runs` comparisons without a difference, and as many with what each could have shown."""
    draw = random.Random(seed)
    sizes, found = [], 0
    for _ in range(runs):
        could = detectable(clusters(world.compared(0.0, draw)), alpha=alpha)
        if could.size is None or could.size == math.inf:
            continue
        sizes.append(could.size)
        shift = _shift(world, could.size, falls=could.falls)
        sums = clusters(world.compared(shift, draw)).sums
        right = math.fsum(sums) < 0 if could.falls else math.fsum(sums) > 0
        found += right and sign_flip_of(sums) < alpha
    return Power(len(sizes), average(sizes), found)


def share(count: int, runs: int) -> str:
    """Write a share with its Wilson interval, in percent."""
    interval = wilson(count, runs)
    ends = f" [{interval.low:.1%}, {interval.high:.1%}]" if interval else ""
    return f"{count / max(1, runs):.1%}{ends} of {runs}"


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--articles", type=int, default=World().articles)
    parser.add_argument("--facts", type=int, default=World().facts, help="of each article")
    parser.add_argument("--shares", action="store_true", help="one value for each article")
    parser.add_argument("--levels", action="store_true", help="what is found at every level")
    parser.add_argument("--metrics", type=int, default=1, help="with --levels: tested at once")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    world = World(articles=asked.articles, facts=asked.facts, shares=asked.shares)
    lines = _levels(world, asked) if asked.levels else _usual(world, asked)
    for line in lines:
        print(line, flush=True)  # noqa: T201


def _usual(world: World, asked: argparse.Namespace) -> Iterator[str]:
    s = simulate(world, runs=asked.runs, seed=asked.seed)
    yield f"{world.articles} articles, {world.facts} facts each, {world.stated(0.0):.0%} stated"
    yield f"no difference, called better or worse   {share(s.false_alarms, s.runs)}"
    yield f"  had McNemar over facts decided        {share(s.mcnemar_alarms, s.runs)}"
    yield f"no difference, interval holds 0         {share(s.covered, s.runs)}"
    yield f"smallest detectable, mean of printed    {s.smallest or math.nan:.3f}"
    yield f"a true difference as printed, found     {share(s.found, s.sized)}"


def _levels(world: World, asked: argparse.Namespace) -> Iterator[str]:
    alpha = ALPHA / asked.metrics
    yield f"{world.articles} articles, {world.facts} things each, level {alpha:.4f}"
    for shares in (False, True):
        for level in LEVELS:
            there = replace(world, shares=shares).at(level)
            p = power(there, runs=asked.runs, alpha=alpha, seed=asked.seed)
            kind = "shares" if shares else "facts"
            found = share(p.found, p.sized)
            yield f"{kind:<7}{level:.2f}  smallest {p.smallest or math.nan:.3f}  found {found}"


if __name__ == "__main__":
    main()
