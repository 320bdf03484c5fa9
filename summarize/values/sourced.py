"""Find which words of a news text are somebody's word, and whose.

The forms are a closed list: `according to X, …`, `…, according to X`, `X says that …`, `…, X said`,
`…, said X`, `in X's view, …` and quotations somebody is said to have said. What somebody does by
saying it (announces, agrees, vows) or knows to be so (finds, confirms) is not such a word: it is an
event, or a fact the text takes for granted. How far an attribution reaches is cut short in doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.values.memory import TEXTS
from summarize.values.quotes import find_quotations
from summarize.values.saying import PASSIVE, PRONOUN, SHORT
from summarize.values.span import Span


@dataclass(frozen=True, slots=True)
class Sourced:
    """Words that the text gives on somebody's authority."""

    span: Span
    source: str
    """Who, as the text calls them."""
    cue: str
    """How the text says so, as written, such as "according to the ministry"."""


# A quotation shorter than this is a word of the reporter's sentence held at a distance.
SPEECH: Final = 4
# No sentence of news is longer; in a list or a table nobody says anything.
LONGEST: Final = 1500
_VERBS: Final = (
    r"(?:said|says|saying|told|tells|telling|wrote|writes|tweeted|claim(?:ed|s|ing)"
    r"|alleg(?:ed|es|ing)|estimat(?:ed|es|ing)|believ(?:ed|es)|thinks?|thought|argu(?:ed|es|ing)"
    r"|insist(?:ed|s|ing)|suggest(?:ed|s|ing)|maintain(?:ed|s)|assert(?:ed|s)|contend(?:ed|s)"
    r"|predict(?:ed|s|ing)|stat(?:ed|es|ing)|add(?:ed|s|ing)|explain(?:ed|s|ing)|believe|say|claim"
    r"|allege|estimate|argue|insist|suspect(?:ed|s)?|report(?:ed|s|ing)|declared|testified)"
)
# These take a thing as well as a clause ("added a goal"), so only "that" shows that one follows.
_NEED_THAT: Final = re.compile(
    r"(?:add|maintain|suggest|report|tweet|predict|estimat|declar|stat|suspect|explain|assert|contend"
    r"|alleg|claim|insist|argu|wr)", re.IGNORECASE
)  # fmt: skip
_THAT: Final = re.compile(rf"\s+(?:that\b|{PRONOUN}\b)", re.IGNORECASE)
_NO_CLAUSE: Final = re.compile(r"\s+(?:to|of|in|so|goodbye|yes|no|about)\b")
_SAYS: Final = re.compile(rf"\b{_VERBS}\b")
_TOLD: Final = re.compile(
    r"\s+(?P<whom>(?!that\b|to\b)(?:[\w.’'&-]+\s){0,5}?[\w.’'&-]+)\s+"
    rf"(?=that\b|the\b|an?\b|{PRONOUN}\b|[A-Z])"
)
_SUBJECT_FIRST: Final = re.compile(
    rf"(?P<who>(?:{SHORT}\.|[^\s,.;:!?\"“”()—–])(?:\b{SHORT}\.|[^,.;:!?\"“”()—–\n]|\.(?=\w)){{0,110}}?)"
    rf"\s+(?:has |had |have |also |later |then |[a-z]+ly ){{0,3}}$"
)
_NO_SUBJECT: Final = re.compile(
    r"(?:.*\b)?(?:to|not|without|by|of|the|an?|for|is|was|be|been|who|which|that|it's)$"
    r"|(?:it|there)$", re.IGNORECASE
)  # fmt: skip
_WHEN: Final = (
    r"(?:\s+(?:on|in|at|during|late|last|earlier|early|this|yesterday|today|after|via|from|to"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b[^,.;:\"“”]{0,60}"
    r"|\s+[A-Z][^,.;:\"“”]{0,50})?"
)
# "Worse than previously thought", "as first reported": nobody in particular thinks so.
_COMPARED: Final = re.compile(
    r"\b(?:than|as|if)\s+(?:(?:first|once|\w+ly)\s+){0,2}$", re.IGNORECASE
)
_ENDS: Final = re.compile(rf"{_WHEN}\s*(?=[.,;!?]|$)")
_INVERTED: Final = re.compile(
    r"(?P<cue>(?:said|says|wrote|added|told)\s+(?!that\b)(?P<who>[^.,;:\"“”]{2,90}))(?=[.,;]|$)"
)
# "The minister, who resigned, said the plan was sound": that is no name.
_HAS_VERB: Final = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|can|could|should|must|may|might|did|does|do|not)\b"
)
_ACCORDING: Final = re.compile(
    r"\b(?P<cue>(?:according to|in the (?:view|opinion|words) of)\s+"
    r"(?!plan\b|plans\b|schedule|law\b|custom|tradition|local time|how\b|whether\b|need\b)"
    rf"(?P<who>(?:{SHORT}\.|[^,.;:\"“”()\n]|\.(?=\w)){{2,110}}))", re.IGNORECASE
)  # fmt: skip
_LEADS: Final = re.compile(
    r"(?:^|\b(?:that|but|and|however|meanwhile),?|[;:—–])\s*$", re.IGNORECASE
)
_LEADING_SOURCE: Final = re.compile(
    r"(?:(?:the|an?|its|his|her|their|local|state|police|news|official|several|some|two|many|one)"
    r"\s+)*"
    r"(?:[A-Z][\w’'.&-]*(?:\s+(?:of|and|for|the|in|on)(?=\s+[A-Z]))?\s*"
    r"|(?:officials?|police|reports?|sources?|media|agency|polls?|statement|website|authorities"
    r"|witnesses|figures|study|survey|government|experts|analysts)\b\s*)+"
)
# Here a clause of the reporter's own may begin.
_CUT: Final = re.compile(
    r";|(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][”\"’']*\s+(?=[A-Z“\"‘'])"
    r"|, (?:but|while|although|(?:even )?though|whereas|yet)\b"
    r"|, and (?=(?:the|an?|he|she|it|they|we|I|there|this|his|her|their|its|police)\b|[A-Z])"
    r"|\bbut\b| — | – "
)
# 'The plan failed "We never had a chance to win," said Cole': of a caption run into a quotation,
# and of what else the reporter tells before one, nothing is Cole's.
_WHOLE_QUOTED: Final = re.compile(
    r"(?:“(?=[A-Z])[^“”]+[,?!]”|(?<!\w)\"(?=[A-Z])[^\"]+[,?!]\"|‘(?=[A-Z])[^‘”“]+[,?!]’)\s*$"
)
_JOINS: Final = re.compile(r"^(?:(?:but|and|yet|so|however|then|that)\b,? ?)+", re.IGNORECASE)
_DASHES: Final = ("—", "–")
_ASIDE_ENDS: Final = re.compile(r"[,;—–)]")


