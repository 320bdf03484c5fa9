"""The names of a statement, and which of them may stand for one another.

What a name is, a person or a place, is asked of `summarize.values`: there is no telling by a small
expression. Two names of one body, or of a body and its part, are never exchanged; names that stand
together in a list ("Kim and Xi", "Irving, Texas") say the same when they are.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from evals.selftest.parts.places import inside, plain, quoted, says, told
from evals.selftest.parts.verbs import FORMS
from evals.selftest.variant import Good, prose
from summarize.article import Article, Span, story
from summarize.values.gazetteer import CAPITALS, DEMONYMS, ROLES, TITLES
from summarize.values.names import Name, NameKind, find_names, same_name
from summarize.values.words import SMALL

KINDS: Final = ("person", "organisation", "place")
LISTED: Final = re.compile(r",|\b(?:and|or|with|between|nor|versus|vs)\b|[;:(]|^['’]s$|^\s*$")
MUTUAL: Final = re.compile(
    r"\b(?:meets?|met|meeting|talks?|marri\w+|fought|fights?|exchang\w+|between|both|shar\w+|agree\w*"
    r"|alongside|together|joint\w*|rivals?|neighbours?|neighbors?|allies|partners?|clash\w*|sign\w*"
    r"|trad(?:e|es|ed|ing)|bilateral|mutual\w*|divorc\w+|spoke|spoken|debat\w+|draws?|drew)\b",
    re.IGNORECASE,
)
# What acts for whom, as every reader knows: to name one for the other is no error.
_ONE_BODY: Final = (
    "un|u.n.|united nations|security council|un security council|general assembly|secretariat",
    "eu|european union|european commission|european parliament|european council|brussels",
    "us|u.s.|united states|washington|white house|congress|senate|state department|pentagon",
    "uk|united kingdom|britain|london|downing street|parliament|house of commons|westminster",
    "russia|moscow|kremlin|duma|russian federation",
    "nato|north atlantic treaty organization|alliance",
    "fbi|federal bureau of investigation|justice department|department of justice",
)
_BODIES: Final = tuple(frozenset(names.split("|")) for names in _ONE_BODY)

_WITH_THE: Final = re.compile(
    r"^(?:UN|EU|US|UK|FBI|CIA|BBC)$|\b(?:Nations|States|Council|Committee|Agency|Party|Union|Church|Court"
    r"|Ministry|Department|Conference|Authority|Kingdom|Senate|Commission|Municipality|Association)"
    r"(?: of .+)?$"
)

# "UN measures", "the Leith ferry": a name that stands before a noun has no "the" of its own.
_STANDS_ALONE: Final = re.compile(
    rf"[.,;:]|['’]|$| (?:{'|'.join(sorted(SMALL | FORMS))}|[a-z]+ed)\b"
)


def names(good: Good) -> Iterator[tuple[int, Name]]:
    """Yield the names whose kind is known, those in quotations left out."""
    kinds = kinded(good.article)
    for index, said in prose(good):
        marks = quoted(said.text)
        for name in find_names(said.text):
            kind = kinds.get(name.name, name.kind)
            if kind in KINDS and not inside(name.span, marks) and not _is_inner(name, said.text):
                yield index, Name(name.span, name.name, kind, name.title)


def _is_inner(name: Name, text: str) -> bool:
    """Say whether it is an adjective of a people, or a part of a longer name or word."""
    around = text[max(0, name.span.start - 1) : name.span.start] + text[name.span.end :][:1]
    longer = re.match(r" (?:of (?:the )?)?[A-Z]", text[name.span.end :])
    # "The Union of Farmers (UOF)": another name would not fit what stands in brackets.
    short = re.match(r" \([A-Z]{2,}", text[name.span.end :])
    before = re.search(r"\b([A-Z][\w-]+) $", text[: name.span.start])
    inner = before and before[1].casefold() not in TITLES | ROLES | SMALL | set(DEMONYMS)
    part = name.kind != "person" and longer
    return (
        name.name.casefold() in DEMONYMS
        or any(m in around for m in "-(")
        or bool(part or inner or short)
    )


@lru_cache(maxsize=64)
def kinded(article: Article) -> dict[str, NameKind]:
    """Return the kind of every name of an article whose kind is known."""
    return {n.name: n.kind for n in find_names(story(article)) if n.kind in KINDS}


def takes_the(name: str) -> bool:
    """Say whether a name is written with "the" by its last words, or as a known short form."""
    return _WITH_THE.search(name) is not None


def fitted(good: Good, text: str, place: Span, new: str) -> tuple[Span, str]:
    """Return a place and a name for it, with "the" where the article writes it so, else without."""
    if not _STANDS_ALONE.match(text[place.end :]):
        return place, new
    is_person = kinded(good.article).get(new) == "person"  # "the Anna Moir case" is the case's
    takes = takes_the(new) or (not is_person and says(good.article, f"the {new}"))
    before = re.search(r"\b[Tt]he $", text[: place.start])
    if before and not takes:
        return Span(before.start(), place.end), new
    if takes and not before:
        return place, f"The {new}" if place.start == 0 else f"the {new}"
    return place, new


def others(good: Good, name: Name, text: str) -> list[str]:
    """Return names of the article of this kind that are another's, and not in `text`."""
    here = [n.name for n in find_names(text)]
    return sorted(
        other
        for other, kind in kinded(good.article).items()
        if kind == name.kind
        and other.casefold() not in DEMONYMS
        and not any(is_one(other, h, good.article) for h in [name.name, *here])
    )


