"""Find a gold name in a sentence: in full, in a form that can only be it, or as its acronym.

"Mr Xi" is Xi Jinping where nobody else of the article can be meant by it, and "Jose" is José. "He"
is not looked up here; see values. Another person's name is a rival, unless the two are joined by
"and".
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evals.match.found import NOTHING, Found
from summarize.article import Article, story
from summarize.values.fold import find_verbatim
from summarize.values.memory import TEXTS, WORDS
from summarize.values.names import Name, find_names
from summarize.values.people import acronyms, people_and_organisations
from summarize.values.same_name import name_parts
from summarize.values.same_name import same_name as same_letters
from summarize.values.span import Span

_JOINED: Final = re.compile(
    r"(?:['’]s)?,? ?(?:,|and|&|as well as|or)? ?(?:the |then |US |U\.S\. )?"
    r"(?:[A-Z]?[a-z]+\.? ){0,2}$"
)
# After these a name is not who does it; "by" is another matter.
_GOVERNED: Final = re.compile(r"\b(?:to|of|for|with|at|from|in|about|against|over)(?: the)? $")
# "Twitter gave Mohamed" an option: the second name is the object, and the first does the rest.
_VERB: Final = re.compile(r" (?:(?:has|had|have|also|later) )*(?!and\b|or\b|by\b)[a-z]+ (?:the )?")
# "Kim congratulated Xi on his election": what follows such a verb and its object is the object's.
_FOR_WHAT: Final = re.compile(
    r" (?:(?:has|had|have|also|later) )*(?:congratulat|thank|prais|applaud|commend|credit|honour"
    r"|honor|blam|accus|suspect|criticis|criticiz|condemn|denounc|charg|convict|punish|forgiv"
    r"|pardon|rebuk)[a-z]* (?:the )?"
)
_ON: Final = re.compile(r" (?:on|upon|for|over|of|with) ")
_WHO: Final = re.compile(r",? (?:who|which|that|as)\b")
_NOUN: Final = re.compile(r" [a-z]+")
_SAYS: Final = re.compile(
    r"\b(?:said|says|told|tells|tweeted|wrote|writes|added|announced|claimed|claims|asked|stated"
    r"|believes?|argued|explained|according to|reported|reports)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\b(?:and|or|as well as)\b|&|,")


# Letters with a stroke, which Unicode does not take apart.
_STROKES: Final = str.maketrans("øØłŁđĐıħĦ", "oOlLdDihH")


@lru_cache(maxsize=TEXTS)
def unaccented(text: str) -> str:
    """Return `text` without its accents, a character for a character."""
    if text.isascii():
        return text
    return "".join(map(_letter, text)).translate(_STROKES)


@lru_cache(maxsize=WORDS)
def _letter(character: str) -> str:
    apart = unicodedata.normalize("NFD", character)
    return apart[0] if all(map(unicodedata.combining, apart[1:])) else character


def same_name(a: str, b: str) -> bool:
    """Say whether two names can be the same one's, their accents apart."""
    return same_letters(unaccented(a), unaccented(b))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name of the gold, ready to be looked for in many sentences."""

    name: str
    forms: tuple[str, ...]
    """The name, and its acronym or what it is the acronym of, without accents."""
    is_person: bool
    told: bool
    """Whether the gold's words tell that somebody says something."""
    article: Article
    everything: str
    """The whole summary."""


def wanted(gold: str, states: str, article: Article, everything: str) -> Wanted:
    """Return the name of a fact as it may be written in a summary of this article."""
    forms, person = _forms(gold, article), _is_person(gold, article)
    bare = tuple(map(unaccented, forms))
    return Wanted(gold, bare, person, _tells(states), article, everything)


@lru_cache(maxsize=TEXTS)
def _tells(states: str) -> bool:
    return _SAYS.search(states) is not None


