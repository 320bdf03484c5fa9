"""Plant a number a little off."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Final

from evals.selftest.parts.numbers import Number, numbers, put
from evals.selftest.variant import Good, Variant, shuffled

# "About 80" may be 83; a number that is a third off may not.
_ABOUT: Final = 3


def number_off(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant a number that is a little more or less."""
    for index, number in numbers(good):
        yield from put(good, index, number, shuffled(_near(number), chance))


def _near(number: Number) -> list[Decimal]:
    value = number.value
    step = Decimal(1)
    if number.value >= 20 and number.is_word:
        step = Decimal(10)
    elif number.kind != "rank":
        part = _ABOUT if number.bound == "about" else 20
        step = max(step, (value / part).to_integral_value())
    near = [value - step, value + step, value + 2 * step]
    if number.kind == "percent":
        near = [n for n in near if n < 100]
    return [n for n in near if n > (0 if number.kind == "rank" else 1)]
