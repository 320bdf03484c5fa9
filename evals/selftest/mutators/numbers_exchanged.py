"""Plant two numbers exchanged."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

from evals.selftest.parts.numbers import alike, allowed, numbers
from evals.selftest.variant import (
    Good,
    Variant,
    changed,
    cut,
    exchanged,
    several,
    shuffled,
)


def numbers_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two numbers, of one statement or of two; their units stay."""
    for (i, one, a), (j, two, b) in shuffled(list(combinations(numbers(good), 2)), chance):
        if not alike(one, two) or one.value == two.value or allowed(one, two.value):
            continue
        first, second = good.said[i].text, good.said[j].text
        what = f"{a.of(first)!r} and {b.of(second)!r} exchanged"
        if i == j:
            yield changed(good, i, exchanged(first, a, b), what)
        else:
            texts = {i: cut(first, a, b.of(second)), j: cut(second, b, a.of(first))}
            yield several(good, texts, what)
