"""A date as far as it is known, and what follows from it.

Nothing is filled in: a date without a year has no year. "October 2017" follows from
"25 October 2017"; "25 October 2017" never follows from "25 October".
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
# A day without a year may be 29 February.
_LEAP_YEAR: Final = 2000

Precision = Literal["day", "weekday", "month", "year", "nothing"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """What is known of a date. None is unknown; a day is never known without its month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"a day without a month: {self.day}")
        if self.weekday is not None and not 0 <= self.weekday <= 6:
            raise ValueError(f"not a weekday: {self.weekday}")
        date(
            _LEAP_YEAR if self.year is None else self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    @classmethod
    def of(cls, day: date) -> "DateValue":
        """Return the value of a day of the calendar, with its weekday."""
        return cls(day.year, day.month, day.day, day.weekday())

    def as_day(self) -> date | None:
        """Return the day of the calendar, or None unless year, month and day are known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def precision(self) -> Precision:
        """Say what is the smallest unit known; a bare weekday is `weekday`."""
        if self.day is not None:
            return "day"
        if self.weekday is not None:
            return "weekday"
        if self.month is not None:
            return "month"
        return "nothing" if self.year is None else "year"

    def iso(self) -> str | None:
        """Return "2016", "2016-07" or "2016-07-20"; None when the year is unknown."""
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02d}")
        return "-".join(parts)


def entails(source: DateValue, stated: DateValue) -> bool:
    """Say whether `stated` is equal to `source` or coarser: all that it says, the source says.

    A date of which nothing is known follows from anything; do not ask about one.
    """
    day = source.as_day()
    weekday = source.weekday if source.weekday is not None or day is None else day.weekday()
    return (
        stated.year in (None, source.year)
        and stated.month in (None, source.month)
        and stated.day in (None, source.day)
        and stated.weekday in (None, weekday)
    )


def written_out(value: DateValue) -> str:
    """Return "25 October 2017", "July 2016", "2016", "25 October" or "Tuesday"; "" for nothing."""
    parts: list[str] = []
    if value.day is not None:
        parts.append(str(value.day))
    if value.month is not None:
        parts.append(MONTHS[value.month - 1])
    if value.year is not None:
        parts.append(f"{value.year:04d}")
    if not parts and value.weekday is not None:
        parts.append(WEEKDAYS[value.weekday])
    return " ".join(parts)
