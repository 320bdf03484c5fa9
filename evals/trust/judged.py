"""Read the results of `summarize eval agreement`, and write its figures for a reader.

No word here is chosen by hand for a figure. Each judge is shown where it was measured on most items
that people judged; summaries whose labels look filled in are shown apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.agreement.results import Figure, Items, Other, Part, Published, Results, TaskRecord, load
from evals.trust.markdown import listed

SAVED: Final = Path(__file__).with_name("agreement.json")
BASELINE: Final = "word overlap"
WITHOUT: Final = "without a model"

# Figures of these items stand in the text; the others hold what looks filled in.
_JUDGED: Final[tuple[Items, ...]] = ("judged", "asked")


@dataclass(frozen=True, slots=True)
class Told:
    """A judge's figure, and by which items."""

    judge: str
    figure: Figure
    part: Part

    @property
    def value(self) -> float:
        """The figure itself; there is one."""
        assert self.figure.value is not None
        return self.figure.value

    @property
    def by(self) -> str:
        """Who judged, to be said after a figure."""
        return self.judge if self.judge == WITHOUT else "with the model"


def agreement(path: Path = SAVED) -> Results:
    """Return the saved results. Raises InputError when they cannot be read."""
    return load(path)


def task(results: Results, name: str) -> TaskRecord | None:
    """Return what was measured in a task; None when nothing was."""
    return next((t for t in results.tasks if t.name == name and t.measured and t.rows), None)


def told(found: TaskRecord, name: str, *, items: tuple[Items, ...] = _JUDGED) -> list[Told]:
    """Return the figure of each of this project's judges, the one with a model last.

    Of each, that of most items; a judge without a value is left out.
    """
    best: dict[str, Told] = {}
    for part in (part for part in found.parts if part.items in items):
        for row in part.rows:
            figure = row.figures.get(name)
            if figure is None or figure.value is None or row.judge == BASELINE:
                continue
            if row.judge not in best or part.n > best[row.judge].part.n:
                best[row.judge] = Told(row.judge, figure, part)
    return sorted(best.values(), key=lambda one: one.judge != WITHOUT)


def overlap(part: Part, name: str) -> Figure | None:
    """Return what counting shared words reaches on the same items; None where it has no value."""
    figures = (row.figures.get(name) for row in part.rows if row.judge == BASELINE)
    return next((f for f in figures if f is not None and f.value is not None), None)


def is_better(one: Told, name: str) -> bool:
    """Say whether a judge is surely better than counting shared words: by its whole interval."""
    other = overlap(one.part, name)
    low = one.value if one.figure.low is None else one.figure.low
    return other is None or other.value is None or low > other.value


def human(found: TaskRecord, name: str) -> Published | None:
    """Return how far one person agrees with the others."""
    return next((p for p in found.published if p.figure == name and p.kind == "human"), None)


def models(found: TaskRecord, name: str) -> list[Published]:
    """Return what other models have reached, on other items, the best first."""
    there = [p for p in found.published if p.figure == name and p.kind == "model"]
    return sorted(there, key=lambda p: -p.value)


def others(found: TaskRecord) -> list[tuple[Other, Told]]:
    """Return other models' answers to the same facts, the best first, each beside our last judge.

    Empty where there are none.
    """
    parts = [part for part in found.parts if part.items in _JUDGED and part.others]
    if not parts:
        return []
    part = parts[0]
    judge = part.rows[-1].judge
    there = [o for o in part.others if o.measured.value is not None and _of(o, judge) is not None]
    there.sort(key=lambda o: -(o.measured.value or 0.0))
    return [(o, Told(judge, o.ours[judge], part)) for o in there]


def _of(other: Other, judge: str) -> float | None:
    figure = other.ours.get(judge)
    return None if figure is None else figure.value


def shares(found: list[Told]) -> str:
    """Return "83 of 100 (80 to 85, n 980) without a model and 85 (82 to 87, n 310) with the model".

    n is said once where it is the same.
    """
    said: list[str] = []
    before = None
    for one in found:
        of = "" if said else " of 100"
        chance = _chance(one.figure)
        n = "" if one.figure.n == before else f"n {one.figure.n:,}"
        known = ", ".join(filter(None, (chance, n)))
        said.append(f"{hundred(one.value)}{of}{f' ({known})' if known else ''} {one.by}")
        before = one.figure.n
    return listed(said)


def _chance(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{hundred(figure.low)} to {hundred(figure.high)}"


def rates(found: list[Told], *, inverse: bool = False) -> str:
    """Return "8" or "12 without a model and 11 with the model", of 100, or what is left of 100."""
    each = [hundred(1 - one.value if inverse else one.value) for one in found]
    if len(set(each)) == 1:
        return f"{each[0]}"
    return listed([f"{rate} {one.by}" for rate, one in zip(each, found, strict=True)])


def coefficients(found: list[Told]) -> str:
    """Return "0.70 without a model and 0.80 with the model"."""
    return listed([f"{one.value:.2f} {one.by}" for one in found])


def hundred(number: float) -> int:
    """Return a share in hundredths."""
    return round(100 * number)


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


def parts(results: Results) -> Iterator[tuple[TaskRecord, Part]]:
    """Yield what was measured, task by task and by items."""
    yield from ((task, part) for task in results.tasks if task.measured for part in task.parts)
