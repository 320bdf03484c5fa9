"""The few forms of Markdown that TRUST.md is made of.

Headings, paragraphs, lists and tables, and in a line only **bold** and `code`: the report reads the
page back and knows no others.
"""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

# Words are broken at the width of a printed page; a table is as wide as it is.
WIDTH: Final = 100


def heading(words: str, *, level: int = 2) -> str:
    """Return a heading."""
    return f"{'#' * level} {words}"


def paragraph(*sentences: str) -> str:
    """Return sentences as one paragraph; empty ones are left out."""
    return _broken(" ".join(s for s in sentences if s))


def bullets(items: Iterable[str]) -> str:
    """Return a list; empty items are left out."""
    return "\n".join(
        _broken(item, first="- ", others="  ")
        for item in (" ".join(i.split()) for i in items)
        if item
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """Return a table whose columns are as wide as they must; those of `right` are set to the right.

    Raises ValueError for a row of another length.
    """
    lines = [head, *rows]
    cells = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = [
        "-" * (width - 1) + ":" if at in right else "-" * width for at, width in enumerate(widths)
    ]
    return "\n".join(_row(line, widths, right) for line in (cells[0], rule, *cells[1:]))


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if at in right else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"


def _broken(words: str, *, first: str = "", others: str = "") -> str:
    return textwrap.fill(
        words,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", or "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
