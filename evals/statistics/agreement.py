"""How well a machine's verdicts agree with people's labels, and how far to trust its probability.

A label is 1.0 or 0.0. Where people gave one label only, ranking and balanced accuracy have no
value. Needs numpy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evals.statistics.resampled import Estimate, Item, Numbers, Table, estimate

# Ten bins of equal width, as in Guo et al. 2017: [0, .1), [.1, .2) ... [.9, 1].
BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """What was said with about the same probability."""

    low: float
    """The range of probabilities, `low` included, `high` not (but 1.0)."""
    high: float
    n: int
    said: float | None
    """Mean probability; None of an empty bin."""
    people: float | None
    """Share of which people said yes; None of an empty bin."""


def auc(items: Sequence[Item]) -> Estimate:
    """Probability that a yes of people's gets more than a no (Mann-Whitney; ties count half)."""
    table = Table.of(items)
    yes = _labels(table)
    k = len(table.names)
    wins = np.zeros((k, k))
    against, whose = table.said[~yes], table.cluster[~yes]
    for article in range(k):
        mine = table.said[yes & (table.cluster == article)][:, None]
        won = ((mine > against).sum(0) + 0.5 * (mine == against).sum(0)).astype(np.float64)
        wins[article] = np.bincount(whose, weights=won, minlength=k)
    good, bad = table.sums(yes.astype(float)), table.sums((~yes).astype(float))
    return estimate(
        lambda w: ((w @ wins) * w).sum(1) / ((w @ good) * (w @ bad)), articles=k, n=len(table)
    )


def balanced_accuracy(items: Sequence[Item], *, at: float | None = None) -> Estimate:
    """Mean of the shares of people's yes and of their no that are judged right.

    Yes is what reaches the threshold `at`. Without one, each article is judged by the threshold
    that is best on all others, and there is no value for a single article. The interval takes the
    thresholds as given.
    """
    table = Table.of(items)
    yes = _labels(table)
    cut = thresholds(table) if at is None else np.full(len(table.names), at)
    right = (table.said >= cut[table.cluster]) == yes
    # A comparison with nan is False, not unknown.
    known = np.isfinite(cut[table.cluster])
    hits, misses = (table.sums((right & side & known).astype(float)) for side in (yes, ~yes))
    good, bad = (table.sums((side & known).astype(float)) for side in (yes, ~yes))
    return estimate(
        lambda w: ((w @ hits) / (w @ good) + (w @ misses) / (w @ bad)) / 2,
        articles=len(table.names),
        n=int(known.sum()),
    )


def thresholds(table: Table) -> Numbers:
    """Return for each article the threshold with the best balanced accuracy on all others.

    It lies half way between two scores that occur there; nan where the others have one label only.
    """
    yes = _labels(table)
    order = np.argsort(table.said, kind="stable")
    cuts = np.full(len(table.names), np.nan)
    for article in range(len(table.names)):
        others = order[table.cluster[order] != article]
        said, good = table.said[others], yes[others]
        if good.any() and not good.all():
            cuts[article] = _best(said, good)
    return cuts


def _best(said: Numbers, good: NDArray[np.bool_]) -> float:
    """Return the best threshold on scores in rising order."""
    below_good = np.concatenate([[0], np.cumsum(good)])
    below_bad = np.concatenate([[0], np.cumsum(~good)])
    kept = (below_good[-1] - below_good) / below_good[-1] + below_bad / below_bad[-1]
    # A threshold parts unequal scores only.
    apart = np.concatenate([[True], said[1:] > said[:-1], [False]])
    at = int(np.argmax(np.where(apart, kept, -1.0)))
    return float(said[0]) if at == 0 else float((said[at - 1] + said[at]) / 2)


def brier(items: Sequence[Item]) -> Estimate:
    """Mean squared distance of the probability from the label (Brier 1950): 0 is perfect.

    Raises ValueError for what is no probability.
    """
    table = _probabilities(items)
    squares = table.sums((table.said - table.people) ** 2)
    count = table.sums(np.ones(len(table)))
    return estimate(lambda w: (w @ squares) / (w @ count), articles=len(table.names), n=len(table))


def calibration_error(items: Sequence[Item]) -> Estimate:
    """Expected calibration error (Naeini et al. 2015), over ten bins of equal width: 0 is perfect.

    The mean, weighted by n, of how far a bin's mean probability is from its share of yes. Chance
    alone makes it more than 0, and more so in the drawings: read the interval's upper end. Raises
    ValueError for what is no probability.
    """
    table = _probabilities(items)
    k = len(table.names)
    where = table.cluster * BINS + _bin(table.said)
    apart = np.bincount(where, weights=table.said - table.people, minlength=k * BINS)
    return estimate(
        lambda w: np.abs(w @ apart.reshape(k, BINS)).sum(1) / (w @ table.sums(np.ones(len(table)))),
        articles=k,
        n=len(table),
    )


def reliability(items: Sequence[Item]) -> list[Bin]:
    """Return what people said within each range of probabilities, the empty ones too."""
    table = _probabilities(items)
    where = _bin(table.said)
    bins = []
    for at in range(BINS):
        here = where == at
        n = int(here.sum())
        said = float(table.said[here].mean()) if n else None
        people = float(table.people[here].mean()) if n else None
        bins.append(Bin(at / BINS, (at + 1) / BINS, n, said, people))
    return bins


def _bin(said: Numbers) -> NDArray[np.intp]:
    # 0.3 / 0.1 is less than 3 in floats; times ten it is 3.
    return np.minimum((said * BINS).astype(np.intp), BINS - 1)


def _labels(table: Table) -> NDArray[np.bool_]:
    yes: NDArray[np.bool_] = table.people == 1.0
    if not (yes | (table.people == 0.0)).all():
        raise ValueError("labels must be 0 or 1: correlate scores instead")
    return yes


def _probabilities(items: Sequence[Item]) -> Table:
    table = Table.of(items)
    _labels(table)
    if len(table) and (table.said.min() < 0 or table.said.max() > 1):
        raise ValueError("probabilities must be from 0 to 1")
    return table
