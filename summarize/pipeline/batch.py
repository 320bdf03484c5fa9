"""Summarize many articles at once: results in the order asked for, each as soon as it can be.

An article that fails is a result that says why, and the rest goes on. Model answers are kept as
they come, so a run that is killed and started again asks nothing twice.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from summarize.article import Article, article_ids, as_text, read
from summarize.errors import DraftError, SummarizeError
from summarize.models import Model
from summarize.pipeline.limited import Limited
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import Prompt
from summarize.summary import ErrorRecord, Failure, Summary

# While one article's answers are read and checked, another's question should be on its way, so more
# articles are in work than calls. The embedded model answers one thing at a time: there it would
# only make the first summary late.
AHEAD = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source."""

    id: str
    """Unique in the run, and fit for a file name."""
    record: Summary | Failure
    text: str | None
    """The article's; None when it could not be read."""


async def summarize_many(  # noqa: PLR0913 - each is made by the caller and belongs to nothing else
    sources: Sequence[str],
    prompt: Prompt,
    model: Model,
    *,
    jobs: int,
    published: date | None,
    ids: Sequence[str] | None = None,
    judge: Model | None = None,
) -> AsyncGenerator[Outcome, None]:
    """Yield the outcome of each source, in order, with at most `jobs` calls at once to a model.

    `judge` looks at each statement, where one is given. `ids` are theirs where they are part of a
    larger run; None: this is the run.
    """
    asked = Limited(model, jobs) if model.chooses else model
    judging = judge
    if judge is not None:
        judging = asked if judge is model else Limited(judge, jobs) if judge.chooses else judge
    free = asyncio.Semaphore(jobs * AHEAD if model.chooses else jobs)
    beginning = asyncio.Lock()

    async def make(article: Article) -> Summary:
        return await summarize_article(article, prompt, asked, judging)

    async def one(source: str, name: str) -> Outcome:
        async with free:
            async with beginning:
                # Reading and finding hold everything else up: with all articles begun in one go,
                # the first question would be asked once the last of them is read.
                await asyncio.sleep(0)
            return await _outcome(source, name, published, make)

    names = article_ids(sources) if ids is None else ids
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
    source: str,
    name: str,
    published: date | None,
    make: Callable[[Article], Awaitable[Summary]],
) -> Outcome:
    article = None
    try:
        # Reading may wait for a network, and must not hold the answers to other articles.
        is_remote = source.startswith(("http://", "https://"))
        found = (
            await _aside(lambda: read(source, published=published))
            if is_remote
            else read(source, published=published)
        )
        article = replace(found, id=name)
        return Outcome(name, await make(article), article.text)
    except SummarizeError as error:
        return Outcome(name, failure(source, error), article.text if article else None)


async def _aside(work: Callable[[], Article]) -> Article:
    """Return what `work` returns in a thread of its own, which is left behind on Ctrl-C.

    The threads of asyncio.to_thread would be waited for: for a page that never comes, to the end.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Article] = loop.create_future()

    def tell(article: Article | None, fault: Exception | None) -> None:
        if result.done():
            return
        if article is None:
            result.set_exception(fault or RuntimeError("nothing was read"))
        else:
            result.set_result(article)

    def run() -> None:
        article = fault = None
        try:
            article = work()
        except SummarizeError as error:
            fault = error
        finally:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(tell, article, fault)

    threading.Thread(target=run, daemon=True).start()
    return await result


def failure(source: str, error: SummarizeError) -> Failure:
    """Return the record of an error."""
    answer = error.answer if isinstance(error, DraftError) else None
    return Failure(
        source=as_text(source),
        error=ErrorRecord(
            kind=type(error).__name__,
            message=as_text(str(error)),
            exit_code=error.exit_code,
            answer=str(answer) if answer else None,
        ),
    )
