"""Test that every number of a statement stands in its evidence, with the same unit and bound.

Equal values in other writing pass: "forty percent" is 40%, a quarter is 25%, "two decades" are 20
years, "both" are two. Nothing is rounded, added up or counted here: 84,121 is not "about 84,000".
What the number counts is not compared, but for units of measure and currencies.
"""

import re
from decimal import Decimal
from typing import Final

from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult
from summarize.values.numbers import Bound, NumberPhrase, find_numbers, same_number
from summarize.values.plain import plain

_CHECK: Final = "numbers"

# Words that say a small number without being one.
_SAID: Final[dict[tuple[str, int], re.Pattern[str]]] = {
    (kind, value): re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for kind, value, words in (
        ("count", 1, "an?|one|single|sole|lone"),
        ("count", 2, "both|twice|pair|couple|double|twin|twins|duo"),
        ("count", 3, "thrice|triple|trio|threefold"),
        ("fraction", 2, "half|halved?|halves|halving"),
        ("ordinal", 1, "inaugural|debut|debuted|never before|maiden|initial"),
    )
}

# Which bounds of the evidence allow which in the statement. An exact number allows all but
# "more than" and "less than"; a bound never allows an exact number.
_ALLOWS: Final[dict[Bound | None, frozenset[Bound | None]]] = {
    None: frozenset({None, "about", "at least", "at most"}),
    "about": frozenset({"about"}),
    "at least": frozenset({"at least"}),
    "at most": frozenset({"at most"}),
    "more than": frozenset({"more than", "at least"}),
    "less than": frozenset({"less than", "at most"}),
}

# "dozens" may stand for 24 and more, and for fewer than would be called by the next word.
_VAGUE_FROM, _VAGUE_TO = 2, 1000


def numbers(claim: Claim) -> CheckResult:
    """Fail when a number, its unit or its bound ("at least") is not that of the evidence."""
    stated = find_numbers(claim.statement)
    if not stated:
        return passed(_CHECK)
    sources = [n for span in claim.evidence for n in find_numbers(span.of(claim.article.text))]
    evidence = plain(claim.evidence_text())
    reasons = [
        reason for number in stated if (reason := _fault(number, sources, evidence)) is not None
    ]
    return failed(_CHECK, "; ".join(dict.fromkeys(reasons))) if reasons else passed(_CHECK)


def _fault(number: NumberPhrase, sources: list[NumberPhrase], evidence: str) -> str | None:
    """Say what is wrong with one number, or None."""
    same = [source for source in sources if same_number(number, source)]
    if any(number.bound in _ALLOWS[source.bound] for source in same):
        return None
    if same:
        return _bound_fault(number, same[0])
    if _said_otherwise(number, evidence) or _covers(number, sources) or _bare(number, evidence):
        return None
    near = sorted(sources, key=lambda source: _distance(number, source))[:3]
    says = ", ".join(f'"{_written(source)}"' for source in dict.fromkeys(near))
    tail = f"which says {says}" if says else "which gives no number: leave it out"
    return f'the number "{_written(number)}" is not in the evidence, {tail}'


def _bound_fault(number: NumberPhrase, source: NumberPhrase) -> str:
    written = _written(number)
    if source.bound is None:
        return f'"{written}" adds "{number.bound}": the evidence says "{_written(source)}"'
    if number.bound is None:
        return f'"{written}" loses "{source.bound}": the evidence says "{_written(source)}"'
    return f'"{written}" changes the bound: the evidence says "{_written(source)}"'


def _written(number: NumberPhrase) -> str:
    return f"{number.bound} {number.as_written}" if number.bound else number.as_written


def _distance(number: NumberPhrase, source: NumberPhrase) -> tuple[bool, bool]:
    """Put the numbers of the same unit and kind first: they are what the statement meant."""
    return (number.unit != source.unit, number.kind != source.kind)


def _said_otherwise(number: NumberPhrase, evidence: str) -> bool:
    """Say whether the evidence has a word for this number: "both", "twice", "inaugural"."""
    value = 1 / number.value if number.kind == "fraction" and number.value else number.value
    if value != value.to_integral_value() or not 0 < value < 10:
        return False
    said = _SAID.get((number.kind, int(value)))
    return number.bound is None and said is not None and said.search(evidence) is not None


def _bare(number: NumberPhrase, evidence: str) -> bool:
    """Say whether the evidence has these four digits, and they were read as a year: "2100"."""
    bare = f"{number.value}"
    return (
        len(bare) == 4 and re.search(rf"(?<![\w.,-]){bare}(?![\w%]|[.,]\d)", evidence) is not None
    )


def _covers(number: NumberPhrase, sources: list[NumberPhrase]) -> bool:
    """Say whether "dozens" is a fair word for a number of the evidence."""
    if number.kind != "vague":
        return False
    low, high = number.value * _VAGUE_FROM, number.value * Decimal(_VAGUE_TO)
    return any(s.kind in ("count", "money") and low <= s.value < high for s in sources)