@lru_cache(maxsize=TEXTS)
def find_sourced(text: str, sentence: Span) -> tuple[Sourced, ...]:
    """Return the words of a sentence of `text` that are somebody's, in order of the forms."""
    if sentence.end - sentence.start > LONGEST:
        return tuple(_quoted(text, sentence))
    return (*_quoted(text, sentence), *_told(sentence.of(text), sentence.start))


def _quoted(text: str, sentence: Span) -> Iterator[Sourced]:
    """Yield the quoted words of the sentence; a quotation may begin or end outside it."""
    for quotation in find_quotations(text):
        start = max(quotation.span.start, sentence.start)
        end = min(quotation.span.end, sentence.end)
        speech = quotation.kind == "said" and len(quotation.text.split()) >= SPEECH
        if start < end and speech:
            who = quotation.speaker_name or ""
            yield Sourced(Span(start, end), who, f"{who} said" if who else "who said it")


def _told(words: str, offset: int) -> Iterator[Sourced]:
    """Yield what the reporter gives in indirect speech."""
    for match in _ACCORDING.finditer(words):
        yield from _according(words, offset, match)
    turned = set()
    for match in _INVERTED.finditer(words):
        before = words[: match.start()].rstrip(" \"”’'")
        if before.endswith((",", "?", "!")) and not _HAS_VERB.search(match["who"]):
            turned.add(match.start())
            yield from _made(offset, _back(words, match.start()), match)
    for match in _SAYS.finditer(words):
        if match.start() not in turned:
            yield from _said(words, offset, match)


