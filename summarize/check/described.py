"""Find a name of a statement that is described as the evidence describes another.

"Tom Reed, the mayor of Leeds", "the mayor of Leeds, Tom Reed" and "Leeds mayor Tom Reed" describe
alike. It fails only when the evidence puts most of those words next to somebody else's name, and
the article nowhere puts them next to this one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.article import story
from summarize.check.claim import Claim
from summarize.check.links import counts, place_of
from summarize.check.one import is_one
from summarize.values.fold import fold
from summarize.values.gazetteer import ROLES
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names
from summarize.values.words import SMALL, Token, stem, tokens

# One word ("minister") may describe two people.
FEWEST: Final = 2
# So much of a description must come back for it to be the same one.
MOSTLY: Final = 0.6
# And at most so much of it with the name that the statement gives it to.
OWN: Final = 0.34
# A description is no longer.
LONGEST: Final = 14
_ENDS: Final = frozenset(',;:.!?()"')
# Within a description these may stand.
_JOINS: Final = frozenset("of the for at in a an and".split())
# Who somebody is, beside the roles of the gazetteer.
_ROLE_STEMS: Final = frozenset(
    stem(word) for word in "founder co-founder leader major student voice chair editor".split()
)


@dataclass(frozen=True, slots=True)
class Described:
    """A name of a text, and what it is called beside it."""

    name: Name
    stems: frozenset[str]
    words: str
    """As written."""


def described_as_another(claim: Claim) -> str | None:
    """Return which name of the statement has another's description; None when none has."""
    stated = descriptions(claim.statement)
    if not stated:
        return None
    told = [d for span in claim.evidence for d in descriptions(span.of(claim.article.text))]
    for one in stated:
        alike = [d for d in told if _share(one, d) >= MOSTLY]
        if not alike or any(is_one(one.name, d.name, claim) for d in alike):
            continue
        own = (d for d in descriptions(story(claim.article)) if is_one(d.name, one.name, claim))
        if any(len(one.stems & d.stems) > OWN * len(one.stems) for d in own):
            continue
        other = alike[0]
        return (
            f"{other.words!r} is {other.name.name!r} in the cited sentences, "
            f"not {one.name.name!r}: write {other.name.name!r}"
        )
    return None


def _share(one: Described, other: Described) -> float:
    shared = len(one.stems & other.stems)
    return shared / len(one.stems) if shared >= FEWEST else 0.0


@lru_cache(maxsize=TEXTS)
def descriptions(text: str) -> tuple[Described, ...]:
    """Return the descriptions of the names of a text, in order."""
    folded = fold(text).text
    words = tokens(folded)
    found = []
    for name in find_names(folded):
        if name.kind == "place" or not counts(name):
            continue
        first, last = place_of(words, name.span)
        for said in (_apposition(words, last), _in_front(words, first, last)):
            stems = frozenset(w.stem for w in said if w.is_content)
            if len(stems) >= FEWEST and any(_is_role(w) for w in said):
                found.append(Described(name, stems, " ".join(w.text for w in said)))
    return tuple(found)


def _is_role(word: Token) -> bool:
    return word.low in ROLES or word.low.rstrip("s") in ROLES or word.stem in _ROLE_STEMS


def _apposition(words: tuple[Token, ...], at: int) -> list[Token]:
    """Return what stands between commas after a name."""
    if at >= len(words) or words[at].text != ",":
        return []
    return list(_until_mark(words[at + 1 : at + 1 + LONGEST]))


def _in_front(words: tuple[Token, ...], first: int, last: int) -> list[Token]:
    """Return what describes a name before it, up to a small word, or between commas."""
    before = list(reversed(words[max(0, first - LONGEST) : first]))
    if before and before[0].text == "," and last < len(words) and words[last].text in ",.":
        before = before[1:]
    elif before and before[0].text == ",":
        before = before[1:]
        if not any(_is_role(w) for w in _until_mark(tuple(before))):
            return []
    elif before and not (_is_role(before[0]) or before[0].text[0].isupper()):
        return []  # "told the Herald": no description ends so
    found = []
    for word in _until_mark(tuple(before)):
        if word.low in SMALL and word.low not in _JOINS:
            break
        found.append(word)
    return found[::-1]


def _until_mark(words: tuple[Token, ...]) -> Iterator[Token]:
    for word in words:
        if word.text in _ENDS:
            return
        yield word
