"""The gold as pytest sees it: the suite, replayed from its recordings once for all tests.

    pytest evals/                                        this project's suite
    pytest evals/ --suite my/suite.yaml --recordings DIR another one
    pytest evals/ --judge openai/gpt-5.4                 and ask a model what it thinks

Where it is installed, give the path of the package instead of evals/: with --pyargs, pytest reads
this file too late to take its options. No model is asked but the one that judges.
"""

import asyncio
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from evals.deepeval_bridge import environment
from evals.gate.breach import Breach
from evals.gate.check import check
from evals.gate.floors import Floors, load_floors
from evals.gate.standing import Standing, standings
from evals.run.asking import Asking, recordings_of
from evals.run.execute import run_cells
from evals.run.judging import support_judges
from evals.run.plan import Cell, Plan, Selection, make_plan
from evals.run.provenance import manifest
from evals.run.record import Run, TrialRecord
from evals.run.systems import unmeasured
from evals.suite import find_suite, load_suite
from summarize.errors import SummarizeError
from summarize.models.answers import Answers
from summarize.models.providers import open_model

JUDGE = "judge"

# Before DeepEval's pytest plugin, where it is loaded, looks at its environment.
environment.prepare()
environment.prepare_imported()


@dataclass(frozen=True)
class Replayed:
    """The suite's run, and what the gate says of it."""

    plan: Plan
    run: Run
    floors: Floors | None
    breaches: Sequence[Breach]
    unmeasured: Sequence[str]
    """Metrics without a value in any trial."""

    def trial(self, index: int) -> TrialRecord:
        """Return the trial of a cell of the plan."""
        return self.run.trials[index]

    def system(self, index: int) -> Standing:
        """Return the system of a cell of the plan."""
        trial = self.trial(index)
        return next(
            standing
            for standing in standings(self.run)
            if (standing.model, standing.prompt) == (trial.model, trial.prompt)
        )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the options of the gold tests."""
    group = parser.getgroup("summarize")
    group.addoption("--suite", type=Path, help="The suite to test. [the same as summarize eval]")
    group.addoption("--recordings", type=Path, help="Answers to replay. [the suite's]")
    group.addoption("--judge", metavar="MODEL", help="Run the judge tests: provider/name.")
    group.addoption("--judge-base-url", metavar="URL", help="Address of the judge's server.")


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker, also where no pyproject.toml does."""
    config.addinivalue_line("markers", f"{JUDGE}: asks the model of --judge; off without it")
    if config.option.markexpr == JUDGE and not _option(config, "--judge"):
        raise pytest.UsageError("-m judge: which model judges? Give --judge provider/name")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse a suite that cannot be used, before anything else is said."""
    _plan(_option(session.config, "--suite"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the judge tests out unless a judge is named."""
    if _option(config, "--judge"):
        return
    off = [item for item in items if item.get_closest_marker(JUDGE)]
    if off:
        config.hook.pytest_deselected(items=off)
        items[:] = [item for item in items if item not in off]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test for each trial, each must-fact and each floor of the suite."""
    wanted = {"trial_index", "must_fact", "floor"} & set(metafunc.fixturenames)
    if not wanted:
        return
    plan = _plan(_option(metafunc.config, "--suite"))
    if "trial_index" in wanted:
        names = [_name(cell) for cell in plan.cells]
        metafunc.parametrize("trial_index", range(len(plan.cells)), ids=names)
    if "must_fact" in wanted:
        found = list(_must_facts(plan))
        names = [f"{_name(plan.cells[index])}-{fact}" for index, fact in found]
        metafunc.parametrize("must_fact", found, ids=names)
    if "floor" in wanted:
        none = pytest.param(None, marks=pytest.mark.skip(reason="the suite names no floors"))
        floors = [pytest.param(floor, id="-".join(floor)) for floor in _floors(plan)]
        metafunc.parametrize("floor", floors or [none])


@pytest.fixture(scope="session")
def replayed(request: pytest.FixtureRequest) -> Replayed:
    """Return the run of the suite from its recordings."""
    plan = _plan(_option(request.config, "--suite"))
    folder = _option(request.config, "--recordings") or recordings_of(plan.suite.path)
    return _replay(plan, folder)


def _replay(plan: Plan, recordings: Path) -> Replayed:
    answers = Answers(recordings, replay_only=True)
    models = {name: open_model(name, answers=answers) for name in plan.models}
    made = manifest(
        plan,
        [model.name for model in models.values()],
        command=_command(plan, recordings),
        replayed=True,
    )
    support = support_judges(plan.prompts, Asking(1, replay=recordings), models)
    trials = asyncio.run(
        run_cells(plan.cells, models, jobs=1, facts=(), ended=lambda _: None, support=support)
    )
    run = Run(manifest=made, trials=trials)
    floors = _floors_of(plan)
    breaches = check(run, floors)
    return Replayed(plan, run, floors, breaches, unmeasured(run))


def _option(config: pytest.Config, name: str) -> Any:
    """Return one of our options; None also where pytest read this file too late to take any."""
    return config.getoption(name, None)


@cache
def _plan(suite: Path | None) -> Plan:
    try:
        return make_plan(load_suite(find_suite(suite)), Selection())
    except SummarizeError as error:
        raise pytest.UsageError(str(error)) from error


def _command(plan: Plan, recordings: Path) -> str:
    """Return the command that makes the same run: what is told adds an option to it."""
    return shlex.join(["summarize", "eval", str(plan.suite.path), "--replay", str(recordings)])


def _floors_of(plan: Plan) -> Floors | None:
    if plan.suite.floors is None:
        return None
    command = _command(plan, recordings_of(plan.suite.path))
    try:
        return load_floors(plan.suite.floors, command=command)
    except SummarizeError as error:
        raise pytest.UsageError(str(error)) from error


def _floors(plan: Plan) -> Iterator[tuple[str, str]]:
    floors = _floors_of(plan)
    for name, system in (floors.systems if floors else {}).items():
        for metric in system.metrics:
            yield name, metric


def _must_facts(plan: Plan) -> Iterator[tuple[int, str]]:
    """Yield each must-fact of each system, by the cell of its first repeat."""
    for index, cell in enumerate(plan.cells):
        if cell.repeat == 0:
            for fact in cell.item.loaded.gold.facts:
                if fact.weight == "must":
                    yield index, fact.id


def _name(cell: Cell) -> str:
    again = f"-{cell.repeat}" if cell.repeat else ""
    return f"{cell.model}-{cell.prompt.name}-{cell.item.article.id}{again}"
