"""Write a file whole or not at all, whoever else is writing it."""

import itertools
import os
from pathlib import Path

_number = itertools.count(1)


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8 beside `path`, then put it in its place. Raises OSError.

    A reader sees the old file or the new one, also after kill -9; a failure leaves nothing behind.
    """
    partial = path.with_name(f".{path.name[:16]}-{os.getpid()}-{next(_number)}.tmp")
    try:
        partial.write_bytes(text.encode())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
