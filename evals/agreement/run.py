"""Run the tasks, one after the other, and put together what is saved."""

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import numpy
import yaml
from pydantic import TypeAdapter

from evals.agreement.desk import CLAIM_FILES, Desk
from evals.agreement.judge import Judge
from evals.agreement.results import DataFile, LeftOut, Published, Results, TaskRecord
from evals.agreement.rounds import Asker
from evals.agreement.tasks import TASKS, Task
from evals.fit.logistic import DEALS
from evals.people.data import ALL, People
from evals.run.digests import matcher_digest
from evals.statistics.difference import RESAMPLES, SEED
from summarize.version import VERSION

_PUBLISHED: Final = Path(__file__).with_name("published.yaml")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be measured, and by whom."""

    tasks: tuple[str, ...]
    """Names of TASKS; empty: all of them."""
    fact_judges: Sequence[Judge]
    support_judges: Sequence[Judge]
    model: str | None
    """The model among the judges; None: none."""
    first: int | None
    """Cut each set to so many articles; None: all."""
    systems: int | None = None
    """Ask about the facts of so many systems of each article; None: all."""
    asks_left_out: bool = False
    """Ask also about summaries whose labels look filled in."""


async def measure(
    people: People,
    wanted: Wanted,
    asker: Asker,
    *,
    command: str,
    done: Callable[[TaskRecord], None] = lambda _task: None,
) -> Results:
    """Measure the wanted tasks, in the order of TASKS; `done` is told of each.

    Raises InputError for data that cannot be read, and what a judge's model raises.
    """
    names = [name for name in TASKS if not wanted.tasks or name in wanted.tasks]
    claims = {TASKS[name].claims for name in names}
    desk = Desk(
        people,
        asker,
        wanted.fact_judges,
        wanted.support_judges,
        wanted.first,
        wanted.systems,
        wanted.asks_left_out,
        [file for file in CLAIM_FILES if file in claims],
    )
    records = []
    for name in names:
        records.append(await _measured(name, TASKS[name], desk))
        done(records[-1])
    read = [file for file in ALL if people.was_read(file)]
    return Results(
        made=datetime.now(UTC).replace(microsecond=0),
        command=command,
        versions={
            "summarize-news": VERSION,
            "python": platform.python_version(),
            "numpy": numpy.__version__,
        },
        matcher=matcher_digest(),
        model=wanted.model,
        first=wanted.first,
        systems=wanted.systems,
        shipped=asker.shipped,
        deals=DEALS,
        resamples=RESAMPLES,
        seed=SEED,
        data={f.name: DataFile(sha256=people.digest(f), rows=len(people.rows(f))) for f in read},
        tasks=records,
    )


async def _measured(name: str, task: Task, desk: Desk) -> TaskRecord:
    there = all(desk.people.has(file) for file in task.needs)
    parts = await task.measure(desk) if there else []
    return TaskRecord(
        name=name,
        asks=task.asks,
        people=task.people,
        files=[file.name for file in task.needs],
        measured=there,
        left_out=_left_out(desk) if any(part.items == "all" for part in parts) else None,
        parts=parts,
        published=[figure for figure in published() if figure.task == name],
    )


def _left_out(desk: Desk) -> LeftOut:
    everything = {fact.of_summary for fact in desk.facts}
    return LeftOut(summaries=len(desk.left_out), of_summaries=len(everything))


@cache
def published() -> tuple[Published, ...]:
    """Return what others have published, for all tasks."""
    given = yaml.safe_load(_PUBLISHED.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[Published, ...]).validate_python(given)
