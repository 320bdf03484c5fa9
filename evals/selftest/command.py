"""The command `summarize eval selftest`: how many planted errors are caught?"""

from collections.abc import Sequence
from pathlib import Path

import click

from summarize.errors import InputError

# The gold of this project, and so its known-good summaries.
HOME = Path("evals/gold")
BELOW_A_FLOOR = 1


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path), metavar="[GOLD]...")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also the summaries by people in suites/gum-news of this folder.",
)
@click.option("--missed", is_flag=True, help="Show every error missed and every false alarm.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--update-floors", is_flag=True, help="Raise the floors.")
@click.option("--allow-regression", metavar="REASON", help="Let floors be lowered.")
@click.help_option("-h", "--help")
def selftest(  # noqa: PLR0913 - one parameter an option
    gold: tuple[Path, ...],
    *,
    data: Path | None,
    missed: bool,
    as_json: bool,
    update_floors: bool,
    allow_regression: str | None,
) -> None:
    """Plant errors in summaries known to be good, and count how many are caught.

    GOLD are gold files or folders of them; without any, evals/gold, where it is there.

    \b
    summarize eval selftest                     the project's references and recordings
    summarize eval selftest --missed            with what was missed
    summarize eval selftest --data DATA         people's summaries of other articles as well

    Then the same summaries are rewritten without a change of meaning, and false alarms counted. No
    model is asked.

    Ends with 1 when less is caught, or more is a false alarm, than the floors ask for. They are of
    evals/gold, and not looked at for other summaries. Targets do not decide how it ends: a missed
    one is printed as missed.
    """
    from evals.selftest import floors, record, table
    from evals.selftest.known import known_good
    from evals.selftest.run import self_test

    _refuse(gold, data, update_floors=update_floors, reason=allow_regression)
    files = gold or ((HOME,) if HOME.is_dir() else ())
    if not files and not data:
        raise InputError(f"no gold files given, and there is no {HOME} here: name them")
    gated = data is None and _same(files, (HOME,))
    # Read before the work is done: a damaged file is told at once.
    old = floors.load_floors() if gated else None
    if gated and old is None and not update_floors:
        raise InputError(f"{floors.FLOORS}: is not there: make it with --update-floors")
    result = self_test(known_good(files, data))
    if as_json:
        click.echo(record.as_json(result), nl=False)
    else:
        click.echo(table.as_text(result, shown=missed), nl=False)
    if not gated:
        click.echo("summarize: other summaries than the floors are set on: not checked", err=True)
        return
    now = floors.inputs(files)
    if update_floors:
        old = floors.updated(result, old, now, allow_regression)
        floors.save_floors(old)
        click.echo(f"{floors.FLOORS}: written", err=True)
    fallen = list(floors.breaches(result, old, now)) if old else []
    for line in fallen:
        click.echo(f"summarize: {line}", err=True)
    if fallen:
        raise click.exceptions.Exit(BELOW_A_FLOOR)


def _refuse(
    gold: Sequence[Path], data: Path | None, *, update_floors: bool, reason: str | None
) -> None:
    """Raise InputError for options that do not go together."""
    if reason is not None and not update_floors:
        raise InputError("--allow-regression: floors are lowered by --update-floors only: add it")
    if reason is not None and not reason.strip():
        raise InputError("--allow-regression: is blank: say why floors may be lowered")
    if update_floors and (data or (gold and not _same(gold, (HOME,)))):
        raise InputError("--update-floors: the floors are those of this project's own gold only")


def _same(files: Sequence[Path], others: Sequence[Path]) -> bool:
    """Say whether two ways of naming gold files mean the same ones."""
    from evals.gold.load import gold_files

    if not all(path.exists() for path in (*files, *others)):
        return False
    one, two = ({p.resolve() for p in gold_files(list(named))} for named in (files, others))
    return one == two
