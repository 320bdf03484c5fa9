"""Plant two names exchanged: in two statements, or where neither does anything to the other.

Two that stand on either side of a verb are for `roles_swapped`.
"""

from collections.abc import Iterator
from itertools import combinations
from random import Random

from evals.selftest.parts.english import mended, reads_well
from evals.selftest.parts.names import fitted, is_one, names, pairs, verb_between
from evals.selftest.variant import Good, Variant, changed, several, shuffled
from summarize.values.names import Name, find_names

# Pairs of statements, of one summary: their number grows as its square.
_MOST = 6


def names_exchanged(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange two names of one kind, and leave their titles where they are."""
    for index, one, two in shuffled(list(pairs(good)), chance):
        text = good.said[index].text
        if one.kind == two.kind and not verb_between(text, one.span, two.span):
            what = f"{one.name!r} and {two.name!r} exchanged"
            new = mended(text, *fitted(good, text, two.span, one.name))
            new = mended(new, *fitted(good, text, one.span, two.name))
            if reads_well(new):
                yield changed(good, index, new, what)
    yield from _across(good, chance)


def _across(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange a name of one statement with one of another that neither has as well."""
    done = 0
    for (i, one), (j, two) in shuffled(list(combinations(names(good), 2)), chance):
        # A body in another's place makes nonsense more often than an error.
        if i == j or one.kind != two.kind or one.kind == "organisation" or done == _MOST:
            continue
        first, second = good.said[i].text, good.said[j].text
        if _has(good, first, two) or _has(good, second, one):
            continue
        texts = {
            i: mended(first, *fitted(good, first, one.span, two.name)),
            j: mended(second, *fitted(good, second, two.span, one.name)),
        }
        if all(map(reads_well, texts.values())):
            done += 1
            yield several(good, texts, f"{one.name!r} and {two.name!r} exchanged")


def _has(good: Good, text: str, name: Name) -> bool:
    return any(is_one(name.name, n.name, good.article) for n in find_names(text))
