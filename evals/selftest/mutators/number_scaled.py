"""Plant a number of another magnitude."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.numbers import Number, numbers, put
from evals.selftest.parts.places import inside, quoted, replaced
from evals.selftest.variant import Good, Variant, prose, shuffled
from summarize.article import Span

_MAGNITUDES: Final = {"thousand": "million", "million": "billion", "billion": "trillion"}
# Of what nobody counted, and of times: what is ten times as many, or as long.
_MORE: Final = {
    "dozens of": ("hundreds of", "thousands of"),
    "hundreds of": ("dozens of", "thousands of"),
    "thousands of": ("hundreds of", "millions of"),
    "millions of": ("thousands of", "billions of"),
}
_TIMES: Final = {"hour": "minute", "day": "week", "week": "month", "month": "year", "year": "month"}
_VAGUE: Final = re.compile(rf"\b(?<!hundreds of )(?i:{'|'.join(_MORE)})(?= (?!thousands|millions))")
_TIME: Final = re.compile(rf"[ -](?P<unit>{'|'.join(_TIMES)})(?=s?\b)")
# Nobody is 240 years old, nor is a number alone counted or measured.
_AGE: Final = re.compile(r"[ -]years?[ -]olds?\b")
_TEN: Final = 10


def number_scaled(good: Good, chance: Random) -> Iterator[Variant]:
    """Plant another magnitude: million for billion, ten times as many, days for hours."""
    for index, number in numbers(good):
        yield from _scaled(good, index, number, chance)
    for index, said in prose(good):
        marks = quoted(said.text)
        for match in _VAGUE.finditer(said.text):
            if not inside(Span(*match.span()), marks):
                new = chance.choice(_MORE[match[0].casefold()])
                yield from replaced(good, index, Span(*match.span()), new)


def _scaled(good: Good, index: int, number: Number, chance: Random) -> Iterator[Variant]:
    text = good.said[index].text
    if _AGE.match(text, number.core.end) or (number.kind == "count" and not number.unit):
        return
    if number.scale is not None and number.bound != "less":
        word = number.scale.of(text).strip(" -s")
        if word in _MAGNITUDES:
            start = number.scale.start + 1
            new = _MAGNITUDES[word]
            yield from replaced(good, index, Span(start, start + len(word)), new)
    elif (unit := _TIME.match(text, number.span.end)) and number.kind == "count":
        if number.bound in ("", "about"):
            yield from replaced(good, index, Span(*unit.span("unit")), _TIMES[unit["unit"]])
    elif number.core.of(text)[0].isdigit() and number.kind in ("count", "money", "percent"):
        more, less = number.value * _TEN, number.value / _TEN
        values = [less] if number.kind == "percent" else shuffled([more, less], chance)
        if number.kind == "count":
            values = [v for v in values if v == v.to_integral_value()]
        yield from put(good, index, number, values)
