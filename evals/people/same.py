"""Find the articles that are in the data more than once, under different names.

The sets draw on the same newspapers. An article on both sides of a cross-fitting would be judged by
weights that have seen it, and would count twice where articles are resampled.
"""

import re
import zlib
from collections import Counter
from collections.abc import Mapping
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
# So many words in a row are hardly ever the same in two articles, other than in a quotation.
_RUN: Final = 8
# One run in so many is looked at: those whose checksum divides by it, which are the same wherever
# they occur, whatever was cut off before and after.
_EACH: Final = 8
# Of the shorter article's, so many must be in the other: more than one long quotation fills, and
# less than an agency's report keeps that two papers have cut and begun in their own ways.
_SHARED: Final = 0.3


def same_articles(texts: Mapping[str, str]) -> dict[str, str]:
    """Return for each key the first key, in order, of the same article: itself where it is alone.

    Case, marks and spacing make no difference.
    """
    marks = {key: _marks(text) for key, text in texts.items()}
    holders: dict[int, list[str]] = {}
    first: dict[str, str] = {}
    for key, own in marks.items():
        shared = Counter(other for mark in own for other in holders.get(mark, ()))
        same = (
            other
            for other, count in shared.items()
            if count >= _SHARED * min(len(own), len(marks[other]))
        )
        found = next(same, None)
        first[key] = key if found is None else first[found]
        for mark in own:
            holders.setdefault(mark, []).append(key)
    return first


def _marks(text: str) -> frozenset[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = (
        zlib.crc32(" ".join(words[at : at + _RUN]).encode())
        for at in range(max(1, len(words) - _RUN + 1))
    )
    return frozenset(run for run in runs if run % _EACH == 0)
