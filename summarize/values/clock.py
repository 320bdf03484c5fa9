"""Find the times of day of a text: "2:30 p.m.", "22.30 GMT", "3pm", "nine o'clock", "noon".

A time is the minutes since midnight it may mean: "2:30" may be by day or by night, "14:30" cannot.
Zones are not told apart, and "half past two" is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.values.memory import TEXTS
from summarize.values.number_words import SMALL
from summarize.values.plain import plain
from summarize.values.span import Span

HALF_DAY: Final = 12 * 60
DAY: Final = 2 * HALF_DAY

_HALF: Final = r"\s?(?P<half>[ap])\.?\s?m\b\.?"
_ZONE: Final = r"\s?(?:GMT|UTC|BST|CES?T|ES?T|EDT|PS?T|PDT|IST|local\s+time)\b"
_HOURS: Final = r"(?P<hour>[01]?\d|2[0-4])"
# Of "6 to 8 p.m." and "9-10:30am" the first has no half of its own.
_TO: Final = r"(?:(?P<from>\d{1,2}(?:[:.]\d\d)?)\s?(?:-|to|and|until|or)\s?)?"
_TIME: Final = re.compile(
    rf"(?<![\w:.,/$£€-])(?:{_TO}{_HOURS}(?:[:.](?P<minute>[0-5]\d))?{_HALF}"
    rf"|(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d)(?![\d%:]|[.,]\d)"
    rf"|(?P<hour3>[01]?\d|2[0-4])\.?(?P<minute3>[0-5]\d){_ZONE})"
    rf"|\b(?P<word>{'|'.join(SMALL)}|1?\d|2[0-4])\s+o'clock"
    r"|(?<!high )(?<!high-)\b(?P<name>noon|midday|midnight)\b",
    re.IGNORECASE,
)
# One look for what every time has.
_SOME: Final = re.compile(
    rf"\d(?::\d\d|\s?[ap]\.?\s?m\b|{_ZONE})|o.clock|noon|midday|midnight", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it stands in a text."""

    span: Span
    as_written: str
    minutes: frozenset[int]
    """Since midnight; two of them where nothing tells day from night."""


@lru_cache(maxsize=TEXTS)
def find_clock(text: str) -> tuple[Clock, ...]:
    """Return the times of day of `text` in order. Total: it never raises, whatever the text."""
    if _SOME.search(text) is None:
        return ()
    return tuple(_times(text))


def _times(text: str) -> Iterator[Clock]:
    for match in _TIME.finditer(plain(text)):
        span = Span(*match.span())
        for minutes in _minutes(match):
            yield Clock(span, span.of(text), minutes)


def _minutes(match: "re.Match[str]") -> Iterator[frozenset[int]]:
    """Yield what one match may mean; two for "6 to 8 p.m."."""
    if match["name"]:
        yield frozenset({0 if match["name"].lower() == "midnight" else HALF_DAY})
        return
    if match["word"]:
        yield _either(SMALL.get(match["word"].lower()) or _integer(match["word"]), 0)
        return
    if match["half"]:
        night = match["half"].lower() == "p"
        if match["from"]:
            begins, _, minute = match["from"].replace(".", ":").partition(":")
            yield _either(int(begins), _integer(minute))
        yield _of_half(int(match["hour"]), _integer(match["minute"]), night=night)
        return
    for hour_, minute_ in (("hour2", "minute2"), ("hour3", "minute3")):
        if match[hour_]:
            yield _either(int(match[hour_]), int(match[minute_]))


def _integer(digits: str | None) -> int:
    return int(digits) if digits and digits.isdecimal() else 0


def _of_half(hour: int, minute: int, *, night: bool) -> frozenset[int]:
    if hour > 12:  # "15:30 p.m."
        return frozenset({(hour * 60 + minute) % DAY})
    return frozenset({(hour % 12) * 60 + minute + (HALF_DAY if night else 0)})


def _either(hour: int, minute: int) -> frozenset[int]:
    """Return what a time without its half may be."""
    at = (hour * 60 + minute) % DAY
    return frozenset({at, (at + HALF_DAY) % DAY} if 1 <= hour <= 12 else {at})
