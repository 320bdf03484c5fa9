"""Find a gold number, percentage or sum of money in a sentence, as a value.

Nothing is rounded: "about 84,000" does not state 84,121, and is no contradiction of it either. The
bounds: the bare number and "at least", "about" or "more than" it count alike where the gold has
the bound; where it has none, "more than 107" is another statement than 107, "at least" and "about"
are the same said with care, and a bound the other way never counts. A bare "$" may be any dollar.
Sums in two currencies, or lengths in two units, can be exchanged like any two numbers; "€20,000
($23,400)" is one sum said twice.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from evals.gold.model import Value
from evals.gold.told import as_phrase
from evals.match.changed import Change, change_of
from evals.match.counted import counted_apart, is_apart
from evals.match.found import NOTHING, Found
from summarize.article import Article
from summarize.values.memory import TEXTS
from summarize.values.number_forms import TIME_UNITS
from summarize.values.numbers import Bound, NumberPhrase, find_numbers, same_number
from summarize.values.span import Span
from summarize.values.words import stem

_BARE_DOLLAR: Final = re.compile(r"\$|[\d.,\sA-Za-z]*\bdollars?$", re.IGNORECASE)
_UP: Final = frozenset({"at least", "more than"})
_DOWN: Final = frozenset({"at most", "less than"})
# Words that say a small number of things without being one.
_SAYS: Final[dict[int, re.Pattern[str]]] = {
    1: re.compile(r"\b(?:single|sole|lone|one)\b", re.IGNORECASE),
    2: re.compile(r"\b(?:both|twice|pair of|couple of|duo)\b", re.IGNORECASE),
    3: re.compile(r"\b(?:thrice|trio)\b", re.IGNORECASE),
}
# Units that measure the same: a length may be taken for another length.
_DIMENSIONS: Final = (
    frozenset("kilometre metre centimetre millimetre mile foot inch yard".split()),
    frozenset("kilogram gram tonne ton pound".split()),
    frozenset("acre hectare".split()),
    frozenset("litre gallon barrel".split()),
    frozenset("kph mph".split()),
    TIME_UNITS,
)
# "€20,000 ($23,400)", "12 miles, or about 19 km": one amount in two units.
_OR_IN: Final = re.compile(
    r"\s*(?:[(\[/=]|,? or\b|,(?= (?:about|some|around|roughly|nearly|worth)\b))\s*"
    r"(?:about|some|around|roughly|nearly|almost|worth|~)?\s*",
    re.IGNORECASE,
)
# Closer than this, and marked as round, a number is the gold's rounded.
_ROUNDED: Final = Decimal("0.06")


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """An amount of the gold, ready to be looked for in many sentences; made once for each fact."""

    value: Value
    phrase: NumberPhrase
    bound: Bound | None
    """The bound that the gold's own words put on it."""
    apart: tuple[frozenset[str], ...] = ()
    """The nouns that the article counts with other numbers."""
    change: Change | None = None
    """Whether the gold's words say that something changed by it, or to it."""


@lru_cache(maxsize=1024)
def amount_of(value: Value, states: str, article: Article) -> Amount | None:
    """Return the amount of a value, stated in these words; None when it is no amount."""
    phrase = _phrase(value)
    if phrase is None:
        return None
    own = next((n for n in find_numbers(states) if same_number(phrase, n)), None)
    if own is None:
        return Amount(value, phrase, None, counted_apart(phrase, article))
    change = change_of(states, own.span.start)
    return Amount(value, phrase, own.bound, counted_apart(phrase, article), change)


