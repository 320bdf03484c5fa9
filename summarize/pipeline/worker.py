"""A process that does a part of the work, and the pipe it sends what it makes through.

It can die at any time, and so can the process that started it: the one then knows at once, and the
other leaves nothing behind.
"""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any, Final

from summarize.errors import ModelError
from summarize.fork import START
from summarize.garbage import search_seldom

# Seconds a process has to give up its calls before it is killed.
LEAVE: Final = 1.0
DIED: Final = ModelError(
    "the process that worked on it was ended: run again; every answer so far is kept"
)

Send = Callable[[Any], None]
Make = Callable[[Any, Send], Coroutine[Any, Any, None]]
"""What a process does with its part: a function that can be sent there. It sends what it makes."""


class Worker:
    """One process, and what is still to come from it.

    `take` is told of each thing it sends, and says whether more is to come; `died` is called when
    it has ended before that.
    """

    def __init__(
        self, make: Make, part: object, *, take: Callable[[Any], bool], died: Callable[[], None]
    ) -> None:
        self._taken, self._died = take, died
        context = get_context(START)
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(make, part, theirs), daemon=True)
        self._process.start()
        # Only that process has its end now, so the pipe ends when it does.
        theirs.close()
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
        more = False
        try:
            made = self._pipe.recv()
        except (EOFError, OSError):
            self._died()
        else:
            more = self._taken(made)
        if not more:
            self._listen_no_more()

    def _listen_no_more(self) -> None:
        if not self._pipe.closed:
            asyncio.get_running_loop().remove_reader(self._pipe.fileno())
            self._pipe.close()


def end_all(workers: Sequence[Worker]) -> None:
    """Stop all, then see to it that they are gone."""
    for worker in workers:
        worker.stop()
    for worker in workers:
        worker.end()


def _work(make: Make, part: object, pipe: Connection) -> None:
    """Do a part of the work and send what comes of it: what each process does."""
    # Ctrl-C reaches every process of a terminal; the first one tells the others to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    search_seldom()
    with suppress(asyncio.CancelledError, BrokenPipeError), pipe:
        asyncio.run(_send(make, part, pipe.send))


async def _send(make: Make, part: object, send: Send) -> None:
    loop, this, parent = asyncio.get_running_loop(), asyncio.current_task(), parent_process()
    assert this is not None
    assert parent is not None

    def give_up(_number: int, _frame: object) -> None:
        # Once the loop is closed there is nothing left to give up.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(this.cancel)

    # Not by the loop, which takes its handler away as it ends: a signal that comes just then is
    # told of on stderr.
    signal.signal(signal.SIGTERM, give_up)
    # It can be read from once the first process is gone, in whatever way.
    loop.add_reader(parent.sentinel, this.cancel)
    await make(part, send)
