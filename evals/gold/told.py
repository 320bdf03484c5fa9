"""Say whether words tell a typed value, and whether two values can be told apart.

Words tell a value when it is in them as a value: a date from the phrase and the day of publication,
a number with its unit or currency, a name in any form that is the same one's, a quotation word for
word. A value that the tools cannot find in the editor's own words would never be found in a
summary.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from evals.gold.model import Said, Value
from summarize.values.date_value import DateValue, entails
from summarize.values.dates import DatePhrase, find_dates
from summarize.values.fold import find_verbatim
from summarize.values.names import find_names, same_name
from summarize.values.number_forms import CURRENCY_SIGNS, CURRENCY_WORDS
from summarize.values.numbers import Kind, NumberPhrase, find_numbers, same_number
from summarize.values.span import Span

# The currencies that can be read in a text: one that cannot would never be found stated.
CURRENCIES: Final = frozenset(CURRENCY_SIGNS.values()) | frozenset(CURRENCY_WORDS.values())


def tells(words: str, value: Value, *, published: date | None) -> bool:
    """Say whether the value is in these words."""
    if (wanted := value.as_date()) is not None:
        found = find_dates(words, published=published)
        return any(_tells_date(phrase, wanted) for phrase in found)
    if value.name is not None:
        if find_verbatim(value.name, words) is not None:
            return True
        return any(same_name(value.name, name.name) for name in find_names(words))
    if value.quote is not None:
        return find_verbatim(value.quote.text, words) is not None
    return _tells_number(words, value)


def _tells_date(phrase: DatePhrase, wanted: DateValue) -> bool:
    """Say whether a phrase tells a date: "last week" tells its month, but none of its days."""
    first, last = phrase.value, phrase.end
    if first == DateValue():
        return False
    if last is None or all(entails(end, wanted) for end in (first, last)):
        return entails(first, wanted)
    # "20 to 24 November" and "2004-09" name their ends; "the 1990s" and "last week" do not.
    named = not phrase.relative and (
        first.day is not None or re.search(rf"\b{first.year}\b", phrase.as_written) is not None
    )
    return named and any(entails(end, wanted) for end in (first, last))


def _tells_number(words: str, value: Value) -> bool:
    wanted = as_phrase(value)
    found = find_numbers(words)
    if wanted is not None and any(same_number(wanted, phrase) for phrase in found):
        return True
    if value.number is None:
        return False
    # What is counted is compared by the matcher, with the words that stand with it: "six-member",
    # "twice" and "sixth" tell 6, 2 and 6 of many things. Another unit of measure is another value.
    amount = value.number.amount
    same = [p for p in found if float(p.value) == amount and p.kind in ("count", "ordinal")]
    return bool(same) or (wanted is None and any(float(p.value) == amount for p in found))


def as_phrase(value: Value) -> NumberPhrase | None:
    """Return a number, percentage or sum of money as a text has it; None for other values."""
    if value.percent is not None:
        return _phrase("percent", value.percent, "percent")
    if value.money is not None:
        currency = value.money.currency
        return _phrase("money", value.money.amount, CURRENCY_SIGNS.get(currency, currency))
    if value.number is not None:
        found = find_numbers(f"{_plain(value.number.amount)} {value.number.unit}")
        return found[0] if len(found) == 1 else None
    return None


def _phrase(kind: Kind, amount: float, unit: str) -> NumberPhrase:
    written = _plain(amount)
    return NumberPhrase(Span(0, len(written)), written, Decimal(written), unit, kind, None)


def _plain(amount: float) -> str:
    return f"{amount:.6f}".rstrip("0").rstrip(".")


def is_readable(value: Value) -> bool:
    """Say whether the value can be found in a text at all: not a sum in an unknown currency."""
    currency = value.money.currency if value.money else "$"
    return not currency.isalpha() or currency in CURRENCIES


def gives(stated: Value, other: Value) -> bool:
    """Say whether whoever states the one value has stated the other.

    "2016-07" gives "2016", "Lee Cheuk-yan" gives "Lee", a quotation gives each part of it; never
    the other way round.
    """
    first, second = stated.as_date(), other.as_date()
    if first is not None and second is not None:
        return entails(first, second)
    if stated.name is not None and other.name is not None:
        return same_name(stated.name, other.name) or bool(find_verbatim(other.name, stated.name))
    if stated.quote is not None and other.quote is not None:
        inside = find_verbatim(other.quote.text, stated.quote.text) is not None
        return inside and _same_speaker(stated.quote, other.quote)
    one, two = as_phrase(stated), as_phrase(other)
    return one is not None and two is not None and one.kind == two.kind and same_number(one, two)


def collide(a: Value, b: Value) -> bool:
    """Say whether one of two values is inside the other, or is the other."""
    return gives(a, b) or gives(b, a)


def shown(value: Value) -> str:
    """Put a value as the file has it: "date 2016-07"."""
    ((kind, given),) = value.model_dump(exclude_none=True).items()
    parts = given.values() if isinstance(given, dict) else (given,)
    return " ".join([kind, *(_plain(p) if isinstance(p, float) else str(p) for p in parts)])


def _same_speaker(a: Said, b: Said) -> bool:
    return a.speaker is None or b.speaker is None or same_name(a.speaker, b.speaker)
