"""Find what each name of a text is tied to: what it does, suffers, owns or is.

Only ties between a name and the word next to it are read, past articles, auxiliaries and words
that describe the name; what stands farther off might belong to somebody else. "Kim thanked",
"thanked by Kim" and "Kim, who thanked" are one tie; so are "Kim's note" and "a note from Kim".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from summarize.values.fold import fold
from summarize.values.gazetteer import CALENDAR, DEMONYMS, NOT_NAMES, ROLES, TITLES
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names
from summarize.values.span import Span
from summarize.values.words import SMALL, Token, stem, tokens

Tie = Literal["does", "gets", "owns", "is", "to", "with", "for", "against", "over", "as"]

SKIPPED: Final = frozenset(
    """has had have having also later then never recently reportedly personally publicly once again
    already formally officially finally both all now will would may might could can should must is
    was were are be been being got not first""".split()
)
_MODAL: Final = frozenset("will would may might could can should must did does do".split())
_NOTHING: Final = frozenset("not never also later then now again first".split())
_BE: Final = frozenset("was were is are be been being got".split())
_DESCRIBES: Final = (
    ROLES
    | TITLES
    | frozenset(DEMONYMS)
    | frozenset("the a an north south his her its their former new fellow mr then rival".split())
)
_WHO: Final = frozenset("who which that".split())
_OWNERS: Final = frozenset("of from".split())
_PREPOSITIONS: Final = frozenset("to with for against over".split())
MARKS: Final = frozenset(',;:.!?()"')
# What one of several is named after is no tie: "firms including Kim's".
_LISTS: Final = frozenset(stem(word) for word in "including featuring involving".split())
# "Said Kim" and "Kim said" are one.
_SAYS: Final = frozenset(
    "said says say added adds wrote tweeted explained according recalled joked insisted".split()
)
_PARTICIPLE: Final = re.compile(
    r"[a-z]+ed$|[a-z]+en$|sent$|won$|told$|shot$|found$|held$|led$|met$"
)
_POSSESSIVE: Final = re.compile(r"'s?(?!\w)| 's(?!\w)")
# Words of meaning that a possessive may own: "Kim's second five-year term".
OWNED: Final = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A name tied to a word."""

    tie: Tie
    stem: str
    word: str
    """As written."""
    name: Name


class Mention(NamedTuple):
    """A name of a text, and where it stands among the words: `words[first:last]`."""

    name: Name
    first: int
    last: int
    is_owner: bool
    """Whether it is a possessive: "Kim's", "the Smiths'"."""


@lru_cache(maxsize=TEXTS)
def links(text: str) -> tuple[Link, ...]:
    """Return the ties of the names of a text, in order."""
    folded = fold(text).text
    words = tokens(folded)
    found = mentions(folded, [n for n in find_names(folded) if counts(n)])
    inside = places(found)
    return tuple(link for one in found for link in next_to(one, words, inside))


def mentions(folded: str, named: Sequence[Name]) -> list[Mention]:
    """Return where names stand in a text, which must be folded."""
    words = tokens(folded)
    found = []
    for name in named:
        first, last = place_of(words, name.span)
        owner = _POSSESSIVE.match(folded, name.span.end) is not None
        owner = owner or folded[name.span.start : name.span.end].endswith("'s")
        found.append(Mention(name, first, last, owner))
    return found


def place_of(words: Sequence[Token], span: Span) -> tuple[int, int]:
    """Return where a range of a text stands among its words: from, and up to."""
    first = bisect_left(words, span.start, key=_start)
    return first, bisect_left(words, span.end, first, key=_start)


_start = attrgetter("start")


def places(found: Sequence[Mention]) -> set[int]:
    """Return the places of all words that are part of a name."""
    return {i for one in found for i in range(one.first, one.last)}


def next_to(one: Mention, words: Sequence[Token], inside: set[int]) -> Iterator[Link]:
    """Yield the ties of a name to the words next to it; `inside` are the places of all names."""
    last = one.last
    ties = [*_before(words, one.first, inside)]
    if ties and ties[0][1].low in _SAYS and last < len(words) and words[last].text not in MARKS:
        ties = []  # "said Kim wishes": it is not Kim who said it
    if one.is_owner:
        ties += _owned(words, last, inside)
    else:
        ties += _after(words, last, inside)
    return (Link(tie, word.stem, word.text, one.name) for tie, word in ties)


def counts(name: Name) -> bool:
    """Say whether a name is somebody's or something's own, and not a day or a nation."""
    low = name.name.casefold()
    nation = low in DEMONYMS or low.split()[-1] in DEMONYMS
    return not nation and low not in CALENDAR and low not in NOT_NAMES


def _owned(words: Sequence[Token], at: int, inside: set[int]) -> Iterator[tuple[Tie, Token]]:
    """Yield what follows a possessive, up to the first small word."""
    if at < len(words) and words[at].low == "s":
        at += 1
    for i in range(at, min(at + OWNED, len(words))):
        word = words[i]
        if word.text in MARKS or i in inside or (word.low in SMALL and word.low != "first"):
            return
        if i > at and word.low.endswith("ed") and word.text.isalpha():
            return  # "Kim's note answered"
        if word.is_content and word.low not in _DESCRIBES:
            yield "owns", word


def _after(words: Sequence[Token], at: int, inside: set[int]) -> Iterator[tuple[Tie, Token]]:
    """Yield the verb that follows a name."""
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].low in _WHO:
        at += 1
    if at < len(words) and words[at].low in _WHO:
        at += 1
    passive = modal = False
    while at < len(words) and (words[at].low in SKIPPED or words[at].low.endswith("ly")):
        passive = words[at].low in _BE
        modal = words[at].low in _MODAL or (modal and words[at].low in _NOTHING)
        at += 1
    if at >= len(words) or at in inside or not words[at].low.replace("-", "").isalpha():
        return
    word = words[at]
    if word.low == "re" and at + 2 < len(words):  # re-elected
        word = words[at + 2] if words[at + 1].text == "-" else word
    if passive and _PARTICIPLE.match(word.low):
        yield "gets", word
    elif modal and word.is_content:
        yield "does", word  # after "will" any word is a verb
    elif is_verb(word) and not (passive and not word.low.endswith("ing")):
        yield "does", word


def _before(words: Sequence[Token], at: int, inside: set[int]) -> Iterator[tuple[Tie, Token]]:
    """Yield the verb or noun that precedes a name."""
    at -= 1
    while at >= 0 and at not in inside and words[at].low in _DESCRIBES:
        at -= 1
    if at < 0 or at in inside or words[at].stem in _LISTS:
        return
    word = words[at]
    prior = words[at - 1] if at and at - 1 not in inside else None
    if word.low in _SAYS:
        if at and words[at - 1].text in MARKS:
            yield "does", word
    elif word.low == "by" and prior is not None and prior.is_content:
        yield ("does" if _PARTICIPLE.match(prior.low) else "owns"), prior
    elif word.low in _OWNERS and prior is not None and prior.is_content:
        yield "owns", prior
    elif word.low in _PREPOSITIONS and prior is not None and prior.is_content:
        yield word.low, prior  # type: ignore[misc]
    elif (is_verb(word) and word.low not in SMALL | {"s"}) or word.low == "told":
        yield "gets", word


def is_verb(word: Token) -> bool:
    """Say whether a word may be a verb that tells what was done."""
    low = word.low
    if low in ("said", "told", "says"):
        return True
    return (
        word.is_content and low.isalpha() and (low.endswith(("ed", "s", "ing")) or word.stem != low)
    )
