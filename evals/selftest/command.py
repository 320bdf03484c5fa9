"""The command `summarize eval selftest`: how many planted errors are caught?"""

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

    \b
    summarize eval selftest                     the project's references and recordings
    summarize eval selftest --missed            with what was missed
    summarize eval selftest --data DATA         people's summaries of other articles as well

    Then the same summaries are rewritten without a change of meaning, and false alarms counted. No
    model is asked. Ends with 1 when less is caught than the floors ask for.
    """
    from evals.selftest import floors, table
    from evals.selftest.known import known_good
    from evals.selftest.run import self_test

    if allow_regression and not update_floors:
        raise InputError("--allow-regression: floors are lowered by --update-floors only: add it")
    if update_floors and (gold or data):
        raise InputError("--update-floors: the floors are those of this project's own gold only")
    if not gold and not HOME.is_dir():
        raise InputError(f"no gold files given, and there is no {HOME} here: name them")
    files = gold or (HOME,)
    result = self_test(known_good(files, data))
    if as_json:
        click.echo(table.as_json(result), nl=False)
    else:
        click.echo(table.as_text(result, shown=missed), nl=False)
    if gold or data:
        click.echo("summarize: other summaries than the floors are set on: not checked", err=True)
        return
    now, old = floors.inputs(files), floors.load_floors()
    if update_floors:
        old = floors.updated(result, old, now, allow_regression)
        floors.save_floors(old)
        click.echo(f"{floors.FLOORS}: written", err=True)
    if old is None:
        raise InputError(f"{floors.FLOORS}: is not there: make it with --update-floors")
    fallen = list(floors.breaches(result, old, now))
    for line in fallen:
        click.echo(f"summarize: {line}", err=True)
    if fallen:
        raise click.exceptions.Exit(BELOW_A_FLOOR)
