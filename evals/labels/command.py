"""`summarize eval label`: an editor says of some verdicts of a run whether they are right."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.errors import InputError

if TYPE_CHECKING:
    from evals.labels.frame import Asked


@click.command("label")
@click.argument("run", type=click.Path(path_type=Path))
@click.option(
    "-n",
    "first",
    type=click.IntRange(1),
    default=30,
    show_default=True,
    metavar="N",
    help="So many labels in all, those given before among them.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file of labels.  [default: RUN.labels.json, beside the run]",
)
@click.option("--by", metavar="NAME", help="Who labels.  [default: your login name]")
@click.option("--seed", type=click.IntRange(0), help="Draw another sample.  [default: 1]")
@click.help_option("-h", "--help")
def label(run: Path, first: int, output: Path | None, by: str | None, seed: int | None) -> None:
    """Label a small random sample of the verdicts of a saved RUN, one key an answer.

    \b
    y yes    n no    c cannot tell    u undo    q stop; go on with the same command

    It shows a fact with a summary (or, where statements were judged, a statement with its
    evidence), neither the judge's verdict nor who made the summary. So many of each kind of verdict
    and of each system are drawn, by chance. Each answer is saved at once. Then `summarize rescore`
    and `summarize report` show the rates corrected for the judge's errors, and how often the judge
    agrees with you. Facts are must-facts: those that coverage counts.
    """
    from evals.labels.frame import judgements
    from evals.labels.keys import refuse_elsewhere, terminal
    from evals.labels.record import beside
    from evals.labels.sample import order
    from evals.labels.session import Session, opened, seed_of
    from evals.run.saved import load_run

    refuse_elsewhere()
    path = output or beside(run)
    found = judgements(load_run(run), run.parent)
    if not found:
        raise InputError(f"{run}: has no verdict on a must-fact, so there is nothing to label")
    asked = order(found, seed=seed_of(path, seed))
    labels = opened(path, run, asked, seed=seed)
    with terminal() as keys:
        left = Session(labels, path, asked, first=first, by=by or _login()).run(keys, _show)
    most = f": there are no more than {left.wanted}" if left.wanted < first else ""
    click.echo(f"\n{path}: {left.given} of {left.wanted} labels{most}")
    if left.given:
        click.echo(f"the corrected rates: summarize report {run}, or summarize rescore {run}")


def _show(asked: "Asked | None", number: int, of: int) -> None:
    from evals.labels.screen import ended, shown

    can = os.environ.get("TERM", "dumb") != "dumb"
    if asked is None:
        click.echo(ended(given=of, clear=can), nl=False)
        return
    width = shutil.get_terminal_size().columns
    colour = can and not os.environ.get("NO_COLOR")
    place = f"{number} of {of}"
    click.echo(shown(asked, place=place, width=width, colour=colour, clear=can), nl=False)


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise InputError("who labels is not known here: say it with --by NAME") from error
