"""Plant who did it and to whom, swapped."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.english import reads_well
from evals.selftest.parts.names import pairs, verb_between
from evals.selftest.parts.places import plain, told
from evals.selftest.parts.verbs import FORMS
from evals.selftest.variant import Good, Variant, changed, exchanged, shuffled
from summarize.article import Span
from summarize.values.gazetteer import DEMONYMS, ROLES, TITLES
from summarize.values.names import Name
from summarize.values.words import SMALL

_DESCRIBES: Final = (
    ROLES
    | TITLES
    | frozenset(DEMONYMS)
    | frozenset("north south us united states new the former".split())
)


_BELONGS: Final = re.compile(r"\b(?:of|as|for)\b")


def roles_swapped(good: Good, chance: Random) -> Iterator[Variant]:
    """Exchange who did it and to whom, with all that describes them."""
    for index, one, two in shuffled(list(pairs(good)), chance):
        text = good.said[index].text
        first, second = _described(one, text), _described(two, text)
        if first.end >= second.start or not verb_between(text, first, second):
            continue
        if not (_fits(text, one, first, second) and _fits(text, two, second, first)):
            continue
        # "The chief of the party" may be a man, and not the party's chief.
        if one.kind != two.kind and _BELONGS.search(text[first.end : second.start]):
            continue
        if _is_told(good, two.name, text[first.end : second.start], one.name):
            continue
        new = exchanged(text, first, second)
        new = new[:1].upper() + new[1:]
        if reads_well(new):
            what = f"{first.of(text)!r} and {second.of(text)!r} swapped"
            yield changed(good, index, new, what)


def _fits(text: str, name: Name, place: Span, other: Span) -> bool:
    """Say whether another phrase reads well in a name's place.

    Any may stand behind a mark, a small word or a verb; behind a noun one without "the" may, where
    a bare name stood.
    """
    last = re.search(r"[\w’'-]+$", text[: place.start].rstrip())
    if last is None or last[0].casefold() in SMALL | FORMS or last[0].endswith("ed"):
        return True
    is_bare = place.start == name.span.start and last[0].islower()
    return is_bare and not other.of(text).startswith(("the ", "The "))


def _is_told(good: Good, who: str, does: str, whom: str) -> bool:
    """Say whether the article has the two in this order with these words between, or some more."""
    words = r"\W+(?:\w+\W+){0,3}".join(re.escape(w) for w in plain(does).split())
    last = [re.escape(plain(name).split()[-1]) for name in (who, whom)]
    pattern = rf"\b{last[0]}\b\W+(?:\w+\W+){{0,3}}{words}\W+(?:\w+\W+){{0,3}}{last[1]}\b"
    return re.search(pattern, told(good.article)) is not None


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
