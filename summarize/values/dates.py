"""Find the dates of a text and work out which days they mean.

"25 October", "Oct. 25th", "25/10/2017", "July 2016", "early in 2016", "yesterday", "last week",
"on Tuesday", "two years ago", "the 1990s". A date is only ever completed from the day of
publication; without it a weekday stays a weekday. Durations ("for two years") are numbers, not
dates; recurring days ("every Monday"), holidays and "now" or "recently" are not found. What only
the story explains ("the next day", "in the latest quarter") is found and left unresolved.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from summarize.values.date_patterns import PREFACE, WEEK_OF
from summarize.values.date_readers import AT_DIGITS, AT_WORD
from summarize.values.date_reading import Read, Reading
from summarize.values.date_resolve import resolve
from summarize.values.date_value import DateValue, entails, written_out
from summarize.values.date_words import PARTS
from summarize.values.memory import TEXTS
from summarize.values.span import Span
from summarize.values.starts import starts
from summarize.values.tense import tense

__all__ = ["DatePhrase", "DateValue", "absolute", "entails", "find_dates", "written_out"]


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as it stands in a text, and what it means as far as that is known."""

    span: Span
    as_written: str
    value: DateValue
    """As far as derivable; the first day, month or year when the phrase is a period."""
    relative: bool
    """Understood only from the day of publication: "yesterday", "last week", "Thursday"."""
    resolved: bool
    """All that it says is known. False for "a few days ago", and for 10/11/2017."""
    end: DateValue | None = None
    """The last day, month or year of a period: of "last week", "the 1990s". None for a moment."""
    part: str | None = None
    """"early", "mid" or "late" in the period, or its season; None when not said."""

    def iso(self) -> str | None:
        """Return "2016", "2016-07" or "2016-07-20"; None for a period or an unknown year."""
        return self.value.iso() if self.end is None else None

    def written_out(self) -> str:
        """Return the date in words, without relative ones; "" when nothing of it is known."""
        return _in_words(self)


def find_dates(text: str, *, published: date | None = None) -> tuple[DatePhrase, ...]:
    """Return the dates of `text` in order, each resolved as far as `published` allows.

    Total: it never raises, whatever the text.
    """
    return _find_dates(text, published)


@lru_cache(maxsize=TEXTS)
def _find_dates(text: str, published: date | None) -> tuple[DatePhrase, ...]:
    searched, words = starts(text)
    found: list[DatePhrase] = []
    done = 0
    for word, at in words:
        readers = AT_DIGITS if "0" <= word[0] <= "9" else AT_WORD.get(word)
        if readers is None or at < done:
            continue
        for reading in _first(readers, searched, at):
            phrase = _phrase(reading, text, searched, done, published)
            if phrase is not None:
                found.append(phrase)
                done = phrase.span.end
    return tuple(found)


def _first(readers: tuple[Read, ...], text: str, at: int) -> list[Reading]:
    for read in readers:
        readings = list(read(text, at))
        if readings:
            return readings
    return []


# "the beginning of the" is the longest preface.
_LONGEST_PREFACE: Final = 24


def _phrase(
    reading: Reading, text: str, searched: str, done: int, published: date | None
) -> DatePhrase | None:
    """Resolve a reading and put it into words; None when it overlaps another or is no date."""
    if reading.start < done:
        return None
    resolved = resolve(reading, published, lambda: tense(searched, reading.start, reading.end))
    if resolved is None:
        return None
    start, part = reading.start, reading.season
    preface = PREFACE.search(searched, max(done, start - _LONGEST_PREFACE), start)
    if preface is not None:
        start = preface.start()
        part = part or PARTS.get(
            preface["part"].lower().split()[-2 if " " in preface["part"] else 0]
        )
    end = resolved.end
    week = WEEK_OF.search(searched, max(done, start - _LONGEST_PREFACE), start)
    first_day = resolved.value.as_day()
    if week is not None and end is None and first_day is not None:
        start, end = week.start(), DateValue.of(first_day + timedelta(days=6))
    bare_weekday = reading.weekday is not None and reading.month is None
    span = Span(start, reading.end)
    return DatePhrase(
        span,
        span.of(text),
        resolved.value,
        relative=reading.unit is not None or reading.shift is not None or bare_weekday,
        resolved=resolved.complete,
        end=end,
        part=part,
    )


def _in_words(phrase: DatePhrase) -> str:
    first, last = phrase.value, phrase.end
    if last is None:
        joint = "-" if phrase.part == "mid" else " "
        return f"{phrase.part}{joint}{written_out(first)}" if phrase.part else written_out(first)
    if first.year is not None and first.month is None and last.year == first.year + 9:
        return f"the {first.year}s"
    start, end = first.as_day(), last.as_day()
    if start is not None and end is not None and (end - start).days == 6:
        return f"the week of {written_out(first)}"
    shared = (first.year == last.year, first.month == last.month)
    begins = DateValue(None if shared[0] and first.month else first.year, first.month, first.day)
    opening = str(first.day) if all(shared) and first.day else written_out(begins)
    return f"{opening} to {written_out(last)}"


def absolute(text: str, *, published: date | None) -> str:
    """Return `text` with its absolute date after each relative phrase that has one.

    "on Tuesday" becomes "on Tuesday (18 July 2017)". Nothing else is changed.
    """
    pieces: list[str] = []
    done = 0
    for phrase in find_dates(text, published=published):
        words = phrase.written_out() if phrase.relative and phrase.resolved else ""
        if words:
            end = phrase.span.end
            if text[end : end + 2] in ("'s", "’s"):
                end += 2
            pieces.append(f"{text[done:end]} ({words})")
            done = end
    return "".join([*pieces, text[done:]])
