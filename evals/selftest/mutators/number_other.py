"""Plant another number of the article in a number's place."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.numbers import alike, allowed, core_of, first, numbers
from evals.selftest.variant import (
    Good,
    Variant,
    shuffled,
)
from summarize.values.numbers import find_numbers


def number_other(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another number of the article in a number's place."""
    known = [(n, core_of(n, good.article.text)) for n in find_numbers(good.article.text)]
    for index, number, core in numbers(good):
        for other, place in shuffled(known, chance):
            if place is None or not alike(number, other) or allowed(number, other.value):
                continue
            found = list(
                first(good, index, number, core, [place.of(good.article.text)], is_new=False)
            )
            if found:
                yield from found
                break
