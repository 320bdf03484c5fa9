"""Read summaries to be scored: our JSON or JSON lines, {article, system, summary}, or plain text.

What a file holds is told by its ending; standard input by its first character. A line that cannot
be read is an error with its number, and so is an empty summary: neither is a bad summary.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarize.errors import InputError
from summarize.summary import Failure, Summary

STDIN: Final = "-"
_LINES: Final = (".jsonl", ".ndjson")
_FORMS: Final = "a summary of ours or {article, system, summary}"


@dataclass(frozen=True, slots=True)
class Given:
    """One summary as it was given, or why there is none."""

    place: str
    """The file, and the line in it where that matters; for messages."""
    article: str
    """What names the article: its id or its file."""
    system: str
    content: Summary | str | Failure


class Row(BaseModel):
    """What somebody else's summary comes as."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str = Field(pattern=r"\S")
    """The id of the article: the stem of its file."""
    system: str = Field(pattern=r"\S")
    """Who made the summary."""
    summary: str = Field(pattern=r"\S")


def read_given(path: str, *, article: str | None = None, system: str | None = None) -> list[Given]:
    """Return the summaries in a file; "-" is standard input.

    `article` names the article of plain text, whose file's name says it otherwise; `system` names
    who made all of them. Raises InputError.
    """
    text = _text(path)
    name = "standard input" if path == STDIN else path
    if not text.strip():
        raise InputError(f"{name}: is empty: give summaries to score")
    suffix = Path(path).suffix.lower() if path != STDIN else _sniffed(text)
    if suffix in _LINES:
        lines = enumerate(text.split("\n"), start=1)
        return [
            _of_json(_parsed(line, f"{name}:{n}"), f"{name}:{n}", system)
            for n, line in lines
            if line.strip()
        ]
    if suffix == ".json":
        return list(_document(text, name, system))
    if path == STDIN and article is None:
        raise InputError("standard input: plain text: say what it is a summary of with --article")
    of, by = _from_name(Path(path))
    return [Given(name, article or of, system or by, text)]


def _text(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file: check the path") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a directory: give the files in it") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 text: {error.reason}") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({why}): check the path") from error


def _sniffed(text: str) -> str:
    """Say what standard input holds, as a file's ending would."""
    first = text.lstrip()
    if first.startswith("["):
        return ".json"
    if not first.startswith("{"):
        return ".txt"
    try:
        json.loads(first)
    except ValueError:
        return ".jsonl"
    return ".json"


def _document(text: str, name: str, system: str | None) -> Iterator[Given]:
    data = _parsed(text, name)
    if not isinstance(data, list):
        yield _of_json(data, name, system)
        return
    for number, item in enumerate(data, start=1):
        yield _of_json(item, f"{name}: entry {number}", system)


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is not JSON ({error}): give {_FORMS}") from None


def _of_json(data: Any, place: str, system: str | None) -> Given:
    if not isinstance(data, dict):
        raise InputError(f"{place}: is not an object: give {_FORMS}")
    try:
        if "error" in data:
            failure = Failure.model_validate(data)
            return Given(place, failure.source, system or "", failure)
        if "made_by" in data:
            summary = Summary.model_validate(data)
            made = summary.made_by
            by = system or f"{made.model} {made.prompt}"
            return Given(place, summary.article.id, by, summary)
        row = Row.model_validate(data)
    except ValidationError as error:
        raise InputError(f"{place}: {_fault(error)}: give {_FORMS}") from None
    return Given(place, row.article, system or row.system, row.summary)


def _fault(error: ValidationError) -> str:
    """Name the first fault, the entry it is in, and how many more there are."""
    first, *more = error.errors(include_url=False)
    entry = ".".join(str(part) for part in first["loc"])
    fault = {
        "missing": f'has no "{entry}"',
        "extra_forbidden": f'unknown key "{entry}"',
        "string_pattern_mismatch": f'"{entry}" is empty',
    }.get(first["type"], f'"{entry}": {first["msg"]}')
    return f"{fault} (and {len(more)} more)" if more else fault


def _from_name(path: Path) -> tuple[str, str]:
    """Return article and system: of desk/a.txt "a" and "desk", of a.ann.txt "a" and "ann"."""
    stem = path.name.removesuffix(path.suffix)
    of, _, by = stem.partition(".")
    return of, by or path.resolve().parent.name or "text"
