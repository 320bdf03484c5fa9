"""Read dates that are understood only from the day of publication: "yesterday", "last week".

And those told from another moment of the story ("the next day"), which point at no certain date.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, cast

from summarize.values import date_patterns as pattern
from summarize.values.date_reading import Reading, Unit, named
from summarize.values.date_words import (
    COUNTS,
    DAYS_FROM_TODAY,
    NAMED_DAYS,
    SEASONS,
    SHIFT,
    VAGUE_COUNTS,
)
from summarize.values.number_words import TENS, UNITS

_WORD_BEFORE: Final = re.compile(r"([A-Za-z]+)\s$")


def weekday(text: str, at: int) -> Iterator[Reading]:
    """Read "Tuesday" and "Tuesday night", but not "Good Friday" or "the Sunday Times"."""
    match = pattern.WEEKDAY_ALONE.match(text, at)
    if match is None:
        return
    before = _WORD_BEFORE.search(text[max(0, at - 12) : at])
    if before is None or before[1].lower() not in NAMED_DAYS:
        yield named(match)


# "USA Today", "Psychology Today".
_NAME_BEFORE: Final = re.compile(r"\b[A-Z]\w+ $")
_DAY_BEYOND: Final = re.compile(r"\b(?:the )?day (?P<side>before|after) $", re.IGNORECASE)


def today(text: str, at: int) -> Iterator[Reading]:
    """Read "yesterday", "tomorrow night" and "the day before yesterday"."""
    match = pattern.TODAY.match(text, at)
    if match is None or (text[at].isupper() and _NAME_BEFORE.search(text[max(0, at - 16) : at])):
        return
    days = DAYS_FROM_TODAY[match["day"].lower()]
    beyond = _DAY_BEYOND.search(text, max(0, at - 16), at)
    if beyond is not None and days == (-1 if beyond["side"].lower() == "before" else 1):
        yield Reading(beyond.start(), match.end(), unit="day", shift=2 * days)
    else:
        yield Reading(at, match.end(), unit="day", shift=days)


def period(text: str, at: int) -> Iterator[Reading]:
    """Read "last week", "this coming Sunday", "next May", "this morning"."""
    match = pattern.DAYPART.match(text, at)
    if match is not None:
        shift = -1 if match["which"].lower().startswith("last") else 0
        yield Reading(at, match.end(), unit="day", shift=shift)
        return
    match = pattern.PERIOD.match(text, at)
    if match is None:
        return
    which, also = match["which"].lower(), (match["also"] or "").lower()
    if which == "past":
        # "the past year" is a duration that ends now.
        return
    yield replace(
        named(match),
        unit=cast(Unit, match["unit"].lower()) if match["unit"] else None,
        shift=SHIFT[also or which],
        season=SEASONS[match["season"].lower()] if match["season"] else None,
    )


def elsewhen(text: str, at: int) -> Iterator[Reading]:
    """Read "the next day", "the year before": from another moment, so from none we know."""
    match = pattern.ELSEWHEN.match(text, at)
    if match is None:
        return
    before = text[max(0, at - 4) : at].lower()
    if match["of_unit"] is None or before == "the ":
        yield Reading(at - len("the ") * (before == "the "), match.end(), vague=True)


_DURING_THE: Final = re.compile(
    r"\b(?:in|for|during|over|throughout|(?:months|quarter|half|rest|end|part) of) the $",
    re.IGNORECASE,
)


def the_period(text: str, at: int) -> Iterator[Reading]:
    """Read "for the year", "in the quarter": which one, the story says."""
    match = pattern.THE_PERIOD.match(text, at)
    if match is not None and _DURING_THE.search(text[max(0, at - 20) : at]):
        yield Reading(at - len("the "), match.end(), vague=True)


_OVER_THE: Final = re.compile(r"\b(?:at|on|over|during) the $", re.IGNORECASE)


def weekend(text: str, at: int) -> Iterator[Reading]:
    """Read "over the weekend"."""
    match = pattern.THE_WEEKEND.match(text, at)
    if match is not None and _OVER_THE.search(text[max(0, at - 12) : at]):
        yield Reading(at, match.end(), unit="weekend")


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    tens, _, units = written.partition("-")
    if units:
        return TENS[tens] + UNITS[units] if tens in TENS and units in UNITS else None
    return COUNTS.get(tens)


# "two years ago" is at most this long, with "more than" and "or so".
_LOOK_BACK: Final = 48


def ago(text: str, at: int) -> Iterator[Reading]:
    """Read backwards from "ago": "two years ago"; "a few days ago" points at no certain day."""
    match = pattern.DISTANCE.search(text[max(0, at - _LOOK_BACK) : at])
    if match is None:
        return
    number = _count(match["count"].lower())
    vague_count = match["count"].lower().split()[-1 if "few" in match["count"] else 0]
    starts_at_unit = (
        number is None and vague_count not in VAGUE_COUNTS and " " not in match["count"]
    )
    from_ = max(0, at - _LOOK_BACK)
    unit = {"minute": "hour", "centurie": "century"}.get(
        match["unit"].lower(), match["unit"].lower()
    )
    yield Reading(
        from_ + match.start("unit" if starts_at_unit else 0),
        at + len("ago"),
        unit=cast(Unit, unit),
        shift=None if number is None else -number,
        vague=number is None or bool(match["rough"] or match["also"]),
    )
