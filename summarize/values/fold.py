"""Find words in a text exactly, whatever marks the typesetter chose.

Two texts fold alike when they differ only in what typography varies: curly or straight quotes,
kinds of hyphen and dash (and the spaces around a dash), kinds and runs of white space, an ellipsis
as one character or three, and invisible characters. Letters, digits and their case are kept. There
is no fuzzy match: "voted 6-3" is never found at "voted 7-2", nor "5 October" in "25 October".
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from summarize.values.memory import TEXTS
from summarize.values.span import Span

# Zero-width, bidirectional and soft-hyphen characters: a reader does not see them.
INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)

_DOUBLE = '"“”„‟«»″〝〞'
_SINGLE = "'‘’‚‛‹›′´`ʼ"
_DASH = "-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_GAP = rf"[\s{INVISIBLE}]"

# One alternative a kind of variation; text between matches folds to itself.
_VARIANT: Final = re.compile(
    # Most white space is one space between two words, which folds to itself.
    rf"(?! [^{_DASH}\s{INVISIBLE}])(?:(?P<dash>{_GAP}*[{_DASH}](?:{_GAP}*[{_DASH}])*{_GAP}*)"
    rf"|(?P<space>{_GAP}*\s{_GAP}*)"
    rf"|(?P<invisible>[{INVISIBLE}]+)"
    rf"|(?P<double>[{_SINGLE}][{INVISIBLE}]*[{_SINGLE}]|[{_DOUBLE}])"
    rf"|(?P<single>[{_SINGLE}])"
    rf"|(?P<ellipsis>(?:(?:\.{_GAP}*){{0,2}}…|\.(?:{_GAP}*\.){{2}})(?:{_GAP}*[.…])*))"
)
# Where one can begin. It is found at the speed of a set of characters, which a variant is not.
_BEGINS: Final = re.compile(
    rf"[{_DASH}{_SINGLE}{_DOUBLE}.…\s{INVISIBLE}]"
    rf"(?:(?<![ .])|(?<= )(?=[{_DASH}\s{INVISIBLE}])|(?<=\.)(?={_GAP}*[.…]))"
)
_FOLDS_TO: Final = {
    "dash": "-", "space": " ", "invisible": "", "double": '"', "single": "'", "ellipsis": "..."
}  # fmt: skip
# What most texts with typographic marks have, each for one character.
_COMMON: Final = (
    ("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"), ("\u00a0", " ")
)  # fmt: skip
# With none of these and nothing rare in it, such a text folds one character for one.
_JOINED: Final = ("  ", " -", "- ", "--", "''", "`", "..", ". .")
# The other variants, but for white space and what is invisible, which counts as unprintable.
_RARE: Final = frozenset(
    _DOUBLE
    + _SINGLE
    + "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d…\u034f"
) - frozenset("\"'`")
_UNSEEN: Final = re.compile(rf"[{INVISIBLE}]")
_APOSTROPHES: Final = frozenset("'’‘`´ʼ")
_HYPHENS: Final = frozenset("-\u2010\u2011")
_WITHIN_NUMBERS: Final = frozenset(".,:/\u2013")


class Change(NamedTuple):
    """A variant that is more than one character, before or after."""

    start: int
    """In the folded text, as is `end`."""
    end: int
    was_start: int
    """In the text as it was, as is `was_end`."""
    was_end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its characters stood before."""

    text: str
    changes: tuple[Change, ...]
    """In order. Between two of them, the characters are as far apart as they were."""

    def start(self, at: int) -> int:
        """Return the original offset at which `text[at]` begins."""
        change = self._before(at)
        return change.was_start if at < change.end else change.was_end + at - change.end

    def end(self, at: int) -> int:
        """Return the original offset at which `text[at]` ends."""
        change = self._before(at)
        return change.was_end if at < change.end else change.was_end + at + 1 - change.end

    def _before(self, at: int) -> Change:
        index = bisect_right(self.changes, at, key=itemgetter(0))
        return self.changes[index - 1] if index else Change(0, 0, 0, 0)


@lru_cache(maxsize=TEXTS)
def fold(text: str) -> Folded:
    """Return `text` with its typographic variants made alike, and the way back."""
    simple = text
    if not text.isascii():
        for mark, plain in _COMMON:
            simple = simple.replace(mark, plain)
    if (
        simple.isprintable()
        and not any(map(simple.__contains__, _JOINED))
        and (simple.isascii() or _RARE.isdisjoint(simple))
    ):
        return Folded(simple, ())
    return _fold(text)


def _fold(text: str) -> Folded:
    pieces: list[str] = []
    changes: list[Change] = []
    done = shift = 0
    for place in _BEGINS.finditer(text):
        match = _VARIANT.match(text, place.start()) if place.start() >= done else None
        if match is None:
            continue
        start, end = match.span()
        folded = _FOLDS_TO[match.lastgroup or ""]
        pieces += (text[done:start], folded)
        done = end
        if not len(folded) == end - start == 1:
            changes.append(Change(start + shift, start + shift + len(folded), start, end))
            shift += len(folded) - (end - start)
    pieces.append(text[done:])
    return Folded("".join(pieces), tuple(changes))


def find_verbatim(needle: str, haystack: str, *, within: Span | None = None) -> Span | None:
    """Return where `needle` first stands in `haystack`, word for word, whole words at both ends.

    White space around `needle` does not count. None when it is not there, or is empty.
    """
    wanted = fold(needle).text.strip(" ")
    if not wanted:
        return None
    folded = fold(haystack)
    at = folded.text.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        place = Span(folded.start(at), folded.end(last))
        if (within is None or within.contains(place)) and is_whole(place, haystack):
            # The three points of an ellipsis are one mark: a search may not end between them.
            cut = (at > 0 and folded.start(at - 1) == place.start) or (
                last + 1 < len(folded.text) and folded.end(last + 1) == place.end
            )
            if not cut:
                return place
        at = folded.text.find(wanted, at + 1)
    return None


def is_whole(place: Span, text: str) -> bool:
    """Say whether `place` neither begins nor ends inside a word or a number of `text`."""
    return not (_inside_word(text, place.start) or _inside_word(text, place.end))


def _inside_word(text: str, cut: int) -> bool:
    """Say whether cutting `text` at this offset would cut a word, "isn't", "six-man" or "1,200"."""
    left, right = text[max(0, cut - 6) : cut], text[cut : cut + 6]
    if not (left.isascii() and right.isascii()):
        left, right = _UNSEEN.sub("", left), _UNSEEN.sub("", right)
    left, right = left[-2:], right[:3]
    if not left or not right:
        return False
    if _in_words(left[-1]):
        if _in_words(right[0]):
            return True
        return right[1:2].isalnum() and _binds(left[-1], right[0], right[1:])
    if right[0].isalnum():
        return len(left) == 2 and left[0].isalnum() and _binds(left[0], left[1], right)
    return False


def _in_words(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) != 0


def _binds(before: str, mark: str, after: str) -> bool:
    """Say whether a mark between two letters or digits makes one word of them."""
    if mark in _HYPHENS:
        return True
    if mark in _APOSTROPHES:
        possessive = after[0] in "sS" and not after[1:2].isalnum()
        return not possessive
    return mark in _WITHIN_NUMBERS and before.isdigit() and after[0].isdigit()
