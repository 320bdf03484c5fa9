"""Find what a sentence denies, refuses or only considers, as far as such a word reaches.

"Roth denied the theft and said she was in Rome" denies the theft and nothing of Rome: a denial ends
with its clause, at a comma or conjunction, and at an "and" after which another verb begins. Where
that "and" may join two things denied ("denied that he was paid and sent abroad"), nobody can be
sure, and what follows is neither stated nor contradicted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from summarize.check.negations import clauses
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.words import Token, stem, tokens

# Verbs and nouns after which what follows is not so.
_DENIES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|rul(?:e|es|ed|ing) out|disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|denials? (?:of|that)"
    r"|turn(?:s|ed|ing)? down|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to"
    r"|declin(?:e|es|ed|ing) to|unable to|yet to"
    r"|cancel(?:s|led|ed|ling)?|call(?:s|ed|ing)? off|postpon(?:e|es|ed|ing)|prevent(?:s|ed|ing)?"
    r"|avoid(?:s|ed|ing)?|block(?:ed|ing)|blocks (?!of\b)|veto(?:es|ed|ing)?|thwart(?:s|ed|ing)?"
    r"|scrap(?:ped|ping)|false(?:ly)?|untrue|myth|hoax|instead of|rather than|without|far from"
    r"|no longer|stop(?:s|ped|ping)?(?= \w+ing\b)|abandon(?:s|ed|ing)?|revers(?:e|es|ed|ing)"
    r"|drop(?:s|ped|ping)?(?! in\b)(?= (?:\w+ ){0,2}(?:charges?|plans?|claims?|case|bid|proposals?"
    r"|accusations?|lawsuit|appeal|demands?)\b)|(?:clear|acquit)(?:s|ed|ted|ing|ting)"
    r"(?: [^,;.]{1,60}?)? of"
    r"|(?:sav|spar|protect|stopp|kept|keep)(?:e|es|s|ed|ing)? [^,;.]{1,40}? from(?= \w+ing\b))\b",
    re.IGNORECASE,
)
# After these it is not known to be so, or not yet.
_LEAVES_OPEN: Final = re.compile(
    r"\b(?:(?:consider|contemplat|mull|discuss|debat|propos|suggest|recommend|oppos)"
    r"(?:e|es|s|ed|ing)?(?= \w+ing\b)"
    r"|(?<!no )(?<!without )(?<!beyond )doubt(?:s|ed|ing)?(?= (?:that|whether|if)\b)"
    r"|demand(?:s|ed|ing)? that|call(?:ed|ing) for"
    r"|(?:unlikely|reluctant|unwilling) to"
    r"|(?:call(?:ed|ing) on|urg(?:e|es|ed|ing)|want(?:s|ed)?) (?!to\b)[^,;.'\"’”]{1,40}? to)\b",
    re.IGNORECASE,
)
# What is denied by these may have been claimed, and so much of it must come back to be told.
_CLAIM: Final = re.compile(r"den|refut|reject|dismiss|disput|contradict", re.IGNORECASE)
_KEPT: Final = 0.6
# So many words of meaning after such a word are what is not so.
_REACH: Final = 4
_END: Final = re.compile(
    r"[.!?](?=\s|$)|[;:]|\s[-–—]+\s|—|\b(?:but|while|whereas|although|though|because|after|before"
    r"|when|who|whom|whose|which|where|despite)\b",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r",(?!\d)(?! (?:that|or|nor|and that)\b)")
_ASIDE: Final = re.compile(r"\s*,[^,]*,")
# "A firm that denied it was fined", not "she said that they denied it was theft".
_WHO: Final = re.compile(r"(?P<before>\w+),? (?:who|which|that) (?:\w+ ){0,2}$", re.IGNORECASE)
# "To avoid a strike the firm cut 300 jobs": who does what follows without a comma.
_TO: Final = re.compile(r"(?:^|[.;:] )(?:in order )?to $", re.IGNORECASE)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|does)\b", re.IGNORECASE
)
_AND: Final = re.compile(r"\band\b", re.IGNORECASE)
_SPEAKS: Final = frozenset(
    "said says say told tells added adds insisted insists argued argues claimed claims".split()
)
_FINITE: Final = _SPEAKS | frozenset(
    "is are was were has had have did does will would could may might can must".split()
)
_PAST: Final = frozenset(
    """sent won lost gave took made left met told shot fought bought sold found held brought led
    went fell began came became broke chose stole wrote struck threw built paid kept fled knew grew
    spoke saw got put set cut hit shut quit spent lent stood taught ran rose drew flew drove
    gone""".split()
)
_NO_PAST: Final = frozenset("need indeed hundred red armed speed seed feed shed bed deed".split())
_PRONOUNS: Final = frozenset("he she it they we i".split())
_ARTICLES: Final = frozenset("the a an its his her their this that these those".split())
# The subject of a new clause is no longer than so many words.
_SUBJECT: Final = 5
# What stands before these was so, or was to be, and is so no more.
_UNDONE: Final = re.compile(
    r"\b(?:overturned|quashed|annulled|cancel(?:l)?ed|called off|waived|scrapped|shelved|averted"
    r"|thwarted|foiled|withdrawn|revoked|retracted|postponed|abandoned)\b",
    re.IGNORECASE,
)
# So many words of the fact, and it is what was undone.
_SOME: Final = 2
_PASSIVE: Final = re.compile(
    r"\b(?:(?:was|were|been|is|are|be|being|got) (?:\w+ly |later |then )?"
    r"|(?:had|have|has) (?:his|her|its|their)\b[^.;,]{0,40})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A word that denies or leaves open what follows it, and what that is."""

    word: str
    """As written."""
    verb: str
    """Its stem."""
    governed: tuple[str, ...]
    """The stems of the words of meaning that it surely reaches."""
    perhaps: tuple[str, ...]
    """Those that it may reach."""
    denied: bool
    """False where it only leaves open what follows."""


