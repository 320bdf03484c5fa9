"""The command `summarize compare`: is B better than A, and which facts were won and lost?"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.errors import InputError

if TYPE_CHECKING:
    from evals.compare.make import Wanted
    from evals.compare.sides import Side

# What shows noise at all: the same question, asked once more.
TWICE = 2
NOTHING_COMPARED = 1


@click.command()
@click.argument("runs", nargs=-1, type=click.Path(path_type=Path), metavar="[A.json [B.json]]")
@click.option("-p", "--prompt", "prompts", multiple=True, help="Of both sides; twice: A's, B's.")
@click.option("-m", "--model", "models", multiple=True, help="Of both sides; twice: A's, B's.")
@click.option("--aa", is_flag=True, help="Compare repeats of one prompt: the noise floor.")
@click.option("--suite", type=click.Path(path_type=Path), help="Without a run: what to run first.")
@click.option("--repeat", type=click.IntRange(1, 1000), help="Without a run: ask so often.")
@click.option("--replay", is_flag=True, help="Without a run: answer from recordings alone.")
@click.option("--base-url", metavar="URL", help="Without a run: an OpenAI-compatible server.")
@click.option("--judge", metavar="MODEL", help="Without a run: who judges what no value decides.")
@click.option("-j", "--jobs", type=click.IntRange(1, 1000), default=4, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, in full precision.")
@click.help_option("-h", "--help")
def compare(runs: tuple[Path, ...], *, aa: bool, as_json: bool, **options: Any) -> None:
    """Compare two saved runs, or two prompts or models of one run.

    \b
    summarize compare old.json new.json            two runs
    summarize compare run.json -p brief -p mine    two prompts of one run
    summarize compare -p brief -p mine             run what is missing, then compare
    summarize compare -p brief --aa                the same prompt twice

    Each metric gets its difference, a 95% interval, a test, and one word: better, worse, no
    difference found, or underpowered. Then come the facts won and lost, with both wordings, then
    cost and time. Runs with other gold, matcher, metrics or judge are refused (exit 2);
    where nothing was measured on both sides, nothing was compared (exit 1).
    """
    from evals.compare import as_json as json_
    from evals.compare.as_text import as_text
    from evals.compare.compare import compare as compare_sides
    from evals.compare.make import Wanted

    compared = compare_sides(*_sides(runs, Wanted(**options), aa=aa))
    click.echo(json_.as_json(compared) if as_json else as_text(compared), nl=as_json)
    if compared.is_empty:
        raise click.exceptions.Exit(NOTHING_COMPARED)


def _sides(runs: tuple[Path, ...], wanted: "Wanted", *, aa: bool) -> "tuple[Side, Side]":
    from evals.compare.make import make_run
    from evals.compare.sides import one_run, same_twice, two_runs
    from evals.run.saved import load_run

    if len(runs) > TWICE or (aa and len(runs) == TWICE):
        raise InputError(
            f"{len(runs)} runs given: name two saved runs, or one with two --prompt or --aa"
        )
    if runs and wanted.made_only:
        raise InputError(
            "--suite, --repeat, --replay, --base-url and --judge are for making a run: "
            "leave out the runs"
        )
    if runs:
        loaded, labels = [load_run(path) for path in runs], _labels(runs)
    else:
        made, path = make_run(_enough(wanted, aa=aa))
        loaded, labels = [made], [path.name]
    names = {"models": wanted.models, "prompts": wanted.prompts}
    if aa:
        return same_twice(loaded[0], labels[0], **names)
    if len(loaded) == 1:
        return one_run(loaded[0], labels[0], **names)
    return two_runs(loaded, labels, **names)


def _enough(wanted: "Wanted", *, aa: bool) -> "Wanted":
    """Return what to run so that there are two sides. Raises InputError when there is only one."""
    if aa:
        return replace(wanted, repeat=max(wanted.repeat or TWICE, TWICE))
    if len(set(wanted.prompts)) < TWICE and len(set(wanted.models)) < TWICE:
        raise InputError(
            "nothing to compare: name two saved runs, or --prompt a --prompt b to make them"
        )
    return wanted


def _labels(paths: tuple[Path, ...]) -> list[str]:
    """Name runs by their files, or by their whole paths where the files have one name."""
    names = [path.name for path in paths]
    return names if len(set(names)) == len(names) else [str(path) for path in paths]
