"""Plant two numbers exchanged.

Those joined by "or" or "and" alone are left: "five or four" says what "four or five" says.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Final

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

_JOINED: Final = re.compile(r"\W*(?:or|and)\W*")


def numbers_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two numbers, of one statement or of two; their units stay."""
    for (i, one, a), (j, two, b) in shuffled(list(combinations(numbers(good), 2)), chance):
        if not alike(one, two) or one.value == two.value or allowed(one, two.value):
            continue
        first, second = good.said[i].text, good.said[j].text
        what = f"{a.of(first)!r} and {b.of(second)!r} exchanged"
        low, high = sorted((a, b), key=lambda place: place.start)
        if i == j and _JOINED.fullmatch(first[low.end : high.start]):
            continue
        if i == j:
            yield changed(good, i, exchanged(first, a, b), what)
        else:
            texts = {i: cut(first, a, b.of(second)), j: cut(second, b, a.of(first))}
            yield several(good, texts, what)
