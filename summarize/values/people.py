"""The people and organisations of an article, each once, under its fullest name.

Names that are not certainly a person's or an organisation's are left out.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from summarize.values.memory import ARTICLES
from summarize.values.names import Name, find_names, same_name
from summarize.values.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A person or an organisation, and all the ways the text names it."""

    name: str
    """The fullest form."""
    kind: Literal["person", "organisation"]
    span: Span
    """Where the fullest form first stands."""
    variants: tuple[str, ...]
    """All forms, the fullest first, then as they come."""
    mentions: int


@lru_cache(maxsize=ARTICLES)
def people_and_organisations(text: str, within: tuple[Span, ...] = ()) -> tuple[Named, ...]:
    """Return them by importance: how often, then how early, they are named.

    With `within`, only what is named inside one of these spans counts, such as the sentences that
    are no boilerplate. They are in order and apart.
    """
    mentions: dict[tuple[str, str], list[Name]] = {}
    for name in find_names(text):
        if name.kind in ("person", "organisation") and _is_within(name.span, within):
            mentions.setdefault((name.name, name.kind), []).append(name)
    short_for = acronyms(text)
    groups: list[list[Name]] = []
    fullest_first = sorted(mentions, key=lambda key: (-len(key[0].split()), -len(key[0])))
    for called, kind in fullest_first:
        known_as = short_for.get(called, called)
        fitting = [g for g in groups if g[0].kind == kind and same_name(g[0].name, known_as)]
        if fitting:
            first = min(fitting, key=lambda group: min(n.span for n in group))
            first.extend(mentions[called, kind])
        else:
            groups.append(list(mentions[called, kind]))
    groups.sort(key=lambda group: (-len(group), min(n.span for n in group)))
    return tuple(_named(group) for group in groups)


@lru_cache(maxsize=ARTICLES)
def acronyms(text: str) -> dict[str, str]:
    """Return the acronyms that `text` gives in brackets after a name, with that name."""
    names = find_names(text)
    return {
        short.name: full.name
        for full, short in pairwise(names)
        if short.name.isupper() and text[full.span.end : short.span.start] in (" (", " [")
    }


def _is_within(span: Span, within: tuple[Span, ...]) -> bool:
    before = bisect_right(within, span.start, key=attrgetter("start"))
    return not within or (before > 0 and within[before - 1].contains(span))


def _named(group: list[Name]) -> Named:
    fullest = group[0]
    ordered = sorted(group, key=lambda n: n.span)
    variants = tuple(dict.fromkeys([fullest.name, *(n.name for n in ordered)]))
    kind: Literal["person", "organisation"] = (
        "person" if fullest.kind == "person" else "organisation"
    )
    return Named(fullest.name, kind, fullest.span, variants, len(group))
