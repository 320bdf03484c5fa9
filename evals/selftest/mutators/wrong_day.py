"""Plant another day of the month, or of the week."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import WEEKDAYS, dates, first
from evals.selftest.parts.english import ordinal
from evals.selftest.parts.places import replaced, says
from evals.selftest.variant import Good, Variant, shuffled

# How many days off a date may be and still look right.
_NEAR: Final = (-3, -2, -1, 1, 2, 3)


def wrong_day(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another day of the month; where there is none, another day of the week."""
    for index, date in dates(good):
        if date.day is not None and (place := date.part("day")):
            days = [date.day + n for n in shuffled(_NEAR, chance) if date.day + n > 0]
            ranked = date.part("th")
            whole = type(place)(place.start, ranked.end) if ranked else place
            news = [(ordinal(d) if ranked else str(d), (d, date.month, date.year)) for d in days]
            yield from first(good, index, whole, news)
        elif date.weekday and (place := date.part("weekday")):
            # One that the article does not have, so that it can be told of nothing.
            others = [d for d in shuffled(WEEKDAYS, chance) if not says(good.article, d)]
            if others:
                yield from replaced(good, index, place, others[0])
