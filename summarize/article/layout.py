"""Find the blocks of a text: the paragraphs, headings and lines that a reader sees as units.

A blank line always ends a block. A single line break ends one too, unless the text was wrapped to
a width by whoever sent it: then the break is only white space. Nothing is changed or removed.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarize.values.span import Span

# Mail and wire copy is wrapped at 65 to 80 columns; beyond 110 a line is a paragraph of its own.
WIDEST_WRAP: Final = 110
NARROWEST_WRAP: Final = 40

# Two full lines may be chance (a headline above a standfirst); three are a habit.
FULL_LINES: Final = 3

_MARKER = re.compile(r"(?:[-*+•‣◦▪●–—]\s|\d{1,2}[.)]\s|#{1,6}\s|>|\||!\[|<!--|```)")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str


def blocks(text: str) -> list[Span]:
    """Return the blocks in order, each without the white space around it."""
    groups = _groups(text)
    width = _wrap_width(groups)
    found: list[Span] = []
    for group in groups:
        start = group[0].start
        for line, following in pairwise(group):
            if not _continues(line, following, width=width):
                found.append(Span(start, line.end))
                start = following.start
        found.append(Span(start, group[-1].end))
    return found


def is_marked(block: str) -> bool:
    """Say whether a block opens with a list, heading or quotation marker."""
    return _MARKER.match(block) is not None


def _groups(text: str) -> list[list[_Line]]:
    """Return the runs of lines that no blank line divides."""
    groups: list[list[_Line]] = []
    offset = 0
    open_group = False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            line = _Line(start, start + len(words), indent, words)
            if open_group:
                groups[-1].append(line)
            else:
                groups.append([line])
        open_group = bool(words)
        offset += len(raw)
    return groups


def _wrap_width(groups: list[list[_Line]]) -> int | None:
    """Return the column a text was wrapped at, or None when its lines are its paragraphs.

    In wrapped text a line is full: the first word of the next would not have fitted.
    """
    lengths = sorted(len(line.text) for group in groups for line in group if " " in line.text)
    if len(lengths) < FULL_LINES:
        return None
    # One line in twenty may be too long (an address, a table) without hiding the habit.
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    pairs = [pair for group in groups for pair in pairwise(group)]
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= FULL_LINES and 2 * full >= len(pairs) else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - 3


def _continues(line: _Line, following: _Line, *, width: int | None) -> bool:
    """Say whether `following` goes on with the paragraph of `line`."""
    if is_marked(following.text) or line.text.startswith(("#", "<!--")):
        return False
    if _reads_on(line, following):
        return True
    if width is None or following.indent >= line.indent + 2:
        return False
    return _is_full(line, following, width)


def _reads_on(line: _Line, following: _Line) -> bool:
    """Say whether the words alone show that a sentence goes on over the line break."""
    return (
        len(line.text) >= NARROWEST_WRAP
        and following.text[0].islower()
        and not _ENDED.search(line.text)
    )
