"""What every test of runs has: a suite, and a command line that asks a model of the test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.eval_command import eval_, rescore
from summarize.errors import SummarizeError
from summarize.models import Model
from summarize.models.answers import Answers, Recorded
from summarize.models.lead import Lead
from tests.evals.run.suites import Answering, write_suite

Command = Callable[..., Result]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Let every model but lead be this one, behind the recordings as ever."""
    answering = Answering()
    use(answering, monkeypatch)
    return answering


def use(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every model but lead be this one."""

    def opened(name: str, *, answers: Answers | None, **_: object) -> Model:
        if name == "lead":
            return Lead()
        return Recorded(model, answers) if answers is not None else model

    monkeypatch.setattr("evals.run.asking.open_model", opened)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder and with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def suite(place: Path) -> Path:
    """Write a suite of two articles."""
    return write_suite(place, names=("bridge", "tunnel"))


@pytest.fixture
def run_eval() -> Command:
    """Return a function that runs `summarize eval` and says how it ended."""
    return lambda *arguments: _run(eval_, arguments)


@pytest.fixture
def run_rescore() -> Command:
    """Return a function that runs `summarize rescore` and says how it ended."""
    return lambda *arguments: _run(rescore, arguments)


def _run(command: object, arguments: tuple[object, ...]) -> Result:
    """Run a command as the command line does, where an error is one line and an exit code."""
    result = CliRunner().invoke(command, list(map(str, arguments)), standalone_mode=False)  # type: ignore[arg-type]
    if isinstance(result.exception, SummarizeError):
        result.exit_code = result.exception.exit_code
        result.stderr_bytes = f"{result.stderr}{result.exception}".encode()
    elif result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    else:
        result.exit_code = result.return_value if isinstance(result.return_value, int) else 0
    return result
