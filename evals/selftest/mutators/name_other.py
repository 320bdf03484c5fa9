"""Plant another name of the article in a name's place."""

from collections.abc import Iterator
from random import Random

from evals.selftest.parts.names import kinded, names
from evals.selftest.variant import Good, Variant, changed, cut
from summarize.article import story
from summarize.values.names import find_names, same_name


def name_other(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another person or organisation of the article in a name's place."""
    known = kinded(story(good.article))
    for index, name in names(good):
        text = good.said[index].text
        here = [n.name for n in find_names(text)]
        others = [
            o
            for o, kind in known.items()
            if kind == name.kind != "place" and not any(same_name(o, h) for h in here)
        ]
        if others:
            new = chance.choice(sorted(others))
            yield changed(good, index, cut(text, name.span, new), f"{name.name!r} became {new!r}")
