"""Plant another date of the article in a date's place."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.dates import alike, dates, differ, put
from evals.selftest.variant import (
    Good,
    Variant,
    shuffled,
)
from summarize.values.dates import DatePhrase, find_dates


def date_other(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another date of the article in a date's place."""
    for index, phrase in dates(good):
        for other in shuffled(_of_article(good), chance):
            if differ(phrase, other) and alike(phrase, other):
                yield from put(good, index, phrase.span, other.written_out(), is_new=False)
                break


def _of_article(good: Good) -> list[DatePhrase]:
    found = find_dates(good.article.text, published=good.article.published)
    return [d for d in found if d.resolved and d.end is None and d.written_out()]
