"""Run a suite: open the models, take up what an earlier run left, run the rest, save it all."""

from collections.abc import Mapping
from pathlib import Path

from evals.run.asking import Asking, open_models
from evals.run.execute import Ended, run_cells
from evals.run.judging import judge_record, open_judge, support_judges
from evals.run.kept import Kept
from evals.run.plan import Plan
from evals.run.price import priced
from evals.run.provenance import manifest
from evals.run.record import Run, TrialRecord
from evals.run.saved import cannot_write, default_path, save, unused
from evals.run.shards import Work, processes_for, run_sharded
from evals.run.watch import Watch
from summarize.errors import UnknownModelError
from summarize.models import Model
from summarize.pipeline.once import at_once


def run_plan(
    plan: Plan, asking: Asking, *, output: Path | None, command: str, watch: Watch
) -> tuple[Run, Path]:
    """Run a plan, and return the run and where it is saved.

    Raises SummarizeError for what stops the whole run; what stops one trial is in the run.
    """
    models = _opened(plan, asking, watch)
    support = support_judges(plan.prompts, asking, models, watch.tell)
    judge = open_judge(asking, {**models, **support}, watch.tell)
    judged = judge_record(judge)
    made = manifest(
        plan,
        [model.name for model in models.values()],
        command=command,
        replayed=asking.replay is not None,
        judge=judged,
    )
    place = output or default_path(made)
    _refuse_place(place)
    settings = asking.recordings, plan.facts, asking.context, judged
    kept = None if asking.no_cache else Kept(*settings, server=asking.server)
    done = _taken_up(kept, plan, models)
    rest = [number for number in range(len(plan.cells)) if number not in done]
    watch.begin([plan.cells[number] for number in rest], taken_up=len(done))
    cells = tuple(plan.cells[number] for number in rest)
    trials = _made(Work(cells, plan, asking, kept, judge, support), models, watch)
    done |= dict(zip(rest, trials, strict=True))
    prices = plan.suite.suite.prices
    ordered = [priced(done[number], prices) for number in range(len(plan.cells))]
    run = Run(manifest=made, trials=ordered)
    path = output or unused(place)
    save(run, path)
    return run, path


def _opened(plan: Plan, asking: Asking, watch: Watch) -> dict[str, Model]:
    """Open the models; a name that none has is told by its line in the suite, if it is there."""
    models: dict[str, Model] = {}
    for name in plan.models:
        try:
            models |= open_models([name], asking, watch.tell)
        except UnknownModelError as error:
            named = plan.suite.suite.models
            if name not in named:
                raise
            raise plan.suite.fault(("models", named.index(name)), str(error)) from error
    return models


def _made(work: Work, models: Mapping[str, Model], watch: Watch) -> list[TrialRecord]:
    """Return the trials of all cells, made here or by several processes."""
    processes = processes_for(work, models)

    def told(trial: TrialRecord) -> None:
        watch.ended(priced(trial, work.plan.suite.suite.prices))

    if processes > 1:
        return at_once(run_sharded(work, models, processes, told))

    def ended(over: Ended) -> None:
        if work.kept is not None:
            work.kept.keep(over.cell, over.trial, over.requests)
        told(over.trial)

    return at_once(
        run_cells(
            work.cells,
            models,
            jobs=work.asking.jobs,
            facts=work.plan.facts,
            ended=ended,
            judge=work.judge,
            support=work.support,
        )
    )


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
