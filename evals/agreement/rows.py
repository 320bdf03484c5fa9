"""Put what was measured of a judge into the form in which it is saved."""

from collections.abc import Mapping

from evals.agreement.figures import Figures
from evals.agreement.judge import Judge, weights_of
from evals.agreement.results import ReliabilityBin, Row, figure
from evals.statistics.resampled import Estimate


def row(
    judge: Judge,
    measured: Figures,
    *,
    shipped: bool,
    also: Mapping[str, Estimate] | None = None,
) -> Row:
    """Return the row of a judge; `also` are further figures of the task."""
    figures = dict(measured.by_name) | dict(also or {})
    return Row(
        judge=judge.name,
        weights=weights_of(judge, shipped=shipped),
        n=measured.n,
        undecided=measured.undecided,
        yes=measured.yes,
        figures={name: figure(estimate) for name, estimate in figures.items()},
        reliability=[
            ReliabilityBin(low=b.low, high=b.high, n=b.n, said=b.said, people=b.people)
            for b in measured.reliability
        ],
    )
