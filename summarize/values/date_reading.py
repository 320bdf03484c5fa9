"""What a date phrase says as it is written, before anything is worked out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from summarize.values.date_words import MONTH_NUMBER, WEEKDAY_NUMBER

Unit = Literal["hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A date phrase as written: what it names, or how far from the day of publication it is."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until_year: int | None = None
    """The last year, where years make a period: a decade, a century, "2015-16"."""
    season: str | None = None
    quarter: int | None = None
    unit: Unit | None = None
    """The unit of `shift`: of "last week" week, of "three days ago" day. None with a name."""
    shift: int | None = None
    """Units from the day of publication; with a month, weekday or season: -1 last, 1 next."""
    vague: bool = False
    """It points at no certain date: "a few days ago", "the next day", 10/11/2017."""


Read = Callable[[str, int], Iterator[Reading]]
"""Read the phrase that begins at, or (for "ago") ends with, the word at this offset."""


def integer(match: "re.Match[str]", name: str) -> int | None:
    """Return the number in this group; None when the group is absent or took no part."""
    found = match.groupdict().get(name)
    return None if found is None else int(found)


def named(match: "re.Match[str]") -> Reading:
    """Return the year, month, day and weekday that a pattern's groups of these names hold."""
    groups = match.groupdict()
    month, weekday = groups.get("month"), groups.get("weekday")
    return Reading(
        match.start(),
        match.end(),
        year=integer(match, "year"),
        month=None if month is None else MONTH_NUMBER[month.lower()],
        day=integer(match, "day"),
        weekday=None if weekday is None else WEEKDAY_NUMBER[weekday.lower()],
    )
