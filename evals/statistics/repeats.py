"""How much the same prompt differs from itself when it is asked again."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from evals.statistics.paired import Measurement, average, by_item


@dataclass(frozen=True, slots=True)
class Noise:
    """Differences between repeats of one run, item by item."""

    deviation: float | None
    """Standard deviation of one answer around its item's mean, in the metric's unit, pooled over
    the items. None when no item was measured twice."""
    unsteady: float | None
    """Share of items, 0 to 1, whose repeats do not all agree. None when none was measured twice."""
    error: float | None
    """Standard error that this noise alone leaves in the run's mean over all items, its repeats
    averaged. It counts items as independent, so it is the least there is."""
    n_items: int
    """Items measured at least twice."""
    n_repeats: int
    """Most repeats of any item."""


def noise(measurements: Iterable[Measurement]) -> Noise:
    """Pool the variance between repeats over all items (one-way analysis of variance).

    Raises ValueError when a repeat is given twice.
    """
    measured = [values for values in by_item(measurements).values() if values]
    repeated = [values for values in measured if len(values) > 1]
    most = max((len(values) for values in measured), default=0)
    if not repeated:
        return Noise(None, None, None, n_items=0, n_repeats=most)
    squares = 0.0
    for values in repeated:
        mean = average(values) or 0.0
        squares += math.fsum((v - mean) ** 2 for v in values)
    variance = squares / sum(len(values) - 1 for values in repeated)
    spread = math.fsum(variance / len(values) for values in measured)
    return Noise(
        deviation=math.sqrt(variance),
        unsteady=sum(len(set(values)) > 1 for values in repeated) / len(repeated),
        error=math.sqrt(spread) / len(measured),
        n_items=len(repeated),
        n_repeats=most,
    )
