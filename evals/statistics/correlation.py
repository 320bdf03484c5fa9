"""How well two scores of summaries go together, at the three levels that papers report.

pooled      over all summaries of all articles
averaged    within each article, over its systems; then the mean over articles that have a value
by system   over systems, each with its mean over articles

The three are not comparable with each other. Needs numpy.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from evals.statistics.resampled import Estimate, Item, Numbers, Table, estimate

Kind = Literal["pearson", "spearman", "kendall"]
"""Kendall is tau-b, which allows for ties."""

Pairs = Callable[[Numbers, Numbers], Numbers]
"""Two arrays, a row for each drawing, to a coefficient for each row."""


def pooled(items: Sequence[Item], kind: Kind) -> Estimate:
    """Correlate over all items at once; None when one side never changes."""
    table = Table.of(items)
    if not len(table):
        return Estimate(None, None, None, 0, 0)
    return estimate(_POOLED[kind](table), articles=len(table.names), n=len(table))


def averaged(items: Sequence[Item], kind: Kind) -> Estimate:
    """Correlate within each article, and average; `n` counts the articles that have a value."""
    table = Table.of(items)
    found = np.full(len(table.names), np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        for article in range(len(table.names)):
            here = table.cluster == article
            found[article] = ROWS[kind](table.said[here][None], table.people[here][None])[0]
    defined = np.isfinite(found)
    values = np.where(defined, found, 0.0)
    return estimate(
        lambda w: (w @ values) / (w @ defined), articles=len(table.names), n=int(defined.sum())
    )


def by_system(items: Sequence[Item], kind: Kind) -> Estimate:
    """Correlate the means of systems over articles; `n` counts the systems.

    Drawing articles adds noise to means that lie close together, so most drawings correlate less
    than all articles do, and the value is near the upper end of its interval.
    """
    table = Table.of(items)
    names = {name: at for at, name in enumerate(sorted(set(table.systems)))}
    k, s = len(table.names), len(names)
    where = table.cluster * s + np.array([names[n] for n in table.systems], dtype=np.intp)
    count, said, people = (
        np.bincount(where, weights=v, minlength=k * s).reshape(k, s)
        for v in (np.ones(len(table)), table.said, table.people)
    )

    def statistic(w: Numbers) -> Numbers:
        # Sums in another order differ in the last digits, and equal means must be ties.
        means = [np.round((w @ side) / (w @ count), 12) for side in (said, people)]
        return ROWS[kind](*means)

    return estimate(statistic, articles=k, n=s)


def _pearson(x: Numbers, y: Numbers) -> Numbers:
    x, y = (v - v.mean(1, keepdims=True) for v in (x, y))
    return _over((x * y).sum(1), (x * x).sum(1), (y * y).sum(1), size=x.shape[1])


def _over(xy: Numbers, xx: Numbers, yy: Numbers, *, size: int) -> Numbers:
    """Divide a covariance by its spreads; nan where one is nothing but rounding."""
    least = 1e-12 * size
    steady = (xx <= least) | (yy <= least)
    return np.where(steady, np.nan, xy / np.sqrt(np.where(steady, 1.0, xx * yy)))


def _spearman(x: Numbers, y: Numbers) -> Numbers:
    return _pearson(*(_midranks(side) for side in (x, y)))


def _midranks(rows: Numbers) -> Numbers:
    """Return the rank of each value in its row; values that are equal share the middle one."""
    one, other = rows[:, :, None], rows[:, None, :]
    ranks: Numbers = ((one > other).sum(2) + (one >= other).sum(2) + 1) / 2
    return ranks


def _kendall(x: Numbers, y: Numbers) -> Numbers:
    signs = [np.sign(side[:, :, None] - side[:, None, :]) for side in (x, y)]
    both, *ties = signs[0] * signs[1], np.abs(signs[0]), np.abs(signs[1])
    xy, xx, yy = (part.sum((1, 2)) for part in (both, *ties))
    return _over(xy, xx, yy, size=1)


ROWS: Final[Mapping[Kind, Pairs]] = {
    "pearson": _pearson,
    "spearman": _spearman,
    "kendall": _kendall,
}


def _pooled_pearson(table: Table) -> Callable[[Numbers], Numbers]:
    return lambda w: _weighted_pearson(w[:, table.cluster], table.said, table.people)


def _pooled_spearman(table: Table) -> Callable[[Numbers], Numbers]:
    # Which value is which in order is the same in every drawing; only how many there are is not.
    places = [np.unique(side, return_inverse=True)[1] for side in (table.said, table.people)]

    def statistic(w: Numbers) -> Numbers:
        drawn = w[:, table.cluster]
        return np.concatenate(
            [_weighted_pearson(e[None], *(_weighted_ranks(p, e) for p in places)) for e in drawn]
        )

    return statistic


def _weighted_ranks(place: NDArray[np.intp], weights: Numbers) -> Numbers:
    """Return midranks; an item of weight 2 counts as two that are equal."""
    each = np.bincount(place, weights=weights)
    return (np.cumsum(each) - (each - 1) / 2)[place]


def _weighted_pearson(w: Numbers, x: Numbers, y: Numbers) -> Numbers:
    # About the mean of all, so that sums of squares keep their digits.
    x, y = x - x.mean(), y - y.mean()
    total = w.sum(1)
    mean_x, mean_y = w @ x / total, w @ y / total
    xy, xx, yy = w @ (x * y) / total, w @ (x * x) / total, w @ (y * y) / total
    return _over(xy - mean_x * mean_y, xx - mean_x**2, yy - mean_y**2, size=1)


def _pooled_kendall(table: Table) -> Callable[[Numbers], Numbers]:
    """Count pairs between and within articles once; copies of one item are tied and add nothing."""
    starts = np.searchsorted(table.cluster, np.arange(len(table.names)))
    signs = [_signs(side) for side in (table.said, table.people)]
    parts = (signs[0] * signs[1], np.abs(signs[0]), np.abs(signs[1]))
    both, x, y = (_by_cluster(part, starts) for part in parts)
    return lambda w: _over(
        *(((w @ part) * w).sum(1) for part in (both, x, y)),
        size=1,
    )


def _signs(values: Numbers) -> NDArray[np.int8]:
    return np.sign(values[:, None] - values[None, :]).astype(np.int8)


def _by_cluster(part: NDArray[np.int8], starts: NDArray[np.intp]) -> Numbers:
    rows = np.add.reduceat(part, starts, axis=0, dtype=np.int64)
    return np.add.reduceat(rows, starts, axis=1).astype(np.float64)


_POOLED: Final[Mapping[Kind, Callable[[Table], Callable[[Numbers], Numbers]]]] = {
    "pearson": _pooled_pearson,
    "spearman": _pooled_spearman,
    "kendall": _pooled_kendall,
}
