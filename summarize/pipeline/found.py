"""The values of an article, found without a model: which dates, numbers, quotations and names it
holds, and in which of the sentences that may be cited.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.article import Article, Sentence, story
from summarize.values.dates import DatePhrase, find_dates
from summarize.values.memory import ARTICLES
from summarize.values.numbers import NumberPhrase, find_numbers
from summarize.values.people import Named, people_and_organisations
from summarize.values.quotes import Quotation, find_quotations
from summarize.values.span import Span


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date phrase, where it stands."""

    phrase: DatePhrase
    span: Span
    """In the article."""
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number, where it stands."""

    phrase: NumberPhrase
    span: Span
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quotation with the sentence it begins in."""

    quotation: Quotation
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """All of an article's values, each list in the order of the text."""

    dates: tuple[FoundDate, ...]
    numbers: tuple[FoundNumber, ...]
    quotes: tuple[FoundQuote, ...]
    names: tuple[Named, ...]
    """In order of importance."""

    def sentences_with_values(self) -> set[int]:
        """Return the numbers of the sentences that hold a date worth listing or a number."""
        dated = {found.sentence.number for found in self.dates}
        return dated | {found.sentence.number for found in self.numbers}


# A small number in words ("two countries"), or with nothing that it counts ("number 3"), is grammar
# or a name more often than a figure.
FIGURE: Final = 10
# "Gates 14 and 15", "Flight 90": a number after such a word tells things apart and counts none.
_LABEL: Final = re.compile(
    r"\b(?:article|block|bus|case|channel|chapter|district|exit|flight|gate|grade|highway|interstate"
    r"|item|junction|level|line|model|number|no\.?|page|phase|pier|platform|plot|post|precinct|room"
    r"|route|section|sector|stage|terminal|tier|train|unit|version|ward|zone)s? $",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 16
_LISTED: Final = re.compile(r" (?:\d+(?:, (?:and |or )?| and | or | to |[-–]))+$")


@lru_cache(maxsize=ARTICLES)
def find_values(article: Article) -> Found:
    """Find the values in the body of an article."""
    dates: list[FoundDate] = []
    numbers: list[FoundNumber] = []
    for sentence in article.body():
        text, start = sentence.words.of(article.text), sentence.words.start
        for date in find_dates(text, published=article.published):
            if _is_telling(date):
                dates.append(FoundDate(date, _moved(date.span, start), sentence))
        for number in find_numbers(text):
            if _is_figure(number) and not _is_label(number, text):
                numbers.append(FoundNumber(number, _moved(number.span, start), sentence))
    told = story(article)
    said = [q for q in find_quotations(told) if q.kind == "said"]
    quotes = (FoundQuote(q, sentence_of(article, q.span)) for q in said)
    names = people_and_organisations(told, tuple(s.span for s in article.body()))
    return Found(
        tuple(dates), tuple(numbers), tuple(q for q in quotes if q.sentence.kind == "body"), names
    )


def sentence_of(article: Article, span: Span) -> Sentence:
    """Return the sentence in which a span begins."""
    return next(s for s in article.sentences if s.span.start <= span.start < s.span.end)


def _is_telling(date: DatePhrase) -> bool:
    """Leave out "last week" where nobody knows which week it was."""
    return date.resolved or not date.relative


def _is_figure(number: NumberPhrase) -> bool:
    if number.kind == "ordinal":
        return False
    in_words = not any(character.isdigit() for character in number.as_written)
    small = number.kind == "count" and number.value < FIGURE
    return not (small and (in_words or number.unit is None))


def _is_label(number: NumberPhrase, text: str) -> bool:
    bare = number.kind == "count" and number.unit is None
    if not bare:
        return False
    listed = _LISTED.search(text, 0, number.span.start)
    end = listed.start() + 1 if listed else number.span.start
    return _LABEL.search(text, max(0, end - _LONGEST_LABEL), end) is not None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
