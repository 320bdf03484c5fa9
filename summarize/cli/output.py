"""Where summaries go: to stdout in order, into one file, or one file each into a folder.

jsonl, text and md are written as each summary is ready; json and html of several articles are one
document, written at the end. A file is complete or not there at all, but for jsonl, whose lines
are each complete. A place that cannot be written is told before a model is asked.
"""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TextIO

from summarize.cli.group import abandon
from summarize.errors import InputError
from summarize.pipeline.batch import Outcome
from summarize.render import Entry, render_all
from summarize.summary import Failure
from summarize.whole import write_whole

ENDINGS = {"text": "txt", "md": "md", "json": "json", "jsonl": "jsonl", "html": "html"}
JSONL_NAME = "summaries.jsonl"
# Formats of which several documents one after the other are again a document.
STREAMED = ("text", "md", "jsonl")
# Wide enough for any terminal; a pipe has no width, so it gets that of a page.
PIPE_WIDTH = 80


class Output(Protocol):
    """Somewhere to put outcomes."""

    def add(self, outcome: Outcome) -> None:
        """Take the next outcome, in order."""
        ...


def format_for(output: Path | None) -> str:
    """Return the format that the ending of --output stands for, and text where it says nothing."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return next((name for name, own in ENDINGS.items() if own == ending), "text")


@contextmanager
def open_output(output: Path | None, format_: str, *, many: bool) -> Iterator[Output]:
    """Open what --output names. Raises InputError when it cannot be written."""
    if output is None:
        if sys.stdout is None:
            raise InputError("standard output: is closed: write to a file with -o")
        stream = Stream(sys.stdout, "standard output", format_, many=many)
        yield stream
        stream.finish()
        return
    is_file = output.suffix and not output.is_dir() and not str(output).endswith(os.sep)
    folder = output.parent if is_file else output
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise _cannot_write(str(output), error) from error
    if not is_file and format_ != "jsonl":
        yield Folder(output, format_)
        return
    path = output if is_file else output / JSONL_NAME
    try:
        file = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _cannot_write(str(output), error) from error
    with file:
        stream = Stream(file, str(path), format_, many=many)
        yield stream
        stream.finish()


def _cannot_write(name: str, error: OSError) -> InputError:
    exists = isinstance(error, FileExistsError)
    why = "not a directory" if exists else (error.strerror or str(error)).lower()
    return InputError(f"{name}: cannot be written ({why}): name another place with -o")


class Stream:
    """One stream for all summaries."""

    def __init__(self, stream: TextIO, name: str, format_: str, *, many: bool) -> None:
        self._stream = stream
        self._name = name
        self._format = format_
        self._together = many and format_ not in STREAMED
        self._waiting: list[Entry] = []
        self._first = True

    def add(self, outcome: Outcome) -> None:
        """Write it now, or keep it for the one document of all."""
        failed = isinstance(outcome.record, Failure)
        if failed and self._format in ("text", "md"):
            return
        if failed and not self._together and self._format != "jsonl":
            return
        entry = _entry(outcome)
        if self._together:
            self._waiting.append(entry)
            return
        self._write([entry], before="" if self._first or self._format == "jsonl" else "\n")
        self._first = False

    def finish(self) -> None:
        """Write what was kept back."""
        if self._waiting:
            self._write(self._waiting)

    def _write(self, entries: list[Entry], *, before: str = "") -> None:
        is_terminal = self._stream.isatty()
        width = shutil.get_terminal_size().columns if is_terminal else PIPE_WIDTH
        colour = is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        text = render_all(entries, self._format, width=width, colour=colour)
        try:
            self._stream.write(before + text)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            abandon(self._stream)
            raise _cannot_write(self._name, error) from error


class Folder:
    """A file for each summary."""

    def __init__(self, folder: Path, format_: str) -> None:
        self._folder = folder
        self._format = format_

    def add(self, outcome: Outcome) -> None:
        """Write its file whole or not at all."""
        if isinstance(outcome.record, Failure) and self._format in ("text", "md"):
            return
        path = self._folder / f"{outcome.id}.{ENDINGS[self._format]}"
        text = render_all([_entry(outcome)], self._format, width=PIPE_WIDTH, colour=False)
        try:
            write_whole(path, text)
        except OSError as error:
            raise _cannot_write(str(path), error) from error


def _entry(outcome: Outcome) -> Entry:
    return Entry(outcome.record, outcome.text)
