"""Check that what the article gives as somebody's word is not given as fact.

It fails when the statement repeats words that the evidence has only on somebody's authority
("according to the ministry", "police believe") and names no authority itself, or when it is nothing
but a quotation. It passes when the
article elsewhere says the same in its own words. Whether the authority named is the right one is
for the checks of names and quotations.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.article import Span, story
from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult
from summarize.values.memory import TEXTS
from summarize.values.quotes import find_quotations
from summarize.values.saying import PRONOUN
from summarize.values.sourced import SPEECH, Sourced, find_sourced
from summarize.values.words import stems, tokens

NAME: Final = "attribution"

# The share of the statement's words that must be on authority only: fewer, and it is another's.
ON_AUTHORITY: Final = 0.6
# Two words may meet by chance.
FEWEST: Final = 3
# The share of those words that one sentence in the reporter's own voice must have to free them.
ELSEWHERE: Final = 0.8

# With any of these a statement names a source, or says that somebody spoke.
SAYS: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|(?<!been )(?<!was )(?<!were )(?<!are )(?<!is )told|tell(?:s|ing)?"
    r"|w(?:rite|rites|rote|riting)|tweet\w*"
    r"|according to|in the (?:view|words|opinion) of|citing|cite[sd]|quot(?:es|ed|ing)|stated"
    r"|(?:alleg|estimat|believ|argu|insist|contend|predict|explain|testif|accus|suspect|purported"
    r"|rumou?r|supposed|apparent|theori[sz])\w*"
    r"|(?:claim|suggest|maintain|assert|report|add|note|think|feel|question)(?:ed|d|s|es|ing)"
    r"|den(?:y|ied|ies|ying)|thought|felt|think|claim|noting)\b",
    re.IGNORECASE,
)
# So do these, where they are not themselves among the words that are somebody's.
SPEAKS: Final = re.compile(
    r"\b(?:(?:declar(?:e|i)|warn|describ|prais|condemn|critici|blam|confirm|acknowledg|admit|reveal"
    r"|announc|conced|complain|conclud|apologi|emphasi|reckon|anticipat|spokes|witness|research"
    r"|analyst|expert|reiterat|reaffirm|caution|lament|elaborat|testimon|justif)\w*"
    r"|(?:fear|doubt|call|hope|expect|recall|remark|respond|urge|ask|thank|promise|vow|pledge"
    r"|express|wish|want|joke|observe|mention|discuss|defend|dismiss|reject|agree|appeal|demand"
    r"|compare|hail|welcome|stress|guess|assess|calculate|forecast|regard|consider|reason"
    r"|boast|brag|quip|muse|retort|counter|object|protest|disclose|proclaim|attribute)"
    r"(?:ed|d|s|es|ing)"
    r"|repl(?:y|ied|ies)|point(?:s|ed) out|hoping|source[sd]?|poll|survey|stud(?:y|ies)|statement"
    r"|testimony|interview|findings"
    r"|(?:results|figures|data|documents?|posts?|posting|memo|letter|notice) "
    r"(?:show|reveal|indicate|describe)\w*)\b",
    re.IGNORECASE,
)
# "Apple said it will": whose intention it is, the statement says by naming them.
_OWN_PLAN: Final = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|I)(?:['’]ll|['’]d| (?:will|would|plans?|planned|intends?"
    r"|intended|hopes?|hoped|wants?|wanted|expects?|expected"
    r"|(?:was|is|are|were|am) (?:going|set) to))\b"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of one sentence on authority, and in the reporter's own voice."""

    sourced: tuple[Sourced, ...]
    own: frozenset[str]


def attribution(claim: Claim) -> CheckResult:
    """Check a statement that names no source against the sources of its evidence."""
    if claim.is_quote:
        return passed(NAME)
    if is_bare_quotation(claim.statement):
        return failed(NAME, "it is a quotation and names nobody: say who said it")
    if SAYS.search(claim.statement) or _quotes_somebody(claim.statement):
        return passed(NAME)
    text = story(claim.article)
    said = stems(tokens(claim.statement))
    every = [heard(text, span) for span in claim.evidence]
    own = {stem for one in every for stem in one.own}
    for one in every:
        for sourced in one.sourced:
            if _speaks(claim.statement, sourced.span.of(text)):
                continue
            only = (said & stems(tokens(sourced.span.of(text)))) - own
            if len(only) < max(FEWEST, ON_AUTHORITY * len(said)) or _is_own_plan(sourced, claim):
                continue
            if not _told_as_fact(said, only, claim):
                return failed(NAME, _reason(sourced))
    return passed(NAME)


def is_bare_quotation(words: str) -> bool:
    """Say whether words are somebody's speech from beginning to end, and nothing says whose."""
    said = find_quotations(words)
    kept = list(words)
    for one in said:
        kept[one.span.start : one.span.end] = " " * (one.span.end - one.span.start)
    speech = any(len(one.text.split()) >= SPEECH for one in said)
    return speech and not any(map(str.isalnum, kept))


def _reason(sourced: Sourced) -> str:
    if not sourced.source or re.fullmatch(PRONOUN, sourced.source):
        return "the article has this as somebody's word, not as fact: say whose word it is"
    cue = " ".join(sourced.cue.split())
    return f"the article gives this as the word of {sourced.source}: keep {cue!r}"


def _speaks(statement: str, sourced: str) -> bool:
    """Say whether the statement has a word of speaking that is not in the sourced words."""
    theirs = {m.group().casefold() for m in SPEAKS.finditer(sourced)}
    return any(m.group().casefold() not in theirs for m in SPEAKS.finditer(statement))


def _quotes_somebody(statement: str) -> bool:
    """Say whether enough of the statement is in quotation marks to show that it is not fact."""
    quoted = sum(len(q.text.split()) for q in find_quotations(statement))
    return quoted >= SPEECH


def _is_own_plan(sourced: Sourced, claim: Claim) -> bool:
    if not _OWN_PLAN.match(sourced.span.of(claim.article.text)):
        return False
    named = stems(tokens(sourced.source))
    return not named or bool(named & stems(tokens(claim.statement)))


def _told_as_fact(said: set[str], only: set[str], claim: Claim) -> bool:
    """Say whether a sentence of the article tells these words in the reporter's own voice."""
    # Headlines drop sources by custom, so only a headline may follow the article's own.
    like = ("body",) if claim.statement.rstrip()[-1:] in ".!?" else ("body", "headline")
    for sentence in claim.article.sentences:
        if sentence.kind not in like:
            continue
        own = heard(story(claim.article), sentence.words).own
        if len(only & own) >= ELSEWHERE * len(only) and len(said & own) >= ON_AUTHORITY * len(said):
            return True
    return False


@lru_cache(maxsize=TEXTS)
def heard(text: str, sentence: Span) -> Heard:
    """Return who says what in a sentence of `text`."""
    sourced = find_sourced(text, sentence)
    kept = list(sentence.of(text))
    for one in sourced:
        for at in range(one.span.start - sentence.start, one.span.end - sentence.start):
            kept[at] = " "
    return Heard(sourced, frozenset(stems(tokens("".join(kept)))))
