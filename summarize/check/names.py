"""Check that every person, organisation and place of a statement is the article's.

A name passes when the article has it, a fuller or shorter form of it, its initials, or the country
of its adjective. A person must also be in the cited words, unless those refer back ("he", "the
student"): else a statement about one is proved with a sentence about another.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from summarize.article import Article, story
from summarize.check.claim import Claim, failed, passed
from summarize.check.listed import replaced_in_list
from summarize.summary import CheckResult
from summarize.values.fold import find_verbatim, fold
from summarize.values.gazetteer import (
    CALENDAR,
    CAPITALS,
    DEMONYMS,
    FUNCTION_WORDS,
    NOT_NAMES,
    ROLES,
    common_words,
)
from summarize.values.memory import ARTICLES, WORDS
from summarize.values.names import Name, bare, find_names, same_name
from summarize.values.people import acronyms, people_and_organisations
from summarize.values.quotes import find_quotations
from summarize.values.words import every_stem, stem, tokens

NAME: Final = "names"

_ALIASES: Final = (
    frozenset(
        ["us", "u.s.", "usa", "u.s.a.", "united states", "america", "united states of america"]
    ),
    frozenset(["uk", "u.k.", "united kingdom", "britain", "great britain"]),
    frozenset(["un", "u.n.", "united nations"]),
    frozenset(["eu", "e.u.", "european union"]),
    frozenset(["north korea", "dprk", "n korea"]),
    frozenset(["washington dc", "washington d.c.", "washington"]),
)
_LETTERS: Final = frozenset("us u.s. usa u.s.a. uk u.k. un u.n. eu e.u. dprk".split())
# Who is from somewhere, and much else where a sentence opens with it.
_ALSO_WORDS: Final = frozenset(
    """brit brits dane danes finn finns kiwi kiwis pole poles scot scots swede swedes turk
    turks""".split()
)
_REFERS_BACK: Final = re.compile(
    r"\b(?:he|she|his|her|hers|him|i|my|the (?:[\w-]+ ){0,3}(?:"
    + "|".join(sorted(ROLES))
    + r"|man|woman|boy|girl|teenager|child|baby|couple|pair|duo|trio|team|family|president-elect"
    r"|pontiff|[\d-]+-year-old)s?)\b",
    re.IGNORECASE,
)
_REFERS_BACK_TO_IT: Final = re.compile(
    r"\b(?:its?|itself|they|their|them|we|our|us|(?:the|this|that) (?:[\w-]+ ){0,2}"
    r"(?:company|firm|group|part(?:y|ies)|agenc(?:y|ies)|ministr(?:y|ies)|government|court|club|side"
    r"|team|universit(?:y|ies)|school|department|church|council|union|bank|organi[sz]ation|site"
    r"|website|network|paper|newspaper|magazine|channel|broadcaster|report|study|survey|force"
    r"|authority|authorities|committee|commission|body|institution|association|charity|airline"
    r"|police|army|military|regiment|federation|league|band|retailer|giant|chain|maker|parliament"
    r"|assembly|senate|congress|house|hospital|museum|festival|event|championship|tournament"
    r"|competition|cup|campaign|project|fund))\b",
    re.IGNORECASE,
)
# How many sentences back a pronoun or a short name may reach. Of 39 measured that reach back, 34 do
# so within three sentences and four by eight to eleven; one means somebody never named before.
LOOKS_BACK: Final = 3
_SEVERAL: Final = re.compile(r"\b(?:they|their|them|we|our|us)\b", re.IGNORECASE)
_OPENS: Final = re.compile(r"(?:^|[.!?:]\s|[\"“])\s*$")
_SPEAKS: Final = re.compile(
    r"['’]s\b| (?:said|says|told|added|announced|who)\b|, (?:who|an?|the)\b"
)


def names(claim: Claim) -> CheckResult:
    """Check the names of the statement against the article, and its people against the evidence."""
    evidence, text = claim.evidence_text(), story(claim.article)
    for name in find_names(claim.statement):
        if not _means_something(name, claim.statement, text):
            continue
        if not _is_known(name, text):
            return failed(
                NAME, f"{name.name!r} is not in the article: use only names the article gives"
            )
        if not claim.is_quote and not _is_cited(name, evidence, claim):
            return failed(
                NAME,
                f"{name.name!r} is not named in the cited sentences: "
                f"cite the sentence that says it of {name.name}, or leave the name out",
            )
    replaced = None if claim.is_quote else replaced_in_list(claim.statement, evidence)
    if replaced:
        listed, other = replaced
        return failed(NAME, f"the cited sentences list {other!r}, not {listed!r}: keep their list")
    speaker = claim.speaker
    known = not speaker or _has(speaker, text)
    if speaker and not known and not any(same_name(speaker, name) for name in _known(text)):
        reason = f"the speaker {speaker!r} is not in the article: name who said it, or nobody"
        return failed(NAME, reason)
    return passed(NAME)


def _means_something(name: Name, statement: str, text: str) -> bool:
    """Say whether this is certainly a name, and not a word that is capitalised for its place."""
    low = name.name.casefold()
    if low in DEMONYMS and low not in _ALSO_WORDS:
        return True
    if low in NOT_NAMES or low in CALENDAR or low in FUNCTION_WORDS:
        return False
    if " " in name.name or name.kind != "other" or name.name.isupper():
        return True
    if name.name in _of_known_kind(text):
        return True
    if low in common_words() or stem(low) in _stems(text):
        return False
    opens = _OPENS.search(statement[: name.span.start]) is not None
    return not opens or _SPEAKS.match(statement[name.span.end :]) is not None


def _is_known(name: Name, text: str) -> bool:
    """Say whether the article has this name in some form."""
    if _has(name.name, text):
        return True
    if any(_has(form, text) for form in _other_forms(name.name)):
        return True
    known = _known(text)
    if any(same_name(name.name, other) for other in known):
        return not _mixes_people(name.name, text)
    parts = [t for t in tokens(name.name) if t.is_content]
    if name.kind == "person" or len(parts) < 2:
        return False
    return all(t.stem in _stems(text) for t in parts) and not _mixes_people(name.name, text)


def _has(words: str, text: str) -> bool:
    """Say whether the text has these words, in any case, as whole words."""
    wanted = bare(words)
    if find_verbatim(wanted, text):
        return True
    low, lower = wanted.casefold(), _lower(text)
    # A pattern takes longer to make than a text to look through.
    if len(wanted) <= 3 or low not in lower:
        return False
    return re.search(rf"\b{re.escape(low)}\b", lower) is not None


@lru_cache(maxsize=WORDS)
def _other_forms(name: str) -> frozenset[str]:
    """Return what else the article may call the same place, its people or an organisation."""
    low = name.casefold()
    *lead, last = low.split()
    forms = _with_aliases({low})
    if low in DEMONYMS:
        forms.add(DEMONYMS[low].casefold())
    elif last in DEMONYMS:
        forms.add(" ".join([*lead, DEMONYMS[last].casefold()]))
        forms |= {" ".join([*lead, people]) for people in _people_of(DEMONYMS[last].casefold())}
    forms |= {" ".join([*lead, people]) for people in _people_of(last)}
    forms |= {people for form in tuple(forms) for people in _people_of(form)}
    forms |= {capital for capital, country in CAPITALS.items() if country.casefold() in forms}
    forms = _with_aliases(forms) - {low}
    # What is shorter is a word unless it is written as a name: "us", "uk".
    return frozenset(form.upper() if form in _LETTERS else form for form in forms)


def _with_aliases(forms: set[str]) -> set[str]:
    """Return the forms and those that are the same by another name."""
    return forms | {
        other for form in forms for group in _ALIASES if form in group for other in group
    }


@lru_cache(maxsize=WORDS)
def _people_of(place: str) -> frozenset[str]:
    """Return the demonyms of a place in lower case; none where it has none."""
    return frozenset(people for people, of in DEMONYMS.items() if of.casefold() == place)


def _mixes_people(name: str, text: str) -> bool:
    """Say whether a name of several words joins parts of different people's names."""
    people = {n.name for n in find_names(text) if n.kind == "person" and " " in n.name}
    if " " not in name or any(same_name(name, person) for person in people):
        return False
    parts = {p.casefold() for person in people for p in person.split()}
    return any(part.casefold() in parts for part in name.split())


