"""Plant another month."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.dates import MONTHS, dates, first
from evals.selftest.variant import Good, Variant, shuffled


def wrong_month(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another month, in which the article tells of no such day."""
    for index, date in dates(good):
        if date.month is not None and (place := date.part("month")):
            others = [n for n in shuffled(range(1, 13), chance) if n != date.month]
            news = [(MONTHS[n - 1], (date.day, n, date.year)) for n in others]
            yield from first(good, index, place, news)