def find_name(wanted: Wanted, text: str) -> Found:
    """Return where `text` names the gold's name."""
    gold, forms, article = wanted.name, wanted.forms, wanted.article
    named = find_names(text)
    person, bare = wanted.is_person, unaccented(text)
    mine = [
        n
        for n in named
        if any(same_name(n.name, f) and (person or _full_enough(n.name, f)) for f in forms)
    ]
    mine = [n for n in mine if not _is_several(n.name, gold, article, wanted.everything)]
    hits = {n.span for n in mine}
    for form in forms:
        place = find_verbatim(form, bare) if form[:3] in bare else None
        if place is not None and not any(_overlap(place, h) for h in hits):
            inside = [n for n in named if n.span.contains(place) and n.span != place]
            if all(same_name(n.name, form) or n.name.startswith(f"{form}.") for n in inside):
                hits.add(place)
    if not hits:
        rivals = tuple(n.span for n in named if n.kind == "person")
        return Found(rivals=rivals) if rivals else NOTHING
    organisation = any(n.kind == "organisation" for n in mine) and not person
    others = [
        n
        for n in named
        if not any(_overlap(n.span, h) for h in hits)
        and (
            n.kind == ("organisation" if organisation else "person") or _is_person(n.name, article)
        )
    ]
    told = wanted.told
    apart = (o.span for o in others if not any(_shares(o, h, text, told=told) for h in hits))
    return Found(tuple(sorted(hits)), tuple(apart), prefer="either")


def _shares(other: Name, hit: Span, text: str, *, told: bool) -> bool:
    """Say whether another name leaves the gold's its words: in a list, after "to", told by it."""
    if _joined(other.span, hit, text) or _GOVERNED.search(text[: other.span.start]):
        return True
    between = text[hit.end : other.span.start] if hit.end < other.span.start else ""
    if _FOR_WHAT.fullmatch(between) and _ON.match(text, other.span.end):
        return False
    if _VERB.fullmatch(between) and not _WHO.match(text, other.span.end):
        return True
    if other.kind == "organisation" and _NOUN.match(text, other.span.end):
        return True
    return (
        told and hit.end < other.span.start and bool(_SAYS.search(text, hit.end, other.span.start))
    )


@lru_cache(maxsize=TEXTS)
def _forms(gold: str, article: Article) -> tuple[str, ...]:
    """Return the name, and its acronym or what it is the acronym of."""
    forms = [gold]
    for short, full in acronyms(story(article)).items():
        if same_name(full, gold):
            forms.append(short)
        elif short == gold:
            forms.append(full)
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=TEXTS)
def _is_several(name: str, gold: str, article: Article, everything: str) -> bool:
    """Say whether a short form could be somebody else of the article or the summary."""
    if len(name_parts(name)) >= len(name_parts(gold)):
        return False
    people = [p.name for p in people_and_organisations(story(article))]
    people += _in_full(everything)
    others = [
        p
        for p in people
        if p != name and same_name(name, p) and not same_name(p, gold) and len(p) > len(name)
    ]
    if not others:
        return False
    # A summary that names only the gold's in full means them by the short form, too.
    full = find_verbatim(unaccented(gold), unaccented(everything)) is not None
    return not full or any(find_verbatim(other, everything) is not None for other in others)


@lru_cache(maxsize=TEXTS)
def _in_full(everything: str) -> tuple[str, ...]:
    """Return the names of more than one part in a summary, read line by line as they are known."""
    found = (name.name for line in everything.split("\n") for name in find_names(line))
    return tuple(dict.fromkeys(name for name in found if len(name_parts(name)) > 1))


@lru_cache(maxsize=TEXTS)
def _is_person(gold: str, article: Article) -> bool:
    return any(
        p.kind == "person" and same_name(p.name, gold)
        for p in people_and_organisations(story(article))
    )


def _full_enough(name: str, form: str) -> bool:
    """Say whether a form of what is no person names it: "Google" does not name its fair."""
    return name.isupper() or len(name_parts(name)) >= min(2, len(name_parts(form)))


def _joined(other: Span, hit: Span, text: str) -> bool:
    """Say whether two names are parts of one list."""
    first, second = sorted((other, hit))
    between = text[first.end : second.start]
    return _AND.search(between) is not None and _JOINED.fullmatch(between) is not None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def names_of(text: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the names of these kinds in `text`."""
    return tuple(n.name for n in find_names(text) if n.kind in kinds)
