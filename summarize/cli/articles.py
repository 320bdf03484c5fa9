"""`summarize ARTICLE...`: from options to summaries on stdout or in files."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from summarize.article import article_ids, expand
from summarize.cli.output import Output, format_for, open_output
from summarize.cli.progress import Progress
from summarize.errors import InputError
from summarize.models import Model
from summarize.models.answers import Answers
from summarize.models.kept import answers_in, cache
from summarize.pipeline.batch import Outcome, summarize_many
from summarize.pipeline.opening import Opening, close
from summarize.pipeline.shards import Batch, processes_for, summarize_sharded
from summarize.pipeline.warn import UNDECIDED
from summarize.prompt import Prompt
from summarize.summary import Failure

Models = tuple[Model, Model | None]
"""The one that writes, and the one that judges what it wrote, if any does."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command line, by their names there."""

    paths: tuple[str, ...]
    format_: str | None
    """None: by the ending of the output."""
    output: Path | None
    prompt: str
    prompts: Path | None
    model: str | None
    base_url: str | None
    published: date | None
    files_from: TextIO | None
    jobs: int
    strict: bool
    support: bool
    judge: str | None
    dry_run: bool
    record: Path | None
    replay: Path | None
    no_cache: bool
    timeout: float | None
    context: int | None
    quiet: bool


def run(options: Options) -> int:
    """Summarize and return the exit code. Raises SummarizeError for what stops the whole run."""
    sources = expand(options.paths, options.files_from)
    if not sources:
        raise InputError("no article: name a file, a folder or a URL, or - for stdin")
    with Progress(quiet=options.quiet, total=len(sources)) as progress:
        opening = _opening(options)
        prompt, model, judge = opening.open(progress.tell)
        if options.dry_run:
            from summarize.cli.dry_run import dry_run

            return dry_run(sources, prompt, model, judge, published=options.published)
        format_ = options.format_ or format_for(options.output)
        with open_output(options.output, format_, many=len(sources) > 1) as output:
            outcomes = _outcomes(sources, prompt, (model, judge), options, opening)
            return asyncio.run(_summarize(outcomes, (model, judge), options, output, progress))


def _opening(options: Options) -> Opening:
    return Opening(
        options.prompt,
        options.prompts,
        options.model,
        options.base_url,
        answers=_answers(options),
        timeout=options.timeout,
        context=options.context,
        support=options.judge or options.support,
    )


def _answers(options: Options) -> Answers | None:
    kept = answers_in(record=options.record, replay=options.replay, no_cache=options.no_cache)
    # What asks nothing needs no key, no weights and no address.
    unasked = options.dry_run and not options.replay
    return Answers(cache(), replay_only=True) if unasked else kept


def _outcomes(
    sources: list[str], prompt: Prompt, models: Models, options: Options, opening: Opening
) -> AsyncGenerator[Outcome, None]:
    """Return what makes the summaries: this process, or several for many articles."""
    jobs, published = options.jobs, options.published
    model, judge = models
    processes = processes_for(sources, [m for m in models if m is not None], jobs)
    if processes == 1:
        return summarize_many(sources, prompt, model, jobs=jobs, published=published, judge=judge)
    ids = tuple(article_ids(sources))
    return summarize_sharded(Batch(tuple(sources), ids, opening, jobs, published), processes)


async def _summarize(
    outcomes: AsyncGenerator[Outcome, None],
    models: Models,
    options: Options,
    output: Output,
    progress: Progress,
) -> int:
    code = 0
    try:
        async with aclosing(outcomes):
            async for outcome in outcomes:
                code = max(code, _exit_code(outcome, strict=options.strict))
                _report(outcome, progress)
                output.add(outcome)
    finally:
        await close(*models)
    return code


def _exit_code(outcome: Outcome, *, strict: bool) -> int:
    if isinstance(outcome.record, Failure):
        return outcome.record.error.exit_code
    undecided = any(warning.code in UNDECIDED for warning in outcome.record.warnings)
    return 1 if strict and (outcome.record.rejected or undecided) else 0


def _report(outcome: Outcome, progress: Progress) -> None:
    record = outcome.record
    if isinstance(record, Failure):
        progress.failed(record.error.message)
        return
    made = record.made_by
    how = "from the cache" if made.cached else f"{made.seconds:.1f} s of model time"
    progress.done(
        f"{record.article.source}: {len(record.key_points)} points, "
        f"{len(record.rejected)} rejected, {how}"
    )