@lru_cache(maxsize=TEXTS)
def refusals(text: str) -> tuple[Refused, ...]:
    """Return what each denial of a text governs, in order of the two lists."""
    folded = fold(text).text
    return (*_found(_DENIES, folded, denied=True), *_found(_LEAVES_OPEN, folded, denied=False))


def _found(words: re.Pattern[str], text: str, *, denied: bool) -> Iterator[Refused]:
    for match in words.finditer(text):
        sure, perhaps = _reach(text[match.end() :], _within(text, match))
        if _TO.search(text[: match.start()]):
            sure, perhaps = sure[:1], ()
        verb = stem(match.group().split()[0].casefold())
        yield Refused(match.group(), verb, sure, perhaps, denied)


def refused(states: str, text: str) -> tuple[str, bool] | None:
    """Return which word of `text` denies what the fact says, and whether it surely does."""
    found = refusals(text)
    if not found:
        return None
    stems = {t.stem for t in tokens(states) if t.is_content}
    own = refusals(states)
    maybe = None
    for one in found:
        if one.verb in stems:
            continue
        kept = {s for other in own if other.denied == one.denied for s in other.governed}
        if _reaches(one.governed, stems, kept):
            return f'"{one.word}" stands before it', one.denied
        if _reaches(one.governed + one.perhaps, stems, kept):
            maybe = f'"{one.word}" may reach it'
    return (maybe, False) if maybe is not None else None


def denial_lost(states: str, text: str) -> str | None:
    """Return the denial of the fact whose words stand in `text`, where nothing is denied.

    What somebody denied may be so all the same: the text is another statement, not the opposite.
    """
    own = [r for r in refusals(states) if r.governed and _CLAIM.match(r.word)]
    if not own or any(c.denies for c in clauses(text)) or any(r.denied for r in refusals(text)):
        return None
    there = {t.stem for t in tokens(text)}
    for one in own:
        kept = sum(s in there for s in one.governed)
        if one.verb not in there and kept >= _KEPT * len(one.governed):
            return f'"{one.word}" is not there'
    return None


def undone(states: str, text: str) -> str | None:
    """Return the passive by which what the fact says was undone later: "the fine was quashed"."""
    if _UNDONE.search(text) is None or _UNDONE.search(states):
        return None
    stems = {t.stem for t in tokens(states) if t.is_content}
    for match in _UNDONE.finditer(text):
        lead = text[: match.start()]
        if _PASSIVE.search(lead) is None:
            continue
        cuts = [m.end() for pattern in (_END, _COMMA) for m in pattern.finditer(lead)]
        lead = lead[max(cuts, default=0) :]
        for joined in _AND.finditer(lead):
            # "The case expired and the warrant is withdrawn": a verb before "and" had its subject.
            if any(t.low in _FINITE or _is_past(t) for t in tokens(lead[: joined.start()])):
                lead = lead[joined.end() :]
                break
        if len(stems.intersection(_stems(lead))) >= _SOME:
            return f'it was "{match.group()}"'
    return None


def _reaches(governed: Sequence[str], stems: set[str], kept: set[str]) -> bool:
    """Say whether what is denied is what the fact says, and the fact does not deny it too."""
    near = governed[:_REACH]
    shared = [s for s in near if s in stems]
    return len(shared) >= min(2, len(near)) > 0 and kept.isdisjoint(shared)


def _within(text: str, denial: re.Match[str]) -> Literal["surely", "perhaps"] | None:
    """Say whether a denial is only told of a subject that has its verb to come."""
    who = _WHO.search(text[: denial.start()])
    if who is not None and who["before"].casefold() not in _SPEAKS:
        return "surely"
    return "perhaps" if who is not None or denial.group().casefold().endswith("ing") else None


def _reach(
    rest: str, within: Literal["surely", "perhaps"] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the stems that a denial surely reaches in what follows it, and perhaps reaches."""
    aside = _ASIDE.match(rest)
    start = aside.end() if aside is not None else 0
    ends = [m.start() for m in (_END.search(rest, start), _COMMA.search(rest, start)) if m]
    rest = rest[start : min(ends, default=len(rest))]
    verb = _VERB.search(rest) if within else None
    if verb is not None:
        maybe = _stems(rest[verb.end() :]) if within == "perhaps" else ()
        return _stems(rest[: verb.start()]), maybe
    for match in _AND.finditer(rest):
        after = [t for t in tokens(rest[match.end() :]) if t.low not in ("then", "also", "later")]
        if after and _begins_clause(after):
            that = re.search(r"\bthat\b", rest[: match.start()]) is not None
            unsure = that and after[0].low not in _SPEAKS
            return _stems(rest[: match.start()]), _stems(rest[match.end() :]) if unsure else ()
    return _stems(rest), ()


def _begins_clause(words: Sequence[Token]) -> bool:
    """Say whether a verb with its own subject, or that of the denial, begins after an "and"."""
    first = words[0]
    if first.low in _FINITE | _PRONOUNS or _is_past(first):
        return True
    if first.low not in _ARTICLES and not first.text[0].isupper():
        return False
    for word in words[1 : _SUBJECT + 1]:
        if not word.is_word or word.low in ("that", "who", "which", "of", "to"):
            return False
        if word.low in _FINITE or _is_past(word):
            return True
    return False


def _is_past(word: Token) -> bool:
    return word.low in _PAST or (word.low.endswith("ed") and word.low not in _NO_PAST)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(t.stem for t in tokens(text) if t.is_content)
