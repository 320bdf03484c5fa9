"""Which readers of dates to try at which word."""

from collections.abc import Mapping
from typing import Final

from summarize.values import date_named as named
from summarize.values import date_relative as relative
from summarize.values.date_reading import Read
from summarize.values.date_words import (
    DAYS_FROM_TODAY,
    DECADE_WORDS,
    MONTH_NUMBER,
    SEASONS,
    WEEKDAY_NUMBER,
)
from summarize.values.number_words import ORDINALS


def _spellings(readers: Mapping[str, tuple[Read, ...]]) -> dict[str, tuple[Read, ...]]:
    """Add the capitalised spellings, so that looking up a word needs no folding of case."""
    return {
        spelling: read
        for word, read in readers.items()
        for spelling in (word, word.capitalize(), word.upper())
    }


# Which readers to try at which word, in order; the first that yields anything wins.
AT_WORD: Final = _spellings(
    dict.fromkeys(ORDINALS, (named.century,))
    | {"twenty": (named.century,)}
    | dict.fromkeys(("first", "second", "third", "fourth"), (named.quarter, named.century))
    | dict.fromkeys(MONTH_NUMBER, (named.day_and_month, named.month_and_year, named.month_alone))
    | dict.fromkeys(WEEKDAY_NUMBER, (named.day_and_month, relative.weekday))
    | dict.fromkeys(SEASONS, (named.season,))
    | dict.fromkeys(DECADE_WORDS, (named.decade_in_words,))
    | dict.fromkeys(DAYS_FROM_TODAY, (relative.today,))
    | dict.fromkeys(("last", "this", "current", "coming", "past"), (relative.period,))
    | {"next": (relative.period, relative.elsewhen)}
    | dict.fromkeys(
        ("following", "previous", "preceding", "same", "latest", "day", "week", "month"),
        (relative.elsewhen,),
    )
    | {"year": (relative.elsewhen, relative.the_period)}
    | dict.fromkeys(("quarter", "full", "fiscal"), (relative.the_period,))
    | {"weekend": (relative.weekend,), "ago": (relative.ago,)}
)
AT_DIGITS: Final = (
    named.day_and_month,
    named.numeric,
    named.quarter,
    named.year_or_decade,
    named.century,
)
