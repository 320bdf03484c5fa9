"""Put what was measured of judges into the form in which it is saved."""

from collections.abc import Mapping, Sequence

from evals.agreement.figures import Figures
from evals.agreement.judge import Judge, whence
from evals.agreement.results import Items, Other, Part, ReliabilityBin, Row, figure
from evals.agreement.rounds import Round
from evals.statistics.resampled import Estimate


async def row(
    asked: Round,
    judge: Judge,
    measured: Figures,
    also: Mapping[str, Estimate] | None = None,
) -> Row:
    """Return the row of a judge in a round; `also` are further figures of the task."""
    figures = dict(measured.by_name) | dict(also or {})
    return Row(
        judge=judge.name,
        weights=whence(judge, shipped=asked.is_shipped),
        fitted_on=await asked.sets(judge),
        n=measured.n,
        undecided=measured.undecided,
        yes=measured.yes,
        figures={name: figure(estimate) for name, estimate in figures.items()},
        reliability=[
            ReliabilityBin(low=b.low, high=b.high, n=b.n, said=b.said, people=b.people)
            for b in measured.reliability
        ],
    )


def part(rows: Sequence[Row], *, items: Items = "judged", others: Sequence[Other] = ()) -> Part:
    """Return rows of the same items."""
    return Part(
        items=items,
        n=max((row.n + row.undecided for row in rows), default=0),
        articles=max((f.articles for row in rows for f in row.figures.values()), default=0),
        rows=list(rows),
        others=list(others),
    )
