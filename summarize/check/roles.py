"""Check that who did it and to whom are not exchanged.

Only the plainest form is read, where two names stand on either side of one verb ("Xi thanked
Kim", "Kim was thanked by Xi", "a message from Kim to Xi"). The check fails only when statement
and evidence both have that form, the same verb, and the names the other way round; when two
lists of names have lost the "respectively" that pairs them; or when the statement names a source
and the evidence reports nobody's words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarize.check.added_source import added_source
from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult
from summarize.values.gazetteer import DEMONYMS, ROLES, TITLES
from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names, same_name
from summarize.values.words import stem

NAME: Final = "roles"

# Verbs that say the same with the names exchanged.
_MUTUAL: Final = frozenset(
    stem(v)
    for v in "met meet married marry fought joined resembled divorced faced equalled".split()
)
_AUXILIARY: Final = frozenset(
    """has had have also later then never recently reportedly personally publicly once again already
    formally officially warmly twice quickly narrowly easily allegedly repeatedly finally""".split()
)
_BE: Final = frozenset("was were is are been being be got".split())
_DESCRIBES: Final = (
    ROLES
    | TITLES
    | frozenset(DEMONYMS)
    | frozenset(
        "the a an north south u.s. us his her its their former new fellow mr then rival".split()
    )
)
_GIVES: Final = frozenset("sent sends send gave gives handed wrote offered".split())
_SENDING: Final = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?:message|letter|note|gift|reply|call|visit|congratulations) to "
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody doing something to somebody else."""

    doer: str
    verb: str
    """Its stem."""
    other: str
    word: str
    """As written."""


def roles(claim: Claim) -> CheckResult:
    """Check the deeds of the statement against those of the evidence."""
    if claim.is_quote:
        return passed(NAME)
    done = [d for span in claim.evidence for d in deeds(span.of(claim.article.text))]
    for stated in deeds(claim.statement):
        same = [d for d in done if d.verb == stated.verb]
        turned = [
            d for d in same if same_name(d.doer, stated.other) and same_name(d.other, stated.doer)
        ]
        right = [
            d for d in same if same_name(d.doer, stated.doer) or same_name(d.other, stated.other)
        ]
        if turned and not right and stated.verb not in _MUTUAL:
            told = turned[0]
            return failed(
                NAME,
                f"the roles are exchanged: in the cited sentences it is {told.doer} that "
                f"{told.word} {told.other}, not the other way round",
            )
    if reason := added_source(claim):
        return failed(NAME, reason)
    if _pairs_lost(claim.statement, claim.evidence_text()):
        return failed(
            NAME,
            "the cited sentences say 'respectively' of these names, and without it a reader cannot "
            "tell which belong together: put each name next to its own",
        )
    return passed(NAME)


def _pairs_lost(statement: str, evidence: str) -> bool:
    """Say whether two lists of names stand side by side without the word that pairs them."""
    if "respectively" not in evidence or "respectively" in statement:
        return False
    known = [n.name for n in find_names(evidence)]
    both = [n for n in find_names(statement) if any(same_name(n.name, k) for k in known)]
    # Two lists of two names at least, each with its "and".
    return len(both) >= 4 and len(re.findall(r"\band\b", statement)) >= 2


@lru_cache(maxsize=TEXTS)
def deeds(text: str) -> tuple[Deed, ...]:
    """Return the deeds that stand in `text` in one of the plain forms."""
    return tuple(_deeds(text))


def _deeds(text: str) -> Iterator[Deed]:
    named = [n for n in find_names(text) if n.name.casefold() not in DEMONYMS]
    for first, second in pairwise(named):
        between = text[first.span.end : second.span.start]
        if len(between) > 60 or re.search(r"[.;:!?\n\"“”(]", between):
            continue
        yield from _between(first, between, second, text)


def _between(first: Name, between: str, second: Name, text: str) -> Iterator[Deed]:
    """Yield the deed that the words between two names tell."""
    words = [w.casefold().strip(",") for w in between.split()]
    sender = _sender(first, between, words, text)
    if sender is not None:
        one, two = (first, second) if sender == "first" else (second, first)
        yield Deed(one.name, "send", two.name, "sent something to")
        return
    if "," in between or between.startswith(("'", "’")):
        return
    while words and words[0] in _AUXILIARY:
        words = words[1:]
    passive = bool(words) and words[0] in _BE
    while words and (words[0] in _BE or words[0] in _AUXILIARY):
        words = words[1:]
    if not words or not words[0].isalpha() or words[0] in _DESCRIBES:
        return
    verb, rest = words[0], words[1:]
    given = verb in _GIVES
    if passive and rest[:1] == ["by"] and _is_description(rest[1:]):
        yield Deed(second.name, stem(verb), first.name, verb)
    elif (passive and not verb.endswith("ing")) or not (_is_verb(verb) or passive):
        return
    elif _is_description(rest) or (given and rest[-1:] == ["to"]):
        yield Deed(first.name, "send" if given else stem(verb), second.name, verb)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "s")) or stem(word) != word


def _sender(first: Name, between: str, words: list[str], text: str) -> str | None:
    """Return which of two names sends something to the other, where no verb says so."""
    possessive = _SENDING.match(between)
    if possessive and _is_description(between[possessive.end() :].split()):
        return "first"
    lead = [w.casefold() for w in text[max(0, first.span.start - 40) : first.span.start].split()]
    while lead and lead[-1] in _DESCRIBES:
        lead.pop()
    if not _is_description(words[1:]):
        return None
    if words[:1] == ["to"] and lead[-1:] == ["from"]:
        return "first"
    return "second" if words[:1] == ["from"] and lead[-1:] == ["to"] else None


def _is_description(words: list[str]) -> bool:
    """Say whether words only describe the name after them ("the Chinese president")."""
    return all(word.strip("'’s") in _DESCRIBES or word in _DESCRIBES for word in words)
