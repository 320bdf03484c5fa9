"""What a person watching sees on stderr while a model thinks: one line, kept up to date.

On a terminal the line is rewritten in place. Elsewhere (a log, CI, a terminal that calls itself
dumb) a line is written when an
article is done and at every tenth of a long task. stdout is never touched.
"""

import io
import os
import sys
import threading
import time
from types import TracebackType
from typing import Self, TextIO

# Often enough to be seen moving; seldom enough to cost nothing.
REFRESH_SECONDS = 0.5
# Of a terminal that does not say how wide it is.
USUAL_WIDTH = 80


def one_line(text: str) -> str:
    """Return text that stays on its line and does nothing else to a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def _can_rewrite(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except OSError:
        return USUAL_WIDTH


class Progress:
    """A line of progress. Use it as a context manager."""

    def __init__(self, *, quiet: bool, total: int = 0, stream: TextIO | None = None) -> None:
        # None where stderr is closed, as by `2>&-`.
        self._stream = stream or sys.stderr or io.StringIO()
        self._quiet = quiet
        self._in_place = not quiet and _can_rewrite(self._stream)
        self._total = total
        self._done = 0
        self._doing = ""
        self._told: tuple[str, int] | None = None
        self._began = time.monotonic()
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._shown = False

    def __enter__(self) -> Self:
        if self._in_place:
            threading.Thread(target=self._refresh, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._erase()

    def tell(self, what: str, share: float | None) -> None:
        """Say what is going on, and what share of it is done (None: unknown)."""
        percent = f" {share:.0%}" if share is not None else ""
        self._doing = f"{what}{percent}" if share is None or share < 1 else ""
        step = (what, -1 if share is None else int(share * 10))
        if not self._quiet and not self._in_place and step != self._told:
            self._told = step
            self._write(f"summarize: {what}{percent}\n")

    def skip(self, number: int) -> None:
        """Count so many of the total as done: there was nothing to do about them."""
        self._done += number

    def done(self, line: str) -> None:
        """Say that one more article is finished."""
        self._done += 1
        if self._quiet:
            return
        self._erase()
        counted = f"{self._done}/{self._total} " if self._total > 1 else ""
        self._write(f"summarize: {counted}{one_line(line)}\n")

    def failed(self, message: str) -> None:
        """Say why one more article came to nothing, also when quiet."""
        self._done += 1
        self._erase()
        self._write(f"summarize: {one_line(message)}\n")

    def _refresh(self) -> None:
        while not self._over.wait(REFRESH_SECONDS):
            with self._lock:
                seconds = time.monotonic() - self._began
                counted = f"{self._done}/{self._total} articles, " if self._total > 1 else ""
                doing = self._doing or "reading and asking"
                line = one_line(f"{counted}{doing} ({seconds:.0f} s)")
                # A line that wraps could not be erased: only its last row is.
                self._stream.write(f"\r\x1b[K{line[: _width(self._stream) - 1]}")
                self._stream.flush()
                self._shown = True

    def _erase(self) -> None:
        with self._lock:
            if self._shown:
                self._stream.write("\r\x1b[K")
                self._stream.flush()
                self._shown = False

    def _write(self, text: str) -> None:
        with self._lock:
            self._stream.write(text)
            self._stream.flush()
