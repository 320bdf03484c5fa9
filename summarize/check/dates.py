"""Test that every date of a statement follows from its evidence, and that none is relative.

A date may be coarser than the evidence ("October 2017" for 25 October 2017), never finer: a year
that cannot be worked out from the day of publication must not be added. "yesterday" and "last week"
mean another day to every reader, so they are refused, except in a quotation, which is verbatim.
Times of day are compared as well. It says nothing of whether the date belongs to the event told.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from summarize.check.anchored import anchor, is_so_told, is_telling_day
from summarize.check.claim import Claim, failed, passed
from summarize.check.times import other_time
from summarize.summary import CheckResult
from summarize.values.date_words import WEEKDAY_NUMBER
from summarize.values.dates import DatePhrase, DateValue, entails, find_dates
from summarize.values.numbers import find_numbers
from summarize.values.plain import plain

_CHECK: Final = "dates"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a date of the statement is held against."""

    sources: Sequence[DatePhrase]
    """The dates of the evidence, resolved."""
    evidence: str
    """The words of the evidence, plain and casefolded."""
    counts: frozenset[str]
    """The numbers of the evidence that could be years: "2,100" may be written "2100"."""
    statement: str
    stated: Sequence[DatePhrase]
    """All dates of the statement: "10 to 16 July" tells a whole week by its two ends."""
    published: date | None
    is_quote: bool


def dates(claim: Claim) -> CheckResult:
    """Fail when a date is not in the evidence nor derivable from it, or is relative."""
    # As written: the year of "25 October" is for the evidence to give, not for the statement.
    stated = find_dates(claim.statement)
    time = other_time(claim)
    if not stated:
        return failed(_CHECK, time) if time else passed(_CHECK)
    published, text = claim.article.published, claim.article.text
    told = _Told(
        [d for span in claim.evidence for d in find_dates(span.of(text), published=published)],
        plain(claim.evidence_text()).casefold(),
        frozenset(
            str(n.value)
            for s in claim.evidence
            for n in find_numbers(s.of(text))
            if n.value >= 1000
        ),
        claim.statement,
        stated,
        published,
        claim.is_quote,
    )
    meant = {d.span: d for d in find_dates(claim.statement, published=published)}
    faults = [_fault(phrase, meant.get(phrase.span, phrase), told) for phrase in stated]
    faults.append(time)
    reasons = dict.fromkeys(fault for fault in faults if fault is not None)
    return failed(_CHECK, "; ".join(reasons)) if reasons else passed(_CHECK)


def _fault(phrase: DatePhrase, meant: DatePhrase, told: _Told) -> str | None:
    """Say what is wrong with one date, or None."""
    verbatim = plain(phrase.as_written).casefold() in told.evidence
    if _is_anchored(phrase, told) or phrase.as_written in told.counts:
        return None
    if phrase.relative and not told.is_quote:
        return _relative_fault(phrase, meant, told, verbatim=verbatim)
    says_nothing = phrase.value == DateValue() or not (phrase.resolved or phrase.value.month)
    if phrase.relative or says_nothing:
        return None if verbatim else _not_there(phrase, told)
    if any(follows(phrase, source, told.stated) for source in told.sources):
        return None
    return _not_there(phrase, told)


def _is_anchored(phrase: DatePhrase, told: _Told) -> bool:
    """Say whether "the week before 12 May", or 12 May in it, tells a date of the evidence."""
    for one in told.stated:
        day = anchor(one, told.stated, told.statement)
        if day is not None and phrase in (one, day):
            return is_so_told(one, day, told.statement, told.sources)
    if told.published is None or any(source.value.as_day() for source in told.sources):
        return False
    return is_telling_day(phrase, told.statement, told.evidence, told.published)


