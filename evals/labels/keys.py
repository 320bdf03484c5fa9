"""Read single keys from a terminal, and leave it as it was, however one goes.

A key pressed before its question was shown is no answer, and is thrown away. Who is told to end, or
whose connection is gone, leaves the terminal as it was; so does who stops with Ctrl-Z and comes
back, who then sees the question again.
"""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, Protocol

from summarize.errors import InputError

STOP: Final = "q"
AGAIN: Final = "\f"
"""Show it again: Ctrl-L, and when one comes back after Ctrl-Z."""
# As shells count an end by a signal.
_BY_A_SIGNAL: Final = 128
# So soon, in seconds, the rest of what an arrow key sends follows its first byte.
_REST: Final = 0.05
_ESCAPE: Final = b"\x1b"
# Ctrl-D, where the terminal does not make an end of input of it.
_END: Final = b"\x04"


class Keys(Protocol):
    """Says which key is pressed."""

    def key(self) -> str:
        """Return one letter, in lower case, or `AGAIN`; `STOP` when there is nobody any more."""
        ...

    def forget(self) -> None:
        """Throw away what was pressed so far."""
        ...


class Terminal:
    """The keys of a terminal whose line editing is switched off."""

    def __init__(self, descriptor: int, woken: int) -> None:
        """Take keys from one descriptor; where the other can be read, a signal has come."""
        self._descriptor = descriptor
        self._woken = woken

    def key(self) -> str:
        """Return one letter or AGAIN; keys that send more than one byte are none."""
        while True:
            ready, _, _ = select.select([self._descriptor, self._woken], [], [])
            if self._woken in ready:
                os.read(self._woken, 1024)
                return AGAIN
            pressed = self._byte()
            if pressed.decode("latin-1") == AGAIN:
                return AGAIN
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

    def back() -> None:
        # A terminal that is gone cannot be set.
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def keys() -> None:
        with suppress(termios.error):
            tty.setcbreak(descriptor)

    with _signals(keys, back) as woken:
        try:
            keys()
            yield Terminal(descriptor, woken)
        finally:
            back()


@contextmanager
def _signals(keys: Callable[[], None], back: Callable[[], None]) -> Iterator[int]:
    """Give the terminal `back` at signals, and take `keys` again; yield what a signal makes ready.

    What the shell had us ignore, as nohup does, is ignored.
    """

    def end(number: int, _frame: Any) -> None:
        raise SystemExit(_BY_A_SIGNAL + number)

    def stop(number: int, _frame: Any) -> None:
        back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        # Here it goes on, when somebody has it go on.
        signal.signal(number, stop)
        keys()

    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    taken = {signal.SIGTERM: end, signal.SIGHUP: end, signal.SIGTSTP: stop}
    before = {
        number: signal.signal(number, handler)
        for number, handler in taken.items()
        if signal.getsignal(number) != signal.SIG_IGN
    }
    woke = signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    try:
        yield woken
    finally:
        signal.set_wakeup_fd(woke)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(woken)
        os.close(wakes)
