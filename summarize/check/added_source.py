"""Find a source that a statement names and its evidence does not: "…, police say".

It fails where the cited sentences and the one before them report nobody's words at all, in whatever
form; where the article knows no such source; and where a statement that ends with its source has
hardly a word of what they give as that source's, and nearly all its words from what they tell in
the reporter's own voice.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarize.article import story
from summarize.check.attribution import SAYS, SPEAKS, Heard, heard
from summarize.check.claim import Claim
from summarize.values.memory import ARTICLES
from summarize.values.saying import PRONOUN
from summarize.values.sourced import Sourced, find_sourced
from summarize.values.span import Span
from summarize.values.words import every_stem, stem, stems, tokens

_QUOTED: Final = re.compile(r"[\"“”]|(?<!\w)['‘]\w")
_NOBODY: Final = re.compile(rf"(?:{PRONOUN})?")
_AT_END: Final = re.compile(r"(?P<what>[^\"“”]+), (?P<cue>(?P<who>[^,]{2,60}?) (?:says?|said))\.?")
# "The mayor announced that", "Leeds has revealed that": what follows is the announcement.
_AT_START: Final = re.compile(
    r"(?P<cue>(?P<who>[A-Z][^,;:\"“”]{1,60}?) (?:(?:has|have|had|also|later) )*"
    r"(?:announced|announces|revealed|reveals|confirmed|confirms|disclosed|discloses|admitted|admits"
    r"|acknowledged|acknowledges|declared|declares|stated|states|claimed|claims|reported|reports"
    r"|warned|warns|noted|notes|added|adds|pointed out|told reporters|conceded|insisted|insists"
    r"|made clear|explained|explains|argued|argues|stressed|emphasi[sz]ed|said|says))"
    r" that (?P<what>[^\"“”]+)"
)
# What any article's speakers may be called, and what only those that tell of one of the others.
_ANYBODY: Final = frozenset(
    stem(word)
    for word in """official authority source report reporter critic expert analyst observer
    spokesman spokeswoman spokesperson media statement aide adviser government ministry minister
    leader supporter opponent campaigner activist company firm group agency organiser organizer
    representative people others man woman relative family friend witness victim""".split()
)
_KIN: Final = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "police officer detective constable sheriff cop inspector superintendent sergeant",
        "prosecutor attorney lawyer indictment charge court judge",
        "scientist researcher study research professor university academic author",
        "doctor medic hospital surgeon nurse physician health",
        "voter poll survey resident local neighbour neighbor tenant",
        "economist bank economy trader investor market",
        "republican democrat lawmaker senator congressman party politician mp",
    )
)
# An archaeologist is known where anything archaeological is.
ALIKE: Final = 6
# With fewer words of meaning before its source, a statement tells too little to compare.
FEWEST: Final = 3
# At most this share of them is the source's in the evidence, and at least that the reporter's own.
HARDLY: Final = 0.25
NEARLY: Final = 0.8
# So many words beside its name a source may have a verb of saying.
NEAR: Final = 8


def added_source(claim: Claim) -> str | None:
    """Return who says so in the statement alone; None when somebody may in the evidence."""
    one = _source(claim.statement)
    if one is None:
        return None
    near = _near(claim)
    speaks = any(form.search(words) for words in near for form in (SAYS, SPEAKS, _QUOTED))
    who = stems(tokens(one.source))
    known = any(who & stems(tokens(words)) for words in near) or _is_known(who, claim)
    if speaks and known and not _is_told_otherwise(one, claim, near):
        return None
    cue = " ".join(one.cue.split())
    return f"the cited sentences do not have {one.source!r} say so: leave {cue!r} out"


def _source(said: str) -> Sourced | None:
    """Return the first source that a statement names; a headline may be short before its own."""
    if ends := _AT_END.fullmatch(said):
        return Sourced(Span(0, ends.end("what")), ends["who"], ends["cue"])
    if starts := _AT_START.match(said):
        return Sourced(Span(*starts.span("what")), starts["who"], starts["cue"])
    named = find_sourced(said, Span(0, len(said))) if said else ()
    return named[0] if named else None


def _near(claim: Claim) -> list[str]:
    """Return the cited words, and the sentences before them."""
    text = story(claim.article)
    near = [span.of(text) for span in claim.evidence]
    for before, sentence in pairwise(claim.article.body()):
        if any(sentence.words.start <= span.start < sentence.words.end for span in claim.evidence):
            near.append(before.words.of(text))
    return near


def _is_known(who: set[str], claim: Claim) -> bool:
    """Say whether anything of the article may be called as the source is."""
    known = _begun(story(claim.article))
    return not who or any(
        part in _ANYBODY
        or part[:ALIKE] in known
        or any(part in kin and known & {w[:ALIKE] for w in kin} for kin in _KIN)
        for part in who
    )


@lru_cache(maxsize=ARTICLES)
def _begun(text: str) -> frozenset[str]:
    """Return what the words of a text begin with."""
    return frozenset(word[:ALIKE] for word in every_stem(text))


def _is_told_otherwise(one: Sourced, claim: Claim, near: Sequence[str]) -> bool:
    """Say whether a statement that ends with its source has its words from somebody else."""
    said = stems(tokens(one.span.of(claim.statement)))
    who = stems(tokens(one.source))
    is_end = one.cue in claim.statement[one.span.end :]
    is_start = claim.statement.startswith((one.cue, one.cue[:1].upper() + one.cue[1:]))
    if len(said) < FEWEST or not who or not (is_end or is_start):
        return False
    text = story(claim.article)
    every = [heard(text, span) for span in claim.evidence]
    theirs = {stem for h in every for stem in _theirs(h, who, text)}
    own = {stem for h in every for stem in h.own}
    if len(said & own) < NEARLY * len(said) or len(said & theirs) > HARDLY * len(said):
        return False
    if any(_may_speak(words, who) for words in near):
        return is_end and bool(theirs)
    return is_end or not _reports(claim, said)


def _reports(claim: Claim, said: set[str]) -> bool:
    """Say whether the cited sentence with most of these words has a word of speaking: "the champion
    has revealed", whom the statement may name.
    """
    told = max(claim.evidence_text().split("\n"), key=lambda line: len(said & stems(tokens(line))))
    return any(form.search(told) for form in (SAYS, SPEAKS))


def _theirs(of: Heard, who: set[str], text: str) -> set[str]:
    """Return the stems of what a sentence gives as this source's words, or perhaps as theirs."""
    spoken = [s for s in of.sourced if _NOBODY.fullmatch(s.source) or stems(tokens(s.source)) & who]
    return {stem for one in spoken for stem in stems(tokens(one.span.of(text)))}


def _may_speak(words: str, who: set[str]) -> bool:
    """Say whether a verb of saying stands near the source's name."""
    found = tokens(words)
    places = [i for i, token in enumerate(found) if token.stem in who]
    near = (found[max(0, i - NEAR) : i + NEAR + 1] for i in places)
    return any(
        form.search(" ".join(t.text for t in some)) for some in near for form in (SAYS, SPEAKS)
    )
