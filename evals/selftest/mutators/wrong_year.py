"""Plant another year, or one the article does not give."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import dates, first, known
from evals.selftest.parts.places import replaced
from evals.selftest.variant import Good, Variant, shuffled
from summarize.article import Span

# How many years off a date may be and still look right.
_NEAR: Final = (-3, -2, -1, 1, 2, 3)


def wrong_year(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another year, or a year where the article gives none."""
    published = good.article.published
    for index, date in dates(good):
        if date.year is not None and (place := date.part("year")):
            years = [date.year + n for n in shuffled(_NEAR, chance)]
            yield from first(good, index, place, [(str(y), (None, None, y)) for y in years])
        elif date.month and not published and not any(d.year for d in known(good)):
            new = f" {chance.choice(range(2008, 2016))}"
            end = Span(date.span.end - 1, date.span.end)
            text = good.said[index].text
            what = f"{date.span.of(text)!r} became {date.span.of(text) + new!r}"
            yield from replaced(good, index, end, end.of(text) + new, what)
