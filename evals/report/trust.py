"""Read TRUST.md for the report, which carries it along: a report is opened where nothing else is.

The page knows few forms (see `evals.trust.markdown`), and only those are read: headings,
paragraphs, lists, tables, and in a line **bold** and `code`. Whatever else stands there is shown as
it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from summarize.errors import InputError

_HERE: Final = Path(__file__).resolve()
# Where it is once installed, and where it is in the repository.
PLACES: Final = (_HERE.parents[1] / "trust" / "TRUST.md", _HERE.parents[2] / "TRUST.md")

_INLINE: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`")
_BLANK: Final = re.compile(r"\n\s*\n")
_CELL: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"-+:")

Style = Literal["plain", "bold", "code"]
Words = tuple[tuple[Style, str], ...]
"""A line in parts, each with how it is set."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its head apart."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    right: frozenset[int]
    """The columns that are set to the right."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list or a table."""

    kind: Literal["paragraph", "list", "table"]
    lines: tuple[Words, ...] = ()
    """The paragraph, or the items of the list."""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading."""

    heading: str
    blocks: tuple[Block, ...]


@cache
def trust() -> tuple[Part, ...]:
    """Return the parts of the page, the first under its title.

    Raises InputError when the page is not there: figures without it are not to be published.
    """
    path = next((place for place in PLACES if place.is_file()), None)
    if path is None:
        raise InputError(f"{PLACES[0]}: is not there: install summarize-news again")
    return tuple(parts(path.read_text(encoding="utf-8")))


def parts(page: str) -> Iterator[Part]:
    """Yield what stands under each heading, in order."""
    heading, blocks = "", list[Block]()
    for block in _BLANK.split(page.strip()):
        if block.startswith("#"):
            if heading or blocks:
                yield Part(heading, tuple(blocks))
            heading, blocks = block.lstrip("#").strip(), []
        else:
            blocks.append(_block(block))
    yield Part(heading, tuple(blocks))


def _block(text: str) -> Block:
    if text.startswith("- "):
        items = re.split(r"\n(?=- )", text)
        return Block("list", tuple(words(item.removeprefix("- ")) for item in items))
    if text.startswith("| "):
        return Block("table", table=_table(text.splitlines()))
    return Block("paragraph", (words(text),))


def _table(lines: list[str]) -> Table:
    head, rule, *rows = ([c.strip() for c in _CELL.split(line)[1:-1]] for line in lines)
    right = frozenset(at for at, cell in enumerate(rule) if _RULE.fullmatch(cell))
    return Table(_cells(head), tuple(_cells(row) for row in rows), right)


def _cells(cells: list[str]) -> tuple[Words, ...]:
    return tuple(words(cell.replace("\\|", "|")) for cell in cells)


def words(text: str) -> Words:
    """Return a text, in one line, in parts of one style each."""
    text = " ".join(text.split())
    found: list[tuple[Style, str]] = []
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            found.append(("plain", text[end : match.start()]))
        style: Style = "bold" if match["bold"] else "code"
        found.append((style, match[style]))
        end = match.end()
    if end < len(text):
        found.append(("plain", text[end:]))
    return tuple(found)
