"""Make the run that a comparison needs: only what is missing is asked, as in `summarize eval`."""

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from evals.run.asking import Asking, recordings_of
from evals.run.plan import Selection, make_plan
from evals.run.record import Run
from evals.run.run import run_plan
from evals.run.watch import Watch
from evals.suite import find_suite, load_suite
from summarize.cli.progress import Progress


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be run."""

    prompts: tuple[str, ...] = ()
    """Empty: those of the suite."""
    models: tuple[str, ...] = ()
    """As `prompts`."""
    suite: Path | None = None
    """None for this project's own."""
    repeat: int | None = None
    jobs: int = 4
    replay: bool = False
    base_url: str | None = None
    judge: str | None = None
    """As in `Asking`."""

    @property
    def made_only(self) -> bool:
        """Say whether something is asked for that a run already made cannot have."""
        return any((self.suite, self.repeat, self.replay, self.base_url, self.judge))


def make_run(wanted: Wanted) -> tuple[Run, Path]:
    """Return the run and where it is saved. Raises SummarizeError as `summarize eval` does."""
    suite = load_suite(find_suite(wanted.suite))
    selection = Selection(
        prompts=tuple(dict.fromkeys(wanted.prompts)),
        models=tuple(dict.fromkeys(wanted.models)),
        repeat=wanted.repeat,
    )
    plan = make_plan(suite, selection)
    asking = Asking(
        jobs=wanted.jobs,
        replay=recordings_of(suite.path) if wanted.replay else None,
        base_url=wanted.base_url,
        judge=wanted.judge,
    )
    command = shlex.join(["summarize", *sys.argv[1:]])
    with Progress(quiet=False, total=len(plan.cells)) as progress:
        return run_plan(plan, asking, output=None, command=command, watch=Watch(progress))
