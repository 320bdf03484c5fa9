"""Check that names, numbers and dates stand with the words they stand with in the evidence.

Each is compared by the words of meaning around it in its clause, on which side they stand, and the
preposition before it; a passive turns the sides. The check fails when the words of one belong to
another one of the same kind, clearly more than to its own: two are exchanged, or one has taken the
place of another. What is worded anew shares no words, and passes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final, Literal

from summarize.check.ages import other_age
from summarize.check.claim import Claim, failed, passed
from summarize.check.counted import counts_another
from summarize.check.described import described_as_another
from summarize.check.links import place_of
from summarize.check.paths import turned_path
from summarize.check.scores import turned_score
from summarize.check.tied import MUTUAL, tied_to_another
from summarize.check.turned import turned
from summarize.summary import CheckResult
from summarize.values.dates import DatePhrase, entails, find_dates
from summarize.values.fold import fold
from summarize.values.gazetteer import CAPITALS, DEMONYMS, ROLES, TITLES
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names, same_name
from summarize.values.numbers import NumberPhrase, find_numbers, same_number
from summarize.values.words import Token, tokens

NAME: Final = "bindings"

# So many words of meaning on each side belong to a value.
REACH: Final = 3
# A name so near before a number or date, and none so near behind it, is whose it is.
NAMED_BEFORE: Final = 8
NAMED_AFTER: Final = 3
# How many more marks in common with another than with its own tell that it is the other's place.
EXCHANGED: Final = 1
# The same for a person and an organisation, which seldom stand in the same place.
UNLIKE: Final = 2
REPLACED: Final = 3
# The same for a name that the evidence does not have at all.
ABSENT: Final = 2
# Numbers no farther apart than this share may be one number, rounded; that is for another check.
ROUNDED: Final = Decimal("0.01")

_ENDS: Final = frozenset(',;:.!?()"')
_NEW_CLAUSE: Final = frozenset(
    "and but although though while whereas because which who that when if after before".split()
)
# These come between a name and its verb: "sent the North Korean leader Kim".
_DESCRIBES: Final = ROLES | TITLES | frozenset({"north", "south"}) | frozenset(DEMONYMS)
_BE: Final = frozenset("was were is are be been being".split())
_BEFORE: Final = frozenset("of to from by for with against at in on over between about".split())
_PARTICIPLE: Final = re.compile(r"[a-z]+ed$|sent$|won$|beaten$|given$|told$|shot$|found$|held$")

Kind = Literal["name", "number", "date"]


@dataclass(frozen=True, slots=True)
class _Value:
    """A name, number or date of one sentence, and what stands around it."""

    kind: Kind
    phrase: Name | NumberPhrase | DatePhrase
    written: str
    marks: frozenset[tuple[str, str]]
    """A side and the stem of a word on it, or "near" and the stem."""


def bindings(claim: Claim) -> CheckResult:
    """Compare what stands around each value of the statement with its place in the evidence."""
    if claim.is_quote:
        return passed(NAME)
    stated = _merged(_values(claim.statement))
    reason = (
        _misplaced(stated, claim)
        or tied_to_another(claim)
        or described_as_another(claim)
        or turned(claim)
        or turned_path(claim)
        or other_age(claim)
        or turned_score(claim)
        or counts_another(claim)
    )
    return failed(NAME, reason) if reason else passed(NAME)


def _misplaced(stated: Sequence[_Value], claim: Claim) -> str | None:
    """Return which value has another one's place; what has no kind is not compared here."""
    if not stated:
        return None
    told = [v for span in claim.evidence for v in _values(span.of(claim.article.text))]
    places = [(value, _of(value, told)) for value in stated]
    return _exchanged(places) or _replaced(places, told)


def _exchanged(places: Sequence[tuple[_Value, Sequence[_Value]]]) -> str | None:
    """Return which two values of the statement have each other's place."""
    for (one, first), (two, second) in combinations([p for p in places if p[1]], 2):
        if one.kind != two.kind or _same(one, two):
            continue
        needed = EXCHANGED if _alike(one, two) else UNLIKE
        kept = _shared(one, first) + _shared(two, second)
        turned_one, turned_two = _shared(one, second), _shared(two, first)
        if turned_one and turned_two and turned_one + turned_two - kept >= needed:
            return (
                f"{one.written!r} and {two.written!r} are exchanged: in the cited sentences each "
                "stands with the words of the other"
            )
    return None


def _replaced(
    places: Sequence[tuple[_Value, Sequence[_Value]]], told: Sequence[_Value]
) -> str | None:
    """Return which value of the statement stands where the evidence has another one."""
    for one, theirs in places:
        if not theirs and one.kind != "name":
            continue  # the checks of numbers and dates have that
        own, needed = _shared(one, theirs), REPLACED if theirs else ABSENT
        for other in told:
            if _shared(one, [other]) - own < needed or not _alike(one, other):
                continue
            if not any(_same(other, stated) for stated, _ in places):
                return (
                    f"the cited sentences say this of {other.written!r}, not of {one.written!r}: "
                    f"write {other.written!r}"
                )
    return None


def _of(value: _Value, told: Sequence[_Value]) -> list[_Value]:
    return [t for t in told if t.kind == value.kind and _same(value, t)]


def _shared(value: _Value, places: Sequence[_Value]) -> int:
    """Return how many marks a value has in common with the one of these that is most like it."""
    return max((len(value.marks & place.marks) for place in places), default=0)