@lru_cache(maxsize=TEXTS)
def find_amount(amount: Amount, text: str) -> Found:
    """Return where `text` gives this amount, and where another of its kind."""
    gold, value = amount.phrase, amount.value
    numbers = find_numbers(text)
    if not numbers and gold.value not in _SAYS:
        return NOTHING
    hits, rivals, others = [], [], []
    near = None
    for number in numbers:
        if _same(gold, number, value):
            fault = _bound_fault(amount.bound, number)
            if is_apart(number, gold, amount.apart):
                fault = f'"{number.as_written}" counts something else'
            change = change_of(text, number.span.start) if amount.change else None
            if change is not None and change != amount.change:
                fault = f'it changed {change} "{number.as_written}", not {amount.change} that'
            if fault is None:
                hits.append(number)
            else:
                near = fault
        elif _comparable(gold, number):
            rivals.append(number)
            if _is_rounded(gold, number):
                near = f'"{number.as_written}" is rounded'
            elif number.kind == gold.kind and (number.unit or gold.unit) == gold.unit:
                others.append((number.span, number.as_written))
    spans = [n.span for n in hits] + _in_words(gold, text, {n.span.start for n in hits})
    if hits and gold.kind == "count" and gold.unit and all(h.unit == gold.unit for h in hits):
        # A number that has the gold's noun beside it cannot be taken for one of another noun.
        rivals = [r for r in rivals if r.unit in (None, gold.unit)]
    rivals = [r for r in rivals if not any(_converts(r, h, text) for h in hits)]
    rival_spans = tuple(r.span for r in rivals)
    return Found(tuple(spans), rival_spans, tuple(others), near=near)


def _phrase(value: Value) -> NumberPhrase | None:
    found = as_phrase(value)
    amount = (value.number and value.number.amount) or (value.money and value.money.amount)
    if found is not None and (value.percent is not None or float(found.value) == amount):
        return found
    if value.number is None:
        return None
    plain = Decimal(str(value.number.amount))
    return NumberPhrase(Span(0, 1), str(plain), plain, None, "count", None)


def _same(gold: NumberPhrase, number: NumberPhrase, value: Value) -> bool:
    if same_number(gold, number):
        return True
    if gold.kind == number.kind == "money" and gold.value == number.value:
        dollars = value.money is not None and (
            value.money.currency == "$" or value.money.currency.endswith("D")
        )
        return dollars and (
            (
                value.money is not None
                and value.money.currency == "$"
                and (number.unit or "").endswith("D")
            )
            or _BARE_DOLLAR.match(number.as_written) is not None
        )
    ordinal = value.number is not None and value.number.unit.casefold() in _RANKS
    return ordinal and number.kind == "ordinal" and number.value == gold.value


_RANKS: Final = frozenset("rank place position ordinal th st nd rd".split())


def _bound_fault(gold: Bound | None, number: NumberPhrase) -> str | None:
    said = number.bound
    if said in (None, "about") or said == gold:
        return None
    if (said in _UP and gold in _UP) or (said in _DOWN and gold in _DOWN):
        return None
    if gold is None and said in ("at least", "at most"):
        return None
    return f'"{said} {number.as_written}" is another number than {gold or "just"} that'


def _comparable(gold: NumberPhrase, number: NumberPhrase) -> bool:
    """Say whether one could be taken for the other."""
    shares = {"percent", "fraction"}
    if gold.kind in shares or number.kind in shares:
        return gold.kind in shares and number.kind in shares
    if gold.kind == "measure" or number.kind == "measure":
        if gold.unit == number.unit or None in (gold.unit, number.unit):
            return True
        return any({gold.unit, number.unit} <= units for units in _DIMENSIONS)
    return number.kind == gold.kind or (number.kind == "count" and number.unit is None)


def _converts(rival: NumberPhrase, hit: NumberPhrase, text: str) -> bool:
    """Say whether one is the other in another currency or unit, as in "12 miles (19 km)"."""
    if rival.kind != hit.kind or rival.unit == hit.unit or None in (rival.unit, hit.unit):
        return False
    first, second = sorted((rival.span, hit.span))
    return _OR_IN.fullmatch(text[first.end : second.start]) is not None


def _is_rounded(gold: NumberPhrase, number: NumberPhrase) -> bool:
    if not gold.value or gold.value == number.value:
        return False
    close = abs(number.value - gold.value) <= _ROUNDED * abs(gold.value)
    return close and (number.bound is not None or _figures(number.value) < _figures(gold.value))


def _figures(value: Decimal) -> int:
    """Return how many figures say the value: 2 of 84,000 and 3 of 33.3."""
    return len(f"{abs(value):f}".replace(".", "").strip("0"))


def _in_words(gold: NumberPhrase, text: str, taken: set[int]) -> list[Span]:
    """Return where "both" or "twice" says a small count."""
    says = _SAYS.get(int(gold.value)) if gold.kind == "count" and gold.value in _SAYS else None
    if says is None:
        return []
    found = [Span(*m.span()) for m in says.finditer(text)]
    times = stem(gold.unit or "") == "time"
    return [s for s in found if s.start not in taken and (times or s.of(text) != "twice")]
