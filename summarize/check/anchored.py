"""Understand a date of a statement that tells another time by its distance.

"The weekend before 7 September" is a weekend, and "by 7 September" says "so far" on that day. The
day after which an article counts ("the past few days") is the day it was published, and it need not
write that day. How far off is not worked out for "two days before" and the like.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from summarize.values.dates import DatePhrase

_UNIT: Final = re.compile(r"\b(?:day|weekend|week|month|year)\b", re.IGNORECASE)
_SIDE: Final = re.compile(r"\b(?:before|preceding|after|following)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:before|after|preceding|following)?\s*(?:the\s+)?")
_BEFORE: Final = frozenset({"before", "preceding"})
# How far off the first or last day of a unit may be, counted from the day told.
_REACH: Final = {"day": 1, "weekend": 8, "week": 13, "month": 62, "year": 731}
_LEADS: Final = re.compile(
    r"\b(?:before|by|as of|until|till|up to|leading up to)\s+(?:the\s+)?$", re.I
)
_LONGEST_LEAD: Final = 24
# The article tells this from the day on which it was published.
_TO_NOW: Final = re.compile(
    r"\b(?:recent(?:ly)?|(?:past|last)\s+(?:(?:few|several|couple\s+of|\w+)\s+)?(?:day|week|month|year)"
    r"|this\s+(?:week|month|year)|now|current(?:ly)?|so\s+far|to\s+date|(?:has|have)\s+(?:now|already)"
    r"|yesterday|today|still|yet|already)",
    re.IGNORECASE,
)


def anchor(phrase: DatePhrase, stated: Sequence[DatePhrase], statement: str) -> DatePhrase | None:
    """Return the date from which a phrase of the statement is told, or None."""
    if _UNIT.search(phrase.as_written) is None:
        return None
    for other in stated:
        between = statement[phrase.span.end : other.span.start]
        near = other.span.start >= phrase.span.end and _BETWEEN.fullmatch(between)
        side = _SIDE.search(statement[phrase.span.start : other.span.start])
        if near and side and other.value.as_day() is not None and other.end is None:
            return other
    return None


def is_so_told(
    phrase: DatePhrase, day: DatePhrase, statement: str, sources: Sequence[DatePhrase]
) -> bool:
    """Say whether a date of the evidence is in the unit before, or after, that day."""
    unit = _UNIT.search(phrase.as_written)
    side = _SIDE.search(statement[phrase.span.start : day.span.start])
    told = day.value.as_day()
    if unit is None or side is None or told is None:
        return False
    reach = timedelta(days=_REACH[unit[0].lower()])
    is_before = side[0].lower() in _BEFORE
    next_day = timedelta(days=1)
    within = (told - reach, told - next_day) if is_before else (told + next_day, told + reach)
    return any(_is_within(source, within) for source in sources)


def _is_within(source: DatePhrase, within: tuple[date, date]) -> bool:
    first, last = source.value.as_day(), (source.end or source.value).as_day()
    return first is not None and last is not None and within[0] <= first <= last <= within[1]


def is_telling_day(phrase: DatePhrase, statement: str, evidence: str, published: date) -> bool:
    """Say whether "before" or "by" the day of publication is how the evidence says "recently"."""
    if phrase.value.as_day() != published or phrase.end is not None:
        return False
    if phrase.value.weekday not in (None, published.weekday()):
        return False
    lead = statement[max(0, phrase.span.start - _LONGEST_LEAD) : phrase.span.start]
    return _LEADS.search(lead) is not None and _TO_NOW.search(evidence) is not None