def _alike(one: _Value, two: _Value) -> bool:
    """Say whether one could stand in the other's place: two people, two organisations."""
    a, b = one.phrase, two.phrase
    if isinstance(a, Name) and isinstance(b, Name):
        return a.kind == b.kind
    if isinstance(a, NumberPhrase) and isinstance(b, NumberPhrase):
        return (a.kind == "ordinal") == (b.kind == "ordinal")
    return one.kind == two.kind


def _same(one: _Value, two: _Value) -> bool:
    a, b = one.phrase, two.phrase
    if isinstance(a, Name) and isinstance(b, Name):
        return same_name(a.name, b.name) or _country(a.name) == _country(b.name)
    if isinstance(a, NumberPhrase) and isinstance(b, NumberPhrase):
        return same_number(a, b) or _nearly(a, b)
    if isinstance(a, DatePhrase) and isinstance(b, DatePhrase):
        # "Sunday" and "2016" may be true of the same day.
        parts = {(v.value.month is None, v.value.day is None) for v in (a, b)}
        return len(parts) > 1 or entails(a.value, b.value) or entails(b.value, a.value)
    return False


def _nearly(one: NumberPhrase, two: NumberPhrase) -> bool:
    """Say whether one number may be the other, rounded."""
    return abs(one.value - two.value) <= ROUNDED * max(one.value, two.value)


@lru_cache(maxsize=TEXTS)
def _country(name: str) -> str:
    low = name.casefold()
    return (CAPITALS.get(low) or DEMONYMS.get(low) or low).casefold()


def _merged(values: Sequence[_Value]) -> list[_Value]:
    """Join the mentions of one value in a statement."""
    found: list[_Value] = []
    for value in values:
        for i, other in enumerate(found):
            if other.kind == value.kind and _same(other, value):
                marks = other.marks | value.marks
                found[i] = _Value(other.kind, other.phrase, other.written, marks)
                break
        else:
            found.append(value)
    return found


@lru_cache(maxsize=TEXTS)
def _values(text: str) -> tuple[_Value, ...]:
    """Return the names, numbers and dates of a text, each with its marks."""
    folded = fold(text).text
    words = tokens(folded)
    names = [n for n in find_names(folded) if n.name.casefold() not in DEMONYMS]
    found: list[tuple[Kind, Name | NumberPhrase | DatePhrase, str]] = []
    found += [("name", n, n.name) for n in names if n.kind != "other"]
    found += [("number", n, n.as_written) for n in find_numbers(folded) if n.kind != "vague"]
    found += [("date", d, d.as_written) for d in find_dates(folded)]
    spans = [*(n.span for n in names), *(phrase.span for _, phrase, _ in found)]
    taken = frozenset(w.start for span in spans for w in words[slice(*place_of(words, span))])
    return tuple(
        _Value(kind, phrase, written, _marks(words, phrase, taken))
        for kind, phrase, written in found
    )


def _marks(
    words: Sequence[Token], phrase: Name | NumberPhrase | DatePhrase, taken: Set[int]
) -> frozenset[tuple[str, str]]:
    """Return what stands around a value in its clause; `taken` are the starts of values' words."""
    first, last = place_of(words, phrase.span)
    left = list(_side(reversed(words[:first]), taken))
    right = list(_side(words[last:], taken))
    if isinstance(phrase, Name):  # "met Cole" says the same of whoever met her
        left, right = ([s for s in side if s not in MUTUAL] for side in (left, right))
    inside = [w.stem for w in words[first:last] if w.is_content and w.low.isalpha()]
    passive = _is_passive(words, first, last)
    sides = ("after", "before") if passive else ("before", "after")
    marks = {(sides[0], s) for s in left} | {(sides[1], s) for s in right}
    marks |= {("near", s) for s in [*left, *right]}
    if isinstance(phrase, NumberPhrase):
        marks |= {("near", s) for s in inside}
    if first and words[first - 1].low in _BEFORE:
        marks.add(("by", words[first - 1].low))
    if not isinstance(phrase, Name):
        marks |= set(_named_before(words, first, last, taken))
    return frozenset(marks)


def _named_before(
    words: Sequence[Token], first: int, last: int, taken: Set[int]
) -> Iterator[tuple[str, str]]:
    """Yield whose a number or date is: "Reed (left) has 60", but not "in 2008 Leeds"."""

    def named(at: int) -> bool:
        return words[at].text[0].isupper() and words[at].start in taken

    if any(named(at) for at in range(last, min(last + NAMED_AFTER, len(words)))):
        return
    for at in range(first - 1, max(-1, first - 1 - NAMED_BEFORE), -1):
        if words[at].text in ",;:.!?":
            return
        if named(at):
            yield "of", words[at].stem
            return


def _side(words: Iterable[Token], taken: Set[int]) -> Iterator[str]:
    """Yield the stems of the nearest words of meaning, up to the end of the clause."""
    found = 0
    for word in words:
        if word.text in _ENDS or word.low in _NEW_CLAUSE or found == REACH:
            return
        if word.is_content and word.start not in taken and not word.low[0].isdigit():
            found += word.low not in _DESCRIBES
            yield word.stem


def _is_passive(words: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the clause around a value has its verb in the passive."""
    start, end = first, last
    while start and words[start - 1].text not in _ENDS and words[start - 1].low not in _NEW_CLAUSE:
        start -= 1
    while end < len(words) and words[end].text not in _ENDS and words[end].low not in _NEW_CLAUSE:
        end += 1
    clause = words[start:end]
    return any(
        w.low in _BE and any(_PARTICIPLE.match(p.low) for p in clause[i + 1 : i + 3])
        for i, w in enumerate(clause)
    )
