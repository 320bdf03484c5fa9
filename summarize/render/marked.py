"""Cut an article into segments, so that the words a statement cites can be marked in it.

Cutting is done on the text as read, where the offsets are true; only then are the segments made
visible. Joined together again, the segments of a paragraph are that paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from summarize.render.notes import Notes, Place
from summarize.render.plain import visible

_BLANK_LINE: Final = re.compile(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)\s*")
_LINE_END: Final = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the article within the same cited places."""

    text: str
    spans: str = ""
    """The cited places it lies in, as their numbers; "" for none."""
    note: bool = False
    """Whether something published rests on it."""
    opens: int = 0
    """The footnote that begins here; 0 for none."""
    closes: list[int] = field(default_factory=list)
    """The footnotes that end here."""


def mark_article(text: str, notes: Notes, places: Sequence[Place]) -> list[list[Segment]]:
    """Cut `text` into paragraphs of segments."""
    blocks = [list(_cut(text, paragraph, notes, places)) for paragraph in _paragraphs(text)]
    return _with_notes(blocks, notes)


def evidence_list(notes: Notes, places: Sequence[Place]) -> list[list[Segment]]:
    """Cut the words of each footnote into segments, for when the article is not at hand."""
    blocks = []
    for words in notes.evidence:
        end = words.start + len(words.text)
        if end > words.start:
            cut = _cut(words.text, (words.start, end), notes, places, offset=words.start)
            blocks.append(list(cut))
        else:
            blocks.append([])
    return _with_notes(blocks, notes)


def _paragraphs(text: str) -> Iterator[Place]:
    # Where no line is blank, each line is a paragraph; else single line ends stand inside one.
    between = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    start = len(text) - len(text.lstrip())
    for gap in between.finditer(text, start):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _cut(
    text: str, paragraph: Place, notes: Notes, places: Sequence[Place], *, offset: int = 0
) -> Iterator[tuple[Place, Segment]]:
    first, last = paragraph
    inside = [(n, p) for n, p in enumerate(places) if p[0] < last and first < p[1]]
    cuts = {first, last} | {at for _, place in inside for at in place if first < at < last}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        covering = [(n, p) for n, p in inside if p[0] <= start and end <= p[1]]
        spans = " ".join(str(n) for n, _ in covering)
        note = any(p in notes.numbers for _, p in covering)
        words = text[start - offset : end - offset]
        yield (start, end), Segment(text=visible(words), spans=spans, note=note)


def _with_notes(
    blocks: Sequence[Sequence[tuple[Place, Segment]]], notes: Notes
) -> list[list[Segment]]:
    """Tell the first and the last segment of each footnote that it begins and ends there."""
    opens: dict[Place, int] = {}
    closes: dict[Place, list[int]] = {}
    cut = [place for block in blocks for place, _ in block]
    for number, words in enumerate(notes.evidence, 1):
        inside = [p for p in cut if words.start <= p[0] and p[1] <= words.end]
        if inside:
            opens[inside[0]] = number
            closes.setdefault(inside[-1], []).append(number)
    return [
        [replace(s, opens=opens.get(p, 0), closes=closes.get(p, [])) for p, s in block]
        for block in blocks
    ]
