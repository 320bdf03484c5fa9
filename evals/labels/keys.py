"""Read single keys from a terminal, and leave it as it was.

A key pressed before its question was shown is no answer, and is thrown away.
"""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from summarize.errors import InputError

STOP: Final = "q"
# So soon, in seconds, the rest of what an arrow key sends follows its first byte.
_REST: Final = 0.05
_ESCAPE: Final = b"\x1b"
# Ctrl-D, where the terminal does not make an end of input of it.
_END: Final = b"\x04"


class Keys(Protocol):
    """Says which key is pressed."""

    def key(self) -> str:
        """Return one letter, in lower case; `STOP` when there is nobody any more."""
        ...

    def forget(self) -> None:
        """Throw away what was pressed so far."""
        ...


class Terminal:
    """The keys of a terminal whose line editing is switched off."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def key(self) -> str:
        """Return one letter; keys that send more than one byte are none."""
        while True:
            pressed = self._byte()
            if pressed in (b"", _END):
                return STOP
            if pressed == _ESCAPE:
                self._skip()
            elif pressed.isalpha():
                return pressed.decode().lower()

    def _skip(self) -> None:
        """Read the rest of an escape sequence (ECMA-48): its last byte is from @ to ~."""
        if self._more() and self._byte() in (b"[", b"O"):
            while self._more() and not b"@" <= self._byte() <= b"~":
                pass

    def _more(self) -> bool:
        return bool(select.select([self._descriptor], [], [], _REST)[0])

    def _byte(self) -> bytes:
        """Return what comes next; nothing when the terminal is gone."""
        try:
            return os.read(self._descriptor, 1)
        except OSError:
            return b""

    def forget(self) -> None:
        """Throw away what was pressed so far."""
        import termios

        termios.tcflush(self._descriptor, termios.TCIFLUSH)


def refuse_elsewhere() -> None:
    """Raise InputError unless a person sits there: both streams have to be a terminal."""
    for name, stream in (("input", sys.stdin), ("output", sys.stdout)):
        if stream is None or not stream.isatty():
            raise InputError(
                f"standard {name} is no terminal: a person has to look and press keys: "
                "run it in a terminal, without < > or |"
            )


@contextmanager
def terminal() -> Iterator[Keys]:
    """Take keys one by one from standard input, and set the terminal back afterwards.

    Raises InputError where there is no terminal, or none that is made that way (Windows).
    """
    refuse_elsewhere()
    try:
        import termios
        import tty
    except ImportError as error:
        raise InputError(
            "this system has no POSIX terminal: label under Linux, macOS or WSL"
        ) from error

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        yield Terminal(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
