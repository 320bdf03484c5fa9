"""Change a name: another of the article, one from outside, two exchanged, or who did it to whom.

Names that stand together in a list ("Kim and Xi", "Irving, Texas") are left alone: exchanged they
say the same, or nothing.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from evals.selftest.variant import Good, prose
from summarize.article import story
from summarize.values.gazetteer import DEMONYMS
from summarize.values.names import Name, NameKind, find_names, same_name
from summarize.values.quotes import find_quotations

LISTED: Final = re.compile(r",|\b(?:and|or|with|between|nor)\b|[;:(]|^['’]s$|^\s*$")


MUTUAL: Final = re.compile(
    r"\b(?:meets?|met|meeting|talks?|marri\w+|fought|fights?|exchang\w+|between|both|shar\w+)\b",
    re.IGNORECASE,
)


KINDS: Final = ("person", "organisation", "place")


def names(good: Good) -> Iterator[tuple[int, Name]]:
    """Yield the names whose kind is known, those in quotations left out."""
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        kinds = kinded(story(good.article))
        for name in find_names(said.text):
            kind = kinds.get(name.name, name.kind)
            inside = any(q.contains(name.span) for q in quoted)
            if kind in KINDS and not inside and name.name.casefold() not in DEMONYMS:
                yield index, Name(name.span, name.name, kind, name.title)


def kinded(text: str) -> dict[str, NameKind]:
    """Return the kind of every name of an article whose kind is known."""
    return {n.name: n.kind for n in find_names(text) if n.kind in KINDS}


def pairs(good: Good) -> Iterator[tuple[int, Name, Name]]:
    """Yield pairs of names in one clause that may be exchanged."""
    for (i, one), (j, two) in combinations(names(good), 2):
        if i != j or same_name(one.name, two.name) or not may_act(one, two):
            continue
        text = good.said[i].text
        between = text[one.span.end : two.span.start]
        if LISTED.search(between.strip()) or MUTUAL.search(text) or "\n" in between:
            continue
        if any(
            n.span.start > one.span.end and n.span.end < two.span.start for n in find_names(text)
        ):
            continue
        yield i, one, two


def may_act(one: Name, two: Name) -> bool:
    """Say whether both are of a kind that does and suffers alike."""
    return one.kind == two.kind or "place" not in (one.kind, two.kind)
