"""Find who a news text says said a quotation.

The ways an attribution is written are a closed list: `"…," said X`, `"…," X said`, `X said "…"`,
`according to X`, `X: "…"`, and a quotation that goes on after one of these. Otherwise the speaker
is None: an attribution to the wrong person is worse than none.
"""

import re
from dataclasses import dataclass
from typing import Final

from summarize.values import saying
from summarize.values.gazetteer import FUNCTION_WORDS
from summarize.values.saying import PRONOUN, SAY, SHORT
from summarize.values.span import Span
from summarize.values.speakers import speaker_name


@dataclass(frozen=True, slots=True)
class Passage:
    """Words between quotation marks, as found."""

    outer: Span
    """With the marks."""
    inner: Span
    paragraph: Span
    continues: bool
    """It goes on with the last one of the paragraph before, which was left open."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who is named as having said a passage."""

    span: Span | None
    name: str | None
    said: bool


NOBODY: Final = Source(None, None, said=False)


def attribute(text: str, passages: list[Passage]) -> list[Source]:
    """Return the source of each passage, in the same order."""
    found = [_direct(text, passages, index) for index in range(len(passages))]
    sources: list[Source] = []
    for index, passage in enumerate(passages):
        span = found[index]
        if span is None:
            span = _carried(text, passages, found, index)
            found[index] = span
        said = span is not None or _is_speech(text, passage)
        sources.append(Source(span, None, said=said))
    quoted = [p.inner for p in passages]
    return [
        Source(s.span, speaker_name(text, s.span, quoted) if s.span else None, said=s.said)
        for s in sources
    ]


def _direct(text: str, passages: list[Passage], index: int) -> Span | None:
    """Return the speaker that stands directly after or before a passage, in its own paragraph."""
    passage = passages[index]
    after_end = passages[index + 1].outer.start if index + 1 < len(passages) else len(text)
    after = text[passage.outer.end : max(passage.outer.end, min(after_end, passage.paragraph.end))]
    before_start = passages[index - 1].outer.end if index else 0
    before = text[max(before_start, passage.paragraph.start) : passage.outer.start]
    sentence = _last_sentence(before)
    inner = passage.inner.of(text)
    if saying.NAMING.search(sentence) and len(inner.split()) < 8:
        return None
    last = inner.rstrip("'’\"”")[-1:]
    ends_clause = last in ",!?—-" or after[:1] == "," or (last in ".…" and after[1:2].islower())
    if ends_clause and (span := _after(after, passage.outer.end)):
        return span
    if match := saying.ACCORDING.match(after):
        return _trim(match, passage.outer.end)
    if span := _before(sentence, passage.outer.start - len(sentence)):
        return span
    if not before.strip():
        return _introduced(text, passage) or _at_end(after, passage.outer.end, inner)
    return None


def _after(after: str, offset: int) -> Span | None:
    """Return the speaker of an attribution that follows the closing mark."""
    match = saying.VERB_FIRST.match(after)
    if match and not re.match(r"(?:that|it|to|in|on|at|at|with|for)\b", match["who"]):
        return _trim(match, offset)
    if (match := saying.SUBJECT_FIRST.match(after)) and _is_subject(match["who"]):
        return _trim(match, offset)
    return None


def _at_end(after: str, offset: int, inner: str) -> Span | None:
    """Return the speaker named at the end of a sentence that opens with quoted words."""
    if inner[-1:] in ".?!" or not after[:1].isspace():
        return None
    rest = re.split(rf"(?<={'[a-z]'}{'[a-z]'})\.\s", after)[0]
    match = saying.LATER.search(rest if rest.endswith(".") else rest + ".")
    if match is None:
        return None
    group = "who" if match["who"] else "whom"
    if not _is_subject(match[group]):
        return None
    return Span(
        offset + match.start(group), offset + match.start(group) + len(match[group].rstrip())
    )


def _is_subject(words: str) -> bool:
    """Say whether words before a verb of saying can be its subject, not a clause of their own."""
    if len(words.split()) > 14 or re.search(r"\b(?:and then|but|because|which|that)\b", words):
        return False
    if words.casefold() in FUNCTION_WORDS and not re.fullmatch(PRONOUN, words):
        return False
    return not saying.NO_SUBJECT.match(words[:1].lower() + words[1:])


def _last_sentence(before: str) -> str:
    """Return the unfinished sentence that `before` ends with."""
    cut = 0
    for match in re.finditer(r"[.!?][”\"’')\]]*\s+(?=[A-Z“\"‘]|$)", before):
        if not re.search(rf"\b{SHORT}\.$", before[: match.start() + 1]):
            cut = match.end()
    return before[cut:]


