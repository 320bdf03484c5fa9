"""Plant two numbers exchanged.

Those joined by "or", "and" or "to" alone are left: "five or four" says what "four or five" says.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Final

from evals.selftest.parts.english import mended, reads_well
from evals.selftest.parts.numbers import Number, alike, like, numbers
from evals.selftest.variant import Good, Variant, several, shuffled

_JOINED: Final = re.compile(r"\W*(?:or|and|to)?\W*")


def numbers_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two numbers of a kind, of one statement or of two; their units stay."""
    for (i, one), (j, two) in shuffled(list(combinations(numbers(good), 2)), chance):
        if not alike(one, two) or (one.kind == "rank" and not (one.is_word and two.is_word)):
            continue
        if one.allows(two.value) or two.allows(one.value):
            continue
        first, second = good.said[i].text, good.said[j].text
        if i == j and _JOINED.fullmatch(first[one.core.end : two.core.start]):
            continue
        what = f"{one.core.of(first)!r} and {two.core.of(second)!r} exchanged"
        # The later place first, so that the earlier one stays where it is.
        texts = {j: _put(second, two, one)}
        texts[i] = _put(texts.get(i, first), one, two)
        if all(reads_well(text) for text in texts.values()):
            yield several(good, texts, what)


def _put(text: str, at: Number, other: Number) -> str:
    return mended(text, at.core, like(at.core.of(text), other.value, rank=at.kind == "rank"))
