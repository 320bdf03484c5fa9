"""Write the same date or number in another way.

The forms mean the same by how they are made; no parser is asked whether it reads them so.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import MONTHS, Date, dates
from evals.selftest.parts.english import mended, ordinal
from evals.selftest.parts.numbers import CARDINALS, RANKS, TENS, Number, numbers
from evals.selftest.variant import Good, Variant, changed, shuffled
from summarize.article import Span

_SHORT: Final = {m: f"{m[:3]}." for m in MONTHS if len(m) > 4} | {"September": "Sept."}

# Of one date so many forms at most, so that it does not outweigh all others.
_EACH: Final = 4


def date_format(good: Good, chance: Random) -> Iterator[Variant]:
    """Write a date in another order, with a short month, an ordinal, or in figures alone."""
    for index, date in dates(good):
        if date.day is None or date.month is None:
            continue
        text = good.said[index].text
        parts = [s for name, s in date.places if name != "weekday"]
        place = Span(min(s.start for s in parts), max(s.end for s in parts))
        forms = [new for new in dict.fromkeys(_date_forms(date)) if new != place.of(text)]
        for new in shuffled(forms, chance)[:_EACH]:
            after = mended(text, place, new)
            yield changed(good, index, after, f"{place.of(text)!r} became {new!r}")


def _date_forms(date: Date) -> Iterator[str]:
    assert date.day is not None
    assert date.month is not None
    day, month, year = date.day, MONTHS[date.month - 1], date.year
    for name in dict.fromkeys((month, _SHORT.get(month, month))):
        yield f"{name} {day}, {year}" if year else f"{name} {day}"
        yield f"{day} {name} {year}" if year else f"{day} {name}"
    yield f"{ordinal(day)} {month} {year}" if year else f"{ordinal(day)} {month}"
    if year and not date.weekday:
        yield f"{year}-{date.month:02}-{day:02}"
        if day > 12:  # else it may be read as the other's month
            yield f"{day}/{date.month}/{year}"


def number_words(good: Good, chance: Random) -> Iterator[Variant]:
    """Write a number in digits or in words, or its unit as a word or a sign."""
    del chance
    for index, number in numbers(good):
        text = good.said[index].text
        for new in _number_forms(number, text):
            after = mended(text, number.span, new)
            if after == text:
                continue
            yield changed(good, index, after, f"{number.span.of(text)!r} became {new!r}")


def _number_forms(number: Number, text: str) -> Iterator[str]:
    written, whole = number.core.of(text), number.span.of(text)
    before = text[number.span.start : number.core.start]
    after = text[number.core.end : number.span.end]
    low = written.casefold()
    if low in RANKS:
        yield ordinal(RANKS.index(low))
    elif low in CARDINALS[2:] or low in TENS:
        yield f"{before}{number.value}{after}"
    elif low.isdigit() and 1 < int(low) < len(CARDINALS) and number.kind in ("count", "percent"):
        words = CARDINALS[int(low)]
        yield f"{before}{words if number.kind == 'count' else low}{after}"
    if whole.endswith("%"):
        yield from (f"{whole[:-1]} percent", f"{whole[:-1]} per cent")
    elif whole.endswith(" percent") and whole[0].isdigit():
        yield f"{whole.removesuffix(' percent')}%"
    if re.fullmatch(r"\d{1,3}(,\d{3})+", written):
        yield f"{before}{written.replace(',', '')}{after}"
    if number.kind == "money" and after.strip() in ("million", "billion"):
        yield f"{before}{written}{ {'million': 'm', 'billion': 'bn'}[after.strip()] }".replace(
            " ", ""
        )