@lru_cache(maxsize=1 << 16)
def is_one(one: str, two: str, article: Article) -> bool:
    """Say whether two names may be of one person or body, or of a body and its part.

    By their words, by their first letters, by what every reader knows, or because the article puts
    one beside the other: "the party's Central Committee", "the agency (KCNA)".
    """
    a, b = plain(one), plain(two)
    if same_name(one, two) or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return True
    if (
        a in b
        or b in a
        or _initials(one) == b.replace(".", "")
        or _initials(two) == a.replace(".", "")
    ):
        return True
    if plain(CAPITALS.get(a, "")) == b or plain(CAPITALS.get(b, "")) == a:
        return True
    if any(a in body and b in body for body in _BODIES):
        return True
    return any(
        re.search(rf"\b{x}(?:'s? (?:\w+ )?| \(| of (?:the )?| or (?:the )?| ){y}\b", told(article))
        for x, y in ((re.escape(a), re.escape(b)), (re.escape(b), re.escape(a)))
    )


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper()).casefold()


def pairs(good: Good) -> Iterator[tuple[int, Name, Name]]:
    """Yield pairs of names in one clause that may be exchanged."""
    for (i, one), (j, two) in combinations(names(good), 2):
        if i != j or not may_act(one, two) or is_one(one.name, two.name, good.article):
            continue
        text = good.said[i].text
        between = text[one.span.end : two.span.start]
        if LISTED.search(between.strip()) or MUTUAL.search(text) or "\n" in between:
            continue
        if any(
            n.span.start > one.span.end and n.span.end < two.span.start for n in find_names(text)
        ):
            continue
        yield i, one, two


def may_act(one: Name, two: Name) -> bool:
    """Say whether both are of a kind that does and suffers alike."""
    return one.kind == two.kind or "place" not in (one.kind, two.kind)


_VERB: Final = re.compile(
    r"\b(?:sen[dt]s?|wrote|writes?|told|tells?|g[ai]ve[sn]?|wins?|won|beats?|sue[sd]|shot|says?|said|made"
    r"|makes?|held|holds?|leads?|led|has|have|had|was|were|is|are|will|would|may|might|took|takes?|asks"
    r"|urges|warns|accuses|critici[sz]es|praises|attacks|invites|replaces|defeats|joins|supports|opposes"
    r"|blames|thanks|congratulates|visits|backs|calls|saw|sees|left|brought|brings|paid|pays|bought|buys"
    r"|[a-z]{3,}(?<!gre)(?<!br)(?<!sp)ed)\b"
)


def verb_between(text: str, one: Span, two: Span) -> bool:
    """Say whether a finite verb, and no mark, stands between two places."""
    between = text[one.end : two.start]
    return bool(_VERB.search(between)) and not re.search(r"[.,;:(\"“”]", between)
