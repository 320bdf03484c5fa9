"""Find a score, a range or a proportion that a statement has otherwise than its evidence.

A winner's score has the larger number first, in English news; "36 for two" is not "two for 36", nor
"from 3 to 11" "from 11 to 3", nor "two out of three" "three out of two". Who lost "1-2" may also
have lost "2-1", so of a defeat no order is asked, nor where the evidence has both. A score that
has one number of another one's is that one, altered, and no range ends where it begins.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from summarize.check.claim import Claim
from summarize.values.fold import fold
from summarize.values.memory import TEXTS

_SMALL: Final = "nil zero one two three four five six seven eight nine ten eleven twelve".split()
_WORD: Final = "|".join(_SMALL)
_NUMBER: Final = rf"[£$€]?\d[\d,]*(?:\.\d+)?|{_WORD}"
# "300 BC", "£3million", "40 per cent"
_UNIT: Final = r"(?: ?(?:BC|AD|m|bn|million|billion|per cent|percent|%|am|pm|kg|km|ft))?"
_SCORE: Final = re.compile(
    rf"(?<![\w.,$£€-])(?P<one>\d{{1,3}}|{_WORD})(?P<by>-| - | for )(?P<two>\d{{1,3}}|{_WORD})"
    r"(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    rf"\b(?:between (?P<a>{_NUMBER}){_UNIT} and (?P<b>{_NUMBER})"
    rf"|(?:from|aged?|ages) (?P<c>{_NUMBER}){_UNIT} (?:to|until|till) (?P<d>{_NUMBER})"
    rf"|(?P<e>{_NUMBER}) (?:times )?out of (?:the |every )?(?P<f>{_NUMBER}))(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_RANGES: Final = ("between ", " to ", " until ", " till ", "out of ")
_WON: Final = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|ing)?|victory|success|thrash(?:ed|es|ing)?|triumph\w*"
    r"|defeated|edged|hammered|trounced|overcame|lead|leads|led|leading|ahead)\b",
    re.IGNORECASE,
)
_LOST: Final = re.compile(
    r"\b(?:los[et]s?|losing|loss|beaten|defeat|defeats|down|trail\w*|behind|suffer\w*|draw|drew"
    r"|(?:was|were|been|being|got|get) (?:\w+ )?(?:thrash|hammer|trounc|edg|led|defeat)\w*)\b",
    re.IGNORECASE,
)
# So far around a score tells who won it.
BEFORE: Final = 60
AFTER: Final = 30

Pair = tuple[str, str, str, str]
"""Two numbers as written, what joins them ("-", "for" or "to"), and the words around them."""


def turned_score(claim: Claim) -> str | None:
    """Return the pair of numbers that the evidence has the other way round; None when none."""
    stated = _pairs(claim.statement)
    if not stated:
        return None
    told = dict.fromkeys(
        pair[:3] for span in claim.evidence for pair in _pairs(span.of(claim.article.text))
    )
    if reason := _altered(stated, told):
        return reason
    for one, two, by, around in stated:
        if one == two or (two, one, by) not in told or (one, two, by) in told:
            continue
        if by != "-" or (_value(one) < _value(two) and _is_win(around)):
            return (
                f"the cited sentences have {two!r} before {one!r}, and not after it: "
                "keep their order"
            )
    return None


def _altered(stated: tuple[Pair, ...], told: Collection[tuple[str, str, str]]) -> str | None:
    """Return the pair that the evidence has with another number in it."""
    for one, two, by, _ in stated:
        if (one, two, by) in told or (two, one, by) in told:
            continue
        near = [p for p in told if p[2] == by and {one, two} & set(p[:2])]
        if near and (by == "-" or (by == "to" and one == two)):
            joined = f" {by} " if by == "to" else by
            both, theirs = f"{one}{joined}{two}", f"{near[0][0]}{joined}{near[0][1]}"
            return f"the cited sentences have {theirs!r}, not {both!r}: keep it as it is"
    return None


def _is_win(around: str) -> bool:
    return _WON.search(around) is not None and _LOST.search(around) is None


@lru_cache(maxsize=TEXTS)
def _pairs(text: str) -> tuple[Pair, ...]:
    return tuple(_found(fold(text).text))


def _found(text: str) -> Iterator[Pair]:
    low = text.lower()
    for match in _SCORE.finditer(text) if "-" in low or " for " in low else ():
        around = text[max(0, match.start() - BEFORE) : match.end() + AFTER]
        by = "for" if match["by"] == " for " else "-"
        yield _plain(match["one"]), _plain(match["two"]), by, around
    for match in _RANGE.finditer(text) if any(map(low.__contains__, _RANGES)) else ():
        one, two = (group for group in match.groups() if group is not None)
        yield _plain(one), _plain(two), "to", ""


def _plain(written: str) -> str:
    """Return a number without its currency and commas, in figures."""
    low = written.casefold().strip("£$€").replace(",", "")
    return str(max(0, _SMALL.index(low) - 1)) if low in _SMALL else low


def _value(written: str) -> float:
    return float(written)
