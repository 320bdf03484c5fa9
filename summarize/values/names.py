"""Find the names in English news text, say what kind each is, and tell two names apart.

The kind comes from what the text shows (titles, roles, ages, heads of organisations) and from small
closed lists; where that does not decide, the kind is "other". A wrong kind would be published, a
missing one only leaves a name out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from summarize.values.capitals import PARTICLES, Run, Word, find_runs
from summarize.values.gazetteer import (
    DEMONYMS,
    GEOGRAPHIC,
    GIVEN_NAMES,
    KNOWN_ORGANISATIONS,
    NOT_NAMES,
    OF_HEADS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    PLACES,
    ROLES,
    common_words,
)
from summarize.values.memory import TEXTS
from summarize.values.same_name import bare, name_parts, same_name
from summarize.values.span import Span

__all__ = ["Name", "NameKind", "bare", "find_names", "same_name"]

NameKind = Literal["person", "organisation", "place", "other"]

_AGE: Final = re.compile(
    r",? (?:aged )?\d{1,3}(?:,|\)| who| from| was| has|\.)|, an? \d{1,3}-year-old| \(\d{2}\)"
)
_WHO: Final = re.compile(r",? who(?:se)?\b")
_ROLE_AFTER: Final = re.compile(r", (?:(?:an?|the|his|her|its|their) )?((?:[\w’'-]+ ){0,4}?[\w-]+)")
_SPOKE: Final = (
    "(?:said|says|told|tells|tweeted|added|wrote|insisted|admitted|joked|recalled|testified|commented|described"
    "|called|explained|argued|replied|warned|thinks|believes|denies|denied|apologi[sz]ed|resigned)"
)
_SPEAKS_AFTER: Final = re.compile(rf",? (?:also |later |then |has |had )?{_SPOKE}\b")
_SPEAKS_BEFORE: Final = re.compile(r"[”\"’'] (?:said|says|added|recalled) $")
_MAN_OR_WOMAN: Final = re.compile(r"(?:^|[\s,])(\w[\w-]*),? $")
_ALSO_SURNAMES: Final = frozenset(
    """hill park hall street church bank lake post press court castle bridge forest beach guard
    times""".split()
)
_STAFF_AFTER: Final = re.compile(
    r"['’]s (?:spokes|chief|head|leader|director|president|chair)| (?:officials?|spokes\w+)\b"
)
_STAFF_BEFORE: Final = re.compile(
    r"(?:member|leader|director|head|president|spokes\w+|chair\w*) (?:of|for) (?:the )?$"
)
_NEVER_PLAIN: Final = ORGANISATION_HEADS | PLACE_HEADS | NOT_NAMES
_INITIAL: Final = re.compile(r"[A-Z]\.$")
# The second part of a romanised Chinese or Korean given name is written small: "Jong-un".
_EAST_ASIAN: Final = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}$")
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,6}\d?S?$")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name, without titles and possessives."""

    span: Span
    name: str
    kind: NameKind
    title: str | None = None
    """The title before it, in lower case ("mr"), or None."""


@lru_cache(maxsize=TEXTS)
def find_names(text: str) -> tuple[Name, ...]:
    """Return the names of `text` in order. One name gets one kind throughout the text."""
    runs = [(run, run.span) for run in _split_known(find_runs(text))]
    named = [(run, span.of(text).replace("\u00a0", " "), span) for run, span in runs]
    kinds: dict[str, NameKind] = {}
    for run, name, span in named:
        # The first mention that shows a kind decides.
        if name not in kinds and (kind := _kind(run, name, span, text)) != "other":
            kinds[name] = kind
    _share(kinds, named, text)
    return tuple(
        [Name(span, name, kinds.get(name, "other"), run.title) for run, name, span in named]
    )


def _share(kinds: dict[str, NameKind], named: list[tuple[Run, str, Span]], text: str) -> None:
    """Let a surname take the kind of its full name, and a full name that of a speaking surname."""
    full: dict[str, set[str]] = {}
    for run, name, _ in named:
        if len(run.words) in (2, 3) and name not in kinds and all(map(_is_plain, run.words)):
            for part in name_parts(name):
                full.setdefault(part, set()).add(name)
    alone = [
        (run, name, span, "".join(name_parts(name)))
        for run, name, span in named
        if len(run.words) == 1
    ]
    for _, name, span, part in alone:
        fitting = full.get(part, ())
        if fitting and (
            kinds.get(name) == "person"
            or (name not in kinds and _speaks("", text[span.end : span.end + 20]))
        ):
            kinds.update({n: "person" for n in fitting if n not in kinds and same_name(name, n)})
    people: dict[str, set[str]] = {}
    for name, kind in kinds.items():
        for part in name_parts(name) if kind == "person" and " " in name else ():
            people.setdefault(part, set()).add(name)
    for run, name, _, part in alone:
        fitting = people.get(part, ())
        known = not fitting or name in kinds or _is_listed(run.words[0])
        if not known and any(same_name(name, person) for person in fitting):
            kinds[name] = "person"