def _relative_fault(
    phrase: DatePhrase, meant: DatePhrase, told: _Told, *, verbatim: bool
) -> str | None:
    written = phrase.as_written
    if told.published is None:
        if not _is_bare_weekday(phrase):
            return f'"{written}" is relative and the day of publication is not known: leave it out'
        if any(entails(source.value, phrase.value) for source in told.sources):
            return None
        return _not_there(phrase, told)
    # The evidence knows better than the statement which Tuesday is meant: it has the tense.
    same = [s for s in told.sources if s.as_written.casefold() == written.casefold()]
    meant = next((s for s in same if s.resolved), meant)
    if not meant.resolved:
        return None if verbatim else _not_there(phrase, told)
    if same or any(follows(meant, source, [meant]) for source in told.sources):
        return f'"{written}" is relative: write {meant.written_out()}'
    return _not_there(phrase, told)


def _is_bare_weekday(phrase: DatePhrase) -> bool:
    words = phrase.as_written.casefold().split()
    return phrase.value.weekday is not None and words[0] in WEEKDAY_NUMBER


def _not_there(phrase: DatePhrase, told: _Told) -> str:
    """Tell which date is wrong and what the evidence has instead."""
    written = phrase.as_written
    if written.isdecimal() and phrase.value.month is not None:
        written = phrase.written_out()
    others = dict.fromkeys(_shown(source) for source in told.sources)
    says = f"which says {', '.join(others)}" if others else "which names no date: leave it out"
    without_year = DateValue(None, phrase.value.month, phrase.value.day)
    yearless = [s.value for s in told.sources if s.value.year is None and s.value.month is not None]
    if phrase.value.month is not None and any(entails(value, without_year) for value in yearless):
        return f'the year in "{written}" is not in the evidence, {says}'
    return f'the date "{written}" is not in the evidence, {says}'


def _shown(source: DatePhrase) -> str:
    meaning = source.written_out()
    known = source.relative and source.resolved and meaning
    return f'"{source.as_written}" ({meaning})' if known else f'"{source.as_written}"'


def follows(phrase: DatePhrase, source: DatePhrase, stated: Sequence[DatePhrase]) -> bool:
    """Say whether a date of the statement, whose dates are `stated`, is the source's or coarser."""
    if not _part_follows(phrase, source):
        return False
    if phrase.end is not None:
        inner, outer = _interval(source), _interval(phrase)
        return bool(inner and outer and outer[0] <= inner[0] and inner[1] <= outer[1])
    if source.end is None:
        return entails(source.value, phrase.value)
    ends = (source.value, source.end)
    if all(entails(end, phrase.value) for end in ends):
        return True
    values = [other.value for other in stated if other.end is None]
    return any(entails(end, phrase.value) for end in ends) and all(
        any(entails(end, value) for value in values) for end in ends
    )


def _interval(phrase: DatePhrase) -> tuple[date, date] | None:
    """Return the first and last day of what is meant; None without a year."""
    first, last = phrase.value, phrase.end or phrase.value
    if first.year is None or last.year is None:
        return None
    month = last.month or 12
    day = last.day or calendar.monthrange(last.year, month)[1]
    return date(first.year, first.month or 1, first.day or 1), date(last.year, month, day)


# Thirds of a year and of a month, with slack: 12 July may be called early, 9 July mid-July.
_PARTS: Final[dict[str, tuple[range, range]]] = {
    "early": (range(1, 6), range(1, 14)),
    "mid": (range(4, 10), range(9, 23)),
    "late": (range(8, 13), range(18, 32)),
}


def _part_follows(phrase: DatePhrase, source: DatePhrase) -> bool:
    """Say whether "early" in "early 2016" is said by the source, or follows from a finer date."""
    if phrase.part is None or phrase.value.day is not None or phrase.part == source.part:
        return True
    finer = source.value.month if phrase.value.month is None else source.value.day
    if finer is None:
        return False
    # In which months a season falls depends on the hemisphere: any month will do.
    ranges = _PARTS.get(phrase.part)
    return ranges is None or finer in ranges[0 if phrase.value.month is None else 1]
