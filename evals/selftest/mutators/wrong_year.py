"""Plant another year, or one the article does not give."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import NEAR, dates, first, put
from evals.selftest.variant import (
    Good,
    Variant,
    shuffled,
)

_YEAR: Final = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def wrong_year(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another year, or a year where the article gives none."""
    for index, phrase in dates(good):
        if year := _YEAR.search(phrase.as_written):
            years = [str(int(year[1]) + n) for n in shuffled(NEAR, chance)]
            yield from first(good, index, phrase, year, years)
        elif (
            phrase.value.year is None and phrase.value.month and not _YEAR.search(good.article.text)
        ):
            new = f"{phrase.as_written} {chance.choice(range(2008, 2016))}"
            yield from put(good, index, phrase.span, new)
