"""Plant two dates exchanged."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

from evals.selftest.parts.dates import alike, dates, differ
from evals.selftest.variant import (
    Good,
    Variant,
    changed,
    cut,
    exchanged,
    several,
    shuffled,
)


def dates_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two dates, of one statement or of two."""
    pairs = list(combinations(dates(good), 2))
    for (i, one), (j, two) in shuffled(pairs, chance):
        if not (differ(one, two) and alike(one, two)):
            continue
        what = f"{one.as_written!r} and {two.as_written!r} exchanged"
        if i == j:
            yield changed(good, i, exchanged(good.said[i].text, one.span, two.span), what)
            continue
        texts = {
            i: cut(good.said[i].text, one.span, two.as_written),
            j: cut(good.said[j].text, two.span, one.as_written),
        }
        yield several(good, texts, what)
