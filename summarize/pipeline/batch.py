"""Summarize many articles at once: results in the order asked for, each as soon as it can be.

An article that fails is a result that says why, and the rest goes on. Model answers are kept as
they come, so a run that is killed and started again asks nothing twice.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from summarize.article import Article, article_ids, read
from summarize.errors import DraftError, SummarizeError
from summarize.models import Model
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import Prompt
from summarize.summary import ErrorRecord, Failure, Summary


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source."""

    id: str
    """Unique in the run, and fit for a file name."""
    record: Summary | Failure
    article: Article | None
    """None when it could not be read."""


async def summarize_many(
    sources: Sequence[str], prompt: Prompt, model: Model, *, jobs: int, published: date | None
) -> AsyncGenerator[Outcome, None]:
    """Yield the outcome of each source, in order, at most `jobs` of them in work at once."""
    free = asyncio.Semaphore(jobs)

    async def one(source: str, name: str) -> Outcome:
        async with free:
            return await _outcome(source, name, prompt, model, published)

    names = article_ids(sources)
    tasks = [
        asyncio.create_task(one(source, name)) for source, name in zip(sources, names, strict=True)
    ]
    try:
        for task in tasks:
            yield await task
    finally:
        for task in tasks:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks, return_exceptions=True)


async def _outcome(
    source: str, name: str, prompt: Prompt, model: Model, published: date | None
) -> Outcome:
    article = None
    try:
        # Reading may wait for a network, and must not hold the answers to other articles.
        is_remote = source.startswith(("http://", "https://"))
        found = (
            await asyncio.to_thread(read, source, published=published)
            if is_remote
            else read(source, published=published)
        )
        article = replace(found, id=name)
        return Outcome(name, await summarize_article(article, prompt, model), article)
    except SummarizeError as error:
        return Outcome(name, failure(source, error), article)


def failure(source: str, error: SummarizeError) -> Failure:
    """Return the record of an error."""
    answer = error.answer if isinstance(error, DraftError) else None
    return Failure(
        source=source,
        error=ErrorRecord(
            kind=type(error).__name__,
            message=str(error),
            exit_code=error.exit_code,
            answer=str(answer) if answer else None,
        ),
    )
