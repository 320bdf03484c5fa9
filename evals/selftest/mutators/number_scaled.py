"""Plant a number of another magnitude."""

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Final

from evals.selftest.parts.numbers import first, like, numbers
from evals.selftest.variant import (
    Good,
    Variant,
)
from summarize.article import Span

_MAGNITUDES: Final = {"thousand": "million", "million": "billion", "billion": "million"}

_MAGNITUDE: Final = re.compile(rf"\b(?:{'|'.join(_MAGNITUDES)})\b", re.IGNORECASE)


def number_scaled(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant a number of another magnitude: million for billion, ten times as many."""
    del chance
    for index, number, core in numbers(good):
        text = good.said[index].text
        magnitude = _MAGNITUDE.search(number.as_written)
        if magnitude is not None:
            start = number.span.start + magnitude.start()
            place = Span(start, start + len(magnitude[0]))
            new = _MAGNITUDES[magnitude[0].casefold()]
            yield from first(good, index, number, place, [new])
        elif (written := core.of(text))[0].isdigit() and number.kind != "ordinal":
            value = Decimal(written.replace(",", ""))
            times = [like(written, value * 10), like(written, value / 10)]
            bounded = number.bound in ("at most", "less than")
            yield from first(good, index, number, core, times[:1] if bounded else times)
