"""Plant another time of day."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.dates import clocks
from evals.selftest.parts.places import inside, quoted, replaced, says
from evals.selftest.variant import Good, Variant, prose, shuffled
from summarize.article import Span


def wrong_time(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another hour, or half an hour more or less, that the article does not have."""
    for index, said in prose(good):
        marks = quoted(said.text)
        for match in clocks(said.text):
            place = Span(*match.span())
            hour, last = int(match["hour"]), 12 if match["half"] else 23
            hours = [h for h in (hour - 3, hour - 2, hour + 1, hour + 2) if 1 <= h <= last]
            rest = match[0][len(match["hour"]) :]
            news = [f"{h}{rest}" for h in shuffled(hours, chance)]
            news = [new for new in news if not says(good.article, new)]
            if news and not inside(place, marks):
                yield from replaced(good, index, place, news[0])