def _is_cited(name: Name, evidence: str, claim: Claim) -> bool:
    """Say whether the evidence names or refers to a person; others need only be in the article."""
    if _has(name.name, evidence):
        return True
    cited = find_names(evidence)
    if any(same_name(name.name, n.name) for n in cited):
        return True
    text = story(claim.article)
    if _is_organisation(name, text):
        if any(_has(form, evidence) for form in _other_forms(name.name)):
            return True
        refers = " " not in name.name or _REFERS_BACK_TO_IT.search(evidence) is not None
        # A quotation goes on in the next sentence: an organisation may be named there.
        return refers and _is_told_before(name, claim, ahead=1)
    if not _is_person(name, text):
        return True
    several = _SEVERAL.search(evidence) and not any(_is_person(n, text) for n in cited)
    if (several or _REFERS_BACK.search(evidence)) and _is_told_before(name, claim):
        return True
    quoted = (q for q in find_quotations(text) if q.speaker_name)
    return any(
        same_name(name.name, q.speaker_name or "")
        and any(e.start < q.span.end and q.span.start < e.end for e in claim.evidence)
        for q in quoted
    )


def _is_organisation(name: Name, text: str) -> bool:
    """Say whether the article has this name for an organisation, and for nothing else."""
    return {n.kind for n in find_names(text) if same_name(n.name, name.name)} == {"organisation"}


