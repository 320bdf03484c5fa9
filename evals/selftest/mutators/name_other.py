"""Plant another name of the article in a name's place."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.names import fitted, names, others
from evals.selftest.parts.places import replaced
from evals.selftest.variant import Good, Variant


def name_other(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another person or organisation of the article in a name's place."""
    for index, name in names(good):
        if name.kind == "place":
            continue
        text = good.said[index].text
        if news := others(good, name, text):
            yield from replaced(good, index, *fitted(good, text, name.span, chance.choice(news)))
