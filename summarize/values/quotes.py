"""Find the quotations of a news text: what stands inside quotation marks.

Straight and curly marks, double or single, marks left open, and a paragraph that opens with a mark
to go on with the last one. A quotation inside another is part of it. Who said it is found in
attribution.py. Marks that do not pair give no quotation: nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from summarize.values.attribution import Source, attribute
from summarize.values.memory import TEXTS
from summarize.values.span import Span
from summarize.values.speakers_carried import Passage

# No quotation of a news text is longer; a longer one is two marks that do not belong together.
LONGEST: Final = 2000

_OPENING: Final = {"“": "”", "„": "”", "«": "»", "‘": "’", "``": "''"}
# A search is ten times as fast where the pattern opens with what it looks for.
_DOUBLE: Final = re.compile(r"\"|“|”|„|«|»|``|''")
_PARAGRAPH: Final = re.compile(r"\n(?:[ \t]*\n\s*|(?<=[.!?:”\"’'\w]\n)\s*(?=[A-Z“\"‘'])|(?=\s*$))")
_SINGLE_OPEN: Final = re.compile(
    r"[‘'’](?<![\w.,!?].)(?=\w|\.\.\.)(?!\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round|s|t)\b)"
)
_SINGLE_CLOSE: Final = re.compile(r"[’'](?<=[\w.,!?…%)].)(?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    span: Span
    """Inside the marks."""
    text: str
    speaker: Span | None
    """Where the article says who said it; None when it does not."""
    speaker_name: str | None
    """The fullest name the article gives the speaker, or how it calls them; None when unsure."""
    kind: Literal["said", "scare"]
    """scare: a term, a title or a word held at a distance; nobody is said to have said it."""


@lru_cache(maxsize=TEXTS)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in order; one over several paragraphs comes in parts."""
    passages = list(_passages(text))
    sources = attribute(text, passages)
    return tuple(_quotation(text, p, s) for p, s in zip(passages, sources, strict=True))


def _quotation(text: str, passage: Passage, source: Source) -> Quotation:
    inner = passage.inner
    return Quotation(
        inner, inner.of(text), source.span, source.name, "said" if source.said else "scare"
    )


def _passages(text: str) -> Iterator[Passage]:
    """Yield what stands between marks, paragraph by paragraph."""
    continues = False
    for paragraph in _paragraphs(text):
        found, left_open = _in_paragraph(text, paragraph)
        for index, (outer, inner) in enumerate(found):
            yield Passage(outer, inner, paragraph, continues and index == 0)
        continues = left_open
    return


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _in_paragraph(text: str, paragraph: Span) -> tuple[list[tuple[Span, Span]], bool]:
    """Return (with marks, inside marks) of each quotation, and whether the last was left open."""
    marks = [(m.group(), paragraph.start + m.start()) for m in _DOUBLE.finditer(paragraph.of(text))]
    pairs = list(_pairs(text, marks))
    left_open = False
    if marks and _is_left_open(text, marks, pairs, paragraph):
        pairs.append((marks[-1][1], paragraph.end, len(marks[-1][0]), 0))
        left_open = True
    found = [_spans(text, *pair) for pair in pairs]
    covered = [outer for outer, _ in filter(None, found)]
    found += [_spans(text, *pair) for pair in _single_pairs(text, paragraph, covered)]
    return sorted(filter(None, found)), left_open


def _spans(text: str, start: int, end: int, opening: int, closing: int) -> tuple[Span, Span] | None:
    """Return the quotation with and without its marks; None when empty or too long."""
    inside = text[start + opening : end]
    trimmed = inside.strip()
    if not any(c.isalnum() for c in trimmed) or len(trimmed) > LONGEST:
        return None
    first = start + opening + len(inside) - len(inside.lstrip())
    return Span(start, end + closing), Span(first, first + len(trimmed))


def _pairs(text: str, marks: list[tuple[str, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end, width of the opening mark, of the closing mark), outermost only."""
    straight = [at for mark, at in marks if mark == '"']
    even = len(straight) % 2 == 0
    opened: tuple[str, int] | None = None
    depth = 0
    for mark, at in marks:
        if opened is None:
            if mark in _OPENING or (mark == '"' and (even or _looks_opening(text, at))):
                opened, depth = (mark, at), 0
        elif mark == opened[0] and mark in _OPENING:
            depth += 1
        elif mark in (_OPENING.get(opened[0], '"'), '"'):
            if depth and mark != '"':
                depth -= 1
                continue
            if mark == '"' and not even and _looks_opening(text, at):
                opened = (mark, at)
                continue
            yield opened[1], at, len(opened[0]), len(mark)
            opened = None


def _looks_opening(text: str, at: int) -> bool:
    """Say whether a straight mark opens: space or a bracket before it, and none after."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        (not before or before.isspace() or before in "([—–-")
        and bool(after)
        and not after.isspace()
    )


def _is_left_open(
    text: str, marks: list[tuple[str, int]], pairs: list[tuple[int, int, int, int]], paragraph: Span
) -> bool:
    """Say whether the last mark opens a quotation that the next paragraph goes on with."""
    mark, at = marks[-1]
    if any(start <= at <= end for start, end, _, _ in pairs):
        return False
    opens = mark in _OPENING or (mark == '"' and _looks_opening(text, at))
    following = text[paragraph.end : paragraph.end + 40].lstrip()
    return opens and following[:1] == mark[:1]


def _single_pairs(
    text: str, paragraph: Span, covered: list[Span]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield quotations between single marks that no apostrophe explains."""
    inside = paragraph.of(text)
    opens = [paragraph.start + m.start() for m in _SINGLE_OPEN.finditer(inside)]
    if not opens:
        return
    closes = [paragraph.start + m.start() for m in _SINGLE_CLOSE.finditer(inside)]
    done = paragraph.start
    for index, start in enumerate(opens):
        following = opens[index + 1] if index + 1 < len(opens) else paragraph.end
        if start < done or any(c.start <= start < c.end for c in covered):
            continue
        within = [c for c in closes if start + 1 < c < following]
        firm = [c for c in within if not re.match(r"s[’'] [a-z]", text[c - 1 : c + 3])]
        if firm or within:
            end = (firm or within)[0]
            done = end
            yield start, end, 1, 1
