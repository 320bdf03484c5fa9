"""Work out the calendar date of a reading from the day of publication.

News looks back: a bare weekday is the latest one up to the day of publication, a month or a day of
a month the nearest, unless the sentence looks ahead. Weeks begin on Monday. Nothing is filled in
when the day of publication is unknown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from summarize.values.date_reading import Reading
from summarize.values.date_value import DateValue
from summarize.values.tense import Tense

NOTHING: Final = DateValue()
# Twelve months of 31 days: dates are compared, never counted.
_YEAR: Final = 12 * 31
# A day more than ten months away is written with its year: without one, the other side is meant.
_TOO_FAR: Final = 10 * 31
_FIRST_MONTH: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The value of a reading; `end` is set when it is a period, and then is its last part."""

    value: DateValue
    end: DateValue | None = None
    complete: bool = True
    """All that the phrase says is known."""


UNKNOWN: Final = Resolved(NOTHING, complete=False)


def resolve(
    reading: Reading, published: date | None, tense_of: Callable[[], Tense | None]
) -> Resolved | None:
    """Return what is known of the date, or None when there is no such day (31 June)."""
    try:
        return _resolve(reading, published, tense_of)
    except (ValueError, OverflowError):
        return _without_year(reading)


def _without_year(reading: Reading) -> Resolved | None:
    """Keep 29 February when the year worked out has none."""
    if reading.year is not None or reading.month is None:
        return None
    try:
        return Resolved(DateValue(None, reading.month, reading.day), complete=False)
    except ValueError:
        return None


def _resolve(
    reading: Reading, published: date | None, tense_of: Callable[[], Tense | None]
) -> Resolved:
    if reading.vague:
        return Resolved(DateValue(year=reading.year), complete=False)
    if reading.until_year is not None:
        return Resolved(DateValue(reading.year), DateValue(reading.until_year))
    if reading.unit is not None and reading.month is None:
        return _period(reading, published, tense_of)
    if reading.season is not None or reading.quarter is not None:
        return _part_of_year(reading, published)
    if reading.month is not None:
        return _in_a_month(reading, published, tense_of)
    if reading.weekday is not None:
        return _weekday(reading, published, tense_of)
    return Resolved(DateValue(reading.year))


def _period(
    reading: Reading, published: date | None, tense_of: Callable[[], Tense | None]
) -> Resolved:
    """Resolve "last week", "three days ago", "the weekend"."""
    if published is None or reading.unit == "hour":
        return UNKNOWN
    shift = reading.shift or 0
    match reading.unit:
        case "day":
            return Resolved(DateValue.of(published + timedelta(days=shift)))
        case "week":
            monday = published + timedelta(days=7 * shift - published.weekday())
            return _days(monday, monday + timedelta(days=6))
        case "weekend":
            saturday = published + timedelta(days=5 - published.weekday())
            if shift == 0 and published < saturday and _is_behind(reading, tense_of()):
                shift = -1
            saturday += timedelta(days=7 * shift)
            return _days(saturday, saturday + timedelta(days=1))
        case "month":
            return Resolved(_month(published.year, published.month + shift))
        case "quarter":
            quarter = (published.month - 1) // 3 + shift
            return _months(published.year, quarter * 3 + 1, size=3)
        case "decade":
            return Resolved(DateValue(published.year + 10 * shift))
        case "century":
            return Resolved(DateValue(published.year + 100 * shift))
        case _:
            return Resolved(DateValue(published.year + shift))


def _is_behind(reading: Reading, said: Tense | None) -> bool:
    """Say whether a weekend is the last one: "this" one only where a verb tells of the past."""
    return said != "future" if reading.shift is None else said in ("past", "reported")


def _days(first: date, last: date) -> Resolved:
    return Resolved(DateValue.of(first), DateValue.of(last))


def _month(year: int, month: int) -> DateValue:
    """Return the month, counted on into the years around: month 0 is December before."""
    return DateValue(year + (month - 1) // 12, (month - 1) % 12 + 1)


def _months(year: int, month: int, *, size: int) -> Resolved:
    return Resolved(_month(year, month), _month(year, month + size - 1))


def _part_of_year(reading: Reading, published: date | None) -> Resolved:
    """Resolve "the third quarter" and "last summer": quarters have months, seasons only a year."""
    first = _FIRST_MONTH[reading.season] if reading.season else (reading.quarter or 1) * 3 - 2
    year = reading.year
    if year is None:
        if published is None:
            return UNKNOWN
        year = published.year
        if reading.shift is None:
            year = _nearest(published, first + 1, published.day, None)
        elif reading.shift < 0 and first + 2 >= published.month:
            year -= 1
        elif reading.shift > 0 and first <= published.month:
            year += 1
    return Resolved(DateValue(year)) if reading.season else _months(year, first, size=3)


def _in_a_month(
    reading: Reading, published: date | None, tense_of: Callable[[], Tense | None]
) -> Resolved:
    """Resolve "25 October", "in February", "last May", "June last year"."""
    month, day = reading.month or 1, reading.day
    if reading.year is not None:
        return Resolved(DateValue(reading.year, month, day, reading.weekday))
    if published is None:
        return Resolved(DateValue(None, month, day, reading.weekday), complete=False)
    if reading.unit == "year":
        return Resolved(DateValue(published.year + (reading.shift or 0), month, day))
    if reading.shift is not None:
        year = _shifted(published, month, day, reading.shift)
    else:
        year = _nearest(published, month, day or 15, tense_of())
        if day is None and month == published.month:
            year = published.year
    return Resolved(DateValue(year, month, day, reading.weekday))


def _shifted(published: date, month: int, day: int | None, shift: int) -> int:
    """Return the year of "last May" (the latest one over) or "next May" (the first to begin)."""
    here = (published.month, published.day if day else 0)
    there = (month, day or 0)
    if shift < 0:
        return published.year - (there >= here)
    if shift > 0:
        return published.year + (there <= here)
    return published.year


def _nearest(published: date, month: int, day: int, tense: Tense | None) -> int:
    """Return the year in which this day lies on the side the sentence looks to, or nearest."""
    here, there = published.month * 31 + published.day, month * 31 + day
    ahead, behind = (there - here) % _YEAR, (here - there) % _YEAR
    looks_ahead = tense == "future" if tense in ("future", "past") else ahead < behind
    if (ahead if looks_ahead else behind) > _TOO_FAR:
        looks_ahead = not looks_ahead
    return published.year + (there < here) if looks_ahead else published.year - (there > here)


def _weekday(
    reading: Reading, published: date | None, tense_of: Callable[[], Tense | None]
) -> Resolved:
    """Resolve "Tuesday", "last Friday", "next Monday"."""
    weekday = reading.weekday or 0
    if published is None:
        return Resolved(DateValue(weekday=weekday), complete=False)
    back = (published.weekday() - weekday) % 7
    if reading.shift is None:
        days = -back if tense_of() != "future" or back == 0 else 7 - back
    elif reading.shift < 0:
        days = -(back or 7)
    elif reading.shift > 0:
        days = 7 - back
    else:
        days = -back if tense_of() == "past" or back == 0 else 7 - back
    return Resolved(DateValue.of(published + timedelta(days=days)))
