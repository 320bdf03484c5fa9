"""See when doer and done-to are exchanged: "X defeated Y" and "Y defeated X".

Read round one verb that both sentences have: what stands before it in the one stands after it in
the other, and the other way round. A passive turns the sides ("Y was defeated by X"). Numbers are
read in numbers_exchanged.py.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evals.match.doers import IRREGULAR, MUTUAL, exchanged_doers
from evals.match.numbers_exchanged import numbers_exchanged, times_exchanged
from summarize.check.roles import deeds
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.names import find_names, same_name
from summarize.values.words import Token, stem, tokens

_BE: Final = frozenset("was were is are been being be got get".split())
# So many words of meaning next to a verb are its subject, or its object.
_SIDE: Final = 5
# What follows these is a place, a time or a cause, and no object.
_CIRCUMSTANCE: Final = frozenset(
    """at into near on during after when because as while before since where amid following with
    for""".split()
)
_PLACE: Final = re.compile(rf"\b(?:{'|'.join(sorted(_CIRCUMSTANCE))}|in|on|outside|inside)\b")
_BY: Final = re.compile(r"\bby\b")
_AIMED: Final = frozenset(stem(v) for v in "fired aimed shot thrown pointed launched".split())
# A subject stands so near its verb, in characters, and an object with its description so near.
_NEAR: Final = 25
_FAR: Final = 90
_ENDS: Final = frozenset([",", ";", ":", ".", "(", ")"])


@dataclass(frozen=True, slots=True)
class _Sides:
    """What stands on each side of a verb."""

    before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=TEXTS)
def exchanged(states: str, text: str) -> str | None:
    """Return how doer and done-to, or two numbers, are exchanged; None when none is seen."""
    for one in deeds(text):
        for two in deeds(states):
            if one.verb == two.verb and one.verb not in MUTUAL and _turned(one, two):
                return f'the roles are exchanged: "{one.doer} {one.word} {one.other}"'
    told, said = _verbs(states), _verbs(text)
    for verb in told.keys() & said.keys():
        if verb in MUTUAL:
            continue
        names = _names(states) | _names(text)
        if _are_turned(told[verb], said[verb]) or _are_moved(told[verb], said[verb], names):
            return f'what stands before "{verb}" and after it is exchanged'
    named, said_of = _named(states), _named(text)
    for verb in named.keys() & said_of.keys():
        (doer, other), (first, second) = named[verb], said_of[verb]
        if same_name(first, other) and same_name(second, doer) and not same_name(doer, other):
            return f'"{first}" and "{second}" are exchanged'
    return (
        exchanged_doers(states, text)
        or numbers_exchanged(states, text)
        or times_exchanged(states, text)
    )


def _turned(one: object, two: object) -> bool:
    doer, other = getattr(one, "doer", ""), getattr(one, "other", "")
    return same_name(doer, getattr(two, "other", "")) and same_name(other, getattr(two, "doer", ""))


def _are_turned(told: _Sides, said: _Sides) -> bool:
    subject, object_ = told.before - told.after, told.after - told.before
    first = len(said.before & object_) > len(said.before & subject)
    second = len(said.after & subject) > len(said.after & object_)
    return first and second


def _are_moved(told: _Sides, said: _Sides, names: frozenset[str]) -> bool:
    """Say whether the names on both sides are exchanged, whatever else stands with them."""
    first, second = told.before & names, told.after & names
    one, two = said.before & names, said.after & names
    moved = bool(one & second and two & first)
    return moved and one.isdisjoint(first) and two.isdisjoint(second)


@lru_cache(maxsize=TEXTS)
def _names(text: str) -> frozenset[str]:
    """Return the stems of the words of names."""
    return frozenset(t.stem for n in find_names(fold(text).text) for t in tokens(n.name))


@lru_cache(maxsize=TEXTS)
def _verbs(text: str) -> dict[str, _Sides]:
    """Return the sides of each verb that stands once in `text`."""
    words = tokens(text)
    found: dict[str, _Sides] = {}
    unsure: set[str] = set()
    for index, word in enumerate(words):
        if not index or not _is_verb(words, index):
            continue
        if word.stem in found:
            unsure.add(word.stem)
        passive = _is_passive(words, index)
        by = next((i for i in range(index + 1, index + 6) if _low(words, i) == "by"), None)
        if passive and by is None:
            unsure.add(word.stem)
        # "Given to the paper by its finder": what stands before "by" is no doer.
        rest = words[(by if passive and by else index) + 1 :]
        before, after = _before(words[:index]), _after(rest, word.stem)
        found[word.stem] = _Sides(after, before) if passive else _Sides(before, after)
    return {verb: sides for verb, sides in found.items() if verb not in unsure}


def _low(words: Sequence[Token], index: int) -> str:
    return words[index].low if index < len(words) else ""


def _is_verb(words: Sequence[Token], index: int) -> bool:
    word = words[index]
    going = word.low.endswith("ing") and words[index - 1].low in _BE
    return going or word.low.endswith("ed") or word.stem in IRREGULAR


def _is_passive(words: Sequence[Token], index: int) -> bool:
    if words[index].low.endswith("ing"):
        return False
    after = words[index + 1 : index + 3]
    by = len(after) == 2 and after[0].low == "by" and not after[1].low[0].isdigit()
    return by or any(w.low in _BE for w in words[max(0, index - 3) : index])


@lru_cache(maxsize=TEXTS)
def _named(text: str) -> dict[str, tuple[str, str]]:
    """Return, for each verb that stands once, the nearest names before and after it."""
    folded = fold(text).text
    names = find_names(folded)
    words = tokens(text)
    found: dict[str, tuple[str, str]] = {}
    twice: set[str] = set()
    for index, word in enumerate(words):
        if not index or not _is_verb(words, index) or word.stem in MUTUAL:
            continue
        end = word.start + len(word.text)
        passive = _is_passive(words, index)
        by = _BY.search(folded, end, end + _FAR) if passive else None
        start = by.end() if by is not None else end
        before = [n for n in names if n.span.end <= word.start and word.start - n.span.end < _NEAR]
        after = [n for n in names if n.span.start >= start and n.span.start - end < _FAR]
        gap = folded[start : after[0].span.start] if after else ""
        circumstance = word.stem not in _AIMED and _PLACE.search(gap)
        if word.stem in found or not before or not after or circumstance or (passive and not by):
            twice.add(word.stem)
            continue
        pair = (before[-1].name, after[0].name)
        found[word.stem] = (pair[1], pair[0]) if passive else pair
    return {verb: pair for verb, pair in found.items() if verb not in twice}


def _before(words: Sequence[Token]) -> frozenset[str]:
    """Return the words of the clause that ends here, the nearest."""
    found: list[str] = []
    for word in reversed(words):
        if word.text in _ENDS or len(found) == _SIDE:
            break
        if word.is_content and not word.low[0].isdigit():
            found.append(word.stem)
    return frozenset(found)


def _after(words: Sequence[Token], verb: str) -> frozenset[str]:
    """Return the words of what the verb is done to."""
    found: list[str] = []
    for word in words:
        if word.text in _ENDS or len(found) == _SIDE + 1:
            break
        if word.low in _CIRCUMSTANCE and verb not in _AIMED:
            break
        if word.is_content and not word.low[0].isdigit():
            found.append(word.stem)
    return frozenset(found)
