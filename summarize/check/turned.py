"""Find two names of a statement that stand in each other's place.

What one name of the statement goes with, the evidence gives to the other, and nowhere to the first.
Nothing is judged by one name alone (the check of ties does that, more strictly), nor where a
pronoun of the evidence may mean either, nor where a word says the same with the names exchanged.
"""

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from summarize.article import story
from summarize.check.claim import Claim
from summarize.check.links import Link, counts
from summarize.check.one import is_one
from summarize.check.tied import MUTUAL
from summarize.check.ties import ties
from summarize.values.fold import fold
from summarize.values.gazetteer import ROLES, TITLES
from summarize.values.names import find_names
from summarize.values.words import stem, stems, tokens

# Words of meaning, names and the word itself aside, that a sentence of the evidence must have in
# common with the statement to tell of the same thing; and to tell of it beyond doubt.
COMMON: Final = 1
CERTAINLY: Final = 4
# One may cite a second source that the evidence cites in another way.
_SOURCES: Final = frozenset(stem(word) for word in "according quoted cited reported".split())
# What two people or countries are to each other alike.
_ALIKE: Final = MUTUAL | frozenset(
    stem(word)
    for word in """ally partner neighbour neighbor friend rival opponent enemy colleague teammate
    cousin twin sibling spouse relation tie link talk meeting border match game agreement deal trade
    war conflict dispute clash draw marriage friendship rivalry""".split()
)
_PRONOUNS: Final = frozenset("he she it they who his her its their him them which that".split())
# Between names in a list there is nothing else.
_LISTING: Final = re.compile(r"\b(?:and|or|nor)\b|&|,")
_JOINING: Final = TITLES | ROLES | frozenset("and or nor of the for in from both mr".split())
_WORD: Final = re.compile(r"\w+")
# So near a word a pronoun may be what it goes with.
NEAR: Final = 4


def turned(claim: Claim) -> str | None:
    """Return which two names of the statement have each other's place; None when none have."""
    named = [n for n in find_names(claim.statement) if counts(n)]
    if len({n.name for n in named}) < 2:
        return None
    stated = ties(claim.statement, claim.article)
    lines = [span.of(claim.article.text) for span in claim.evidence]
    told = [(line, link) for line in lines for link in ties(line, claim.article)]
    both = {(one.stem, one.tie) for one in stated} & {(t.stem, t.tie) for _, t in told}
    for one in stated:
        if (one.stem, one.tie) in both and one.stem not in _ALIKE | _SOURCES:
            other = _in_its_place(one, stated, told, claim)
            if other is not None:
                return (
                    f"{one.word!r} belongs to {other.name.name!r} in the cited sentences, not to "
                    f"{one.name.name!r}: the two are exchanged"
                )
    return None


def _in_its_place(
    one: Link, stated: Sequence[Link], told: Sequence[tuple[str, Link]], claim: Claim
) -> Link | None:
    """Return the tie of another name of the statement, which the evidence has in place of `one`."""
    alike = [t for t in told if t[1].stem == one.stem]
    if any(is_one(one.name, t.name, claim) and not _is_turned(one, t) for _, t in alike):
        return None
    named = [n for n in find_names(claim.statement) if counts(n)]
    if one.name.kind == "other" and all(
        n.name != one.name.name for n in find_names(story(claim.article))
    ):
        return None  # perhaps no name: "Heavy snow"
    lines = [span.of(claim.article.text) for span in claim.evidence]
    for line, other in alike:
        if other.tie != one.tie or not any(is_one(n, other.name, claim) for n in named):
            continue
        if any(_is_tie(s, other, claim) for s in stated):
            continue
        if any(_are_listed(text, one, other, claim) for text in (claim.statement, line)):
            continue
        if _is_clear(one, line, alike, lines, claim.statement):
            return other
    return None


def _is_turned(one: Link, other: Link) -> bool:
    """Say whether two ties are each other's opposite: doing and suffering, from and to."""
    return {one.tie, other.tie} in ({"does", "gets"}, {"owns", "to"})


def _is_tie(one: Link, other: Link, claim: Claim) -> bool:
    return (one.stem, one.tie) == (other.stem, other.tie) and is_one(one.name, other.name, claim)


def _are_listed(text: str, one: Link, other: Link, claim: Claim) -> bool:
    """Say whether a text has two names side by side, so that what it says of one it says of both:
    "Ann Cole of Leeds and Tom Reed".
    """
    folded = fold(text).text
    named = find_names(folded)
    first = [n for n in named if is_one(n, one.name, claim)]
    second = [n for n in named if is_one(n, other.name, claim)]
    for a, b in product(first, second):
        start, end = sorted((a.span, b.span), key=lambda s: s.start)
        between = folded[start.end : end.start]
        for name in named:
            if start.end <= name.span.start and name.span.end <= end.start:
                between = between.replace(name.name, " ")
        if _LISTING.search(between) and not set(_WORD.findall(between.casefold())) - _JOINING:
            return True
    return False


def _is_clear(
    one: Link,
    line: str,
    alike: Sequence[tuple[str, Link]],
    lines: Sequence[str],
    statement: str,
) -> bool:
    """Say whether the sentence tells of the same thing, and no other use of the word may."""
    own = {stem(t.low) for _, link in alike for t in tokens(link.name.name)}
    own |= {stem(t.low) for t in tokens(one.name.name)} | {one.stem}
    common = len((stems(tokens(statement)) & stems(tokens(line))) - own)
    if common < COMMON:
        return False
    tied = {(text, link.word, link.name.span.start) for text, link in alike}
    open_ = sum(w.stem == one.stem for text in lines for w in tokens(text)) > len(tied)
    return not open_ or (common >= CERTAINLY and not _may_be_pronouns(one.stem, lines))


def _may_be_pronouns(of: str, lines: Sequence[str]) -> bool:
    """Say whether a pronoun stands shortly before the word anywhere in the evidence."""
    for line in lines:
        words = tokens(line)
        for at, word in enumerate(words):
            before = words[max(0, at - NEAR) : at]
            if word.stem == of and any(w.low in _PRONOUNS for w in before):
                return True
    return False
