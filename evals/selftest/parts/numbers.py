"""Change a number: a little off, ten or a thousand times, another of the article, two exchanged.

Only the number's own words are changed, never its unit. A bound is minded: "at least 80" is not
made "at least 70", which is true as well.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from evals.selftest.variant import (
    Good,
    Variant,
    changed,
    cut,
    prose,
)
from summarize.article import Span
from summarize.values.numbers import NumberPhrase, find_numbers, same_number
from summarize.values.quotes import find_quotations

WORDS: Final = dict(
    zip(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""".split(),
        range(2, 21),
        strict=True,
    )
)


ORDINALS: Final = """second third fourth fifth sixth seventh eighth ninth tenth""".split()


CORE: Final = re.compile(
    rf"\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join([*WORDS, *ORDINALS])})\b", re.IGNORECASE
)


def numbers(good: Good) -> list[tuple[int, NumberPhrase, Span]]:
    """Return the numbers of the statements with their own words, those in quotations left out."""
    found = []
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        for number in find_numbers(said.text):
            core = core_of(number, said.text)
            if core and number.kind != "vague" and not any(q.contains(core) for q in quoted):
                found.append((index, number, core))
    return found


def core_of(number: NumberPhrase, text: str) -> Span | None:
    """Return where the number itself stands, without its unit."""
    match = CORE.search(text, number.span.start, number.span.end)
    return Span(*match.span()) if match else None


def like(written: str, value: Decimal) -> str:
    """Write a value as the old one was: with commas, or without."""
    if value != value.to_integral_value():
        return f"{value.normalize():f}"
    return f"{int(value):,}" if "," in written or value >= 10_000 else str(int(value))


def alike(one: NumberPhrase, two: NumberPhrase) -> bool:
    """Say whether each reads well in the other's place."""
    ranks = {n.kind == "ordinal" for n in (one, two)}
    return len(ranks) == 1 and not {"vague", "fraction"} & {one.kind, two.kind}


def allowed(number: NumberPhrase, value: Decimal) -> bool:
    """Say whether a value in the number's place would be true as well."""
    if number.bound in ("at least", "more than"):
        return value <= number.value
    if number.bound in ("at most", "less than"):
        return value >= number.value
    return value == number.value


def first(  # noqa: PLR0913 - what is changed, where, and to what
    good: Good,
    index: int,
    number: NumberPhrase,
    place: Span,
    news: list[str],
    *,
    is_new: bool = True,
) -> Iterator[Variant]:
    """Yield the first of several new words that makes a number the article does not have."""
    text = good.said[index].text
    known = find_numbers(good.article.text)
    for new in news:
        after = cut(text, place, new)
        found = [n for n in find_numbers(after) if n.span.start == number.span.start]
        if not found or same_number(found[0], number):
            continue
        if is_new and any(same_number(found[0], k) for k in known):
            continue
        yield changed(good, index, after, f"{place.of(text)!r} became {new!r}")
        return
