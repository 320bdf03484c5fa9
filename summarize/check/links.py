"""Find what each name of a text is tied to: what it does, suffers, owns or is.

Only ties between a name and the word next to it are read, past articles, auxiliaries and words
that describe the name; what stands farther off might belong to somebody else. "Kim thanked",
"thanked by Kim" and "Kim, who thanked" are one tie; so are "Kim's note" and "a note from Kim".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from summarize.values.fold import fold
from summarize.values.gazetteer import CALENDAR, DEMONYMS, NOT_NAMES, ROLES, TITLES
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names
from summarize.values.words import SMALL, Token, tokens

Tie = Literal["does", "gets", "owns", "to", "with", "for", "against", "over"]

_SKIPPED: Final = frozenset(
    """has had have having also later then never recently reportedly personally publicly once again
    already formally officially finally both all now will would may might could can should must is
    was were are be been being got not first""".split()
)
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
_MARKS: Final = frozenset(',;:.!?()"')
# "Said Kim" and "Kim said" are one.
_SAYS: Final = frozenset(
    "said says say added adds wrote tweeted explained according recalled joked insisted".split()
)
_PARTICIPLE: Final = re.compile(
    r"[a-z]+ed$|[a-z]+en$|sent$|won$|told$|shot$|found$|held$|led$|met$"
)
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


@lru_cache(maxsize=TEXTS)
def links(text: str) -> tuple[Link, ...]:
    """Return the ties of the names of a text, in order."""
    folded = fold(text).text
    words = tokens(folded)
    named = [n for n in find_names(folded) if counts(n)]
    inside = {i for n in named for i, w in enumerate(words) if n.span.start <= w.start < n.span.end}
    found: list[Link] = []
    for name in named:
        first = next((i for i, w in enumerate(words) if w.start >= name.span.start), len(words))
        last = next((i for i, w in enumerate(words) if w.start >= name.span.end), len(words))
        ties = [*_before(words, first, inside)]
        if (
            ties
            and ties[0][1].low in _SAYS
            and last < len(words)
            and words[last].text not in _MARKS
        ):
            ties = []  # "said Kim wishes": it is not Kim who said it
        if re.match(r"'s?(?!\w)", folded[name.span.end :]) or (
            folded[name.span.start : name.span.end].endswith("'s")
        ):
            ties += _owned(words, last, inside)
        else:
            ties += _after(words, last, inside)
        found += [Link(tie, word.stem, word.text, name) for tie, word in ties]
    return tuple(found)


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
        if word.text in _MARKS or i in inside or (word.low in SMALL and word.low != "first"):
            return
        if word.is_content and word.low not in _DESCRIBES:
            yield "owns", word


def _after(words: Sequence[Token], at: int, inside: set[int]) -> Iterator[tuple[Tie, Token]]:
    """Yield the verb that follows a name."""
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].low in _WHO:
        at += 1
    if at < len(words) and words[at].low in _WHO:
        at += 1
    passive = False
    while at < len(words) and (words[at].low in _SKIPPED or words[at].low.endswith("ly")):
        passive = words[at].low in _BE
        at += 1
    if at >= len(words) or at in inside or not words[at].low.replace("-", "").isalpha():
        return
    word = words[at]
    if word.low == "re" and at + 2 < len(words):  # re-elected
        word = words[at + 2] if words[at + 1].text == "-" else word
    if passive and _PARTICIPLE.match(word.low):
        yield "gets", word
    elif _is_verb(word) and not (passive and not word.low.endswith("ing")):
        yield "does", word


def _before(words: Sequence[Token], at: int, inside: set[int]) -> Iterator[tuple[Tie, Token]]:
    """Yield the verb or noun that precedes a name."""
    at -= 1
    while at >= 0 and at not in inside and words[at].low in _DESCRIBES:
        at -= 1
    if at < 0 or at in inside:
        return
    word = words[at]
    prior = words[at - 1] if at and at - 1 not in inside else None
    if word.low in _SAYS:
        if at and words[at - 1].text in _MARKS:
            yield "does", word
    elif word.low == "by" and prior is not None and prior.is_content:
        yield ("does" if _PARTICIPLE.match(prior.low) else "owns"), prior
    elif word.low in _OWNERS and prior is not None and prior.is_content:
        yield "owns", prior
    elif word.low in _PREPOSITIONS and prior is not None and prior.is_content:
        yield word.low, prior  # type: ignore[misc]
    elif (_is_verb(word) and word.low not in SMALL | {"s"}) or word.low == "told":
        yield "gets", word


def _is_verb(word: Token) -> bool:
    low = word.low
    if low in ("said", "told", "says"):
        return True
    return (
        word.is_content and low.isalpha() and (low.endswith(("ed", "s", "ing")) or word.stem != low)
    )
