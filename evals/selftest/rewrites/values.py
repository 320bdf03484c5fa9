"""Write the same date or number in another way."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.variant import Good, Variant, changed, cut, prose
from summarize.article import Span
from summarize.values.date_value import MONTHS
from summarize.values.dates import find_dates
from summarize.values.numbers import find_numbers, same_number
from summarize.values.quotes import find_quotations

_MONTH: Final = "|".join(MONTHS)
_BRITISH: Final = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})(?: (\d{{4}}))?\b")
_AMERICAN: Final = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:, (\d{{4}}))?\b(?!\d)")
_SHORT: Final = {m: f"{m[:3]}." for m in MONTHS if len(m) > 4} | {"September": "Sept."}
_WORDS: Final = (
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""".split()
)  # fmt: skip
_ORDINALS: Final = dict(
    zip(
        "second third fourth fifth sixth seventh eighth ninth tenth".split(),
        "2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(),
        strict=True,
    )
)


def date_format(good: Good, chance: Random) -> Iterator[Variant]:
    """Write a date in the other order, with a short month, or with an ordinal."""
    del chance
    for index, said in prose(good):
        for match in _BRITISH.finditer(said.text):
            day, month, year = match.groups()
            after = f", {year}" if year else ""
            news = [f"{month} {day}{after}", f"{_SHORT.get(month, month)} {day}{after}"]
            news.append(f"{_ordinal(int(day))} {month}{f' {year}' if year else ''}")
            yield from _written(good, index, match, news)
        for match in _AMERICAN.finditer(said.text):
            month, day, year = match.groups()
            after = f" {year}" if year else ""
            news = [f"{day} {month}{after}", f"{_ordinal(int(day))} {month}{after}"]
            yield from _written(good, index, match, news)


def _written(good: Good, index: int, match: re.Match[str], news: list[str]) -> Iterator[Variant]:
    text = good.said[index].text
    before = [d.value for d in find_dates(text)]
    for new in news:
        after = cut(text, Span(*match.span()), new)
        # An editor would not write what does not read as the same date.
        if after != text and [(v.month, v.day) for v in before] == [
            (d.value.month, d.value.day) for d in find_dates(after)
        ]:
            yield changed(good, index, after, f"{match[0]!r} became {new!r}")


def _ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")
    return f"{day}{ending}"


def number_words(good: Good, chance: Random) -> Iterator[Variant]:
    """Write a number in digits or in words, or its unit as a word or a sign."""
    del chance
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        for number in find_numbers(said.text):
            for new in _other_ways(number.as_written):
                after = cut(said.text, number.span, new)
                found = [n for n in find_numbers(after) if n.span.start == number.span.start]
                inside = any(q.contains(number.span) for q in quoted)
                if found and same_number(found[0], number) and not inside:
                    yield changed(good, index, after, f"{number.as_written!r} became {new!r}")


def _other_ways(written: str) -> Iterator[str]:
    first, gap, rest = re.match(r"([\w%,.]*)(\W?)(.*)", written, re.DOTALL).groups()  # type: ignore[union-attr]
    low = first.casefold()
    if low in _WORDS[1:]:
        yield f"{_WORDS.index(low) + 1}{gap}{rest}"
    elif low in _ORDINALS:
        yield f"{_ORDINALS[low]}{gap}{rest}"
    elif low.isdigit() and 1 < int(low) <= len(_WORDS):
        yield f"{_WORDS[int(low) - 1]}{gap}{rest}"
    if written.endswith("%"):
        yield f"{written[:-1]} percent"
        yield f"{written[:-1]} per cent"
    elif written.endswith(" percent"):
        yield f"{written[: -len(' percent')]}%"
    if re.fullmatch(r"\d{1,3}(,\d{3})+", first):
        yield f"{first.replace(',', '')}{gap}{rest}"
    if dollars := re.fullmatch(r"(NZ|US)?\$ ?([\d.,]+ (?:million|billion))", written):
        yield f"{dollars[2].replace(' million', 'm').replace(' billion', 'bn')}".join(
            (f"{dollars[1] or ''}$", "")
        )
