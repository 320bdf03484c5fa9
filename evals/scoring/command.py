"""`summarize score`: the verdicts and metrics of an evaluation, for summaries already written.

A summary of an article without gold is left out and told. An article that could not be summarized
is an error and no score. Nothing scored at all is a failure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from evals.gold_command import HOME
from evals.scoring.judge_options import JudgeOptions, judge_options, judged_line
from summarize.errors import InputError, ModelError

if TYPE_CHECKING:
    from evals.metrics import Judged
    from evals.scoring.given import Given
    from evals.scoring.golds import Golds
    from evals.scoring.judging import Judgements
    from evals.trial import Trial

FIELDS: Final = ("headline", "abstract", "key_points", "quotes", "dates", "numbers", "names")
_GOLD: Final = (".yaml", ".yml")
# An article had no summary: not a perfect result, and not a fault of the input.
FAILED: Final = 1


def _fields(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    del ctx, param
    if value is None:
        return None
    names = tuple(name.strip().replace("-", "_") for name in value.split(","))
    if unknown := [name for name in names if name not in FIELDS]:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(FIELDS)}")
    return tuple(dict.fromkeys(names))


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--gold",
    "golds",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="GOLD...",
    help="Gold files, or folders of them.  [default: ./evals/gold]",
)
@click.option("--article", metavar="ID", help="What a plain text is a summary of.")
@click.option("--system", metavar="NAME", help="Who made the summaries.")
@click.option(
    "--fields",
    callback=_fields,
    metavar="FIELD,...",
    help="Of our own summaries, look at these.  [default: headline,abstract,key_points,quotes]",
)
@judge_options
@click.option("--facts", is_flag=True, help="Name each fact that is missing, and why.")
@click.option("--json", "as_json", is_flag=True, help="Print all verdicts and metrics as JSON.")
@click.help_option("-h", "--help")
def score(  # noqa: PLR0913 - click gives each option its own argument
    files: tuple[str, ...],
    golds: tuple[Path, ...],
    article: str | None,
    system: str | None,
    fields: tuple[str, ...] | None,
    *,
    facts: bool,
    as_json: bool,
    asking: JudgeOptions,
) -> int:
    """Score summaries, ours or anybody's, against gold facts. No model is asked but a --judge.

    \b
    summarize score ours.jsonl theirs.jsonl --gold evals/gold
    summarize score korea.ann.txt --gold korea.yaml     ann's summary of korea, in plain text

    FILEs hold summaries of ours (JSON, JSON lines), lines of {article, system, summary}, or plain
    text. Those ending in .yaml, and folders of such, are gold. Where summaries give no evidence,
    what is measured on it is shown as –. form goes by the house style of the prompt that a summary
    of ours names, where it is found here or among those shipped as it was; else by the usual one.
    """
    from evals.scoring.given import STDIN, read_given
    from evals.scoring.golds import load_golds
    from evals.scoring.scored import score as scored_of
    from evals.scoring.table import as_document, as_facts, as_table
    from summarize.summary import Failure

    mine = [f for f in files if f == STDIN or not _is_gold(Path(f))]
    gold_paths = [*golds, *(Path(f) for f in files if f not in mine)]
    if not mine:
        raise InputError("score: no summaries given: name files of them, or - for standard input")
    if not gold_paths and not HOME.is_dir():
        raise InputError(f"score: no gold given, and there is no {HOME} here: name it with --gold")
    given = [g for f in mine for g in read_given(f, article=article, system=system)]
    against = load_golds(gold_paths or [HOME])
    failures = [g for g in given if isinstance(g.content, Failure)]
    others = [g for g in given if not isinstance(g.content, Failure)]
    without = list(dict.fromkeys(g.article for g in others if against.find(g) is None))
    judged = list(_judged(list(_trials(others, against, fields)), asking))
    scored = [scored_of(one) for one in judged]
    if not scored and not failures:
        there = ", ".join(known.article.id for known in against.known)
        raise InputError(f"score: no gold of {', '.join(without)}: what is given is of {there}")
    _tell(without, failures)
    if as_json:
        click.echo(as_document(scored, failures), nl=False)
    elif scored:
        click.echo(as_table(scored), nl=False)
        if facts or len(scored) == 1:
            click.echo("\n" + as_facts(scored), nl=False)
    return max(FAILED if failures else 0, _silent(judged, asking))


def _is_gold(path: Path) -> bool:
    """Say whether a file is gold: by its name; of a folder, whether there is any in it."""
    if path.is_dir():
        return any(inside.suffix in _GOLD for inside in path.iterdir())
    return path.suffix in _GOLD


def _tell(without: Sequence[str], failures: Sequence["Given"]) -> None:
    """Say on stderr what was not scored, and why."""
    from summarize.summary import Failure

    if without:
        click.echo(f"left out, as there is no gold of them: {', '.join(without)}", err=True)
    for failure in failures:
        why = failure.content.error.message if isinstance(failure.content, Failure) else ""
        click.echo(f"{failure.place}: {failure.article}: no summary: {why}", err=True)


def _silent(judged: Sequence["Judged"], asking: JudgeOptions) -> int:
    """Say how much a judge left untold, and return the exit code of that."""
    from evals.scoring.judging import silence

    spent = [one.spent for one in judged if one.spent is not None]
    asked, untold = sum(s.calls for s in spent), sum(s.untold for s in spent)
    if why := silence(str(asking.judge_name), asked=asked, untold=untold):
        click.echo(f"summarize: {why}", err=True)
    return ModelError.exit_code if 0 < asked == untold else 0


def _judged(trials: Sequence["Trial"], asking: JudgeOptions) -> Iterator["Judged"]:
    """Yield each trial with its verdicts, those of a judge where one is named."""
    import asyncio

    from evals.metrics.judged import DEFAULT_STYLE
    from evals.scoring.judging import caution, judge_all, judged
    from evals.scoring.styles import style_of
    from summarize.cli.progress import Progress

    with Progress(quiet=asking.judge_name is None, total=len(trials)) as progress:
        judge = asking.open(progress.tell)
        told: list[Judgements | None] = [None] * len(trials)
        if judge is not None:
            ended = judged_line(progress)
            told = [*asyncio.run(judge_all(judge, trials, jobs=asking.jobs, ended=ended))]
    if judge is not None and (why := caution(judge.model.name)):
        click.echo(f"summarize: {why}", err=True)
    if judge is not None:
        click.echo("summarize: rates are as judged: only those of a run are corrected", err=True)
    for trial, judgements in zip(trials, told, strict=True):
        yield judged(trial, judgements, style=style_of(trial.summary) or DEFAULT_STYLE)


def _trials(
    given: Iterable["Given"], golds: "Golds", fields: tuple[str, ...] | None
) -> Iterator["Trial"]:
    """Yield each summary that has gold."""
    from evals.scoring.trials import STATED_FIELDS, trial_of, trial_of_text
    from summarize.summary import Summary

    repeats: Counter[tuple[str, str]] = Counter()
    for one in given:
        known = golds.find(one)
        if known is None:
            continue
        article, gold = known.article, known.loaded.gold
        if isinstance(one.content, Summary):
            trial = trial_of(one.content, article, gold, one.system, fields=fields or STATED_FIELDS)
        else:
            trial = trial_of_text(str(one.content), article, gold, one.system)
        yield replace(trial, repeat=repeats[article.sha256, one.system])
        repeats[article.sha256, one.system] += 1
