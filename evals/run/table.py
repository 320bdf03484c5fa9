"""Show a run on a terminal of 80 columns: what each system got, and of how many items."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from evals.run.record import Run, TrialRecord
from evals.run.systems import System, name_of, systems, unmeasured
from evals.scoring.scored import Mean

LABEL: Final = 17
COLUMN: Final = 12
# So many fit beside the labels in 80 columns.
ABREAST: Final = 5
NOTHING: Final = "–"
# What a verdict on a trap means.
AS_TRAP: Final = {"stated": "fallen into", "missing": "not fallen into"}
# What a share is of, where its name alone could be read the other way round.
LEGEND: Final = (
    "coverage: facts stated; decided: verdict reached; traps: not fallen into;",
    "contradictions: facts not contradicted; grounded: evidence holds;",
    "boilerplate: statements free of it; concise: points with a gold fact;",
    "form: rules of house style kept",
)
JUDGED: Final = "faithful: supported, says a judge"


def as_table(run: Run) -> str:
    """Return the metrics of a run by system, five systems abreast."""
    found = systems(run)
    articles = len({trial.article for trial in run.trials})
    lines = [
        f"{run.manifest.suite}: {_count(articles, 'article')}, {_count(len(run.trials), 'trial')}"
    ]
    lines += [""] + [f"  {letter(i)}  {s.model}, prompt {s.prompt}" for i, s in enumerate(found)]
    for first in range(0, len(found), ABREAST):
        lines += ["", *_block(run, found[first : first + ABREAST], first)]
    lines += [
        "",
        "Shares from 0 to 1 (best), averaged over articles, with the number of items",
        f"measured; then amounts for an article. {NOTHING} was not measured.",
        *LEGEND,
        *([JUDGED] if run.manifest.judge else []),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(run: Run, abreast: Sequence[System], first: int) -> Iterator[str]:
    yield _line("", [letter(first + i) for i in range(len(abreast))])
    for name in run.manifest.metrics:
        levels = [system.metrics[name] for system in abreast]
        yield _line(name, [_share(level.mean, level.n) for level in levels])
    yield ""
    for name in abreast[0].amounts:
        if any(system.amounts[name].value is not None for system in systems(run)):
            yield _line(name, [_amount(name, system.amounts[name]) for system in abreast])
    if any(system.errors for system in abreast):
        yield _line("errors", [str(system.errors) for system in abreast])


def letter(index: int) -> str:
    """Return the letter of a column: A to Z, then A1 and so on."""
    return chr(ord("A") + index % 26) + (str(index // 26) if index >= 26 else "")


def _line(label: str, cells: Sequence[str]) -> str:
    return f"{label:{LABEL}}" + "".join(f"{cell:>{COLUMN}}" for cell in cells)


def _share(mean: Mean, n: int) -> str:
    return NOTHING if mean.value is None else f"{mean.value:.2f} ({n})"


def _amount(name: str, mean: Mean) -> str:
    if mean.value is None:
        return NOTHING
    if name == "usd":
        return f"{mean.value:,.4f}"
    return f"{mean.value:,.0f}" if abs(mean.value) >= 100 else f"{mean.value:.1f}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def as_verdicts(run: Run) -> str:
    """Return the verdicts of a run item by item, with the words that decided them."""
    lines: list[str] = []
    for id_, article in _items(run.trials):
        lines += ["", f"{id_} ({article})"]
        for trial in run.trials:
            verdict = (trial.facts | trial.traps).get(id_)
            if verdict is None or trial.article != article:
                continue
            again = f" (repeat {trial.repeat})" if trial.repeat else ""
            word = AS_TRAP.get(verdict.verdict, "") if id_ in trial.traps else ""
            word = word or verdict.verdict
            lines.append(f"  {trial.model} {trial.prompt}{again}: {word}: {verdict.reason}")
            if verdict.where:
                lines.append(f"    {verdict.field}: {verdict.where}")
    return "\n".join(lines[1:]) + "\n"


def _items(trials: Sequence[TrialRecord]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((i, t.article) for t in trials for i in (*t.facts, *t.traps)))


def as_document(run: Run, saved: Path, *, corrected: dict[str, Any] | None = None) -> str:
    """Return the means of a run as JSON; `corrected` are its rates corrected for errors."""
    document: dict[str, Any] = {
        "schema_version": "1",
        "run": str(saved),
        "suite": run.manifest.suite,
        "systems": [
            {
                "model": system.model,
                "prompt": system.prompt,
                "trials": system.trials,
                "errors": system.errors,
                "metrics": {
                    name: {"value": level.mean.value, "n": level.n, "articles": level.mean.articles}
                    for name, level in system.metrics.items()
                },
                "amounts": {name: mean.value for name, mean in system.amounts.items()},
            }
            for system in systems(run)
        ],
        "errors": [f"{name_of(t)}: {t.error.message}" for t in run.trials if t.error],
        "unmeasured": unmeasured(run),
        "corrected": corrected,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
