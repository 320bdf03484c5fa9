"""Who does what: the name that stands as the subject of a verb.

Only the plainest form is read: a name, what is said beside it between commas, and the verb with its
auxiliaries ("Xi, the president, has thanked"). A possessive is no subject, nor is a name that only
stands somewhere before. Where a verb stands twice, nobody is its doer.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final

from summarize.article import Article, story
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names, same_name
from summarize.values.people import people_and_organisations
from summarize.values.span import Span
from summarize.values.words import stem, tokens

# Verbs that are not told by their ending.
IRREGULAR: Final = frozenset(
    stem(v)
    for v in """beat win lose give take send shoot kill sell buy lead sue strike hit leave find
    bring steal throw tell ask pay fight write build choose break""".split()
)
# With these the names may change places.
MUTUAL: Final = frozenset(
    stem(v)
    for v in """met meet married fought resembled joined agreed merged clashed talked played shared
    negotiated competed separated divorced cooperated traded""".split()
)
_BE: Final = frozenset("was were is are been being be got".split())
_AUXILIARY: Final = (
    r"(?:(?:has|had|have|was|were|is|are|been|being|be|got|also|then|later|again|never|not|once"
    r"|will|would|may|might|could|who|which|to|\w+ly) )*"
)
_BEFORE_VERB: Final = re.compile(rf"(?:, [^,]{{1,60}},)? {_AUXILIARY}")
# "A man from Xi'an was", "the message to Kim said": the name is no subject.
_GOVERNED: Final = re.compile(
    r"\b(?:to|of|for|with|at|from|in|on|about|against|over|by|near|after)(?: the)? $"
)
_AND: Final = re.compile(r",? and (?:the )?|, ")
# So far before its verb a subject is looked for, in characters.
_REACH: Final = 90


@dataclass(frozen=True, slots=True)
class Act:
    """A verb and its subject."""

    verb: str
    """Its stem."""
    passive: bool
    """The subject is who it is done to."""
    names: tuple[str, ...]
    """The subject, or all that "and" joins to one."""


@lru_cache(maxsize=TEXTS)
def acts(text: str) -> dict[tuple[str, bool], Act]:
    """Return, for each verb that stands once, who does it, or to whom it is done."""
    folded = fold(text).text
    named = find_names(folded)
    words = [t for t in tokens(text) if t.is_word]
    found: dict[tuple[str, bool], Act] = {}
    seen: set[str] = set()
    for index, word in enumerate(words):
        if not (word.low.endswith("ed") or word.stem in IRREGULAR) or word.text[0].isupper():
            continue
        passive = any(w.low in _BE for w in words[max(0, index - 3) : index])
        passive = passive or [w.low for w in words[index + 1 : index + 2]] == ["by"]
        names = _subject(folded, word.start, named)
        key = (word.stem, passive)
        if word.stem in seen:
            found.pop((word.stem, True), None)
            found.pop((word.stem, False), None)
        elif names and word.stem not in MUTUAL:
            found[key] = Act(word.stem, passive, names)
        seen.add(word.stem)
    return found


def _subject(text: str, verb: int, named: tuple[Name, ...]) -> tuple[str, ...]:
    """Return the name that is the subject of the verb here, with those that "and" joins to it."""
    before = [n for n in named if verb - _REACH <= n.span.start and n.span.end < verb]
    for index in range(len(before) - 1, -1, -1):
        start, end = before[index].span.start, before[index].span.end
        if _BEFORE_VERB.fullmatch(text[end:verb]) is None:
            continue
        if _GOVERNED.search(text[:start]):
            return ()
        names = before[: index + 1][::-1]
        joined = takewhile(
            lambda pair: _AND.fullmatch(text[pair[1].span.end : pair[0].span.start]),
            pairwise(names),
        )
        return (names[0].name, *(second.name for _, second in joined))
    return ()


def exchanged_doers(states: str, text: str) -> str | None:
    """Return the verb whose doer is the other name of the fact, with its own doer there, too."""
    told, said = acts(states), acts(text)
    for key in told.keys() & said.keys():
        mine, theirs = told[key].names, said[key].names
        if _shared(mine, theirs):
            continue
        here = [n.name for n in find_names(text)]
        there = [n.name for n in find_names(states)]
        if _shared(theirs, there) and _shared(mine, here):
            return f'it is "{theirs[0]}" there, and not "{mine[0]}"'
    return None


def another_doer(states: str, text: str, word: str, article: Article) -> str | None:
    """Return why a verb is another one's deed, both known to the article.

    `word` is the one that the fact's value stands with: another verb may have another doer.
    """
    told, said = acts(states), acts(text)
    known = people_and_organisations(story(article))
    for key in told.keys() & said.keys():
        if key[0] != stem(word.casefold()):
            continue
        mine, theirs = told[key].names, said[key].names
        right = [p.name for p in known if _shared(mine, (p.name,))]
        given = [p.name for p in known if _shared(theirs, (p.name,))]
        if right and given and not _shared(right, given) and not _shared(mine, theirs):
            return f'it is "{theirs[0]}" there, and not "{mine[0]}"'
    return None


# "Xi thanked Kim for", "Xi sent a letter to Kim on": what follows is what Kim did.
_FOR_HIS: Final = re.compile(
    r"(?P<be>\b(?:was|were|is|are|been|being|be) (?:\w+ly )?)?\b(?:congratulat|thank|prais|applaud"
    r"|commend|accus|blam|critici[sz]|condemn|forgiv|fault)\w*\b(?! by\b)[^,;.]*"
    r"\b(?:on|for|of|over|with)\b"
    r"|\b(?:messages?|letters?|notes?|telegrams?|greetings|congratulations|condolences)\b[^,;.]*"
    r"\bto\b[^,;.]* on\b",
    re.IGNORECASE,
)


def of_another(states: str, text: str, pair: tuple[Span, Span]) -> str | None:
    """Return why the word after a name tells what somebody else did, as in "Xi thanked Kim for"."""
    name, word = pair
    match = _FOR_HIS.search(text, name.end, word.start) if name.end <= word.start else None
    if match is None or match["be"] or _FOR_HIS.search(states):
        return None
    return "it is told of another there"


def _shared(some: tuple[str, ...] | list[str], others: tuple[str, ...] | list[str]) -> bool:
    return any(same_name(one, other) for one in some for other in others)
