"""Summarize a large batch with all cores: its articles are dealt to processes of their own.

What is read, found and checked in an article takes as long as a quick model's answer, and Python
does it on one core. Each process opens the model for itself and keeps answers in the same place;
outcomes come back through a pipe and are yielded in order, as `summarize_many` does. A process
that dies takes only its own articles with it, and each is a failure that says so. Two articles with
the same text are asked about once only where they fall to the same process.
"""

import asyncio
import os
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_all_start_methods
from typing import TypeVar

from summarize.article.sources import STDIN
from summarize.fork import MANY, START, warm_up
from summarize.models import Model
from summarize.pipeline.batch import Outcome, failure, summarize_many
from summarize.pipeline.opening import Opening, close
from summarize.pipeline.worker import DIED, Send, Worker, end_all

# More would wait for the one process that writes what they make.
MOST = 4
# Servers answer any number of processes. The embedded model is one process, and has one memory.
REMOTE = ("openai", "server")

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Batch:
    """What to summarize and how; whole, so that another process can do it."""

    sources: tuple[str, ...]
    ids: tuple[str, ...]
    opening: Opening
    jobs: int
    published: date | None

    def part(self, number: int, of: int) -> "Batch":
        """Return its share of the articles, and of what may be in work at once."""
        sources, ids = dealt(self.sources, number, of), dealt(self.ids, number, of)
        share = self.jobs // of + (number < self.jobs % of)
        return Batch(sources, ids, self.opening, share, self.published)


def dealt(things: Sequence[Thing], number: int, of: int) -> tuple[Thing, ...]:
    """Return what one of so many players gets, dealt round and back: 0, 1, 2, 2, 1, 0, 0, 1...

    Dealt only round, each could get all the long articles of a list that alternates.
    """
    mine = (number, 2 * of - 1 - number)
    return tuple(thing for place, thing in enumerate(things) if place % (2 * of) in mine)


def processes_for(sources: Sequence[str], models: Sequence[Model], jobs: int) -> int:
    """Return over how many processes to deal a batch; 1 where it cannot be or is not worth it."""
    remote = all(model.name.partition("/")[0] in REMOTE for model in models)
    possible = remote and STDIN not in sources and START in get_all_start_methods()
    return min(os.cpu_count() or 1, MOST, jobs) if possible and len(sources) >= MANY else 1


async def summarize_sharded(batch: Batch, processes: int) -> AsyncGenerator[Outcome, None]:
    """Yield the outcome of each source, in order, made by so many processes."""
    warm_up()
    loop = asyncio.get_running_loop()
    made: list[asyncio.Future[Outcome]] = [loop.create_future() for _ in batch.sources]
    workers: list[Worker] = []
    try:
        for number in range(processes):
            waiting = dealt(made, number, processes)
            workers.append(_worker(batch.part(number, processes), waiting))
        for outcome in made:
            yield await outcome
    finally:
        end_all(workers)


def _worker(part: Batch, waiting: Sequence[asyncio.Future[Outcome]]) -> Worker:
    """Start a process on a part of the batch; its outcomes come in order."""
    left = deque(zip(part.sources, part.ids, waiting, strict=True))

    def take(outcome: Outcome) -> bool:
        left.popleft()[2].set_result(outcome)
        return bool(left)

    def died() -> None:
        for source, name, outcome in left:
            outcome.set_result(Outcome(name, failure(source, DIED), None))

    return Worker(_make, part, take=take, died=died)


async def _make(part: Batch, send: Send) -> None:
    """Send the outcomes of a part of the batch: what each process does."""
    prompt, model, judge = part.opening.open()
    outcomes = summarize_many(
        part.sources,
        prompt,
        model,
        jobs=part.jobs,
        published=part.published,
        ids=part.ids,
        judge=judge,
    )
    try:
        async with aclosing(outcomes):
            async for outcome in outcomes:
                send(outcome)
    finally:
        await close(model, judge)
