"""Where something may be planted, and whether the article says for itself what would be planted.

Nothing here asks what the checks ask: quotation marks and the words of the article are found by
rules of their own, so that what a check cannot see is planted as well.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from evals.selftest.parts.english import mended, reads_well
from evals.selftest.variant import Good, Variant, changed
from summarize.article import Article, Span, story
from summarize.values.words import stems, tokens

_QUOTED: Final = re.compile(
    r"\"[^\"\n]+\"|“[^”\n]+”|(?<![\w’'])[‘'](?=\w)[^\n]{2,200}?[\w.,!?][’'](?![\w])"
)
_FOLDED: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-"})
# Words left and right of a change that must stand with it in the article for it to say the same.
_BESIDE: Final = 3


def quoted(text: str) -> list[Span]:
    """Return what stands in quotation marks, with them."""
    return [Span(*m.span()) for m in _QUOTED.finditer(text)]


def inside(place: Span, spans: list[Span]) -> bool:
    """Say whether a place overlaps one of several."""
    return any(s.start < place.end and place.start < s.end for s in spans)


def plain(text: str) -> str:
    """Return a text in small letters, with one kind of quotation mark and of space."""
    return " ".join(text.translate(_FOLDED).casefold().split())


@lru_cache(maxsize=64)
def told(article: Article) -> str:
    """Return an article's story, made `plain`."""
    return plain(story(article))


def says(article: Article, words: str) -> bool:
    """Say whether an article has these words, one after the other."""
    return re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", told(article)) is not None


@lru_cache(maxsize=64)
def stems_of(article: Article) -> frozenset[str]:
    """Return the stems of all words of an article's story."""
    return frozenset(stems(tokens(story(article))))


def replaced(good: Good, index: int, place: Span, new: str, what: str = "") -> Iterator[Variant]:
    """Yield the statement with other words in one place.

    Nothing where it would not read well, or where the article has these words beside the same
    others.
    """
    old = good.said[index].text
    text = mended(old, place, new)
    if text != old and reads_well(text) and not says(good.article, _around(old, text)):
        yield changed(good, index, text, what or f"{place.of(old)!r} became {new!r}")


def _around(old: str, new: str) -> str:
    """Return the words of `new` that are not in `old`, and those beside them."""
    first = _alike(old, new)
    last = len(new) - _alike(old[first:][::-1], new[first:][::-1])
    before, after = new[:first].split(" "), new[last:].split(" ")
    words = " ".join(before[-_BESIDE:]) + new[first:last] + " ".join(after[:_BESIDE])
    return words.strip(" .,;:")


def _alike(one: str, two: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
