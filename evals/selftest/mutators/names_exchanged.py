"""Plant two names exchanged."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.names import pairs
from evals.selftest.variant import Good, Variant, changed, exchanged, shuffled


def names_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two names of one kind in a statement, and leave their titles where they are."""
    for index, one, two in shuffled(list(pairs(good)), chance):
        if one.kind == two.kind:
            text = good.said[index].text
            what = f"{one.name!r} and {two.name!r} exchanged"
            yield changed(good, index, exchanged(text, one.span, two.span), what)
