"""Plant who did it and to whom, swapped."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.names import pairs
from evals.selftest.variant import Good, Variant, changed, exchanged, shuffled
from summarize.article import Span
from summarize.values.gazetteer import DEMONYMS, ROLES, TITLES
from summarize.values.names import Name

_VERB: Final = re.compile(
    r"\b(?:sen[dt]s?|wrote|writes?|told|gave|gives?|won|beat|sued|shot|met|said|made|held|led"
    r"|has|have|had|was|were|is|are|will|may|[a-z]{3,}ed|[a-z]{3,}ing|\w+(?:es|ts|ns|ks|ls|rs))\b"
)

_DESCRIBES: Final = (
    ROLES
    | TITLES
    | frozenset(DEMONYMS)
    | frozenset("north south us united states new the former".split())
)


def roles_swapped(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange who did it and to whom, with all that describes them."""
    for index, one, two in shuffled(list(pairs(good)), chance):
        text = good.said[index].text
        first, second = _described(one, text), _described(two, text)
        between = text[first.end : second.start]
        if not _VERB.search(between) or re.search(r"[.,;:(\"“”]", between):
            continue
        what = f"{first.of(text)!r} and {second.of(text)!r} swapped"
        yield changed(good, index, exchanged(text, first, second), what)


def _described(name: Name, text: str) -> Span:
    """Return a name with the words before it that describe it."""
    words = list(re.finditer(r"[\w.’'-]+", text[: name.span.start]))
    start = name.span.start
    for word in reversed(words):
        gap = text[word.end() : start]
        if gap.strip() or word[0].casefold() not in _DESCRIBES:
            break
        start = word.start()
    return Span(start, name.span.end)
