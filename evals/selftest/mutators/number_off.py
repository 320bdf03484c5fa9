"""Plant a number a little off."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Final

from evals.selftest.parts.numbers import ORDINALS, WORDS, first, like, numbers
from evals.selftest.variant import (
    Good,
    Variant,
    shuffled,
)
from summarize.values.numbers import NumberPhrase

# "About 80" may be 83; a number that is a third off may not.
_ABOUT: Final = 3


def number_off(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant a number that is a little more or less."""
    for index, number, core in numbers(good):
        written = core.of(good.said[index].text)
        low = written.casefold()
        if low in ORDINALS:
            news = _near(ORDINALS, ORDINALS.index(low))
        elif low in WORDS:
            news = _near(list(WORDS), WORDS[low] - 2)
        else:
            news = _digits_near(written, number)
        yield from first(good, index, number, core, shuffled(news, chance))


def _near(words: list[str], at: int) -> list[str]:
    return [words[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(words)]


def _digits_near(written: str, number: NumberPhrase) -> list[str]:
    value = Decimal(written.replace(",", ""))
    step = max(Decimal(1), (value / 20).to_integral_value())
    if number.bound == "about":
        step = max(Decimal(1), (value / _ABOUT).to_integral_value())
    more, less = like(written, value + step), like(written, value - step)
    return [more] if number.bound in ("at least", "more than") else [more, less]