def _before(sentence: str, offset: int) -> Span | None:
    """Return the subject of the verb of saying in the clause that leads up to the opening mark."""
    if not sentence.strip():
        return None
    if match := saying.COLON.search(sentence):
        return _trim(match, offset)
    if match := saying.ACCORDING_FIRST.match(sentence):
        return _trim(match, offset)
    colon = sentence.rstrip().endswith(":")
    introduces = colon or re.search(rf"\b(?:{SAY})\b[^.\"“]{{0,80}}[,:]\s*$", sentence) is not None
    if not introduces and saying.TITLED.search(sentence):
        return None
    verbs = list((saying.SAYING if introduces else saying.SAYING_PARTLY).finditer(sentence))
    for match in reversed(verbs):
        lead = sentence[: match.start()]
        if saying.PASSIVE.search(lead) or saying.NOUN_NEXT.search(lead):
            continue
        if match.group().endswith("ing") or saying.ELIDED.search(lead):
            continue
        subject = _subject_before(lead)
        return subject and Span(offset + subject.start, offset + subject.end)
    if verbs or colon:
        lead_in = saying.LEAD_IN.match(sentence)
        match = saying.NAMED_FIRST.match(sentence, lead_in.end() if lead_in else 0)
        return _trim(match, offset) if match and _is_subject(match["who"]) else None
    return None


def _subject_before(clause: str) -> Span | None:
    """Return the subject that ends a clause cut off before its verb."""
    shortened = clause.rstrip()
    if helped := saying.HELPED.search(shortened + " "):
        shortened = shortened[: helped.start()]
    lead_in = saying.LEAD_IN.match(shortened)
    start = lead_in.end() if lead_in else 0
    for cut in saying.CLAUSE_CUT.finditer(shortened):
        if cut.end() < len(shortened):
            start = max(start, cut.end())
    if shortened.endswith(","):
        # "Khaled Al-Maeena, editor of the paper, said": the subject stands before the aside.
        shortened = shortened[: max(start, shortened.rfind(",", start, len(shortened) - 1))].rstrip(
            " ,"
        )
    start = max(start, shortened.rfind(",") + 1)
    while lead := saying.LEADING_WORD.match(shortened[start:]):
        start += lead.end()
    kept = re.split(r"\s+(?:who|which)\s", shortened[start:])[0]
    kept = saying.PLACE_TIME.sub("", kept) if re.match(r"\s*[A-Z]", kept) else kept
    words = kept.strip()
    if (
        not words
        or len(words.split()) > 16
        or not _is_subject(words)
        or saying.SAYING_PARTLY.search(words)
    ):
        return None
    at = start + len(kept) - len(kept.lstrip())
    return Span(at, at + len(words))


def _introduced(text: str, passage: Passage) -> Span | None:
    """Return the speaker of a paragraph ending in a colon, right before a quotation of its own."""
    if passage.paragraph.start == 0:
        return None
    head = text[: passage.paragraph.start].rstrip()
    if not head.endswith(":"):
        return None
    line = head[head.rfind("\n") + 1 :]
    sentence = _last_sentence(line)
    return _before(sentence, len(head) - len(sentence))


def _trim(match: re.Match[str], offset: int) -> Span:
    start, end = match.span("who")
    words = match["who"].rstrip()
    return (
        Span(offset + start, offset + start + len(words))
        if words
        else Span(offset + start, offset + end)
    )


def _carried(
    text: str, passages: list[Passage], found: list[Span | None], index: int
) -> Span | None:
    """Return the last passage's speaker where this one goes on after its attribution."""
    if index == 0:
        return None
    passage, last = passages[index], passages[index - 1]
    speaker = found[index - 1]
    if passage.continues:
        return speaker
    if speaker is None:
        return None
    between = text[last.outer.end : passage.outer.start]
    if passage.paragraph == last.paragraph:
        attributed = speaker.start >= last.outer.end and speaker.end <= passage.outer.start
        if attributed and len(_sentences_after(between)) == 0 and len(between) < 260:
            return speaker
        return speaker if between.strip(" ,.;") in ("", "and", "but", "...", "…") else None
    rest = text[passage.outer.end : passage.paragraph.end].strip(" .")
    alone = passage.outer.start - passage.paragraph.start < 2 and not rest
    attributed_last = not re.search(r"[A-Za-z]{3}.*[.!?]\s+[A-Z]", between) and len(between) < 160
    neighbours = text[last.paragraph.end : passage.paragraph.start].strip() == ""
    return (
        speaker
        if alone and attributed_last and neighbours and speaker.start > last.outer.end
        else None
    )


def _sentences_after(between: str) -> list[str]:
    """Return the sentences between two passages that follow the one with the attribution."""
    parts = re.split(r"(?<=[a-z0-9)\]])[.!?]\s+(?=[A-Z])", between.strip())
    return [part for part in parts[1:] if len(part) > 2]


def _is_speech(text: str, passage: Passage) -> bool:
    """Say whether a passage nobody is named for is nevertheless a whole sentence somebody said."""
    words = passage.inner.of(text)
    return (
        passage.continues
        or (len(words.split()) >= 6 and words[-1:] in ",.?!")
        or len(words.split()) >= 10
    )
