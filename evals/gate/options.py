"""The options of the gate, for commands that make a run, and what is done with them.

@gate_options
def command(..., gate: GateOptions): ...
    refuse(gate, floors=path, is_whole=True)
    code = apply(run, gate, golds, floors=path)
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.errors import InputError

if TYPE_CHECKING:
    from evals.gold.load import Loaded
    from evals.run.record import Run

BELOW_A_FLOOR = 1


@dataclass(frozen=True, slots=True)
class GateOptions:
    """What was asked of the gate."""

    floors: Path | None = None
    """The file given; None for the suite's own."""
    update: bool = False
    reason: str | None = None
    """Why floors may be lowered."""
    junit: Path | None = None
    github: bool = False
    markdown: Path | None = None


def gate_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a click command the options of the gate; it takes them as one argument `gate`."""

    @wraps(command)
    def taken(**given: Any) -> Any:
        own = {name: given.pop(f"gate_{name}") for name in GateOptions.__dataclass_fields__}
        return command(**given, gate=GateOptions(**own))

    file = click.Path(path_type=Path, dir_okay=False)
    for option in (
        click.option("--markdown", "gate_markdown", type=file, help="Write a Markdown summary."),
        click.option(
            "--github", "gate_github", is_flag=True, help="Annotate gold files; summarize the job."
        ),
        click.option("--junit", "gate_junit", type=file, help="Write JUnit XML, a case per fact."),
        click.option(
            "--allow-regression", "gate_reason", metavar="REASON", help="Let floors be lowered."
        ),
        click.option("--update-floors", "gate_update", is_flag=True, help="Raise the floors."),
        click.option("--floors", "gate_floors", type=file, help="Other floors than the suite's."),
    ):
        taken = option(taken)
    return taken


def refuse(options: GateOptions, *, floors: Path | None, is_whole: bool) -> None:
    """Raise InputError for what cannot be done whatever the run gives, before it is paid for.

    `floors` is the file the suite names; `is_whole` says whether all of the suite is to be run.
    """
    if options.reason and not options.update:
        raise InputError("--allow-regression: floors are lowered by --update-floors only: add it")
    if not options.update or options.floors is not None:
        return
    if floors is None:
        raise InputError(
            "--update-floors: the suite names no floors: add `floors: FILE` to it, or give --floors"
        )
    if not is_whole:
        raise InputError(
            "--update-floors: only a part of the suite would be run, and its floors are those of "
            "the whole: leave out -n, --only, --fact, -p, -m and --repeat, or give --floors FILE"
        )


def apply(
    run: "Run",
    options: GateOptions,
    golds: "Mapping[str, Loaded]",
    *,
    floors: Path | None,
) -> int:
    """Check a run, tell what fell on stderr, write what was asked for; return the exit code.

    `golds` are the gold files by article id, `floors` the file the suite names. A trial that ended
    in an error was told when it did, and is not again. 0 when nothing fell, else 1. Raises
    InputError for floors that cannot be read, set or lowered.
    """
    from evals.gate.annotations import annotations
    from evals.gate.check import check
    from evals.gate.floors import load_floors
    from evals.gate.junit import junit
    from evals.gate.markdown import markdown

    path = options.floors or floors
    if options.update and path:
        _update(run, options, path, golds)
    held = load_floors(path, command=run.manifest.command) if path else None
    breaches = check(run, held)
    if options.junit:
        _write(options.junit, junit(run, breaches))
    page = markdown(run, breaches, held)
    if options.markdown:
        _write(options.markdown, page)
    for breach in breaches:
        if not breach.is_error:
            click.echo(f"summarize: {breach}", err=True)
    if options.github:
        # On stderr, where the runner reads commands as well: stdout may be somebody's JSON.
        for line in annotations(run, breaches, golds):
            click.echo(line, err=True)
        if step := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(step).open("a", encoding="utf-8") as file:
                file.write(page)
    return BELOW_A_FLOOR if breaches else 0


def _update(run: "Run", options: GateOptions, path: Path, golds: "Mapping[str, Loaded]") -> None:
    from evals.gate.floors import load_floors, save_floors
    from evals.gate.ratchet import update

    old = load_floors(path) if path.exists() else None
    new = update(run, old, golds, reason=options.reason)
    save_floors(new, path)
    click.echo(f"{path}: written", err=True)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
