"""Check that what a statement puts in quotation marks is in the article, word for word, and by
whom.

A quotation must stand unbroken in the cited words, a "not" before it must not be lost, words of the
reporter must not become somebody's speech, and the speaker must be whom the article names. Where
the article's own attribution is not found, the speaker is not judged.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from summarize.article import story
from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult
from summarize.values.fold import find_verbatim
from summarize.values.names import find_names, same_name
from summarize.values.quotes import Quotation, find_quotations
from summarize.values.span import Span

NAME: Final = "quotes"

# Shorter words in marks are a term or a word held at a distance, which nobody need have said.
SPEECH: Final = 4
# How many words before a quotation can turn its sense round ("not", "no sign of").
REACH: Final = 4

# "According to the Herald, quoting the city's press office": so long may the second source be.
LONGEST_SOURCE: Final = 80
_CITING: Final = re.compile(r"[^.;\"“”]{0,60}?\b(?:quoting|citing|quoted|cited)\b")
_NEGATION: Final = re.compile(
    r"\b(?:not|never|no|nor|neither|nothing|nobody|without|cannot|hardly)\b|n['’`]t\b", re.I
)
_CLAUSE: Final = re.compile(
    r"[,.;:!?—–\"“”()\n]|\b(?:but|and|that|which|who|because|while|although)\b", re.I
)


def quotes(claim: Claim) -> CheckResult:
    """Check every quotation of the statement, or the statement itself where it is one."""
    if claim.is_quote:
        reason = _fault(claim, claim.statement, claim.speaker, before="", speech=True)
        return failed(NAME, reason) if reason else passed(NAME)
    for quotation in find_quotations(claim.statement):
        before = claim.statement[: quotation.span.start]
        speech = quotation.kind == "said" and len(quotation.text.split()) >= SPEECH
        reason = _fault(
            claim,
            quotation.text,
            _speaker(quotation),
            before=before,
            speech=speech,
        )
        if reason:
            return failed(NAME, reason)
    return passed(NAME)


def _speaker(quotation: Quotation) -> str | None:
    """Return whom the statement gives as the speaker; None for nobody and for pronouns."""
    return quotation.speaker_name if quotation.kind == "said" else None


def _fault(
    claim: Claim, quoted: str, speaker: str | None, *, before: str, speech: bool
) -> str | None:
    """Return what is wrong with one quotation, or None."""
    shown = f'"{quoted if len(quoted) <= 80 else quoted[:77] + "..."}"'
    text = story(claim.article)
    places = [p for span in claim.evidence for p in _places(quoted, text, span)]
    if not places:
        if next(_places(quoted, text, Span(0, max(1, len(text)))), None):
            return (
                f"the quotation {shown} is not in the cited sentences but elsewhere in "
                "the article: cite the sentence it is in"
            )
        return (
            f"the quotation {shown} is not in the article word for word: "
            "copy it exactly, or say it without quotation marks"
        )
    if all(_loses_negation(text, place, before) for place in places):
        return (
            f"the quotation {shown} leaves out a negation that stands directly before it: "
            "quote the negation too"
        )
    spoken = [
        q
        for q in find_quotations(text)
        if any(q.span.start <= p.end and p.start <= q.span.end for p in places)
    ]
    if speech and not spoken:
        return (
            f"the article says {shown} in its own words, not as a quotation: "
            "leave out the quotation marks"
        )
    named = [q.speaker_name for q in spoken]
    if (
        speaker
        and named
        and all(n is not None and _is_someone_else(speaker, n, text) for n in named)
        and not any(_is_cited_by(speaker, q, text) for q in spoken)
    ):
        return f"the article says that {named[0]} said {shown}, not {speaker}: name {named[0]}"
    return None


def _places(quoted: str, text: str, within: Span) -> Iterator[Span]:
    """Yield where the quoted words stand inside `within`.

    The case of the first letter and a comma or full stop at the end may follow the sentence around.
    """
    core = quoted.strip().rstrip(",.").rstrip()
    first = core[:1]
    for wording in dict.fromkeys([core, first.swapcase() + core[1:]]):
        rest = within
        while place := find_verbatim(wording, text, within=rest):
            yield place
            if place.end >= within.end:
                break
            rest = Span(place.end, within.end)


def _loses_negation(text: str, place: Span, before: str) -> bool:
    """Say whether a negation directly before the words is missing in the statement."""
    lead = text[max(0, place.start - 60) : place.start].rstrip("\"“‘'")
    clause = _CLAUSE.split(lead)[-1]
    words = clause.split()[-REACH:]
    if not _NEGATION.search(" ".join(words)) or re.search(r"\bnot (?:only|just)\b", clause):
        return False
    return not _NEGATION.search(before)


def _is_someone_else(speaker: str, named: str, text: str) -> bool:
    """Say whether two speakers are certainly different ones: two people, or two organisations."""
    if same_name(speaker, named):
        return False
    kinds = {n.name: n.kind for n in find_names(text)}
    one, other = _kinded(speaker, kinds), _kinded(named, kinds)
    if one is None or other is None or one[1] != other[1]:
        return False
    return not same_name(one[0], other[0])


def _is_cited_by(speaker: str, quotation: Quotation, text: str) -> bool:
    """Say whether the speaker found only passes on what this one said: "the agency, quoting X"."""
    if quotation.speaker is None:
        return False
    start = quotation.speaker.end
    citing = _CITING.match(text, start)
    return citing is not None and any(
        same_name(speaker, name.name)
        for name in find_names(text)
        if citing.end()
        <= name.span.start
        < min(citing.end() + LONGEST_SOURCE, quotation.span.start)
    )


def _kinded(speaker: str, kinds: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the person or organisation that a speaker's description names, with its kind."""
    found = [(n.name, kinds.get(n.name, n.kind)) for n in find_names(f"It was {speaker}.")]
    certain = [pair for pair in found if pair[1] in ("person", "organisation")]
    return certain[-1] if certain else None
