"""Summarize one article from ordinary, synchronous code."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Any, TypeVar

from summarize.article import Article, read
from summarize.models.answers import Answers
from summarize.models.kept import cache
from summarize.pipeline.opening import Opening, close
from summarize.pipeline.pipeline import summarize_article
from summarize.summary import Summary

Made = TypeVar("Made")


def summarize(  # noqa: PLR0913 - all but the article have a default that suits most
    article: Article | str | PathLike[str],
    *,
    prompt: str = "brief",
    model: str | None = None,
    base_url: str | None = None,
    published: date | None = None,
    answers: Path | None = None,
    support: bool | str = False,
) -> Summary:
    """Return the summary of an article, a path or an address.

    `model` is provider/name; None is the default one. Answers of the model are kept in the folder
    `answers` (None: the user's cache), and what is kept there is not asked again. `support` has a
    judge look at each statement: True, or the judge's name; False is as the prompt says. It works
    in a notebook too; asynchronous code awaits `summarize_article`. Raises SummarizeError.
    """
    given = article if isinstance(article, Article) else read(fspath(article), published=published)
    kept = Answers(answers or cache())
    opening = Opening(prompt, None, model, base_url, kept, None, None, support=support)
    loaded, opened, judge = opening.open()

    async def run() -> Summary:
        try:
            return await summarize_article(given, loaded, opened, judge)
        finally:
            await close(opened, judge)

    return at_once(run())


def at_once(making: Coroutine[Any, Any, Made]) -> Made:
    """Return what a coroutine makes, even where an event loop runs already, as in a notebook."""
    made: list[Made] = []

    # Before it ends, asyncio.run writes out the repr of what its task returns, twice: for a summary
    # that takes as long as half its checks. So the task returns nothing.
    async def keep() -> None:
        made.append(await making)

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(keep())
    else:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, keep()).result()
    return made[0]
