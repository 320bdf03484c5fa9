"""Plant another day of the month, or of the week."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import NEAR, dates, first
from evals.selftest.variant import (
    Good,
    Variant,
    shuffled,
)
from summarize.values.date_value import WEEKDAYS

_DAY: Final = re.compile(r"(?<!\d)([0-3]?\d)(?!\d)(?:st|nd|rd|th)?")

_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")


def wrong_day(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another day of the month, or another day of the week."""
    for index, phrase in dates(good):
        place = _DAY.search(phrase.as_written) if phrase.value.day is not None else None
        if place is not None and phrase.value.day == int(place[1]):
            days = [d for d in (int(place[1]) + n for n in NEAR) if 1 <= d <= 28]
            yield from first(good, index, phrase, place, [str(d) for d in shuffled(days, chance)])
        elif weekday := _WEEKDAY.search(phrase.as_written):
            yield from first(good, index, phrase, weekday, shuffled(WEEKDAYS, chance))
