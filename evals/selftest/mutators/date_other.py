"""Plant another date of the article in a date's place."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import alike, dates, differ, known, like
from evals.selftest.parts.places import replaced
from evals.selftest.variant import Good, Variant, shuffled
from summarize.article import story

# "From 2004 to" would go backwards.
_FROM: Final = re.compile(r"\b(?:from|between) $")


def date_other(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another date of the article, with the same parts, in a date's place."""
    text = story(good.article)
    for index, date in dates(good):
        if _FROM.search(good.said[index].text[: date.span.start]):
            continue
        for other in shuffled(known(good), chance):
            if differ(date, other) and alike(date, other):
                new = like(date, other, text)
                if new in good.said[index].text:
                    continue
                found = list(replaced(good, index, date.span, new))
                if found:
                    yield from found
                    break
