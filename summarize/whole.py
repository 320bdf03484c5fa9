"""Write a file whole or not at all, whoever else is writing it."""

import itertools
import os
from pathlib import Path

_number = itertools.count(1)


def write_whole(path: Path, text: str, *, lasting: bool = False) -> None:
    """Write `text` as UTF-8 beside `path`, then put it in its place. Raises OSError.

    A reader sees the old file or the new one, also after kill -9, and where it is `lasting`, which
    takes milliseconds, after a loss of power; a failure leaves nothing behind.
    """
    partial = path.with_name(f".{path.name[:16]}-{os.getpid()}-{next(_number)}.tmp")
    try:
        with partial.open("wb") as file:
            file.write(text.encode())
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
