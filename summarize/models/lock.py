"""Let one process at a time do a thing.

The lock belongs to the open file, so the system lets go of it however its owner ends, `kill -9`
included: there are no stale locks to detect. It saves work and is no guarantee of correctness:
some network file systems have no locks, and there everyone goes ahead at once.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

# How often to look whether the other process is done, in seconds: not felt, and costs nothing.
LOOK_AGAIN = 0.1

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def one_at_a_time(path: Path, *, waiting: Callable[[], None] = lambda: None) -> Iterator[bool]:
    """Hold the lock file at `path` within the block; call `waiting` once if another holds it.

    Yields False where the file system has no locks. Raises OSError when the file cannot be made.
    """
    with path.open("ab") as file:
        told = False
        while True:
            try:
                _try(file)
            except (BlockingIOError, PermissionError):
                if not told:
                    waiting()
                    told = True
                time.sleep(LOOK_AGAIN)
            except OSError:
                yield False
                return
            else:
                yield True
                return
