"""The process from which those of a large batch are forked, started before it is needed.

It imports, once for all of them and on another core, what they need, while this process is still
importing for itself. So this module imports nothing slow.
"""

import signal
from typing import Final

# Forked from a process that has nothing open and no threads, so nothing can be inherited halfway.
START: Final = "forkserver"
# Starting processes takes half a second: as long as this many articles take.
MANY: Final = 32

_IMPORTED: Final = ["summarize.pipeline.shards", "openai"]


def warm_up(*also: str) -> None:
    """Start it, where the system can, and do not wait for it. Starting it again does nothing.

    It imports these modules also.
    """
    from multiprocessing import forkserver, get_all_start_methods, resource_tracker

    if START not in get_all_start_methods():
        return
    forkserver.set_forkserver_preload([*_IMPORTED, *also])
    # Ctrl-C reaches every process of a terminal; these must leave it to the first, so they inherit
    # that it is blocked. The tracker lifts a block when it starts, and so comes before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
