"""Plant another month."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.dates import dates, first
from evals.selftest.variant import (
    Good,
    Variant,
    shuffled,
)
from summarize.values.date_value import MONTHS

_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def wrong_month(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another month."""
    for index, phrase in dates(good):
        if month := _MONTH.search(phrase.as_written):
            yield from first(good, index, phrase, month, shuffled(MONTHS, chance))
