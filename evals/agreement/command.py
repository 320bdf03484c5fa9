"""The command `summarize eval agreement`: how far people agree with what judges our summaries."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from summarize.cli.kept_options import kept_options
from summarize.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from evals.agreement.judges import Judges
    from evals.agreement.results import Results
    from summarize.cli.progress import Progress
    from summarize.models import Model

_NOTHING_MEASURED: Final = 1


@click.command()
@click.argument("data", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--task", "tasks", multiple=True, metavar="NAME", help="Only this task; repeatable.")
@click.option(
    "-n",
    "first",
    type=click.IntRange(2),
    metavar="N",
    help="Only N articles of each set or corpus, as if drawn; always the same.",
)
@click.option(
    "--systems",
    type=click.IntRange(2),
    metavar="N",
    help="Ask the model about N systems' summaries of each article, as if drawn; others: all.",
)
@click.option(
    "--left-out",
    is_flag=True,
    help="Ask the model also about summaries whose labels look filled in.",
)
@click.option("-m", "--model", metavar="MODEL", help="A model to judge too: provider/name.")
@click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server.")
@click.option(
    "--shipped",
    is_flag=True,
    help="Weigh by the shipped weights: for data they were not fitted on.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 1000), default=1, show_default=True, help="At once."
)
@kept_options
@click.option("--timeout", type=click.FloatRange(min=0.1), metavar="SECONDS")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the results are saved.  [default: runs/agreement-TIME.json]",
)
@click.option(
    "--plots", type=click.Path(path_type=Path), metavar="DIR", help="Draw reliability as SVG."
)
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on stderr; errors only.")
@click.help_option("-h", "--help")
def agreement(data: Path, *, quiet: bool, as_json: bool, **options: Any) -> int:
    """Measure by what people judged how far the judges of summaries can be trusted.

    \b
    summarize eval agreement DIR                        all tasks, without a model
    summarize eval agreement DIR --task facts -n 5      a quick look
    summarize eval agreement DIR -m local/qwen2.5-coder-1.5b --record answers/

    DIR holds the human judgements, one gzipped file of JSON lines for each set; sets that are not
    there are reported as "no data". Weights are cross-fitted: no article is judged by weights that
    have seen it. Judges that ask nobody are fitted on all sets in DIR, whichever tasks are wanted;
    one that asks, on the sets it is asked about. An interrupted run goes on where it stopped:
    answers are kept.
    Exit codes: 0 good; 1 a task that was asked for has no data; 2 bad input; 3, 4 the model failed.
    """
    _refuse_without_numpy()
    from evals.agreement.as_text import as_text
    from evals.agreement.plots import write_plots
    from evals.agreement.results import save
    from evals.run.saved import FOLDER

    _known(options["tasks"])
    _refuse_in_vain(data, options)
    results = _measured(data, options, quiet=quiet)
    path = options["output"] or FOLDER / f"agreement-{results.made:%Y%m%dT%H%M%SZ}.json"
    save(results, path)
    if options["plots"]:
        write_plots(results, options["plots"])
    click.echo(results.model_dump_json(indent=1) if as_json else as_text(results), nl=as_json)
    if not quiet:
        click.echo(f"summarize: the results are saved in {path}", err=True)
    return _NOTHING_MEASURED if _is_wanting(results, options["tasks"], data) else 0


def _refuse_in_vain(data: Path, options: dict[str, Any]) -> None:
    """Raise InputError for what would be found out after hours only."""
    from evals.agreement.plots import refuse_no_folder
    from evals.agreement.results import refuse_unwritable

    if not data.is_dir():
        raise InputError(f"{data}: no such folder: name the one with the human judgements")
    if options["output"]:
        refuse_unwritable(options["output"])
    if options["plots"]:
        refuse_no_folder(options["plots"])


def _is_wanting(results: "Results", wanted: tuple[str, ...], data: Path) -> bool:
    """Say on stderr what was not measured, and return whether that is a failure."""
    empty = [task.name for task in results.tasks if task.measured and not task.n]
    absent = [task.name for task in results.tasks if not task.measured]
    for name in empty:
        click.echo(f"summarize: task {name}: its files in {data} hold nothing to measure", err=True)
    for name in absent:
        if name in wanted:
            click.echo(f"summarize: task {name}: its files are not in {data}", err=True)
    return bool(empty or set(absent) & set(wanted) or len(absent) == len(results.tasks))


def _measured(data: Path, options: dict[str, Any], *, quiet: bool) -> "Results":
    import asyncio

    from evals.agreement.as_text import headline
    from evals.agreement.rounds import Asker
    from evals.agreement.run import Wanted, measure
    from evals.people.data import People
    from summarize.cli.progress import Progress

    people = People(data)
    with Progress(quiet=quiet) as progress:
        judges, model = _judges(options, progress)
        wanted = Wanted(
            options["tasks"],
            judges.facts,
            judges.support,
            model.name if model else None,
            options["first"],
            options["systems"],
            options["left_out"],
        )
        asker = Asker(options["jobs"], options["shipped"], progress.tell)
        measuring = measure(
            people,
            wanted,
            asker,
            command=shlex.join(["summarize", *sys.argv[1:]]),
            done=lambda task: progress.done(headline(task)),
        )
        return asyncio.run(_closing(model, measuring))


async def _closing(model: "Model | None", measuring: "Coroutine[Any, Any, Results]") -> "Results":
    try:
        return await measuring
    finally:
        if model is not None:
            await model.close()


def _judges(options: dict[str, Any], progress: "Progress") -> "tuple[Judges, Model | None]":
    from evals.agreement.judges import with_model, without_a_model
    from evals.run.asking import Asking, open_models
    from summarize.models.lead import Lead

    name = options["model"]
    if name is None:
        return without_a_model(), None
    how = ("jobs", "record", "replay", "no_cache", "base_url", "timeout")
    asking = Asking(**{each: options[each] for each in how})
    model = open_models([name], asking, progress.tell)[name]
    if isinstance(model, Lead):
        raise InputError("-m lead: answers no question: name a model, provider/name")
    return with_model(model), model


def _known(tasks: tuple[str, ...]) -> None:
    from evals.agreement.tasks import TASKS

    for name in tasks:
        if name not in TASKS:
            raise InputError(f"--task {name}: no such task: one of {', '.join(TASKS)}")


def _refuse_without_numpy() -> None:
    try:
        import numpy  # noqa: F401
    except ImportError as error:
        raise InputError('agreement needs numpy: pip install "summarize-news[eval]"') from error
