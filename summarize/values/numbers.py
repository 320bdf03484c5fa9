"""Find the numbers of a text: counts, percentages, money, ordinals, fractions and measures.

"1,200", "$4.2bn", "forty percent", "a quarter", "twenty-five million", "six-member", "22nd",
"about 80 people". The digits of a date, a clock time, an address, a name ("B-52", "COVID-19") are
no numbers; nor are "one" as a pronoun ("one of", "no one"), Roman numerals and "several".
"dozens" and "millions" are found with kind `vague`: a size, but no number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, cast

from summarize.values.dates import find_dates
from summarize.values.memory import TEXTS
from summarize.values.number_cores import Core, Place, digits, written_magnitude
from summarize.values.number_forms import BOUND_AFTER, BOUND_BEFORE, RANGE, SAME_UNIT, TIME_UNITS
from summarize.values.number_in_words import AT_WORD
from summarize.values.number_units import with_unit
from summarize.values.span import Span
from summarize.values.starts import starts

Kind = Literal["count", "percent", "money", "ordinal", "fraction", "measure", "vague"]
Bound = Literal["about", "at least", "at most", "more than", "less than"]


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number as it stands in a text, with what it counts or measures, and its value."""

    span: Span
    as_written: str
    """With its currency, magnitude and unit: "NZ $ 26 million", "58%", "80 people"."""
    value: Decimal
    """With its magnitude: 26,000,000; 58 for 58%; 0.25 for "a quarter"; 12 for "dozens"."""
    unit: str | None
    """"percent", a currency such as "NZD", a measure ("mile") or the noun counted, singular."""
    kind: Kind
    bound: Bound | None
    """What the words around it make of it: "about 80", "at least 107", "107 or more"."""


@lru_cache(maxsize=TEXTS)
def find_numbers(text: str) -> tuple[NumberPhrase, ...]:
    """Return the numbers of `text` in order. Total: it never raises, whatever the text."""
    searched, words = starts(text)
    taken = [phrase.span for phrase in find_dates(text)]
    found: list[NumberPhrase] = []
    for core in _cores(text, searched, words, taken):
        phrase = _phrase(core, text, searched)
        if found:
            found[-1] = _share_unit(found[-1], phrase, searched)
        found.append(phrase)
    return tuple(found)


def _cores(
    text: str, searched: str, words: Sequence[tuple[str, int]], taken: list[Span]
) -> Iterator[Core]:
    """Yield each number with its unit; none inside a date, and none twice."""
    done = 0
    dates = iter([*taken, Span(len(text), len(text) + 1)])
    date = next(dates)
    for word, at in words:
        read = digits if word[0].isdecimal() else AT_WORD.get(word)
        if read is None:
            continue
        while date.end <= at:
            date = next(dates)
        if at < done or date.start <= at:
            continue
        core = read(Place(text, searched, at, date.start))
        if core is None or core.end > date.start:
            continue
        core = with_unit(core, text, searched, within=(done, date.start))
        yield core
        done = core.end


def _phrase(core: Core, text: str, searched: str) -> NumberPhrase:
    span = Span(core.start, core.end)
    whole = core.value.to_integral_value()
    return NumberPhrase(
        span,
        span.of(text),
        whole if whole == core.value else core.value,
        core.unit,
        cast(Kind, core.kind),
        _bound(core, searched),
    )


# "a minimum of the" and its white space.
_LONGEST_BOUND: Final = 24


def _bound(core: Core, text: str) -> Bound | None:
    if core.kind in ("ordinal", "vague"):
        return None
    after = BOUND_AFTER.match(text, core.end)
    if after is not None:
        return "at most" if after["at_most"] else "at least"
    before = BOUND_BEFORE.search(text[max(0, core.start - _LONGEST_BOUND) : core.start])
    if before is None:
        return None
    # "over two days" and "under two years" tell a span of time as often as a bound.
    if core.unit in TIME_UNITS and before.group().strip().lower() == "over":
        return None
    return cast(Bound, (before.lastgroup or "").replace("_", " "))


_SHARED: Final = frozenset({"percent", "money", "measure", "count"})


def _share_unit(first: NumberPhrase, second: NumberPhrase, text: str) -> NumberPhrase:
    """Give "5" of "5-10%" and "9" of "9 to 10 million" what is written once for both."""
    if first.kind not in ("count", "money") or (first.unit and first.kind == "count"):
        return first
    gap = text[first.span.end : second.span.start]
    if len(gap) > 6 or not RANGE.search(gap) or second.kind not in _SHARED:
        return first
    magnitude = written_magnitude(second.as_written)
    if second.kind == "count" and (first.kind == "money" or magnitude == 1):
        return first
    value = first.value
    # Only "5 to 10 million": in "500 to 2 million" the first is written in full.
    if magnitude > 1 and value < 1000 and value < second.value / magnitude:
        value *= magnitude
    return replace(first, value=value, unit=second.unit, kind=second.kind)


# A third is written 33%, 33.3% or 33 per cent.
_ROUNDED: Final = Decimal("0.005")


def same_number(a: NumberPhrase, b: NumberPhrase) -> bool:
    """Say whether both mean the same: value, magnitude, and unit where both name one.

    40% is "forty percent" and a quarter 25%; 40 percentage points, 40 dollars and 40 are three
    other things. What is counted is not compared ("people", "pilgrims"), units of measure are.
    """
    kinds = {a.kind, b.kind}
    if kinds <= {"percent", "fraction"}:
        return _same_share(a, b)
    if kinds & {"percent", "fraction", "ordinal", "vague"}:
        return a.kind == b.kind and a.value == b.value
    if {a.unit, b.unit} == {"pound", "GBP"}:
        return a.value == b.value
    if kinds & {"money", "measure"} and a.unit is not None and b.unit is not None:
        return a.kind == b.kind and _in_base(a) == _in_base(b)
    return a.value == b.value


def _in_base(phrase: NumberPhrase) -> tuple[str | None, Decimal]:
    base, times = SAME_UNIT.get(phrase.unit or "", (phrase.unit, 1))
    return base, phrase.value * times


def _same_share(a: NumberPhrase, b: NumberPhrase) -> bool:
    if a.kind == b.kind:
        return a.value == b.value and a.unit == b.unit
    percent, fraction = (a, b) if a.kind == "percent" else (b, a)
    if percent.unit != "percent":
        return False
    difference = abs(percent.value / 100 - fraction.value)
    terminates = fraction.value == fraction.value.quantize(Decimal("0.0001"))
    return difference == 0 if terminates else difference < _ROUNDED
