"""What each side costs for one article: tokens, time, money, length, and what had to be mended.

Reported beside the metrics, never tested with them: an editor decides what a fact may cost. Time
is the model's, also of answers that now come from a recording.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evals.compare.measured import TESTED_AMOUNTS
from evals.compare.sides import Side
from evals.metrics import AMOUNTS
from evals.statistics import Difference, Measurement, difference, pair


@dataclass(frozen=True, slots=True)
class Cost:
    """One amount, as a mean over the articles in which both sides know it."""

    name: str
    a: float | None
    """None when not known on both sides, as USD where no price is."""
    b: float | None
    """As `a`."""
    difference: Difference
    """B minus A; more is dearer."""


def costs(a: Side, b: Side) -> list[Cost]:
    """Return every amount that is not compared among the metrics, in the order of `AMOUNTS`."""
    found = []
    for name in AMOUNTS:
        if name in TESTED_AMOUNTS:
            continue
        pairs = pair(_measured(a, name), _measured(b, name))
        both = [(p.a, p.b) for p in pairs if p.a is not None and p.b is not None]
        found.append(
            Cost(
                name=name,
                a=sum(x for x, _ in both) / len(both) if both else None,
                b=sum(y for _, y in both) / len(both) if both else None,
                difference=difference(pairs),
            )
        )
    return found


def _measured(side: Side, name: str) -> Iterator[Measurement]:
    for trial in side.trials():
        if trial.error is None:
            yield Measurement(trial.article, "", trial.amounts.get(name), trial.repeat)
