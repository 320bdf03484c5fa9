"""The subcommands of `summarize gold`: check gold files, start one, print their schema."""

from datetime import datetime
from pathlib import Path

import click

from evals.gold.fault import Fault, GoldError
from summarize.errors import InputError

# Where the gold of this project is, and where a new file goes when such a folder is there.
HOME = Path("evals/gold")
STDOUT = "-"


@click.group()
def gold() -> None:
    """Check and start the files of facts that summaries are scored against."""


@gold.command()
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|DIRECTORY|SUITE]..."
)
def check(files: tuple[Path, ...]) -> None:
    """Prove gold files against their articles.

    Each fault is told with file and line. A suite stands for the gold it names. Without arguments,
    those in ./evals/gold are checked. Ends with 0 when all are good, else with 2. A file without
    must-facts or traps is good, with a warning.
    """
    from evals.gold.check import missing
    from evals.gold.load import gold_files
    from evals.gold.of_suite import gold_of
    from evals.proof import check_file

    if not files and not HOME.is_dir():
        raise InputError(f"no gold files given, and there is no {HOME} here: name them")
    faults: list[Fault] = []
    warnings: list[Fault] = []
    facts = traps = 0
    try:
        paths = gold_files([path for file in files or (HOME,) for path in gold_of(file)])
    except GoldError as error:
        paths, faults = [], list(error.faults)
    for path in paths:
        loaded, found = check_file(path)
        faults += found
        warnings += missing(loaded) if loaded else ()
        facts += len(loaded.gold.facts) if loaded else 0
        traps += len(loaded.gold.traps) if loaded else 0
    for fault in faults or warnings:
        click.echo(str(fault), err=True)
    if faults:
        raise click.exceptions.Exit(InputError.exit_code)
    counts = (_count(len(paths), "file"), _count(facts, "fact"), _count(traps, "trap"))
    but = f", but for {_count(len(warnings), 'warning')}" if warnings else ""
    click.echo(f"{', '.join(counts)}: good{but}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@gold.command()
@click.argument("article", type=click.Path())
@click.option("-o", "--output", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of publication, YYYY-MM-DD, where the article does not say it.",
)
def new(article: str, output: str | None, *, force: bool, published: datetime | None) -> None:
    """Start the gold file of an article.

    It holds proposed facts to keep, reword or delete. It goes to ./evals/gold if there is such a
    folder, else beside you, under the article's name.
    """
    from evals.gold.new import new as text_for
    from summarize.article import read

    if not Path(article).is_file():
        raise InputError(f"{article}: no such file: gold is written for an article kept in a file")
    read_in = read(article, published=published.date() if published else None)
    folder = HOME if HOME.is_dir() else Path()
    path = Path(output) if output not in (None, STDOUT) else folder / f"{read_in.id}.yaml"
    if output == STDOUT:
        click.echo(text_for(read_in, Path(path.name)), nl=False)
        return
    if path.exists() and not force:
        raise InputError(
            f"{path}: is there already: give another with -o, or --force to replace it"
        )
    text = text_for(read_in, path)
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
    click.echo(f"{path}: written; read it, then run: summarize gold check {path}", err=True)


@gold.command()
def schema() -> None:
    """Print the JSON Schema of a gold file.

    With it, an editor's editor completes what is typed and underlines what is wrong.
    """
    from evals.gold.schema import schema_text

    click.echo(schema_text(), nl=False)
