"""Show results as a table for a terminal: a block for each task, a line for each figure.

Beneath a figure stand those of others for the same question. They are of other items, so they say
roughly where one is and no more.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from evals.agreement.figures import FIGURES
from evals.agreement.results import Figure, Items, Other, Part, Results, Row, TaskRecord

NONE: Final = "–"
_NAME: Final = 24
# A figure, its interval and its n; three judges fit in 100 columns.
_CELL: Final = 25
_LEGEND: Final = """\
[low high]: 95% interval, articles resampled, weights and thresholds taken as given; its end lies
near the value where chance adds to it (calibration error) or takes from it (by system)
n: where a figure is not of all items; –: nothing to measure
weights come from other articles, the mean of {deals} deals into folds{weights}; the threshold of
balanced accuracy too. What "it says" is at the thresholds that ship, which were chosen on these
articles; "thresholds anew": chosen on other articles
Brier score, calibration error (10 bins of equal width): 0 is best
pooled: over all summaries; by article: within each, then the mean; by system: of
the systems' means
people, model, metric: what others reach at the same question, on other items
"""
_ITEMS: Final[Mapping[Items, str]] = {
    "judged": "judged by people",
    "asked": "judged by people, of {systems} systems",
    "all": "with what looks filled in",
    "asked-all": "with what looks filled in, of {systems} systems",
}
_KINDS: Final = {"human": "people", "model": "model", "metric": "metric"}
_WEIGHTS: Final = {False: "", True: ", but for the weights, which are the shipped ones"}


def as_text(results: Results) -> str:
    """Return all tasks."""
    blocks = ["\n".join(_block(task, results)) + "\n" for task in results.tasks]
    if results.first is not None:
        blocks.insert(0, f"Only {results.first} articles of each set: a quick look.\n")
    legend = _LEGEND.format(deals=results.deals, weights=_WEIGHTS[results.shipped])
    heads = dict.fromkeys(
        row.judge for task in results.tasks for part in task.parts for row in part.rows
    )
    whole = [f"{_head(name)}: {name}\n" for name in heads if _head(name).endswith("…")]
    return "\n".join([*blocks, legend]) + "".join(whole)


def headline(task: TaskRecord) -> str:
    """Return one line that says how a task went."""
    if not task.measured:
        return f"{task.name}: no data"
    if not task.n:
        return f"{task.name}: nothing to measure"
    first = next(iter(task.rows[0].figures), None)
    shown = [f"{row.judge} {number(row.figures[first].value)}" for row in task.rows if first]
    return f"{task.name}: {FIGURES[first] if first else NONE}: {', '.join(shown)}"


def number(value: float | None) -> str:
    """Write a fraction with three decimals and no 0 before the point."""
    return NONE if value is None else f"{value:.3f}".replace("0.", ".", 1)


def _block(task: TaskRecord, results: Results) -> Iterator[str]:
    yield f"{task.name}: {task.asks} ({task.people})"
    if not task.measured:
        yield f"  no data: needs {', '.join(task.files)}"
        return
    for part in task.parts:
        yield from _part(task, part, results)
    if task.left_out is not None:
        left = task.left_out
        yield (
            f"  Of {left.of_summaries:,} summaries, {left.summaries:,} have labels that look "
            "filled in: five times yes, then no."
        )


def _part(task: TaskRecord, part: Part, results: Results) -> Iterator[str]:
    yes = next((row.yes for row in part.rows if row.yes is not None), None)
    share = "" if yes is None else f", people say yes to {yes:.0%}"
    kind = _ITEMS[part.items].format(systems=results.systems)
    what = f"{kind}: " if len(task.parts) > 1 else ""
    yield f"  {what}{part.n:,} items, {part.articles} articles{share}"
    yield from _sets(part)
    heads = "".join(f"{_head(row.judge):<{_CELL}}" for row in part.rows)
    yield f"  {'':{_NAME}}{heads}".rstrip()
    if any(row.undecided for row in part.rows):
        cells = (f"{row.undecided:,}" for row in part.rows)
        yield f"  {'cannot judge':{_NAME}}" + "".join(f"{c:<{_CELL}}" for c in cells).rstrip()
    # Others publish figures of all items, also of those whose labels look filled in.
    compared = next((p for p in task.parts if p.items == "all"), task.parts[0])
    for name, label in FIGURES.items():
        if any(name in row.figures for row in part.rows):
            yield _line(label, [row.figures.get(name) for row in part.rows], part.n)
            if part is compared:
                yield from _published(task, name)
    yield from _others(part.others, part.rows)


def _sets(part: Part) -> Iterator[str]:
    """Name what weights are fitted on, where judges of the same items differ in it."""
    fitted = {row.judge: row.fitted_on for row in part.rows if row.fitted_on}
    if len({tuple(sets) for sets in fitted.values()}) > 1:
        for judge, sets in fitted.items():
            yield f"  weights {judge}: fitted on {', '.join(sets)}"


def _line(label: str, figures: list[Figure | None], n: int) -> str:
    return f"  {label:{_NAME}}" + "".join(f"{_cell(f, n):<{_CELL}}" for f in figures).rstrip()


def _cell(figure: Figure | None, n: int) -> str:
    if figure is None or figure.value is None:
        return NONE
    of = f" n {figure.n:,}" if figure.n != n else ""
    if figure.low is None or figure.high is None:
        return f"{number(figure.value)}{of}"
    return f"{number(figure.value)} [{number(figure.low)} {number(figure.high)}]{of}"


def _head(judge: str) -> str:
    """Return a name that fits its column; the whole of it stands beneath the tables."""
    short = judge.removeprefix("with ")
    return short if len(short) < _CELL else f"{short[: _CELL - 2]}…"


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
    heads = "".join(f"{_head(name):<{_CELL}}" for name in names).rstrip()
    yield f"    {'':{_NAME - 2}}{'theirs':<{_CELL}}{heads}"
    for other in others:
        ours = "".join(f"{number(other.ours[n].value):<{_CELL}}" for n in names if n in other.ours)
        theirs = _cell(other.measured, 0)
        yield f"    {other.who:{_NAME - 2}}{theirs:<{_CELL}}{ours}".rstrip()