def _split_known(runs: list[Run]) -> list[Run]:
    """Cut a person's name off the end of what they are, where the text uses the surname alone.

    "University of Texas Arlington Amneh Jafari" ends in a person if "Jafari" stands alone
    elsewhere.
    """
    if all(len(run.words) < 4 for run in runs):
        return runs
    alone = {run.words[0].text for run in runs if len(run.words) == 1}
    cut: list[Run] = []
    for run in runs:
        words = run.words
        last = words[-1]
        person = len(words) >= 4 and last.text in alone and not _is_listed(last)
        if person and _is_plain(words[-2]) and last.low not in common_words():
            cut += [Run(words[:-2], run.title), Run(words[-2:], None)]
        else:
            cut.append(run)
    return cut


def _is_listed(word: Word) -> bool:
    return word.text in PLACES or word.text in KNOWN_ORGANISATIONS or word.low in NOT_NAMES


def _is_plain(word: Word) -> bool:
    """Say whether a word is neither an everyday one nor the head of an organisation or a place."""
    return (
        word.capital
        and word.low not in _NEVER_PLAIN
        and word.low not in common_words()
        and word.text not in PLACES
        and word.text not in KNOWN_ORGANISATIONS
    )


def _is_head(word: Word) -> bool:
    return word.low in ORGANISATION_HEADS or word.low in PLACE_HEADS


def _kind(run: Run, name: str, span: Span, text: str) -> NameKind:
    """Decide what one mention names, from itself and the words around it."""
    words = run.words
    if len(words) == 1 and (words[0].low in NOT_NAMES or words[0].low in DEMONYMS):
        return "other"
    if name in PLACES or name.removeprefix("The ") in PLACES:
        return "person" if run.title in ("mr", "mrs", "ms", "miss", "dr") else "place"
    if name in KNOWN_ORGANISATIONS:
        return "organisation"
    if kind := _by_head(words):
        return kind
    if not name[1:2].islower() and _ACRONYM.match(name):
        return "organisation" if _is_spelt_out(name, span, text) else "other"
    if run.title is not None and len(words) <= 4:
        return "person"
    return _person_or_other(words, span, text)


def _by_head(words: tuple[Word, ...]) -> NameKind | None:
    """Return the kind that a head-word decides, or None."""
    if len(words) < 2:
        return None
    last = words[-1].low
    if words[0].low in OF_HEADS and any(w.low in ("of", "for") for w in words[1:3]):
        return "place" if words[0].low in GEOGRAPHIC else "organisation"
    if any(w.low in ("of", "for") and words[i].low in OF_HEADS for i, w in enumerate(words[1:])):
        return "organisation"
    if words[0].low in GIVEN_NAMES and last in _ALSO_SURNAMES:
        return None
    if last in ORGANISATION_HEADS:
        return "organisation"
    if last in PLACE_HEADS:
        return "place"
    return None


def _is_spelt_out(acronym: str, span: Span, text: str) -> bool:
    """Say whether the text shows that these letters are an organisation's."""
    letters = acronym.replace(".", "")
    for opening, closing in ("()", "[]"):
        at = text.find(f"{opening}{acronym}{closing}")
        if at > 0:
            initials = re.findall(r"\b[A-Z]", re.split(r"[\n.;]", text[max(0, at - 90) : at])[-1])
            return len(initials) >= 2 or "".join(initials[-len(letters) :]) == letters
    after, before = text[span.end : span.end + 30], text[max(0, span.start - 24) : span.start]
    return bool(_STAFF_AFTER.match(after) or _STAFF_BEFORE.search(before))


def _person_or_other(words: tuple[Word, ...], span: Span, text: str) -> NameKind:
    """Say whether a name without a deciding head is a person's."""
    if len(words) > 5 or any(
        w.text == "&" or (len(w.text) > 3 and w.text.isupper()) for w in words
    ):
        return "other"
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 70]
    if _AGE.match(after):
        return "person"
    given = words[0].low in GIVEN_NAMES
    if len(words) == 1:
        told = _may_be_a_persons(words[0]) and (
            _role_before(before) or (given and _speaks(before, after))
        )
        return "person" if told else "other"
    if given and not _is_head(words[-1]) and words[-1].low not in NOT_NAMES:
        return "person"
    east_asian = _EAST_ASIAN.match(words[-1].text) is not None
    if east_asian and len(words) == 2 and not _is_listed(words[0]):
        return "person"
    plain = _is_plain(words[-1]) and all(map(_may_be_a_persons, words))
    if plain or (given and words[-1].low in _ALSO_SURNAMES):
        if east_asian or _INITIAL.match(words[-2].text):
            return "person"
        if _has_role(before, after) or _WHO.match(after) or _speaks(before, after):
            return "person"
    return "other"


def _may_be_a_persons(word: Word) -> bool:
    """Say whether a word can be part of a person's name: no everyday word, unless a particle."""
    return bool(
        not word.capital or _is_plain(word) or word.low in PARTICLES or _INITIAL.match(word.text)
    )


def _speaks(before: str, after: str) -> bool:
    return bool(_SPEAKS_AFTER.match(after) or _SPEAKS_BEFORE.search(before))


def _role_before(before: str) -> bool:
    """Say whether a person's role stands directly before, in lower case ("spokeswoman")."""
    match = _MAN_OR_WOMAN.search(before, max(0, before.rfind(" ", 0, -2)))
    return match is not None and match.group(1) in ROLES


def _has_role(before: str, after: str) -> bool:
    """Say whether a role stands directly before the name, or after it between commas."""
    if _role_before(before):
        return True
    match = _ROLE_AFTER.match(after)
    return match is not None and any(word in ROLES for word in match.group(1).split())
