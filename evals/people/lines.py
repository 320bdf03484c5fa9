"""Read the lines of a packed file of people's judgements, and say where one is at fault."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from summarize.errors import InputError

R = TypeVar("R", bound=BaseModel)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty, numbered from 1. Raises InputError."""
    number = 0
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(
            f"{path}:{number + 1}: cannot be read ({error}): copy the file anew"
        ) from error


def row(kind: type[R], line: str, place: str) -> R:
    """Read one line, from `place`. Raises InputError naming the place and the fault."""
    try:
        return kind.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: is not JSON: {error.msg}: copy the file anew") from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "the line"
        raise InputError(
            f"{place}: {where}: {fault['msg']}: see the README beside the file"
        ) from error
