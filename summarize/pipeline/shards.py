"""Summarize a large batch with all cores: its articles are dealt to processes of their own.

What is read, found and checked in an article takes as long as a quick model's answer, and Python
does it on one core. Each process opens the model for itself and keeps answers in the same place;
outcomes come back through a pipe and are yielded in order, as `summarize_many` does. A process
that dies takes only its own articles with it, and each is a failure that says so. Two articles with
the same text are asked about once only where they fall to the same process.
"""

import asyncio
import gc
import os
import signal
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection
from typing import TypeVar

from summarize.article.sources import STDIN
from summarize.errors import ModelError
from summarize.fork import MANY, START, warm_up
from summarize.models import Model
from summarize.pipeline.batch import Outcome, failure, summarize_many
from summarize.prompt import Prompt

# More would wait for the one process that writes what they make.
MOST = 4
# Servers answer any number of processes. The embedded model is one process, and has one memory.
REMOTE = ("openai", "server")
# Seconds a process has to give up its calls before it is killed.
LEAVE = 1.0
DIED = ModelError("the process that worked on it was ended: run again; every answer so far is kept")
# Objects made between two searches for garbage in cycles, of which a run makes next to none. At
# Python's own 700, searching all that is remembered takes a quarter of the processor's time.
ALLOCATIONS = 1_000_000


Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Batch:
    """What to summarize and how; whole, so that another process can do it."""

    sources: tuple[str, ...]
    ids: tuple[str, ...]
    prepare: Callable[[], tuple[Prompt, Model]]
    """Loads the prompt and opens the model; a function that can be sent to another process."""
    jobs: int
    published: date | None

    def part(self, number: int, of: int) -> "Batch":
        """Return its share of the articles, and of what may be in work at once."""
        sources, ids = dealt(self.sources, number, of), dealt(self.ids, number, of)
        share = self.jobs // of + (number < self.jobs % of)
        return Batch(sources, ids, self.prepare, share, self.published)


def dealt(things: Sequence[Thing], number: int, of: int) -> tuple[Thing, ...]:
    """Return what one of so many players gets, dealt round and back: 0, 1, 2, 2, 1, 0, 0, 1...

    Dealt only round, each could get all the long articles of a list that alternates.
    """
    mine = (number, 2 * of - 1 - number)
    return tuple(thing for place, thing in enumerate(things) if place % (2 * of) in mine)


class Shard:
    """One process, the pipe it sends outcomes through, and the articles still to come out of it."""

    def __init__(self, part: Batch, waiting: Sequence[asyncio.Future[Outcome]]) -> None:
        context = get_context(START)
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(part, theirs), daemon=True)
        self._process.start()
        # Only that process has its end now, so the pipe ends when it does.
        theirs.close()
        self._left = deque(zip(part.sources, part.ids, waiting, strict=True))
        asyncio.get_running_loop().add_reader(self._pipe.fileno(), self._take)

    def stop(self) -> None:
        """Tell the process to give up what it is doing."""
        self._listen_no_more()
        self._process.terminate()

    def end(self) -> None:
        """See to it that the process is gone."""
        self._process.join(LEAVE)
        self._process.kill()
        self._process.join()
        self._process.close()

    def _take(self) -> None:
        try:
            outcome = self._pipe.recv()
        except (EOFError, OSError):
            for source, name, waiting in self._left:
                waiting.set_result(Outcome(name, failure(source, DIED), None))
            self._left.clear()
        else:
            self._left.popleft()[2].set_result(outcome)
        if not self._left:
            self._listen_no_more()

    def _listen_no_more(self) -> None:
        if not self._pipe.closed:
            asyncio.get_running_loop().remove_reader(self._pipe.fileno())
            self._pipe.close()


def processes_for(sources: Sequence[str], model: Model, jobs: int) -> int:
    """Return over how many processes to deal a batch; 1 where it cannot be or is not worth it."""
    remote = model.name.partition("/")[0] in REMOTE
    possible = remote and STDIN not in sources and START in get_all_start_methods()
    return min(os.cpu_count() or 1, MOST, jobs) if possible and len(sources) >= MANY else 1


async def summarize_sharded(batch: Batch, processes: int) -> AsyncGenerator[Outcome, None]:
    """Yield the outcome of each source, in order, made by so many processes."""
    warm_up()
    loop = asyncio.get_running_loop()
    made: list[asyncio.Future[Outcome]] = [loop.create_future() for _ in batch.sources]
    shards: list[Shard] = []
    try:
        for number in range(processes):
            shards.append(Shard(batch.part(number, processes), dealt(made, number, processes)))
        for outcome in made:
            yield await outcome
    finally:
        for shard in shards:
            shard.stop()
        for shard in shards:
            shard.end()


def _work(part: Batch, pipe: Connection) -> None:
    """Send the outcomes of a part of the batch, in order: what each process does."""
    # Ctrl-C reaches every process of a terminal; the first one tells the others to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(ALLOCATIONS)
    with suppress(asyncio.CancelledError, BrokenPipeError), pipe:
        asyncio.run(_send(part, pipe))


async def _send(part: Batch, pipe: Connection) -> None:
    loop, this, parent = asyncio.get_running_loop(), asyncio.current_task(), parent_process()
    assert this is not None
    assert parent is not None
    loop.add_signal_handler(signal.SIGTERM, this.cancel)
    # It can be read from once the first process is gone, in whatever way.
    loop.add_reader(parent.sentinel, this.cancel)
    prompt, model = part.prepare()
    outcomes = summarize_many(
        part.sources, prompt, model, jobs=part.jobs, published=part.published, ids=part.ids
    )
    try:
        async with aclosing(outcomes):
            async for outcome in outcomes:
                pipe.send(outcome)
    finally:
        await model.close()
