"""What one comparison tells of how much the next one like it would vary, were there a difference.

The variance of a share depends on how high it is: where all is well nothing varies, and a true fall
is what makes it vary. So what is kept is not the variance that was seen but what it says of how
far the things of one article go together, and the variance is worked out anew for each difference.
"""

import math
from dataclasses import dataclass
from typing import Final

from evals.statistics.paired import Clusters

# What is believed of how like one another the things of one article are (an intraclass correlation;
# 0 is not at all) before an article was seen to vary, and how many articles that do outweigh it.
# With 0, what is printed of runs without a fault would be missed too often; `python -m
# evals.statistics.simulate --levels` shows what this gives.
ALIKE: Final = 0.04
BELIEVED: Final = 1.0
# That facts of one article avoid one another is chance, and never believed beyond this.
LEAST_DESIGN: Final = 0.75


@dataclass(frozen=True, slots=True)
class Spread:
    """How shares, or facts, of articles like these vary between two runs."""

    level: float
    """Mean of both sides, 0 to 1."""
    changed: float
    """Share of things that change their verdict, 0 to 1, both sides being at `level`."""
    design: float
    """How many times the variance is what it were, did the things of one article not go together
    (Kish 1965)."""
    things: float
    """Facts, or things that the shares are of, in one article."""

    @property
    def falls(self) -> bool:
        """Whether a difference is thought of as a fall: there is more room, and it varies more."""
        return self.level >= 0.5

    def error(self, true: float, *, articles: int) -> float:
        """Return the standard error of the mean difference when it is `true` and A at `level`."""
        changed = math.fsum(self._changes(true))
        return math.sqrt(self.design * max(0.0, changed - true**2) / (articles * self.things))

    def articles_changed(self, true: float) -> tuple[float, float]:
        """Return the chances that an article goes the way of the difference, and the other way.

        Those in which something goes each way are left out: they tell little.
        """
        with_it, against = self._changes(true)
        alone = self.things / self.design
        no_with, no_against = (max(0.0, 1 - share) ** alone for share in (with_it, against))
        return (1 - no_with) * no_against, (1 - no_against) * no_with

    def _changes(self, true: float) -> tuple[float, float]:
        """Return the shares of things that change the way of the difference, and the other way.

        Their product keeps to the variance of a fact: what changes without reason changes both
        ways, and a difference adds to one of them.
        """
        moved = self.level - true if self.falls else self.level + true
        here = ups_and_downs(self.level)
        growth = ups_and_downs(moved) / here if here > 0 else 0.0
        both = math.sqrt(true**2 + self.changed**2 * growth)
        return (both + true) / 2, (both - true) / 2


def spread(gathered: Clusters) -> Spread | None:
    """Return what shares or facts, from 0 to 1, tell; None where they tell nothing.

    That is so of shares that are the same on both sides, where it is not known of how many things
    they are.
    """
    return _of_facts(gathered) if gathered.facts else _of_shares(gathered)


def variance(gathered: Clusters) -> float:
    """Variance of the mean difference over items, between articles (ratio estimator)."""
    k, n, mean = len(gathered.sums), len(gathered.differences), gathered.mean or 0.0
    squares = math.fsum(
        (s - size * mean) ** 2 for s, size in zip(gathered.sums, gathered.sizes, strict=True)
    )
    return squares * k / (k - 1) / n**2


def ups_and_downs(share: float) -> float:
    """Variance of a fact that is stated with this probability."""
    return max(0.0, share * (1 - share))


def _believed(design: float, *, articles: int, things: float) -> float:
    """Weigh the design effect that was seen in so many articles with the usual one."""
    usual = 1 + ALIKE * max(0.0, things - 1)
    return (BELIEVED * usual + articles * design) / (BELIEVED + articles)


def _of_facts(gathered: Clusters) -> Spread:
    """Take both from the facts that changed: how many, and how far they come together."""
    k, n, mean = len(gathered.sums), len(gathered.differences), gathered.mean or 0.0
    changed = sum(d != 0 for d in gathered.differences) / n
    seen = changed - mean**2
    design = variance(gathered) * n / seen if seen > 0 else 1.0
    articles = len({i for i, d in zip(_articles(gathered), gathered.differences, strict=True) if d})
    here = ups_and_downs(gathered.level)
    apart = ups_and_downs(gathered.level - mean / 2) * ups_and_downs(gathered.level + mean / 2)
    # Won times lost, four times over, if A and B were both at the same level.
    product = (changed**2 - mean**2) * here**2 / apart if apart > 0 else 0.0
    return Spread(
        level=gathered.level,
        changed=math.sqrt(max(0.0, product)),
        design=max(LEAST_DESIGN, _believed(design, articles=articles, things=n / k)),
        things=n / k,
    )


def _articles(gathered: Clusters) -> list[int]:
    return [i for i, size in enumerate(gathered.sizes) for _ in range(size)]


def _of_shares(gathered: Clusters) -> Spread | None:
    """Take the things of A for others than those of B, as two summaries' statements are.

    Where the differences vary less than that allows, what changes is so much less.
    """
    k, mean = len(gathered.sums), gathered.mean or 0.0
    seen = variance(gathered)
    at_chance = sum(ups_and_downs(gathered.level + side * mean / 2) for side in (-1, 1))
    things = gathered.parts
    if things is None:
        if gathered.uniform or at_chance <= 0:
            return None
        things, design = at_chance / seen, 1.0
    else:
        design = seen * things / at_chance if at_chance > 0 else 1.0
        design = _believed(design, articles=gathered.varied, things=things / k)
    return Spread(
        level=gathered.level,
        changed=2 * ups_and_downs(gathered.level) * min(1.0, design),
        design=max(1.0, design),
        things=things / k,
    )
