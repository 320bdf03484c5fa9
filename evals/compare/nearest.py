"""The sentence of a summary that comes nearest to a wording, to be shown beside it.

Nothing is decided by it: an editor who reads that a fact was lost wants to see what stands in its
place. Nearest is what shares most of its words, and a summary may have nothing near.
"""

import re
from collections.abc import Iterator
from typing import Final

from evals.scoring.trials import STATED_FIELDS
from summarize.summary import Quote, Statement, Summary

# Short words are in every sentence; numbers are not words, and tell much.
_WORD: Final = re.compile(r"\d+|[^\W\d_]{4,}")
# One word in common, such as the name the whole article is about, is not near.
_FEWEST: Final = 2


def nearest(summary: Summary, wording: str) -> tuple[str, str] | None:
    """Return the sentence that shares most words with `wording`, and its field; None if none is.

    Of those that share as many the shortest is taken, then the first.
    """
    wanted = _words(wording)
    best: tuple[tuple[int, int], tuple[str, str]] | None = None
    for text, field in _sentences(summary):
        words = _words(text)
        rank = (len(words & wanted), -len(words))
        if rank[0] >= _FEWEST and (best is None or rank > best[0]):
            best = rank, (text, field)
    return best[1] if best else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _sentences(summary: Summary) -> Iterator[tuple[str, str]]:
    for field in STATED_FIELDS:
        found = getattr(summary, field)
        for each in found if isinstance(found, list) else [found]:
            if isinstance(each, Statement):
                yield each.statement, field
            elif isinstance(each, Quote):
                yield each.text, field
