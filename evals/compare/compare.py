"""Compare two sides: each metric with what is known of its difference, and what changed.

The word for each metric is that of `evals.statistics.verdict`, all tested metrics considered. A
difference is B minus A in the metric's own unit; where less is better, the word is turned round,
not the number.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evals.compare.changes import Change, changes
from evals.compare.costs import Cost, costs
from evals.compare.measured import Measured, golds_of, measured
from evals.compare.notes import notes
from evals.compare.sides import Side
from evals.compare.uncompared import Kind, Uncompared, uncompared
from evals.metrics import AMOUNTS
from evals.statistics import Comparison, Measurement, Pair, difference, pair
from evals.statistics import compare as compare_pairs


@dataclass(frozen=True, slots=True)
class Row:
    """One metric on both sides."""

    name: str
    less_is_better: bool
    a: float | None
    """Mean over the items measured on both sides, in the metric's unit; None when there is none."""
    b: float | None
    """As `a`."""
    found: Comparison
    """Differences B - A in the metric's unit; better and worse as an editor means them. A metric
    for information only has a difference, and neither p nor verdict."""


@dataclass(frozen=True, slots=True)
class Compared:
    """All that is told of two sides."""

    a: Side
    b: Side
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    uncompared: tuple[Uncompared, ...]
    """Facts and traps that are neither changed nor the same."""
    n_compared: Mapping[Kind, int]
    """Facts and traps that were judged on both sides."""
    costs: tuple[Cost, ...]
    notes: tuple[str, ...]
    """What a reader must know before believing the table."""

    @property
    def is_empty(self) -> bool:
        """Say whether no metric was measured on both sides."""
        return not any(row.found.difference.n_items for row in self.rows)


def compare(a: Side, b: Side) -> Compared:
    """Compare B with A. The runs must have passed `refuse_unlike`."""
    golds = golds_of(a.run, b.run)
    found = measured(a, b, golds)
    left_out, n_compared = uncompared(a, b)
    return Compared(
        a=a,
        b=b,
        rows=tuple(_rows(found)),
        changes=tuple(changes(a, b, golds)),
        uncompared=tuple(left_out),
        n_compared=n_compared,
        costs=tuple(costs(a, b)),
        notes=tuple(notes(a, b, golds)),
    )


def _rows(found: Sequence[Measured]) -> list[Row]:
    signed = {
        m.name: pair(_signed(m.a, less=m.less_is_better), _signed(m.b, less=m.less_is_better))
        for m in found
    }
    compared = compare_pairs({m.name: signed[m.name] for m in found if m.tested}, amounts=AMOUNTS)
    rows = []
    for m in found:
        pairs = signed[m.name]
        sign = -1.0 if m.less_is_better else 1.0
        known = compared[m.name] if m.tested else _not_tested(pairs, share=m.name not in AMOUNTS)
        rows.append(
            Row(
                name=m.name,
                less_is_better=m.less_is_better,
                a=_mean([p.a for p in _both(pairs)], sign),
                b=_mean([p.b for p in _both(pairs)], sign),
                found=_turned(known) if m.less_is_better else known,
            )
        )
    return rows


def _signed(values: Sequence[Measurement], *, less: bool) -> list[Measurement]:
    if not less:
        return list(values)
    return [m if m.value is None else replace(m, value=-m.value) for m in values]


def _both(pairs: Sequence[Pair]) -> list[Pair]:
    return [p for p in pairs if p.a is not None and p.b is not None]


def _mean(values: Sequence[float | None], sign: float) -> float | None:
    known = [v for v in values if v is not None]
    return sign * math.fsum(known) / len(known) if known else None


def _not_tested(pairs: Sequence[Pair], *, share: bool) -> Comparison:
    return Comparison(
        difference=difference(pairs, share=share),
        p=None,
        holm_p=None,
        mcnemar_p=None,
        smallest=None,
        falls=None,
        verdict=None,
        reason="not tested",
    )


def _turned(known: Comparison) -> Comparison:
    d = known.difference
    turned = replace(d, mean=_minus(d.mean), low=_minus(d.high), high=_minus(d.low))
    return replace(known, difference=turned)


def _minus(value: float | None) -> float | None:
    # 0.0 - 0.0 is 0.0, and -(0.0) is not.
    return None if value is None else 0.0 - value
