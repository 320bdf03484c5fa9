"""`summarize report`: write the report of one run, or of two side by side."""

from pathlib import Path

import click

from evals.labels.option import labels_option
from summarize.errors import InputError

STDOUT = "-"


@click.command()
@click.argument(
    "runs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RUN [RUN]"
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write; - is standard output.  [default: beside the first run]",
)
@labels_option
def report(runs: tuple[Path, ...], output: str | None, labels: tuple[Path, ...]) -> None:
    """Write a run as one HTML page, or two runs side by side.

    It shows prompts by metrics, which facts each summary states, and every article with its
    summaries, its gold and the evidence marked. It needs no network and no other file.
    """
    from evals.labels.rates import rates_of
    from evals.report.page import report as page_of
    from evals.run.saved import load_run

    if len(runs) > 2:
        raise InputError(f"{len(runs)} runs: a report shows one, or two side by side: name those")
    if labels and len(runs) > 1:
        raise InputError("--labels: labels are of one run: report each run by itself with its own")
    loaded = [load_run(path) for path in runs]
    corrected = [rates_of(run, path, labels=labels) for run, path in zip(loaded, runs, strict=True)]
    page = page_of(loaded, corrected=corrected)
    if output == STDOUT:
        click.echo(page, nl=False)
        return
    path = Path(output) if output else _beside(runs)
    _write(path, page)
    click.echo(f"{path}: written; open it in any browser", err=True)


def _beside(runs: tuple[Path, ...]) -> Path:
    name = runs[0].stem + (f"-and-{runs[1].stem}" if len(runs) > 1 else "")
    return runs[0].with_name(f"{name}.html")


def _write(path: Path, page: str) -> None:
    """Write it whole or not at all."""
    from summarize.whole import write_whole

    try:
        write_whole(path, page)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: cannot be written ({why}): name another place with -o") from None
