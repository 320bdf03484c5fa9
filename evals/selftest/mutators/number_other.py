"""Plant another number of the article in a number's place."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.numbers import alike, known, numbers, put
from evals.selftest.variant import Good, Variant, shuffled


def number_other(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another number of the article, of the same kind, in a number's place."""
    for index, number in numbers(good):
        for other in shuffled(known(good), chance):
            if not alike(number, other):
                continue
            found = list(put(good, index, number, [other.value], is_new=False))
            if found:
                yield from found
                break
