"""Run a suite: open the models, take up what an earlier run left, run the rest, save it all."""

import asyncio
import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.run.execute import Ended, run_cells
from evals.run.kept import Kept
from evals.run.plan import BASELINE, Plan
from evals.run.provenance import manifest
from evals.run.record import Run, TrialRecord
from evals.run.saved import cannot_write, default_path, save
from evals.run.watch import Watch
from summarize.errors import InputError
from summarize.models import Model
from summarize.models.answers import Answers
from summarize.models.paths import cache_dir
from summarize.models.providers import open_model

RECORDINGS: Final = "recordings"
# Objects made between two searches for garbage in cycles, of which a run makes next to none.
ALLOCATIONS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Asking:
    """How models are asked, and where what they say is kept."""

    jobs: int
    record: Path | None = None
    replay: Path | None = None
    no_cache: bool = False
    base_url: str | None = None
    timeout: float | None = None
    context: int | None = None


def recordings_of(suite: Path) -> Path:
    """Return the folder of a suite's recordings: beside it, or beside the folder it is in."""
    folder = suite.resolve().parent
    beside = folder / RECORDINGS
    above = folder.parent / RECORDINGS
    found = above if above.is_dir() and not beside.is_dir() else beside
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found


def run_plan(
    plan: Plan, asking: Asking, *, output: Path | None, command: str, watch: Watch
) -> tuple[Run, Path]:
    """Run a plan, and return the run and where it is saved.

    Raises SummarizeError for what stops the whole run; what stops one trial is in the run.
    """
    models = _open(plan, asking, watch)
    gc.set_threshold(ALLOCATIONS)
    made = manifest(
        plan,
        [model.name for model in models.values()],
        command=command,
        replayed=asking.replay is not None,
    )
    path = output or default_path(made)
    _refuse_place(path)
    kept = None if asking.no_cache else Kept(_recordings(asking), plan.facts, asking.context)
    done = _taken_up(kept, plan, models)
    rest = [number for number in range(len(plan.cells)) if number not in done]
    watch.begin([plan.cells[number] for number in rest], taken_up=len(done))

    def ended(over: Ended) -> None:
        if kept is not None:
            kept.keep(over.cell, over.trial, over.requests)
        watch.ended(over.trial)

    cells = [plan.cells[number] for number in rest]
    trials = asyncio.run(run_cells(cells, models, jobs=asking.jobs, facts=plan.facts, ended=ended))
    done |= dict(zip(rest, trials, strict=True))
    run = Run(manifest=made, trials=[done[number] for number in range(len(plan.cells))])
    save(run, path)
    return run, path


def _open(plan: Plan, asking: Asking, watch: Watch) -> dict[str, Model]:
    answers = _answers(asking)
    opened: dict[str, Model] = {}
    for name in plan.models:
        anywhere = name != BASELINE and not name.startswith("local/")
        opened[name] = open_model(
            name,
            base_url=asking.base_url if anywhere else None,
            answers=answers,
            timeout=asking.timeout,
            context=asking.context if name != BASELINE else None,
            tell=watch.tell,
        )
    return opened


def _answers(asking: Asking) -> Answers | None:
    if sum(map(bool, (asking.record, asking.replay, asking.no_cache))) > 1:
        raise InputError("--record, --replay and --no-cache exclude each other: give one of them")
    if asking.replay:
        if not asking.replay.is_dir():
            raise InputError(f"--replay {asking.replay}: no such folder: make it with --record")
        return Answers(asking.replay, replay_only=True)
    if asking.no_cache:
        return None
    return Answers(_recordings(asking), also=(_cache(),) if asking.record else ())


def _recordings(asking: Asking) -> Path:
    """Return the folder in which every answer that is used lies."""
    return asking.replay or asking.record or _cache()


def _cache() -> Path:
    return cache_dir() / "answers"


def _refuse_place(path: Path) -> None:
    """See that the run can be saved before anything is paid for."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(0, "is a folder")
    except OSError as error:
        raise cannot_write(path, error) from error


def _taken_up(kept: Kept | None, plan: Plan, models: Mapping[str, Model]) -> dict[int, TrialRecord]:
    """Return, by its number in the plan, each trial that was made before."""
    if kept is None:
        return {}
    found = {
        number: kept.find(cell, models[cell.model].name) for number, cell in enumerate(plan.cells)
    }
    return {number: trial for number, trial in found.items() if trial is not None}