def _according(words: str, offset: int, match: re.Match[str]) -> Iterator[Sourced]:
    """Yield the clause before or after "according to X"."""
    before = words[: match.start()].rstrip()
    # "It is a hoax — or a bad joke — according to the firm."
    closes = before.endswith(_DASHES) and not words[match.end() :].strip(' ."”')
    if closes or not _LEADS.search(before):
        yield from _made(offset, _back(words, match.start()), match)
        return
    who = match["who"].rstrip()
    start = match.start("who")
    if words[match.end() : match.end() + 1] != ",":
        # "According to the ministry over 300 people died": the name ends where small words begin.
        named = _LEADING_SOURCE.match(words, start)
        who = named.group().rstrip() if named else who.split()[0]
    reach = Span(start + len(who), max(start + len(who) + 1, _onward(words, start + len(who))))
    cue = words[match.start() : start + len(who)]
    yield Sourced(Span(offset + reach.start, offset + reach.end), who, cue[0].lower() + cue[1:])


def _made(offset: int, reach: Span | None, match: re.Match[str]) -> Iterator[Sourced]:
    if reach is not None:
        yield Sourced(
            Span(offset + reach.start, offset + reach.end),
            match["who"].strip(" ."),
            match["cue"].strip(" ."),
        )


def _said(words: str, offset: int, match: re.Match[str]) -> Iterator[Sourced]:
    """Yield what stands after "X says", or before it where the sentence ends with it."""
    lead = words[: match.start()]
    if PASSIVE.search(lead) or _COMPARED.search(lead):
        return
    subject = _SUBJECT_FIRST.search(lead)
    opens = max(lead.rfind(","), lead.rfind(" who "), lead.rfind(" which "), lead.rfind("("))
    aside = re.match(r"[,(]? ?(?:who|which)\b", lead[opens:]) is not None if opens >= 0 else False
    after_aside = lead.rstrip().endswith((",", ")"))
    if not (subject or after_aside or aside) or _NO_SUBJECT.match(lead.strip()[-40:]):
        return
    who = " ".join(subject["who"].split()[-8:]) if subject else lead.strip(" ,")[:60]
    who = _JOINS.sub("", who.strip(" '’\"”"))
    cue = f"{who} {match.group()}"
    ends = _ENDS.match(words, match.end())
    if ends and subject and lead[: subject.start()].rstrip(" \"”’'").endswith((",", "?", "!")):
        reach = _back(words, subject.start())
        told = reach is not None and len(words[reach.start : reach.end].split()) > SPEECH
        if reach is not None and told:
            yield Sourced(Span(offset + reach.start, offset + reach.end), who, cue)
            return
    start = match.end()
    if match.group().startswith(("tell", "told")):
        told_to = _TOLD.match(words, start)
        if told_to is None:
            return
        start = told_to.end()
    elif not _takes_clause(match.group(), words, start):
        return
    end = _onward(words, start)
    if aside and (closing := _ASIDE_ENDS.search(words, start)):
        end = min(end, closing.start())
    if len(words[start:end].split()) >= SPEECH - 1:
        yield Sourced(Span(offset + start, offset + end), who, cue)


def _takes_clause(verb: str, words: str, start: int) -> bool:
    """Say whether what stands after a verb of saying is a clause, not a thing or a place."""
    if _NEED_THAT.match(verb):
        return _THAT.match(words, start) is not None
    return _NO_CLAUSE.match(words, start) is None


def _back(words: str, end: int) -> Span | None:
    """Return the clause that ends at `end`, with what stands between dashes in it; where a whole
    sentence in quotation marks ends there, that alone.
    """
    if quoted := _WHOLE_QUOTED.search(words, 0, end):
        return Span(quoted.start(), end)
    cuts = [m.end() for m in _CUT.finditer(words, 0, end) if words[m.end() : end].strip()]
    if cuts and words[:end].rstrip().endswith(_DASHES) and words[cuts[-1] - 2] in _DASHES:
        cuts.pop()
    start = cuts[-1] if cuts else 0
    return Span(start, end) if words[start:end].strip(' ,"“”') else None


def _onward(words: str, start: int) -> int:
    """Return where the clause that begins at `start` ends."""
    cut = _CUT.search(words, start)
    return cut.start() if cut else len(words)
