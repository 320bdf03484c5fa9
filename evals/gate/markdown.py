"""A run as Markdown for a pull request: passed or not, the floors, and the facts not stated.

What models and articles say is escaped: it can add no heading, link, picture or HTML to the page.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evals.gate.breach import Breach
from evals.gate.floors import Floors
from evals.gate.standing import Standing, standings
from evals.metrics import AMOUNTS
from evals.run.record import Run
from summarize.cli.progress import one_line

# Text that gets a meaning in Markdown or HTML; a web address becomes a link by itself.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>|~#!&@])")
_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|www)(?=[:.])")


def markdown(run: Run, breaches: Sequence[Breach], floors: Floors | None = None) -> str:
    """Return the page. With `floors`, each metric's floor stands beside its value."""
    return "\n".join(_lines(run, breaches, floors)) + "\n"


def _lines(run: Run, breaches: Sequence[Breach], floors: Floors | None) -> Iterator[str]:
    verdict = f"{len(breaches)} faults" if len(breaches) > 1 else "1 fault"
    yield f"## summarize eval {_plain(run.manifest.suite)}: {verdict if breaches else 'passed'}"
    yield ""
    for breach in breaches:
        yield f"- {_plain(breach.message)}"
    if breaches:
        yield ""
    held = list(standings(run))
    metrics = [m for m in run.manifest.metrics if any(s.value(m) is not None for s in held)]
    gated = floors.systems.values() if floors else ()
    extra = [m for m in AMOUNTS if any(m in system.metrics for system in gated)]
    yield "| metric | " + " | ".join(_plain(s.name) for s in held) + " |"
    yield "|---" + "|--:" * len(held) + "|"
    for metric in [*metrics, *extra]:
        yield f"| {_plain(metric)} | " + " | ".join(_cell(s, metric, floors) for s in held) + " |"
    yield ""
    articles = len(run.manifest.articles)
    yield (
        f"{articles} article{'s' if articles != 1 else ''}, repeat {run.manifest.repeat}, "
        f"{'replayed' if run.manifest.replayed else 'asked'}, commit "
        f"{(run.manifest.commit or 'unknown')[:8]}{' with changes' if run.manifest.dirty else ''}"
    )
    for standing in held:
        yield from _facts(standing)


def _cell(standing: Standing, metric: str, floors: Floors | None) -> str:
    value = standing.value(metric)
    shown = "-" if value is None else f"{value:.2f}"
    system = floors.systems.get(standing.name) if floors else None
    floor = system.metrics.get(metric) if system else None
    if floor is None:
        return shown
    mark = "" if value is not None and floor.holds(value) else " **fell**"
    return f"{shown} ({'≥' if floor.at_least is not None else '≤'} {floor.bound:.2f}){mark}"


def _facts(standing: Standing) -> Iterator[str]:
    rows = [
        f"| {_plain(article)} | {_plain(fact)} | {record.verdict} | {_plain(record.reason)} |"
        for article in standing.articles
        for fact, record in standing.facts(article).items()
        if record.verdict != "stated"
    ]
    if not rows:
        return
    yield ""
    yield f"<details><summary>{_plain(standing.name)}: {len(rows)} facts not stated</summary>"
    yield ""
    yield "| article | fact | verdict | why |"
    yield "|---|---|---|---|"
    yield from rows
    yield ""
    yield "</details>"


def _plain(text: str) -> str:
    escaped = _MARKUP.sub(r"\\\1", one_line(text))
    return _ADDRESS.sub(lambda found: found[0] + "\N{ZERO WIDTH SPACE}", escaped)
