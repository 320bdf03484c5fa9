"""Read dates that name their day, month, year, season, quarter or decade.

Each reader is tried only at a word that can begin its phrase, in a text made `plain`, and yields
nothing when the words there are no date: "may", "March on Washington", "the 131st".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from summarize.values import date_patterns as pattern
from summarize.values.date_reading import Reading, named
from summarize.values.date_words import DECADE_WORDS, SEASONS, SHIFT
from summarize.values.number_words import ORDINALS
from summarize.values.year import is_year

_DAYS: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_NOT_BEFORE_DIGITS: Final = frozenset("$£€#/.-_@,:")


def _glued(text: str, at: int) -> bool:
    """Say whether the character before belongs to the digits here."""
    return at > 0 and text[at - 1] in _NOT_BEFORE_DIGITS


def day_and_month(text: str, at: int) -> Iterator[Reading]:
    """Read "25 October 2017", "Wednesday, October 25th" and each day of "20-25 October"."""
    match = pattern.DAY_MONTH.match(text, at) or pattern.MONTH_DAY.match(text, at)
    if match is None or (text[at].isdigit() and _glued(text, at)):
        return
    whole = named(match)
    more = match["more"]
    if not more:
        yield whole
        return
    first_more = match.start("more")
    others = [
        replace(whole, start=first_more + day.start(), end=first_more + day.end(),
                day=int(day.group().rstrip("stndrh")), weekday=None)
        for day in _DAYS.finditer(more)
    ]  # fmt: skip
    if match.start("day") > first_more:
        weekday = whole.weekday
        yield replace(others[0], start=match.start(), weekday=weekday)
        yield from others[1:]
        yield replace(whole, start=match.start("day"), weekday=None)
    else:
        yield replace(whole, end=first_more)
        yield from others[:-1]
        yield replace(others[-1], end=match.end())


def month_and_year(text: str, at: int) -> Iterator[Reading]:
    """Read "July 2016" and "June last year"."""
    match = pattern.MONTH_OF_SHIFTED_YEAR.match(text, at)
    if match is not None:
        yield replace(named(match), unit="year", shift=SHIFT[match["which"]])
        return
    match = pattern.MONTH_YEAR.match(text, at)
    if match is not None:
        yield named(match)


@lru_cache(maxsize=8)
def _is_a_surname(month: str, text: str) -> bool:
    """Say whether this text names somebody "Theresa May". Asked once a text, not once a month."""
    return re.search(rf"\b[A-Z][a-z]+\.? {month}\b", text) is not None


_LONG_ENOUGH: Final = frozenset({"may", "june", "july"})
_ALSO_WORDS: Final = frozenset({"May", "March"})
_SURE: Final = re.compile(
    r"\b(?:in|since|until|till|during|early|late|mid|throughout|month of|end of|start of"
    r"|beginning of|middle of|half of)[ \n-]+$",
    re.IGNORECASE,
)
_LIKELY: Final = re.compile(
    r"\b(?:by|from|to|of|between|before|after|through|and|or|for|around|ending|ended)[ \n]+$",
    re.IGNORECASE,
)
# "the March accession", but not "the March on Washington".
_THE_MONTHS: Final = re.compile(
    r"[ \n](?!on\b|of\b|to\b|for\b|in\b|through\b|and\b|was\b)[a-z]{3,}"
)
_NAME_BEFORE: Final = re.compile(r"(?<![.!?]['\" ])\b[A-Z][a-z]+\.?[ \n]$")
_NAME_AFTER: Final = re.compile(r"[ \n][A-Z][a-z]+")


def month_alone(text: str, at: int) -> Iterator[Reading]:
    """Read "in February". "May" and "March" need a word such as "in" or "since" before them."""
    match = pattern.MONTH_ALONE.match(text, at)
    if match is None:
        return
    month = match["month"].title()
    if len(month) < 5 and month.lower() not in _LONG_ENOUGH:
        return
    before = text[max(0, at - 20) : at]
    if _SURE.search(before) or (
        _THE_MONTHS.match(text, match.end()) and before[-4:].lower() == "the "
    ):
        yield named(match)
        return
    likely = _LIKELY.search(before) is not None
    if _NAME_AFTER.match(text, match.end()) or (not likely and _NAME_BEFORE.search(before)):
        return
    if month in _ALSO_WORDS:
        # "by May" is a month, unless this text knows a person of that name.
        if likely and not _is_a_surname(month, text):
            yield named(match)
    else:
        yield named(match)


def numeric(text: str, at: int) -> Iterator[Reading]:
    """Read 2017-10-25, 25/10/2017 and 10/25/2017. Of 10/11/2017 only the year is certain."""
    if _glued(text, at):
        return
    match = pattern.ISO.match(text, at)
    if match is not None:
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        yield Reading(at, match.end(), year=year, month=month, day=day)
        return
    match = pattern.NUMERIC.match(text, at)
    if match is None:
        yield from _without_a_day_or_year(text, at)
        return
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first == second or second <= 12 < first:
        yield Reading(at, match.end(), year=year, month=second, day=first)
    elif first <= 12 < second:
        yield Reading(at, match.end(), year=year, month=first, day=second)
    elif first <= 12 and second <= 12:
        yield Reading(at, match.end(), year=year, vague=True)


_ON: Final = re.compile(r"\b(?:on|since|until|till|dated) $", re.IGNORECASE)


def _without_a_day_or_year(text: str, at: int) -> Iterator[Reading]:
    """Read 07/2016, and "on 25/10"; not 10/11, which may be two days, nor a share such as 3/16."""
    match = pattern.MONTH_IN_FIGURES.match(text, at)
    if match is not None:
        yield Reading(at, match.end(), year=int(match["year"]), month=int(match["month"]))
        return
    match = pattern.DAY_IN_FIGURES.match(text, at)
    if match is not None and _ON.search(text[max(0, at - 8) : at]):
        day, month = match["day"] or match["us_day"], match["month"] or match["us_month"]
        yield Reading(at, match.end(), month=int(month), day=int(day))


def year_or_decade(text: str, at: int) -> Iterator[Reading]:
    """Read "2016", "2015-16", "the 1990s" and "the '80s"."""
    match = pattern.DECADE.match(text, at)
    if match is not None:
        yield from _decade(match, text[at - 1 : at])
        return
    match = pattern.YEAR.match(text, at)
    if match is None or not is_year(text, at, match.end("year")):
        return
    year, short = int(match["year"]), int(match["short"] or 0)
    if short > year % 100:
        yield Reading(at, match.end(), year=year, until_year=year // 100 * 100 + short)
    else:
        yield Reading(at, match.end("year"), year=year)


def _decade(match: "re.Match[str]", before: str) -> Iterator[Reading]:
    if match["year"] and before not in _NOT_BEFORE_DIGITS - {"-"}:
        first = int(match["year"])
    elif match["tens"] and before == "'":
        first = 1900 + int(match["tens"])
    else:
        return
    # "the 1900s" is a century to most; "the 2000s" is a decade.
    century = first % 100 == 0 and first < 2000
    yield Reading(match.start(), match.end(), year=first, until_year=first + (99 if century else 9))


_THE: Final = re.compile(r"\bthe (?:(?:early|late|mid)[ -])?$", re.IGNORECASE)


def decade_in_words(text: str, at: int) -> Iterator[Reading]:
    """Read "the nineties", but not "in her nineties"."""
    if _THE.search(text[max(0, at - 12) : at]):
        word = next(name for name in DECADE_WORDS if text[at : at + len(name)].lower() == name)
        first = DECADE_WORDS[word]
        yield Reading(at, at + len(word), year=first, until_year=first + 9)


def century(text: str, at: int) -> Iterator[Reading]:
    """Read "the 19th century" and "the twenty-first century"."""
    match = pattern.CENTURY.match(text, at)
    if match is None:
        return
    word = match["th"].lower()
    if word[0].isdigit():
        number = int(word[:-2])
    else:
        number = 20 + ORDINALS.get(word[7:], 99) if word[:7] == "twenty-" else ORDINALS.get(word, 0)
    if 1 <= number <= 21:
        yield Reading(at, match.end(), year=number * 100 - 99, until_year=number * 100)


_IN_SEASON: Final = re.compile(
    r"\b(?:in|into|over|during|since|by|until|throughout) (?P<the>the )?(?:early |late )?$",
    re.IGNORECASE,
)


def season(text: str, at: int) -> Iterator[Reading]:
    """Read "the summer of 2016" and "in winter". "fall" and "spring" alone need "the" before."""
    match = pattern.SEASON.match(text, at)
    if match is None:
        return
    found = _IN_SEASON.search(text[max(0, at - 20) : at])
    word = match["season"].lower()
    sure = found is not None and (found["the"] or word not in ("fall", "spring"))
    if match["year"] or sure:
        yield replace(named(match), season=SEASONS[word])


def quarter(text: str, at: int) -> Iterator[Reading]:
    """Read "the third quarter" and "third-quarter", with the year if it is said."""
    match = pattern.QUARTER.match(text, at) or pattern.YEAR_AND_QUARTER.match(text, at)
    if match is not None:
        yield replace(named(match), quarter=ORDINALS[match["number"].lower()])
