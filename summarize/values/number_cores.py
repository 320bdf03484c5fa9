"""Read the number that begins at a digit, without its unit.

The digits of a clock time, an address, an account, a version or a name count nothing: "15:11",
"9/11", "B-52", "COVID-19", "4chan" and "2.0.1" are refused.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from summarize.values.number_forms import (
    AND_A_HALF,
    CLOCK,
    CURRENCY_BEFORE,
    DIGITS,
    FRACTION_SIGNS,
    IN_OF,
    MAGNITUDE,
    MAGNITUDES,
    MEASURES,
    ORDINAL_ENDING,
    PERCENT,
    SHAPE,
)
from summarize.values.number_words import SCALES, SMALL


@dataclass(frozen=True, slots=True)
class Core:
    """A number, before its unit is looked for."""

    start: int
    end: int
    value: Decimal
    kind: str = "count"
    unit: str | None = None


class Place(NamedTuple):
    """Where a number may begin: the sole input of a reader."""

    text: str
    searched: str
    """The text made `plain`."""
    at: int
    limit: int
    """Where the next date begins: no number reaches into it."""


ReadNumber = Callable[[Place], Core | None]

_HYPHENS: Final = frozenset("-\u2010\u2011")
_MINUS: Final = frozenset("-\u2212")
# A digit after one of these is part of an address, an account, a version or a larger number.
_GLUE: Final = frozenset("@#&=_/\\")


def digits(place: Place) -> Core | None:
    """Read "1,200", "4.2 billion", "22nd", "1/3", "12km", "-5"; not "B-52", "9/11" or "15:11"."""
    text, searched, at = place.text, place.searched, place.at
    match = DIGITS.match(text, at)
    if match is None or CLOCK.match(searched, at) or _in_address(text, at):
        return None
    before = searched[max(0, at - 2) : at]
    if before and (before[-1] in _GLUE or (before[-1] in ".,:" and before[0].isdecimal())):
        return None
    shape = SHAPE.match(searched, at)
    if shape is not None:
        return _shape(shape)
    negative = before[-1:] == "-" and text[at - 1] in _MINUS and not before[0].strip(" (-")
    if before[-1:] == "-" and before[0].isalpha() and text[at - 1] in _HYPHENS:
        return None
    value = Decimal(re.sub(r"[^\d.]", "", match["digits"]))
    if match["sign"]:
        top, bottom = FRACTION_SIGNS[match["sign"]]
        value += Decimal(top) / bottom
    end = match.end()
    if ORDINAL_ENDING.match(searched, end):
        return Core(at, end + 2, value, "ordinal")
    if searched[end : end + 1] in ("/", ".", ",", ":") and searched[end + 1 : end + 2].isdecimal():
        return None
    core = with_magnitude(Core(at - negative, end, -value if negative else value), searched)
    if core.end > end:
        return core
    return share(core, place) or _glued(core, searched)


# Looking back further costs more than a rare longer address is worth.
_LONGEST_ADDRESS: Final = 200


def _in_address(text: str, at: int) -> bool:
    """Say whether this stands in a web or mail address."""
    run = text[max(0, at - _LONGEST_ADDRESS) : at].rpartition(" ")[2].rpartition("\n")[2]
    return "://" in run or "www." in run or "@" in run


def _shape(match: "re.Match[str]") -> Core | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    # 9/11 and 24/7 are names; 7/10 and 1/3 are fractions.
    if not 0 < top < bottom or (top, bottom) == (9, 11):
        return None
    return Core(match.start(), match.end(), Decimal(top) / bottom, "fraction")


_COUNTED_PLURAL: Final = re.compile(r"[ \t\n][a-z]{3,}s\b|[ \t\n](?:people|men|women|children)\b")


def with_magnitude(core: Core, searched: str) -> Core:
    """Multiply by what follows: "million", "bn", "m" of money or people."""
    half = AND_A_HALF.match(searched, core.end)
    value, end = core.value, core.end
    if half is not None and core.value == int(core.value):
        value, end = value + Decimal("0.5"), half.end()
    match = MAGNITUDE.match(searched, end)
    if match is None:
        return Core(core.start, end, value)
    letter = match["letter"]
    if letter:
        money = CURRENCY_BEFORE.search(searched, max(0, core.start - 6), core.start) is not None
        people = letter == "m" and _COUNTED_PLURAL.match(searched, match.end())
        if not money and not people:
            return Core(core.start, end, value)
        times = 10**6 if letter in "mM" else 10**9
    else:
        times = MAGNITUDES[(match["word"] or match["short"]).lower()]
    return Core(core.start, match.end(), value * times)


def _glued(core: Core, searched: str) -> Core | None:
    """Accept digits with a measure or "pc" glued on, and refuse any other letters: "4chan"."""
    stop = core.end
    while stop < len(searched) and (searched[stop].isalpha() or searched[stop] == "°"):
        stop += 1
    if stop == core.end or PERCENT.match(searched, core.end):
        return core
    name = MEASURES.get(searched[core.end : stop].lower())
    return Core(core.start, stop, core.value, "measure", name) if name else None


def share(core: Core, place: Place) -> Core | None:
    """Read on from "one" to "one in three", from "9" to "9 out of 10"."""
    match = IN_OF.match(place.searched, core.end)
    if match is None or match.end() > place.limit or core.value > 99:
        return None
    written = match["bottom"]
    bottom = Decimal(written) if written.isdecimal() else Decimal(SMALL[written.lower()])
    if not 0 < core.value < bottom or (core.value > 1 and bottom not in _BASES):
        return None
    return Core(core.start, match.end(), core.value / bottom, "fraction")


# "two in five" is a share; "killed two in six attacks" is not.
_BASES: Final = frozenset(Decimal(n) for n in (3, 4, 5, 10, 100, 1000))


def written_magnitude(written: str) -> int:
    """Return the magnitude in the words of a number: 1,000,000 for "$10 million", else 1."""
    match = DIGITS.search(written)
    scale = MAGNITUDE.match(written, match.end()) if match is not None else None
    if scale is None:
        named = [SCALES[word] for word in written.lower().split() if word in SCALES]
        return named[-1] if named else 1
    return MAGNITUDES[(scale["word"] or scale["short"] or scale["letter"]).lower()]
