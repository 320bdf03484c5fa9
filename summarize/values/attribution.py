"""Find who a news text says said a quotation.

The ways an attribution is written are a closed list: `"…," said X`, `"…," X said`, `X said "…"`,
`according to X`, `X: "…"`, and a quotation that goes on after one of these. Otherwise the speaker
is None: an attribution to the wrong person is worse than none.
"""

import re
from dataclasses import dataclass

from summarize.values import saying
from summarize.values.span import Span
from summarize.values.speakers import speaker_name
from summarize.values.speakers_before import introduced, is_subject, led_up_to, reported, trim
from summarize.values.speakers_carried import Passage, carried, last_sentence, sentence_ends


@dataclass(frozen=True, slots=True)
class Source:
    """Who is named as having said a passage."""

    span: Span | None
    name: str | None
    said: bool


def attribute(text: str, passages: list[Passage]) -> list[Source]:
    """Return the source of each passage, in the same order."""
    found = [_direct(text, passages, index) for index in range(len(passages))]
    sources: list[Source] = []
    for index, passage in enumerate(passages):
        span = found[index]
        if span is None:
            span = carried(text, passages, found, index) or reported(
                text, passage, since=passages[index - 1].outer.end if index else 0
            )
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
    sentence = last_sentence(before)
    inner = passage.inner.of(text)
    what = saying.WHAT_CALLED.search(sentence)
    if what is None and saying.NAMING.search(sentence) and len(inner.split()) < 8:
        return None
    last = inner.rstrip("'’\"”")[-1:]
    ends_clause = last in ",!?—-" or after[:1] == "," or (last in ".…" and after[1:2].islower())
    following = _after(after, passage.outer.end) if ends_clause else None
    if following is not None and following.certain:
        return following.span
    dashed = saying.DASHED.match(after) if last in ".?!…" or after[:1] == "." else None
    if match := saying.ACCORDING.match(after) or dashed:
        return trim(match, passage.outer.end)
    if span := led_up_to(sentence, passage.outer.start - len(sentence)):
        return span
    if following is not None:
        return following.span
    if not before.strip() and (span := introduced(text, passage)):
        return span
    return _at_end(after, passage.outer.end, inner)


@dataclass(frozen=True, slots=True)
class _Following:
    """The subject of a verb of saying after a passage."""

    span: Span
    certain: bool
    """False where the verb has a clause of its own after it, which may be all that was said."""


def _after(after: str, offset: int) -> _Following | None:
    """Return the speaker of an attribution that follows the closing mark."""
    match = saying.VERB_FIRST.match(after)
    if match and not re.match(r"(?:that|it|to|in|on|at|at|with|for)\b", match["who"]):
        return _Following(trim(match, offset), certain=True)
    if (match := saying.SUBJECT_FIRST.match(after)) and is_subject(match["who"]):
        certain = saying.ATTRIBUTES.match(after, match.end()) is not None
        return _Following(trim(match, offset), certain)
    return None


def _at_end(after: str, offset: int, inner: str) -> Span | None:
    """Return the speaker named at the end of a sentence that opens with quoted words."""
    if inner[-1:] in ".?!" or not after[:1].isspace():
        return None
    ends = sentence_ends(after)
    rest = after[: ends[0]].rstrip() if ends else after
    match = saying.LATER.search(rest if rest.endswith(".") else rest + ".")
    if match is None:
        return None
    group = "who" if match["who"] else "whom"
    if not is_subject(match[group]):
        return None
    return Span(
        offset + match.start(group), offset + match.start(group) + len(match[group].rstrip())
    )


def _is_speech(text: str, passage: Passage) -> bool:
    """Say whether a passage nobody is named for is nevertheless a whole sentence somebody said."""
    words = passage.inner.of(text)
    return (
        passage.continues
        or (len(words.split()) >= 6 and words[-1:] in ",.?!")
        or len(words.split()) >= 10
    )