def _is_told_before(name: Name, claim: Claim, *, ahead: int = 0) -> bool:
    """Say whether "he" or "the firm" in the cited words may be somebody: who was named shortly
    before them, or whom the whole article is about.
    """
    named = _named_by_sentence(claim.article)
    ends = [e.end for e in claim.evidence]
    for number, sentence in enumerate(claim.article.sentences):
        if any(
            sentence.words.start < e.end and e.start < sentence.words.end for e in claim.evidence
        ):
            near = {
                n
                for names in named[max(0, number - LOOKS_BACK) : number + 1 + ahead]
                for n in names
            }
            if any(same_name(n, name.name) for n in near):
                return True
    hero = _most_named(claim.article)
    first = next(
        (n for n in find_names(story(claim.article)) if same_name(n.name, name.name)), None
    )
    return (
        first is not None and first.span.start < max(ends, default=0) and same_name(hero, name.name)
    )


def _is_person(name: Name, text: str) -> bool:
    return any(n.kind == "person" and same_name(n.name, name.name) for n in find_names(text))


@lru_cache(maxsize=ARTICLES)
def _named_by_sentence(article: Article) -> tuple[frozenset[str], ...]:
    """Return the names in each sentence of an article."""
    found: list[set[str]] = [set() for _ in article.sentences]
    starts = [s.words.start for s in article.sentences]
    for name in find_names(story(article)):
        at = bisect_right(starts, name.span.start) - 1
        if at >= 0:
            found[at].add(name.name)
    return tuple(map(frozenset, found))


@lru_cache(maxsize=ARTICLES)
def _most_named(article: Article) -> str:
    """Return the person that the article names most often; "" when there is none."""
    found = people_and_organisations(story(article))
    return next((one.name for one in found if one.kind == "person"), "")


@lru_cache(maxsize=ARTICLES)
def _known(text: str) -> frozenset[str]:
    """Return every name of the article, and its acronyms."""
    return frozenset(n.name for n in find_names(text)) | frozenset(acronyms(text))


@lru_cache(maxsize=ARTICLES)
def _of_known_kind(text: str) -> frozenset[str]:
    """Return the article's names that are certainly a person's or an organisation's."""
    return frozenset(n.name for n in find_names(text) if n.kind in ("person", "organisation"))


@lru_cache(maxsize=ARTICLES)
def _stems(text: str) -> frozenset[str]:
    return every_stem(text)


@lru_cache(maxsize=ARTICLES)
def _lower(text: str) -> str:
    return fold(text).text.casefold()
