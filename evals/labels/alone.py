"""See that one person at a time labels into a file, before the first answer is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evals.run.saved import cannot_write
from summarize.errors import InputError


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file of labels for oneself; who is killed lets go of it.

    Where the file system knows no locks, nobody is kept out. Raises InputError when somebody else
    holds it, and where nothing can be written.
    """
    import fcntl

    lock = path.with_name(f".{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError as error:
        raise cannot_write(path, error) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(
                f"{path}: somebody is labelling into it now: wait, or label into a file of your "
                "own with -o; summarize report takes both with --labels"
            ) from error
        except OSError:
            pass
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
