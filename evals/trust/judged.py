"""Read the results of `summarize eval agreement`, and say how they compare.

No word here is chosen by hand for a figure: which of a closed set of comparisons holds is decided
from figures and intervals.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evals.agreement.results import Figure, Published, Results, Row, TaskRecord, load

SAVED: Final = Path(__file__).with_name("agreement.json")
BASELINE: Final = "word overlap"
WITHOUT: Final = "without a model"

# Where an interval holds both, so near that an editor would not notice.
_NEAR: Final = 0.05
# From here on he would notice, item by item.
_FAR: Final = 0.10


def agreement(path: Path = SAVED) -> Results:
    """Return the saved results. Raises InputError when they cannot be read."""
    return load(path)


def task(results: Results, name: str) -> TaskRecord | None:
    """Return what was measured in a task; None when nothing was."""
    return next((t for t in results.tasks if t.name == name and t.measured and t.rows), None)


def rows(found: TaskRecord) -> Iterator[Row]:
    """Yield the judges that are this project's own: all but the baseline."""
    return (row for row in found.rows if row.judge != BASELINE)


def value(row: Row, name: str) -> Figure | None:
    """Return a figure that has a value; None when it was not measured."""
    figure = row.figures.get(name)
    return None if figure is None or figure.value is None else figure


def ceiling(found: TaskRecord, name: str) -> Published | None:
    """Return how far one person agrees with the others."""
    return next((p for p in found.published if p.figure == name and p.kind == "human"), None)


def best(found: TaskRecord, name: str) -> Published | None:
    """Return the highest published figure of a model, or of a metric where no model has one."""
    for kind in ("model", "metric"):
        there = [p for p in found.published if p.figure == name and p.kind == kind]
        if there:
            return max(there, key=lambda p: p.value)
    return None


def compared(figure: Figure, other: float) -> str:
    """Say where a figure stands beside another, from its interval and how far off it is."""
    assert figure.value is not None
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    gap = other - figure.value
    if low > other:
        return "above"
    if high < other:
        return "well below" if gap >= _FAR else "below"
    if abs(gap) <= _NEAR:
        return "close to"
    return "perhaps below" if gap > 0 else "perhaps above"


def hundredths(figure: Figure) -> str:
    """Return "76 of 100 (73 to 79)"; without an interval where there is none."""
    assert figure.value is not None
    said = f"{_hundred(figure.value)} of 100"
    if figure.low is None or figure.high is None:
        return said
    return f"{said} ({_hundred(figure.low)} to {_hundred(figure.high)})"


def fraction(figure: Figure | None) -> str:
    """Return ".756 [.730 .783]"; a dash when there is nothing."""
    if figure is None or figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return short(figure.value)
    return f"{short(figure.value)} [{short(figure.low)} {short(figure.high)}]"


def short(number: float) -> str:
    """Return a fraction with three decimals and no 0 before the point."""
    return f"{number:.3f}".replace("0.", ".", 1)


def _hundred(number: float) -> int:
    return round(100 * number)
