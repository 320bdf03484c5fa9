"""Divide a text into sentences, kept as ranges of the text.

A quotation, an abbreviation, an initial or an address does not end a sentence, and an attribution
stays with the words it belongs to. A sentence glued to the one before ("a year.Xi Jinping") is
still a new one. In doubt two sentences stay one: half a sentence is worse evidence than two.

Own rules rather than a trained splitter: of those tried none divides glued text, and one keeps
quotations of many sentences whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from summarize.article.abbreviations import (
    ADDRESS_ENDINGS,
    BEFORE_NUMBER,
    MAY_END,
    NEVER_END,
    NOT_AFTER_CLOCK,
    STARTERS,
)
from summarize.article.layout import blocks
from summarize.values.span import Span

_STOP = re.compile(r"(?P<stop>[.!?…]+|[。！？｡])(?P<close>[\"'”’»›)\]]*)(?P<gap>\s*)")
_OPEN: Final = "\"'“‘«‹([`"
_CLOSING_QUOTES: Final = "\"'”’»›"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_GLUED_NEXT = re.compile(r"[“‘«\"]?(?:[A-Z][a-z]|[AI]\s|(?:[A-Z]\.){2}|[A-Z]{2,}['’]s\s)")
_PERCENT = re.compile(r"[\d.,]+%")
# "Mar. 9. 2019, with her crew": a full stop typed for a comma.
_DAY_BEFORE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}$")
_YEAR_NEXT = re.compile(r"(?:19|20)\d\d(?:,| (?:with|and|in|at|by|after|for|when|while)\b)")

# `"Why?" Kim asked on Monday.`: a name, a verb of saying, then the end or a circumstance.
_SAID = re.compile(
    r"(?:(?:[Tt]he|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[A-Z][\w’'.-]*)\s+){0,5}"
    r"(?:said|says|asked|asks|added|adds|replied|wrote|writes|told|tweeted|continued|explained|"
    r"shouted|insisted|recalled|argued|declared|joked|wondered|warned|concluded)"
    r"(?:[.,:;]|\s+(?:on|in|at|to|during|after|before|when|as|while|of|via)\b|"
    r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|(?:[Hh]e|[Ss]he|[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3})\s+told\s"
)


def paragraphs(text: str, cuts: Iterable[int] = ()) -> list[list[Span]]:
    """Return the sentences of each block, without the white space around them.

    `cuts` are further offsets at which a sentence ends, such as the end of a dateline.
    """
    offsets = sorted(set(cuts))
    found = []
    for block in blocks(text):
        inner = offsets[bisect_right(offsets, block.start) : bisect_left(offsets, block.end)]
        edges = [block.start, *inner, block.end]
        found.append(
            [
                sentence
                for start, end in pairwise(edges)
                for sentence in _sentences(text, start, end)
            ]
        )
    return [block for block in found if block]


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of one piece of a block."""
    found: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and (last := _end(text, begin, match)) is not None:
            begin = _add(text, begin, last, found)
    _add(text, begin, end, found)
    return found


def _add(text: str, start: int, end: int, found: list[Span]) -> int:
    """Append `text[start:end]` without its white space; marks without words join the last one."""
    piece = text[start:end]
    words = piece.strip()
    if words:
        first = start + piece.index(words[0])
        last = first + len(words)
        if found and not any(map(str.isalnum, words)):
            found[-1] = Span(found[-1].start, last)
        else:
            found.append(Span(first, last))
    return end


def _end(text: str, begin: int, match: re.Match[str]) -> int | None:
    """Return where a sentence that began at `begin` ends, if it ends at this stop."""
    stop, close = match["stop"], match["close"]
    if stop in "。！？｡":
        return match.end("close")
    if not match["gap"]:
        return _end_glued(text, begin, match)
    after = match.end()
    while after < len(text) and text[after] in _OPEN:
        after += 1
    following = text[after : after + 1]
    if following.islower() or following in "-–—,;:":
        return None
    if _YEAR_NEXT.match(text, after) and _DAY_BEFORE.search(text, begin, match.start()):
        return None
    if close and _SAID.match(text, match.end()):
        return None
    if stop != ".":
        ends = "." not in stop or following.isupper() or not following.isalnum()
    elif set(close) & set(_CLOSING_QUOTES):
        ends = True
    else:
        ends = _word_ends(text, _word_before(text, begin, match), after)
    return match.end("close") if ends else None


def _word_before(text: str, begin: int, match: re.Match[str]) -> str:
    """Return the word that carries the full stop, without what opens it."""
    words = text[begin : match.start()]
    if not words or words[-1].isspace():
        return ""
    word = words.split()[-1].lstrip(_OPEN)
    if word == words.strip() and word.isdigit() and len(word) < 3:
        return "№"  # "1. First, ...": a number that opens a sentence counts it
    return word


def _word_ends(text: str, word: str, after: int) -> bool:
    """Say whether the full stop of `word` ends a sentence, the next word being at `after`."""
    last = re.split(r"[-–/]", word)[-1]
    key = last if last.islower() else last.capitalize()
    if key in NEVER_END or key in ("e.g", "i.e"):
        return False
    if key in BEFORE_NUMBER:
        return not text[after : after + 1].isdigit()
    following = _WORD.match(text, after)
    next_word = following[0] if following else ""
    if last.lower() in ("a.m", "p.m", "am", "pm"):
        return next_word[:1].isupper() and next_word not in NOT_AFTER_CLOCK
    single = len(word) == 1 and word.isalpha()
    if single and word.islower():
        return False
    if single or key in MAY_END or _ACRONYM.match(word):
        full = following is not None and text[following.end() : following.end() + 1] == "."
        return next_word in STARTERS and not full
    return True


def _end_glued(text: str, begin: int, match: re.Match[str]) -> int | None:
    """Return where a sentence ends whose stop has no white space behind it: "a year.Xi Jinping"."""
    stop, close = match["stop"], match["close"]
    if len(stop) > 1 or set(close) & set("'’([)]"):
        return None
    if close == '"' and not _is_open(text, match.start()):
        close = ""  # this mark opens the next sentence: `the big move."I see the anxiety`
    after = match.end("stop") + len(close)
    if not _GLUED_NEXT.match(text, after):
        return None
    word = _word_before(text, begin, match).rstrip(_CLOSING_QUOTES)
    following = _WORD.match(text, after + (text[after] in _OPEN))
    next_word = following[0] if following else ""
    if _PERCENT.fullmatch(word):
        return after
    if len(word) < 2 or not (word[-1].islower() or word[-1].isdigit() or close):
        return None
    if any(mark in word for mark in "./@\\") or next_word.lower() in ADDRESS_ENDINGS:
        return None
    return after if stop != "." or _word_ends(text, word, after) else None


def _is_open(text: str, end: int) -> bool:
    """Say whether a straight quotation is open at `end`, by the last mark and what is around it."""
    # A quotation of more than this many characters without a mark is a mark gone astray.
    first = max(0, end - 1000)
    opened = True
    while (mark := text.rfind('"', first, end)) >= 0:
        if mark == 0 or text[mark - 1].isspace() or text[mark - 1] in "([“":
            return opened
        if not text[mark + 1 : mark + 2].isalnum():
            return not opened
        # Glued on both sides: it closes only what was open.
        opened, end = not opened, mark
    return not opened
