"""`summarize eval` and `summarize rescore`: run a suite, or score again what a run has made."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evals.gate.options import GateOptions, gate_options
from evals.labels.option import labels_option
from evals.scoring.judge_options import JUDGE_HELP, JudgeOptions, judge_options
from summarize.errors import InputError

if TYPE_CHECKING:
    from evals.run.plan import Plan, Selection
    from evals.run.record import Run
    from evals.suite import LoadedSuite

# What --record and --replay stand for without a folder.
OF_THE_SUITE = "-"


@click.command("eval")
@click.argument("suite", required=False, type=click.Path(path_type=Path))
@click.option("--only", multiple=True, metavar="ARTICLE", help="Only this article; repeatable.")
@click.option("--fact", "facts", multiple=True, metavar="ID", help="Only this fact; repeatable.")
@click.option("-n", "first", type=click.IntRange(1), metavar="N", help="Only the first N articles.")
@click.option("-p", "--prompt", "prompts", multiple=True, help="Instead of the suite's prompts.")
@click.option("-m", "--model", "models", multiple=True, help="Instead of the suite's models.")
@click.option("--repeat", type=click.IntRange(1, 1000), help="Ask everything so often.")
@click.option(
    "--prompts",
    "prompt_folder",
    type=click.Path(path_type=Path),
    help="Look for prompts in this folder first.",
)
@click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 1000), default=4, show_default=True, help="At once."
)
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    is_flag=False,
    flag_value=OF_THE_SUITE,
    metavar="[DIR]",
    help="Keep the model's answers in DIR too.  [default DIR: recordings near the suite]",
)
@click.option(
    "--replay",
    type=click.Path(path_type=Path),
    is_flag=False,
    flag_value=OF_THE_SUITE,
    metavar="[DIR]",
    help="Answer from DIR alone; never ask a model.",
)
@click.option("--judge", metavar="MODEL", help=JUDGE_HELP)
@click.option("--no-cache", is_flag=True, help="Ask everything anew and keep nothing.")
@click.option("--timeout", type=click.FloatRange(min=0.1), metavar="SECONDS")
@click.option("--context", type=click.IntRange(min=512), metavar="TOKENS")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The run file.  [default: runs/SUITE-TIME.json]",
)
@click.option("--json", "as_json", is_flag=True, help="Print the means as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on stderr; errors only.")
@gate_options
@click.help_option("-h", "--help")
def eval_(gate: GateOptions, **options: Any) -> int:
    """Summarize the articles of a SUITE and score the summaries against their gold.

    \b
    summarize eval                               this project's suite
    summarize eval --only korea --prompt mine    one article, another prompt
    summarize eval --replay                      from recordings, without a model

    lead, the first sentences of the article, is always run too: it is the baseline to beat.
    Exit codes: 0 good; 1 a metric was not measured, or is below its floor; 2 bad input, or nothing
    selected; 3, 4 a trial failed as `summarize` would, or the judge told nothing (3).
    """
    from evals.suite import find_suite, load_suite

    suite = load_suite(find_suite(options["suite"]))
    _warm_up(suite, options)

    from evals.gate.options import apply, refuse
    from evals.run.asking import Asking
    from evals.run.plan import Selection, make_plan
    from evals.run.run import run_plan
    from evals.run.watch import Watch
    from summarize.cli.progress import Progress

    chosen = ("only", "facts", "first", "prompts", "models", "repeat", "prompt_folder")
    selection = Selection(**{name: options[name] for name in chosen})
    refuse(gate, floors=suite.floors, is_whole=selection.is_whole)
    plan = make_plan(suite, selection)
    how = ("jobs", "no_cache", "base_url", "timeout", "context", "judge")
    folders = {name: _folder(name, options[name], suite.path) for name in ("record", "replay")}
    asking = Asking(**{name: options[name] for name in how}, **folders)
    with Progress(quiet=options["quiet"], total=len(plan.cells)) as progress:
        run, path = run_plan(
            plan, asking, output=options["output"], command=_command(), watch=Watch(progress)
        )
    _show(run, path, as_json=options["as_json"], facts=bool(plan.facts))
    if not options["quiet"]:
        _say(f"the run is saved in {path}")
    held = apply(
        run,
        gate,
        {item.article.id: item.loaded for item in plan.items},
        floors=_floors(plan, selection, gate),
    )
    return max(held, _told(run))


def _warm_up(suite: "LoadedSuite", options: Mapping[str, Any]) -> None:
    """Start what a large run is forked from, while this process is still importing."""
    from evals.run.warm import warm_up_for
    from evals.suite import gold_paths

    if options["replay"] or options["only"] or options["facts"] or options["first"]:
        return
    given = suite.suite
    prompts = options["prompts"] or given.prompts
    models = [*(options["models"] or given.models), *filter(None, [options["judge"]])]
    repeat = options["repeat"] or given.repeat
    asked = len(options["models"] or given.models)
    trials = len(gold_paths(suite)) * len(prompts) * asked * repeat
    warm_up_for(trials, models, base_url=options["base_url"])


def _folder(option: str, given: Path | None, suite: Path) -> Any:
    """Return the folder that --record or --replay means. Raises InputError for a file."""
    from evals.run.asking import recordings_of

    if given is not None and given.is_file():
        raise InputError(
            f"--{option} {given}: is a file: a suite comes first: summarize eval {given} --{option}"
        )
    return recordings_of(suite) if str(given) == OF_THE_SUITE else given


def _floors(plan: "Plan", selection: "Selection", gate: GateOptions) -> Path | None:
    """Return the suite's floors; None when there are none, or when only a part of it was run.

    Those that were named are taken whatever was run.
    """
    if plan.suite.floors is None or selection.is_whole or gate.floors is not None:
        return plan.suite.floors
    _say("only a part of the suite was run, so its floors are not checked")
    return None


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The new run file.  [default: RUN-rescored.json]",
)
@labels_option
@judge_options
@click.option("--json", "as_json", is_flag=True, help="Print the means as JSON.")
@click.help_option("-h", "--help")
def rescore(
    run: Path,
    output: Path | None,
    labels: tuple[Path, ...],
    *,
    as_json: bool,
    asking: JudgeOptions,
) -> int:
    """Score the summaries of a saved RUN with the gold, matcher and metrics of today.

    No model is asked but a judge, where one is named: without one what a judge said before is gone
    from the new run. Ends as `summarize eval` does.
    """
    from evals.labels.record import find_labels
    from evals.run.rescore import Judging, rescored_path
    from evals.run.rescore import rescore as again
    from evals.run.saved import load_run, save
    from evals.scoring.judge_options import judged_line
    from summarize.cli.progress import Progress

    path = output or rescored_path(run)
    loaded = load_run(run)
    if (before := loaded.manifest.judge) is not None and asking.judge_name is None:
        _say(
            f"{run}: was judged by {before.model}, and nobody is asked now: faithful is not "
            f"measured, and rules alone decide facts: to have it judged add --judge {before.model}"
        )
    with Progress(quiet=asking.judge_name is None, total=len(loaded.trials)) as progress:
        judge = asking.open(progress.tell)
        judging = Judging(judge, asking.jobs, judged_line(progress)) if judge else None
        scored = again(loaded, command=_command(), tell=_say, asking=judging)
    save(scored, path)
    held = labels or tuple(filter(None, [find_labels(run)]))
    _show(scored, path, as_json=as_json, facts=False, labels=held)
    _say(f"the run is saved in {path}")
    if held and held != (find_labels(path),):
        named = [word for each in held for word in ("--labels", str(each))]
        _say(f"its labels are read by: {shlex.join(['summarize', 'report', str(path), *named])}")
    for trial in scored.trials:
        if trial.error is not None:
            _say(trial.error.message)
    return _told(scored)


def _show(
    run: "Run", path: Path, *, as_json: bool, facts: bool, labels: Sequence[Path] = ()
) -> None:
    """Print a run, with these labels or those beside it."""
    from evals.labels.rates import rates_of
    from evals.labels.table import as_data, as_text
    from evals.run.table import as_document, as_table, as_verdicts
    from evals.scoring.judging import caution

    rates = None if facts else rates_of(run, path, labels=labels)
    if as_json:
        click.echo(as_document(run, path, corrected=as_data(rates) if rates else None), nl=False)
    else:
        click.echo(as_verdicts(run) if facts else as_table(run), nl=False)
        click.echo(as_text(rates, run) if rates else "", nl=False)
    judge = run.manifest.judge
    if judge is not None and (why := caution(judge.model)):
        _say(why)


def _told(run: "Run") -> int:
    """Say what was not judged or measured, and return the exit code of the run."""
    from evals.run.systems import BY_A_JUDGE, exit_code, questions, unmeasured
    from evals.scoring.judging import silence

    judge, of_it = run.manifest.judge, questions(run)
    if judge and (why := silence(judge.model, asked=of_it.asked, untold=of_it.untold)):
        _say(why)
    for metric in unmeasured(run):
        at = "judge" if metric in BY_A_JUDGE else "gold"
        _say(f"metric {metric}: not measured in any trial: look at the {at}")
    return exit_code(run)


def _command() -> str:
    return shlex.join(["summarize", *sys.argv[1:]])


def _say(line: str) -> None:
    from summarize.cli.progress import one_line

    click.echo(f"summarize: {one_line(line)}", err=True)
