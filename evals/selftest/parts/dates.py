"""Change a date: another day, month or year, another date of the article, two dates exchanged.

A change is made only where the article has no date that would make the new one true.
"""

import re
from collections.abc import Iterator
from typing import Final

from evals.selftest.variant import (
    Good,
    Variant,
    changed,
    cut,
    prose,
)
from summarize.article import Span
from summarize.values.dates import DatePhrase, entails, find_dates
from summarize.values.quotes import find_quotations

# How many days or years off a date may be and still look right.
NEAR: Final = (-3, -2, -1, 1, 2, 3)


# A date of the article may be so near to another by name that both say the same.
SHORTEST: Final = 3


def dates(good: Good) -> list[tuple[int, DatePhrase]]:
    """Return the dates of the statements, those in quotations left out."""
    found = []
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        found += [
            (index, d)
            for d in find_dates(said.text)
            if len(d.as_written) > SHORTEST and not any(q.contains(d.span) for q in quoted)
        ]
    return found


def first(
    good: Good, index: int, phrase: DatePhrase, place: re.Match[str], news: list[str]
) -> Iterator[Variant]:
    """Yield the first of several new words that makes a date the article does not have."""
    start = phrase.span.start + place.start(1 if place.re.groups else 0)
    end = phrase.span.start + place.end(1 if place.re.groups else 0)
    for new in news:
        found = list(put(good, index, Span(start, end), new))
        if found:
            yield from found
            return


def put(good: Good, index: int, place: Span, new: str, *, is_new: bool = True) -> Iterator[Variant]:
    """Yield the statement with a new date, unless the article says it, or it is no date."""
    text = good.said[index].text
    after = cut(text, place, new)
    found = [d for d in find_dates(after) if d.span.start <= place.start < d.span.end]
    if not found or after == text or find_dates(text) == find_dates(after):
        return
    known = find_dates(good.article.text, published=good.article.published)
    if is_new and any(entails(k.value, found[0].value) for k in known):
        return
    yield changed(good, index, after, f"{place.of(text)!r} became {new!r}")


def differ(one: DatePhrase, two: DatePhrase) -> bool:
    """Say whether two dates cannot both be true of one thing."""
    a, b = one.value, two.value
    return not entails(a, b) and not entails(b, a)


def alike(one: DatePhrase, two: DatePhrase) -> bool:
    """Say whether both have the same parts, so that each reads well in the other's place."""
    parts = [(d.value.month is None, d.value.day is None, d.end is None) for d in (one, two)]
    return parts[0] == parts[1]
