"""Decide whether a quotation that names no speaker goes on with one named just before it.

A quotation is carried on when the text gives no reason to think that anybody else speaks: the rest
of an attributed sentence, the next sentence of the same paragraph, a paragraph that is nothing but
a quotation, or a whole sentence quoted right after "X said that …". Anything else has no speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.values.saying import CHANGES_SPEAKER, ELIDED, SAYING_PARTLY, SHORT
from summarize.values.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Words between quotation marks, as found."""

    outer: Span
    """With the marks."""
    inner: Span
    paragraph: Span
    continues: bool
    """It goes on with the last one of the paragraph before, which was left open."""


# Between two parts of one attributed sentence stand a few words; more begin a thought of their own.
_SAME_SENTENCE: Final = 160
# After `"…," said X`, the words up to the next quotation: when, where and to whom.
_ATTRIBUTION: Final = 260
# A term of so few words inside an attribution ("on NBC's “Today” show") interrupts nobody.
_TERM: Final = 4
# More terms than this in a row are a list, and no longer part of an attribution.
_MOST_TERMS: Final = 3
_SENTENCE_END: Final = re.compile(r"[.!?][”\"’')\]]*\s+(?=[A-Z“\"‘]|$)")
_SHORTENED: Final = re.compile(rf"\b{SHORT}\.$")


def sentence_ends(text: str) -> list[int]:
    """Return where sentences end in `text`, behind the space that follows; not after "Mr."."""
    return [
        m.end()
        for m in _SENTENCE_END.finditer(text)
        if not _SHORTENED.search(text, max(0, m.start() - 8), m.start() + 1)
    ]


def last_sentence(before: str) -> str:
    """Return the unfinished sentence that `before` ends with."""
    ends = sentence_ends(before)
    return before[ends[-1] :] if ends else before


def carried(
    text: str, passages: Sequence[Passage], found: Sequence[Span | None], index: int
) -> Span | None:
    """Return the speaker, named before, whom a passage goes on with; None when nobody is sure."""
    passage = passages[index]
    before = _last_that_counts(text, passages, found, index)
    if before is None:
        return None
    last, speaker = passages[before], found[before]
    if passage.continues and before == index - 1:
        return speaker
    if speaker is None:
        return None
    between = text[last.outer.end : passage.outer.start]
    if passage.paragraph == last.paragraph:
        return speaker if _goes_on(text, passage, last, speaker) else None
    rest = text[passage.outer.end : passage.paragraph.end].strip(" .")
    alone = passage.outer.start - passage.paragraph.start < 2 and not rest
    attributed_last = not sentence_ends(between.rstrip()) and len(between) < 160
    neighbours = text[last.paragraph.end : passage.paragraph.start].strip() == ""
    goes_on = alone and attributed_last and neighbours and speaker.start > last.outer.end
    return speaker if goes_on else None


def _goes_on(text: str, passage: Passage, last: Passage, speaker: Span) -> bool:
    """Say whether a passage has the speaker of the last one of its paragraph."""
    between = text[last.outer.end : passage.outer.start]
    if between.strip(" ,.;") in ("", "and", "but", "...", "…"):
        return True
    if last.outer.end <= speaker.start and speaker.end <= passage.outer.start:
        after = between[speaker.end - last.outer.end :]
        return len(between) < _ATTRIBUTION and not sentence_ends(after.rstrip())
    said = last.inner.of(text)
    return (
        not (said[-1:] in ".?!" and between.lstrip()[:1].isupper())
        and len(between) < _SAME_SENTENCE
        and not sentence_ends(between)
        and not CHANGES_SPEAKER.search(between)
        and all(_shares_subject(between, verb) for verb in SAYING_PARTLY.finditer(between))
    )


def _shares_subject(between: str, verb: re.Match[str]) -> bool:
    """Say whether a verb of saying has the subject of an earlier one: "and added", "adding"."""
    if verb.group().endswith("ing"):
        return len(between[: verb.start()].split()) < _TERM
    return ELIDED.search(between, 0, verb.start()) is not None


def _last_that_counts(
    text: str, passages: Sequence[Passage], found: Sequence[Span | None], index: int
) -> int | None:
    """Return the passage before, but for terms nobody says that stand in the same paragraph."""
    for before in range(index - 1, max(-1, index - 2 - _MOST_TERMS), -1):
        last = passages[before]
        term = len(last.inner.of(text).split()) < _TERM
        apart = found[before] not in (None, found[before - 1] if before else None)
        if apart or not term or last.paragraph != passages[index].paragraph:
            return before
    return None
