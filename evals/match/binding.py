"""Say whether a value belongs to one of its words, or whether another value is nearer to them.

"Elected on 20 August, shelled on 4 September": "shelled" belongs to the date that stands nearest to
it, where a comma or an "and" between them counts as distance. A sentence between commas is stepped
over. Where no other value of the kind stands, the whole sentence is near enough.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from evals.match.found import Found, Prefer
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.plain import plain
from summarize.values.span import Span

# What stands between a word and its value, in words; a new clause counts for several.
_COMMA: Final = 4
_BREAK: Final = 9
_ASIDE: Final = 12
_SOFT: Final = re.compile(
    r"[,(:)]|[–—]| - |\b(?:and|or|then|where|when|who|which|as|by which|after|before)\b",
    re.IGNORECASE,
)
_HARD: Final = re.compile(r"[;]|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_RUN: Final = re.compile(r"[^\W_]+")
_REST: Final = re.compile(r"[^\W_]*")
_REFUSED: Final = re.compile(r"\bnot(?: (?:on|in|at|by|since|the))* $", re.IGNORECASE)
_REFUSED_REACH: Final = 16
_RANGE: Final = re.compile(r"\s*(?:-|–|to|and|until|till|through)\s*")
_OPENS_ASIDE: Final = re.compile(
    r"(?:,|^)\s?(?:after|before|when|which|who|whose|following|while|where|despite|amid|including"
    r"|ahead of|as|days|weeks|months|years)\b[^,;.]*,|\([^)]*\)",
    re.IGNORECASE,
)


def bound(text: str, found: Found, with_words: tuple[str, ...]) -> tuple[Span, Span] | None:
    """Return a place of the value and the word it belongs to; None when it belongs to none.

    Without words, the first place stands for itself.
    """
    if not found.hits:
        return None
    if not with_words:
        return found.hits[0], found.hits[0]
    found = replace(found, rivals=tuple(_real(text, found)))
    asides = _asides(text)
    for place in places_of(with_words, text):
        for hit in sorted(found.hits, key=lambda h: distance(text, place, h, asides)):
            if not found.rivals or nearest(text, place, hit, found, asides):
                return hit, place
    return None


def _real(text: str, found: Found) -> Iterator[Span]:
    """Yield the rivals that are not refused ("not on 4 May but") nor the other end of a range."""
    for rival in found.rivals:
        refused = _REFUSED.search(text[max(0, rival.start - _REFUSED_REACH) : rival.start])
        ends = any(_is_range(text, rival, h, found.prefer) for h in found.hits)
        if not refused and not ends:
            yield rival


def _is_range(text: str, one: Span, two: Span, prefer: Prefer) -> bool:
    """Say whether two dates are the ends of a period, or two numbers those of "from 9 to 10"."""
    first, second = sorted((one, two))
    if _RANGE.fullmatch(text[first.end : second.start]) is None:
        return False
    return prefer == "after" or text[: first.start].endswith("from ")


def belongs(text: str, value: Span, found: Found, with_words: tuple[str, ...]) -> bool:
    """Say whether one of the words belongs to this rival rather than to any other value."""
    mine = Found((value,), tuple(v for v in (*found.hits, *found.rivals) if v != value))
    return bound(text, mine, with_words) is not None


def nearest(text: str, place: Span, hit: Span, found: Found, asides: Sequence[Span]) -> bool:
    """Say whether no rival is nearer to a word than this value."""
    mine = distance(text, place, hit, asides)
    for rival in found.rivals:
        if found.prefer == "either" and rival.contains(place):
            continue
        theirs = distance(text, place, rival, asides)
        if theirs < mine or (theirs == mine and _on(place, rival, found.prefer)):
            return False
    return True


def _on(place: Span, value: Span, side: Prefer) -> bool:
    if side == "either":
        return False
    return value.end <= place.start if side == "before" else value.start >= place.end


def distance(text: str, one: Span, two: Span, asides: Sequence[Span]) -> int:
    """Return how far apart two places are, in words, clauses counted as several."""
    first, second = sorted((one, two))
    between = text[first.end : max(first.end, second.start)]
    apart = len(_WORD.findall(between))
    apart += _COMMA * len(_SOFT.findall(between)) + _BREAK * len(_HARD.findall(between))
    for aside in asides:
        if aside.contains(one) != aside.contains(two):
            apart += _ASIDE
        elif not aside.contains(one) and first.end <= aside.start and aside.end <= second.start:
            apart -= min(apart, len(_WORD.findall(aside.of(text))) + 2 * _COMMA)
    return max(0, apart)


def has_word(with_words: tuple[str, ...], text: str) -> bool:
    """Say whether one of the words, or a word that begins with one, stands in `text`."""
    return next(places_of(with_words, text), None) is not None


def places_of(with_words: tuple[str, ...], text: str) -> Iterator[Span]:
    """Yield where the words stand in `text`, or words that begin with them, in order."""
    words = _beginnings(with_words)
    low, starts = _starts(text)
    if words is None or starts is None:
        for match in _pattern(with_words).finditer(low):
            yield Span(*match.span())
        return
    done = 0
    for start in starts:
        if start >= done and low.startswith(words, start):
            word = next(w for w in words if low.startswith(w, start))
            rest = _REST.match(low, start + len(word))
            done = rest.end() if rest else start + len(word)
            yield Span(start, done)


@lru_cache(maxsize=TEXTS)
def _asides(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in _OPENS_ASIDE.finditer(text))


@lru_cache(maxsize=TEXTS)
def _starts(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Return the text in lower case and where its words begin; None for them beyond ASCII.

    There lower case is not as simple as a pattern that ignores case has it.
    """
    shown = plain(text)
    if not shown.isascii():
        return shown, None
    low = shown.lower()
    return low, tuple(m.start() for m in _RUN.finditer(low))


@lru_cache(maxsize=TEXTS)
def _beginnings(with_words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the words in lower case; None when a pattern has to look for them."""
    words = tuple(_written(word).lower() for word in with_words)
    return words if all(w.isascii() and w[:1].isalnum() for w in words) else None


@lru_cache(maxsize=TEXTS)
def _pattern(with_words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of the words, each a word or the beginning of one.

    To make one takes as long as to read ten sentences, so it is made only where it has to be.
    """
    choice = "|".join(re.escape(_written(word)) for word in with_words)
    return re.compile(rf"(?<![^\W_])(?:{choice})[^\W_]*", re.IGNORECASE)


def _written(word: str) -> str:
    return plain(fold(word).text.strip())
