"""Lay text out in terminal columns.

Columns, not characters, are counted: East Asian characters take two, combining ones none. A line
breaks at spaces, and between ideographs, which have none; a longer word sticks out rather than be
cut, so that an address can still be copied.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

Style = Literal["plain", "bold", "dim"]

_ANSI: Final[dict[Style, str]] = {"plain": "", "bold": "\x1b[1m", "dim": "\x1b[2m"}
_RESET: Final = "\x1b[0m"

GLUE: Final = "\u00a0"
"""A space at which no line breaks. Text that is `plain` has none of its own."""

_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"

# Where Chinese and Japanese lines must not begin or end (the core of JIS X 4051).
_NOT_FIRST: Final = frozenset("、。，．・：；？！）］｝〕〉》」』】’”…ー々" + ",.:;?!)]}")
_NOT_LAST: Final = frozenset("（［｛〔〈《「『【‘“" + "([{")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    style: Style = "plain"


@dataclass(slots=True)
class _Atom:
    """What a line must not break: a word, or one ideograph with its marks."""

    spaced: bool
    runs: list[Run] = field(default_factory=list)
    columns: int = 0

    def add(self, char: str, style: Style) -> None:
        if self.runs and self.runs[-1].style == style:
            self.runs[-1] = Run(self.runs[-1].text + char, style)
        else:
            self.runs.append(Run(char, style))
        self.columns += _columns(char)


def columns(text: str) -> int:
    """Count the terminal columns `text` takes, for text that is `plain`."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(runs: Iterable[Run], *, width: int, first: str = "", rest: str = "") -> list[list[Run]]:
    """Break `runs` into lines of at most `width` columns, but for longer words.

    The first line begins with `first`, the others with `rest`.
    """
    lines = [[Run(first)]]
    used = empty = columns(first)
    for atom in _atoms(runs):
        gap = int(atom.spaced and used > empty)
        if used > empty and used + gap + atom.columns > width:
            lines.append([Run(rest)])
            used = empty = columns(rest)
            gap = 0
        lines[-1] += [Run(" " * gap), *atom.runs]
        used += gap + atom.columns
    return lines


def paint(lines: Iterable[list[Run]], *, colour: bool) -> list[str]:
    """Write lines out, in bold and dim where `colour` is asked for."""
    return [_written(line, colour=colour).rstrip() for line in lines]


def _written(line: list[Run], *, colour: bool) -> str:
    if not colour:
        return "".join(run.text for run in line).replace(GLUE, " ")
    merged: list[Run] = []
    for run in line:
        blank = not run.text.strip()
        if merged and (run.style == merged[-1].style or blank):
            merged[-1] = Run(merged[-1].text + run.text, merged[-1].style)
        else:
            merged.append(run)
    return "".join(_ANSI[r.style] + r.text + _RESET * bool(_ANSI[r.style]) for r in merged).replace(
        GLUE, " "
    )


def _atoms(runs: Iterable[Run]) -> Iterator[_Atom]:
    atom, previous = _Atom(spaced=False), ""
    for run in runs:
        for char in run.text:
            if char == " ":
                if atom.runs:
                    yield atom
                atom = _Atom(spaced=True)
            else:
                if atom.runs and _may_break(previous, char):
                    yield atom
                    atom = _Atom(spaced=False)
                atom.add(char, run.style)
            previous = char
    if atom.runs:
        yield atom


def _may_break(left: str, right: str) -> bool:
    if left.isascii() and right.isascii():
        return False
    if left in (GLUE, _JOINER) or right in (GLUE, _EMOJI_STYLE) or _columns(right) == 0:
        return False
    if left in _NOT_LAST or right in _NOT_FIRST:
        return False
    return _ideograph(left) or _ideograph(right)


def _ideograph(char: str) -> bool:
    # Korean is written with spaces between words, and is read best when broken there.
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"


def _columns(char: str) -> int:
    if char < "\u0300":
        return 1
    if char == _EMOJI_STYLE:
        # It widens the sign before it to two columns.
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
