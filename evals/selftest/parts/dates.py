"""The dates and times of a text, by expressions of this file's own.

A date that the checks cannot read is found here none the less. What cannot be told from a name or
a verb ("May", "March" alone) is left out.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evals.selftest.parts.places import inside, quoted, replaced
from evals.selftest.variant import Good, Variant, prose
from summarize.article import Span, story

MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT: Final = {m[:3].casefold(): n for n, m in enumerate(MONTHS, 1)}

_MONTH: Final = r"(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?P<th>st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:1[789]|20)\d\d)(?![\d,]*\d|-year|s\b)"
_WEEKDAY: Final = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"\b{_WEEKDAY}(?<![\d,.]){_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?(?!\w)",
        rf"\b{_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?![\d:])(?:,? {_YEAR})?(?!\w)",
        rf"\b{_MONTH} {_YEAR}",
        r"(?:(?<=in )|(?<=since )|(?<=until )|(?<=last )|(?<=by )|(?<=for ))"
        rf"{_MONTH}(?![\w ]*\d)\b",
        rf"(?<![\w$£€.,/-]){_YEAR}(?![\w/-])",
        rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!['’]s \w+ed|-)",
    )
)
_CLOCK: Final = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?"
    r"(?P<half> ?(?:[ap]\.?m\b\.?|o['’]clock))?(?![\w:%]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it stands in a text; None is not given."""

    span: Span
    day: int | None
    month: int | None
    year: int | None
    weekday: str | None
    places: tuple[tuple[str, Span], ...]
    """Where each part of it stands, by its name."""

    def part(self, name: str) -> Span | None:
        """Return where a part of it stands."""
        return dict(self.places).get(name)


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Date, ...]:
    """Return the dates of a text in order, quotations and all."""
    found: list[Date] = []
    for form in _FORMS:
        for match in form.finditer(text):
            span = Span(*match.span())
            if inside(span, [d.span for d in found]):
                continue
            parts = {k: v for k, v in match.groupdict().items() if v}
            month = _SHORT.get(parts.get("month", "")[:3].casefold())
            day = int(parts["day"]) if "day" in parts else None
            if day is not None and not 1 <= day <= 31:
                continue
            year = int(parts["year"]) if "year" in parts else None
            places = tuple((k, Span(*match.span(k))) for k in parts)
            found.append(Date(span, day, month, year, parts.get("weekday"), places))
    return tuple(sorted(found, key=lambda d: d.span))


def dates(good: Good) -> list[tuple[int, Date]]:
    """Return the dates of the statements, those in quotations left out."""
    found = []
    for index, said in prose(good):
        marks = quoted(said.text)
        found += [(index, d) for d in find(said.text) if not inside(d.span, marks)]
    return found


def known(good: Good) -> tuple[Date, ...]:
    """Return the dates of the article's story, and the day it was published."""
    return find(story(good.article))


def is_told(good: Good, day: int | None, month: int | None, year: int | None) -> bool:
    """Say whether a date of the article has all these parts."""
    published = good.article.published
    days = [(d.day, d.month, d.year) for d in known(good)]
    days += [(published.day, published.month, published.year)] if published else []
    return any(
        all(new in (None, old) for new, old in zip((day, month, year), told, strict=True))
        for told in days
    )


def is_a_day(day: int | None, month: int | None) -> bool:
    """Say whether a month has so many days; 29 February counts."""
    return day is None or month is None or day <= monthrange(2000, month)[1]


Parts = tuple[int | None, int | None, int | None]
"""Day, month and year; None is not given."""


def first(
    good: Good, index: int, place: Span, news: Sequence[tuple[str, Parts]]
) -> Iterator[Variant]:
    """Yield the first of several new words whose day, month and year the article does not give."""
    for new, (day, month, year) in news:
        if is_a_day(day, month) and not is_told(good, day, month, year):
            found = list(replaced(good, index, place, new))
            if found:
                yield from found
                return


def differ(one: Date, two: Date) -> bool:
    """Say whether two dates cannot both be true of one thing."""
    pairs = ((one.day, two.day), (one.month, two.month), (one.year, two.year))
    return any(a and b and a != b for a, b in pairs) or (
        bool(one.weekday and two.weekday) and one.weekday != two.weekday
    )


def alike(one: Date, two: Date) -> bool:
    """Say whether both have the same parts, so that each reads well in the other's place.

    A month reads well with its year and without.
    """
    parts = [{name for name, _ in d.places} - {"th"} for d in (one, two)]
    if all("month" in names for names in parts):
        parts = [names - {"year"} for names in parts]
    return parts[0] == parts[1]


def like(old: Date, new: Date, text: str) -> str:
    """Write a date that stands in `text` in the order of another with the same parts."""
    said = {name: place.of(text) for name, place in new.places if name != "th"}
    names = [name for name, _ in sorted(old.places, key=lambda p: p[1].start) if name in said]
    comma = "," if "day" in names and names[-2:] == ["day", "year"] else ""
    written = " ".join(said[name] for name in names)
    return re.sub(r"(?<=\d) (?=\d{4}$)", f"{comma} ", written)


def clocks(text: str) -> Iterator[re.Match[str]]:
    """Yield the times of day: "2:30", "5 p.m."; a number alone is none."""
    for match in _CLOCK.finditer(text):
        colon = match["minute"] and match["mark"] == ":"
        if colon or match["half"]:
            yield match
