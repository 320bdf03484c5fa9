"""Show results as a table for a terminal: a block for each task, a line for each figure.

Beneath a figure stand those of others for the same question. They are of other items, so they say
roughly where one is and no more.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from evals.agreement.figures import FIGURES
from evals.agreement.results import Figure, Other, Results, Row, TaskRecord

NONE: Final = "–"
# Three judges fit in 80 columns.
_NAME: Final = 24
_CELL: Final = 18
_LEGEND: Final = """\
[low high]: 95% interval, articles resampled; –: nothing to measure
weights and thresholds come from other articles{weights}
Brier score, calibration error (10 bins of equal width): 0 is best
pooled: over all summaries; by article: within each, then the mean; by system: of
the systems' means
people, model, metric: what others reach at the same question, on other items
"""
_KINDS: Final = {"human": "people", "model": "model", "metric": "metric"}
_WEIGHTS: Final = {False: "", True: ", but for the weights, which are the shipped ones"}


def as_text(results: Results) -> str:
    """Return all tasks."""
    blocks = ["\n".join(_block(task)) + "\n" for task in results.tasks]
    if results.first is not None:
        blocks.insert(0, f"Only {results.first} articles of each set: a quick look.\n")
    names = dict.fromkeys(row.judge for task in results.tasks for row in task.rows)
    whole = [f"{_cut(name)}: {name}\n" for name in names if _cut(name) != name]
    return "\n".join([*blocks, _LEGEND.format(weights=_WEIGHTS[results.shipped])]) + "".join(whole)


def headline(task: TaskRecord) -> str:
    """Return one line that says how a task went."""
    if not task.measured:
        return f"{task.name}: no data"
    first = next(iter(task.rows[0].figures), None)
    shown = [f"{row.judge} {number(row.figures[first].value)}" for row in task.rows if first]
    return f"{task.name}: {FIGURES[first] if first else NONE}: {', '.join(shown)}"


def number(value: float | None) -> str:
    """Write a fraction with three decimals."""
    return NONE if value is None else f"{value:.3f}"


def _block(task: TaskRecord) -> Iterator[str]:
    yield f"{task.name}: {task.asks} ({task.people})"
    if not task.measured:
        yield f"  no data: needs {', '.join(task.files)}"
        return
    yes = next((row.yes for row in task.rows if row.yes is not None), None)
    share = "" if yes is None else f", people say yes to {yes:.0%}"
    yield f"  {task.n:,} items, {task.articles} articles{share}"
    yield f"  {'':{_NAME}}" + "".join(f"{_cut(row.judge):<{_CELL}}" for row in task.rows).rstrip()
    if any(row.undecided for row in task.rows):
        cells = (f"{row.undecided:,}" for row in task.rows)
        yield f"  {'cannot judge':{_NAME}}" + "".join(f"{c:<{_CELL}}" for c in cells).rstrip()
    for name, label in FIGURES.items():
        if any(name in row.figures for row in task.rows):
            yield _line(label, [row.figures.get(name) for row in task.rows])
            yield from _published(task, name)
    yield from _others(task.others, task.rows)


def _line(label: str, figures: list[Figure | None]) -> str:
    return f"  {label:{_NAME}}" + "".join(f"{_cell(f):<{_CELL}}" for f in figures).rstrip()


def _cell(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return NONE
    if figure.low is None or figure.high is None:
        return number(figure.value)
    low, high = (number(end).replace("0.", ".", 1) for end in (figure.low, figure.high))
    return f"{number(figure.value)} [{low} {high}]"


def _cut(judge: str) -> str:
    """Return a name that fits its column; the whole of it stands beneath the tables."""
    return judge if len(judge) < _CELL else f"{judge[: _CELL - 2]}…"


def _published(task: TaskRecord, name: str) -> Iterator[str]:
    there = [p for p in task.published if p.figure == name]
    for kind, given in groupby(there, key=lambda p: p.kind):
        listed = ", ".join(f"{p.who} {number(p.value)}" for p in given)
        yield f"    {_KINDS[kind]}: {listed}"


def _others(others: list[Other], rows: list[Row]) -> Iterator[str]:
    if not others:
        return
    yield f"  {FIGURES[others[0].figure]} of other models, and of ours on those very items:"
    names = [row.judge for row in rows]
    heads = "".join(f"{_cut(name):<{_CELL}}" for name in names).rstrip()
    yield f"    {'':{_NAME - 2}}{'theirs':<{_CELL}}{heads}"
    for other in others:
        ours = "".join(f"{number(other.ours[n].value):<{_CELL}}" for n in names if n in other.ours)
        yield f"    {other.who:{_NAME - 2}}{_cell(other.measured):<{_CELL}}{ours}".rstrip()
