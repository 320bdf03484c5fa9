"""Find a gold date in a sentence, by precision.

A fact with a day needs the day; "October 2017" does not state 25 October 2017, and 25 October 2017
does state October 2017. A date written without its year counts when nothing contradicts the year:
no other year stands in the sentence, and the day of publication is less than a year away. Relative
dates count as what they mean on the day of publication. 10/11/2017 may be two days: it is unclear.
"Before", "after", "by" or "until" a date is another time than on it, unless the fact says so too;
what was "not until" a date was on it.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

from evals.match.found import NOTHING, Found
from summarize.values.dates import DatePhrase, DateValue, entails, find_dates
from summarize.values.memory import TEXTS
from summarize.values.tense import tense
from summarize.values.words import SMALL

# A reader takes a date without a year for one within a year of the news.
_YEAR: Final = 366
_EITHER: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")

Side = Literal["before", "after", "by", "until", "on"]
# What a fact says of its date, and what a sentence may say of it then.
_SAME_SIDE: Final[dict[Side, tuple[Side, ...]]] = {
    "on": ("on",),
    "before": ("before", "by"),
    "by": ("before", "by", "until", "on"),
    "until": ("by", "until", "on"),
    "after": ("after",),
}
_SIDE: Final = re.compile(
    r"\b(?:(?P<before>before|prior to|ahead of|earlier than)|(?P<after>after|later than)"
    r"|(?P<by>by|no later than|up to)|(?P<until>until|till))"
    r"(?: (?:early|mid|late|the (?:end|start) of))?[ -]$",
    re.IGNORECASE,
)
# So long are the words of a side, in characters.
_SIDE_REACH: Final = 32
# "Did not open until" a date, "closed until" it, "when": it is on that date.
_NOT_UNTIL: Final = re.compile(
    r"(?:\b(?:not|never|no|nothing|nobody)\b|n['’]t\b)[^.;]*$", re.IGNORECASE
)
_WHEN: Final = re.compile(r",? when\b")
# What ends, or is open again, on a date was as it was until then.
_ENDS: Final = re.compile(
    r"\b(?:end|finish|expir|conclud|reopen|re-open|resum|run)(?:s|es|ed|e|ing|ning)?\b",
    re.IGNORECASE,
)
_DUE: Final = re.compile(r"\b(?:due (?:on|in)|deadline)\b", re.IGNORECASE)
# "After Sunday's fire", "before 2016 elections": the date is the noun's.
_NOUNS: Final = re.compile(r"['’]s?\b| (?P<noun>[a-z]+)")
_NO_NOUN: Final = SMALL | frozenset(
    "because following despite until since amid although while".split()
)


@lru_cache(maxsize=TEXTS)
def side_of(gold: DateValue, states: str) -> Side:
    """Return whether a fact puts something on its date, or before or after it."""
    found = (p for p in find_dates(states) if entails(p.value, gold) or entails(gold, p.value))
    side: Side = next((_side(states, p) for p in found), "on")
    if side == "on" and _ENDS.search(states):
        return "until"
    return "by" if side == "on" and _DUE.search(states) else side


@lru_cache(maxsize=TEXTS)
def find_date(gold: DateValue, text: str, published: date | None, side: Side = "on") -> Found:
    """Return where `text` gives this date, or this side of it, and where another."""
    meant = find_dates(text, published=published)
    if not meant:
        return NOTHING
    written = {d.span: d for d in find_dates(text)}
    years = {d.value.year for d in written.values() if d.value.year and not d.relative}
    hits, rivals, others = [], [], []
    unclear = near = None
    for phrase in meant:
        raw = written.get(phrase.span, phrase)
        if _ambiguous(gold, raw):
            unclear = f'"{phrase.as_written}" may be two different days'
            rivals.append(phrase.span)
        elif _states(gold, phrase, raw, years, published) or _may_be_next(
            gold, raw, text, published
        ):
            given = _side(text, phrase)
            if given in _SAME_SIDE[side]:
                hits.append(phrase.span)
            else:
                rivals.append(phrase.span)
                near = f'"{given} {phrase.as_written}" is another time than {side} it'
        elif not _agrees(gold, phrase, raw):
            rivals.append(phrase.span)
            if _as_precise(gold, phrase):
                others.append((phrase.span, phrase.as_written))
    return Found(tuple(hits), tuple(rivals), tuple(others), unclear, near, prefer="after")


def _side(text: str, phrase: DatePhrase) -> Side:
    """Return on which side of a date something is put."""
    start, end = phrase.span.start, phrase.span.end
    match = _SIDE.search(text, max(0, start - _SIDE_REACH), start)
    follows = _NOUNS.match(text, end)
    if match is None or (follows and (follows["noun"] or "") not in _NO_NOUN):
        return "on"
    if match["until"]:
        on = _NOT_UNTIL.search(text[: match.start()]) or _WHEN.match(text, end)
        return "on" if on else "until"
    return "before" if match["before"] else "by" if match["by"] else "after"


def _states(
    gold: DateValue,
    phrase: DatePhrase,
    raw: DatePhrase,
    years: Sequence[int] | set[int],
    published: date | None,
) -> bool:
    ends = (phrase.value, phrase.end or phrase.value)
    if not all(_fits(gold, value) for value in ends):
        return False
    if gold.year is None:
        return True
    if phrase.relative or raw.value.year is not None:
        return all(value.year == gold.year for value in ends)
    if gold.month is None or (years and gold.year not in years):
        return False
    if published is None or phrase.value.year == gold.year:
        return True
    return abs((_first(gold) - published).days) < _YEAR and gold.year in years


def _may_be_next(gold: DateValue, raw: DatePhrase, text: str, published: date | None) -> bool:
    """Say whether a bare weekday may be that after the news: "MPs vote on Thursday".

    It is read as the last one where no verb says which.
    """
    weekday = raw.value.weekday
    if published is None or weekday is None or raw.value != DateValue(weekday=weekday):
        return False
    ahead = published + timedelta(days=(weekday - published.weekday()) % 7)
    bare = raw.as_written.split()[0].casefold() not in ("last", "next", "this", "past", "coming")
    bare = bare and tense(text, raw.span.start, raw.span.end) is None
    return bare and entails(DateValue.of(ahead), gold)


def _fits(gold: DateValue, value: DateValue) -> bool:
    """Say whether month and day are the gold's, as far as it has them."""
    return gold.month in (None, value.month) and gold.day in (None, value.day)


def _first(gold: DateValue) -> date:
    return date(gold.year or 1, gold.month or 1, gold.day or 1)


def _agrees(gold: DateValue, phrase: DatePhrase, raw: DatePhrase) -> bool:
    """Say whether a phrase that does not state the date could still be true of it."""
    value = raw.value if not phrase.relative else phrase.value
    if phrase.end is not None or value == DateValue():
        return True
    return entails(gold, DateValue(value.year if gold.year else None, value.month, value.day))


def _as_precise(gold: DateValue, phrase: DatePhrase) -> bool:
    value = phrase.value
    finer = gold.day is None or value.day is not None
    return phrase.end is None and finer and (gold.month is None or value.month is not None)


def _ambiguous(gold: DateValue, raw: DatePhrase) -> bool:
    """Say whether the phrase is in figures that give the gold's date in one order of the two."""
    match = _EITHER.fullmatch(raw.as_written)
    if match is None or raw.resolved or gold.month is None:
        return False
    one, two, year = map(int, match.groups())
    if gold.year not in (None, year):
        return False
    return any(m == gold.month and gold.day in (None, d) for d, m in ((one, two), (two, one)))
