"""A process that does a part of the work."""

import asyncio
import os
import signal

from summarize.pipeline.worker import Send, Worker, end_all


async def signalled_while_its_loop_closes(part: object, send: Send) -> None:
    """Send the part, and be told to stop between two steps of what asyncio does at the end."""
    loop = asyncio.get_running_loop()
    close = loop._close_self_pipe  # type: ignore[attr-defined]

    def close_then_signal() -> None:
        close()
        os.kill(os.getpid(), signal.SIGTERM)

    loop._close_self_pipe = close_then_signal  # type: ignore[attr-defined]
    send(part)


def test_told_to_stop_when_it_is_done_it_goes_without_a_word(capfd):
    async def work() -> list[object]:
        taken: list[object] = []
        ended = asyncio.Event()

        def take(made: object) -> bool:
            taken.append(made)
            return True

        worker = Worker(signalled_while_its_loop_closes, "a part", take=take, died=ended.set)
        await ended.wait()
        end_all([worker])
        return taken

    assert asyncio.run(work()) == ["a part"]
    assert capfd.readouterr() == ("", "")
