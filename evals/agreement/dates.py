"""Compare the dates found in news texts with those people marked.

Two tasks. `dates` takes TempEval-3's TIMEX3 annotation: every phrase of class DATE is an item, and
every phrase found where people marked neither a date nor a time of day is one too. A date counts as
found when the two phrases overlap (TempEval-3's lenient match), and its value as right when it is
the marked one as far as that goes: a week, a quarter, a season and a decade are compared as such.
`when` takes Giveme5W1H's answers to "when": an item is an article and a day that people worked out
for it; it is right when that day is among the days found in the article.

What this does not show: whether a phrase has exactly the words people marked; what a date is about;
times of day, durations and sets ("every Monday"), which are no dates here, so a date found in one
counts as found too often. The rules were written while looking at these texts of TempEval-3.
"now", "recently" and the like (PRESENT_REF, PAST_REF, FUTURE_REF) name no day, and nothing looks
for them: the figures are given with and without them. Some days in Giveme5W1H cannot be the
phrase they are given for ("Saturday" with a Sunday's date); these items are marked, not left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from summarize.values.date_value import WEEKDAYS
from summarize.values.dates import DatePhrase, find_dates

DATASET: Final = "tempeval3_tbaq"
WHEN_DATASET: Final = "giveme5w1h"

VAGUE: Final = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}

Verdict = Literal["right", "wrong", "none"]


@dataclass(frozen=True, slots=True)
class DateItem:
    """A date people marked, or one found that they did not mark."""

    article: str
    expected: str | None
    """The words people marked; None for a phrase that is found and not marked."""
    expected_value: str | None
    """As TIMEX3 writes it."""
    found: str | None
    """The words found; None when the marked date is missed."""
    verdict: Verdict
    """none: missed, left unresolved, or marked with a value that says nothing certain."""
    certain: bool
    """The marked value is one that can be compared: not vague, not "some day in 1997"."""

    @property
    def vague(self) -> bool:
        """Say whether people marked a reference such as "now", which names no day."""
        return self.expected_value in VAGUE


@dataclass(frozen=True, slots=True)
class WhenItem:
    """A day on which people say an article's event was, and whether it is found."""

    article: str
    expected: str
    """The day, as ISO 8601."""
    phrases: tuple[str, ...]
    """The words people gave for it."""
    published: str | None
    found: tuple[str, ...]
    """The days found in the article, as ISO 8601, each once."""
    verdict: Verdict
    """none: no day at all is found in the article."""
    impossible: bool
    """A phrase names another day of the week than the one people worked out."""


def dates(rows: Sequence[Mapping[str, Any]], articles: Mapping[str, str]) -> tuple[DateItem, ...]:
    """Return one item per marked DATE and per unmarked phrase found; rows without text give none.

    Relative dates are resolved from the document's own date, as people did.
    """
    items: list[DateItem] = []
    for row in rows:
        text = articles.get(f"{DATASET}:{row['article_id']}")
        if text is not None:
            found = find_dates(text, published=_day(row.get("date")))
            items.extend(_compared(str(row["article_id"]), found, row["timex3"]))
    return tuple(items)


def when(rows: Sequence[Mapping[str, Any]], articles: Mapping[str, str]) -> tuple[WhenItem, ...]:
    """Return one item per article and day people worked out; rows without text give none."""
    items: list[WhenItem] = []
    for row in rows:
        text = articles.get(f"{WHEN_DATASET}:{row['article_id']}")
        if text is not None:
            items.extend(_answered(row, text))
    return tuple(items)


def means(phrase: DatePhrase, timex: str) -> bool | None:
    """Compare a phrase with a TIMEX3 value; None where either says nothing certain."""
    if not phrase.resolved or not _is_certain(timex):
        return None
    first = phrase.value.iso()
    if match := re.fullmatch(r"(\d{4})-W(\d\d?)(-WE)?", timex):
        day = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first == day.isoformat() and phrase.end is not None
    if match := re.fullmatch(r"(\d{4})-Q(\d)", timex):
        return first == f"{match[1]}-{int(match[2]) * 3 - 2:02d}" and phrase.end is not None
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        return first == match[1] and phrase.part == _SEASONS[match[2]]
    if match := re.fullmatch(r"(\d{3})X?", timex):
        return first == f"{match[1]}0" and phrase.end is not None
    if match := re.fullmatch(r"(\d\d)(XX)?", timex):
        return first == f"{match[1]}01" and phrase.end is not None
    return first == timex.split("T", maxsplit=1)[0].replace("-XX", "")


def _is_certain(timex: str) -> bool:
    return timex not in VAGUE and "X" not in timex[4:].removesuffix("-XX")


def _compared(
    article: str, found: Sequence[DatePhrase], marks: Sequence[Mapping[str, Any]]
) -> Iterator[DateItem]:
    unmarked = dict.fromkeys(found)
    for mark in marks:
        at = [p for p in found if p.span.start < mark["end"] and mark["start"] < p.span.end]
        if mark["type"] in ("DATE", "TIME"):
            for phrase in at:
                unmarked.pop(phrase, None)
        if mark["type"] == "DATE":
            yield _marked(article, at, mark)
    for phrase in unmarked:
        yield DateItem(article, None, None, phrase.as_written, "none", certain=False)


def _marked(article: str, at: Sequence[DatePhrase], mark: Mapping[str, Any]) -> DateItem:
    """Judge the best of the phrases found at a mark."""
    timex = str(mark["value"])
    verdicts = [(means(phrase, timex), phrase) for phrase in at]
    best = max(verdicts, key=lambda pair: (pair[0] is True, pair[0] is not None), default=None)
    words: dict[bool | None, Verdict] = {True: "right", False: "wrong", None: "none"}
    return DateItem(
        article,
        str(mark["text"]),
        timex,
        best[1].as_written if best else None,
        words[best[0]] if best else "none",
        certain=_is_certain(timex),
    )


def _answered(row: Mapping[str, Any], text: str) -> Iterator[WhenItem]:
    published = _day(row.get("date"))
    phrases: dict[str, list[str]] = {}
    for answer in row["w"]["when"]:
        if parsed := answer.get("parsed"):
            phrases.setdefault(str(parsed)[:10], []).append(str(answer["text"]))
    days = [p.value.as_day() for p in find_dates(text, published=published) if p.end is None]
    found = tuple(dict.fromkeys(day.isoformat() for day in days if day is not None))
    for expected, words in phrases.items():
        verdict: Verdict = "right" if expected in found else "wrong" if found else "none"
        yield WhenItem(
            str(row["article_id"]),
            expected,
            tuple(words),
            published.isoformat() if published else None,
            found,
            verdict,
            impossible=_contradicts(expected, words),
        )


def _contradicts(day: str, words: Sequence[str]) -> bool:
    """Say whether the words name weekdays, and none of them is that of the day."""
    named = [name for name in WEEKDAYS if any(name in phrase for phrase in words)]
    return bool(named) and WEEKDAYS[date.fromisoformat(day).weekday()] not in named


def _day(written: object) -> date | None:
    """Read the day of a row; None where it has none, which is also written "None"."""
    match = re.match(r"\d{4}-\d\d-\d\d", str(written))
    return date.fromisoformat(match.group()) if match else None
