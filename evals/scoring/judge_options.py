"""The options of a command that may ask a judge, and the judge they name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from summarize.cli.kept_options import kept_options
from summarize.errors import InputError

if TYPE_CHECKING:
    from evals.scoring.judging import Judge
    from evals.trial import Trial
    from summarize.cli.progress import Progress
    from summarize.models import Model
    from summarize.models.settings import Tell

JUDGE_HELP: Final = "Let this model (provider/name) judge what no value decides."
_OPTIONS: Final = (
    click.option("--judge", "judge_name", metavar="MODEL", help=JUDGE_HELP),
    click.option("--base-url", metavar="URL", help="Address of the judge's server."),
    click.option(
        "-j", "--jobs", type=click.IntRange(1, 1000), default=4, show_default=True, help="At once."
    ),
    kept_options,
)


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """What the command line says about a judge."""

    judge_name: str | None = None
    base_url: str | None = None
    jobs: int = 4
    record: Path | None = None
    replay: Path | None = None
    no_cache: bool = False

    def open(self, tell: "Tell") -> "Judge | None":
        """Return the judge; None when none is asked. Raises InputError or ModelError."""
        if self.judge_name is None:
            self._refuse_alone()
            return None
        from summarize.models.kept import answers_in
        from summarize.models.providers import open_model, server_of

        answers = answers_in(record=self.record, replay=self.replay, no_cache=self.no_cache)
        near = self.judge_name.startswith("local/")
        base_url = None if near else self.base_url
        model = open_model(self.judge_name, base_url=base_url, answers=answers, tell=tell)
        return judge_of(model, server=None if self.replay else server_of(model.name, base_url))

    def _refuse_alone(self) -> None:
        given = {
            "--base-url": self.base_url,
            "--record": self.record,
            "--replay": self.replay,
            "--no-cache": self.no_cache,
        }
        if alone := [name for name, value in given.items() if value]:
            raise InputError(f"{alone[0]}: nobody is asked: name a model with --judge")


def judge_of(model: "Model", *, server: str | None = None) -> "Judge":
    """Return the judge that asks a model, at a server.

    Raises InputError for one that answers nothing.
    """
    from evals.scoring.judging import Judge
    from summarize.models.lead import Lead

    if isinstance(model, Lead):
        raise InputError("--judge lead: answers no question: name a model, provider/name")
    return Judge.with_shipped_weights(model, server=server)


def judged_line(progress: "Progress") -> "Callable[[Trial], None]":
    """Return what tells that a summary has been judged."""
    return lambda trial: progress.done(f"{trial.article.id}, {trial.system}: judged")


def judge_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options, given to the command together as `asking`."""

    @wraps(command)
    def with_asking(**given: Any) -> Any:
        own = {name: given.pop(name) for name in JudgeOptions.__dataclass_fields__}
        return command(**given, asking=JudgeOptions(**own))

    # The first to be added is the last to be shown.
    for option in reversed(_OPTIONS):
        option(with_asking)
    return with_asking
