"""`summarize eval label`: an editor says of some verdicts of a run whether they are right."""

import os
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.errors import InputError

if TYPE_CHECKING:
    from evals.labels.screen import View
    from evals.run.record import Run


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
    "--metric", type=click.Choice(["coverage", "faithful"]), help="Only what this one rests on."
)
@click.option(
    "--system", metavar="NAME", help="Only this: a model, a prompt, or its letter in the table."
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
def label(  # noqa: PLR0913 - click gives each option its own argument
    run: Path,
    *,
    first: int,
    metric: str | None,
    system: str | None,
    output: Path | None,
    by: str | None,
    seed: int | None,
) -> None:
    """Label a small random sample of the verdicts of a saved RUN, one key an answer.

    \b
    y yes    n no    c cannot tell    m more of the article
    u undo   q stop; go on with the same command

    It asks whether a summary states a fact or, where a judge was asked, whether the article
    supports a statement; it shows neither the verdict nor who made the summary. Of each kind of
    verdict and of each system its share is drawn, at least one, by chance, the baseline lead last.
    It begins by saying how wide the intervals will be. Each answer is saved at once. Then
    `summarize report` shows the rates corrected for the judge's errors, and how often the judge
    agrees with you. Facts are must-facts: those that coverage counts.
    """
    from evals.labels.alone import alone
    from evals.labels.chosen import choose
    from evals.labels.keys import refuse_elsewhere, terminal
    from evals.labels.record import beside
    from evals.labels.sample import order
    from evals.labels.session import Session, opened, seed_of
    from evals.run.saved import load_run

    refuse_elsewhere()
    path = output or beside(run)
    loaded = load_run(run)
    chosen = choose(loaded, run, metric=metric, system=system)
    with terminal() as keys, alone(path):
        asked = order(chosen.found, seed=seed_of(path, seed), wanted=chosen.wants)
        labels = opened(path, run, asked, seed=seed)
        session = Session(labels, path, asked, first=first, by=by or _login())
        note = chosen.promised(asked, first)
        left = session.run(keys, lambda view: _show(view, loaded, note))
    given = left.wanted - left.open
    most = f": there are no more than {left.wanted}" if left.wanted < first else ""
    more = f"; {left.given} in all" if left.given > given else ""
    click.echo(f"\n{path}: {given} of {left.wanted} labels{most}{more}")
    if left.given:
        click.echo(f"the corrected rates: {_report(run, path)}")


def _show(view: "View", run: "Run", note: str) -> None:
    from evals.labels.passage import passages, text_of
    from evals.labels.screen import Around, Screen, shown

    around = Around(note=note if view.begins else "")
    if view.asked is not None and (text := text_of(run, view.asked.article)) is not None:
        now, next_ = (passages(text, view.asked.places, more=view.more + n) for n in (0, 1))
        around = Around(around.note, now, is_more=now != next_)
    can = os.environ.get("TERM", "dumb") != "dumb"
    colour = can and not os.environ.get("NO_COLOR")
    screen = Screen(shutil.get_terminal_size().columns, colour=colour, clear=can)
    click.echo(shown(view, around, screen), nl=False)


def _report(run: Path, path: Path) -> str:
    """Return the command that reads these labels, beside those it would find by itself."""
    from evals.labels.record import find_labels

    words = ["summarize", "report", str(run)]
    found = find_labels(run)
    if found is None or not found.samefile(path):
        if found and _go_together(found, path):
            words += ["--labels", str(found)]
        words += ["--labels", str(path)]
    return shlex.join(words)


def _go_together(one: Path, other: Path) -> bool:
    from evals.labels.record import load_labels

    try:
        return load_labels(one).frame == load_labels(other).frame
    except InputError:
        return False


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise InputError("who labels is not known here: say it with --by NAME") from error
