"""Signs in a statement itself: it leans on words before it, is cut off, repeats itself, denies.

None of them makes a statement false. They say where a statement taken out of its place, or put
together by a machine, goes wrong.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from summarize.judge.reading import Known, Word

_PRONOUNS: Final = frozenset(
    "he she it they his her their its this these those that him them there".split()
)
# Inside a sentence these are seldom pronouns.
_NOT_ALWAYS: Final = frozenset(["that", "there"])
_DENIES: Final = frozenset(
    """not no never nor neither none nobody nothing without unable fail refus deny deni declin
    lack prevent avoid reject unlik hard bare rare""".split()
)
_ENDED: Final = re.compile(r"[.!?]['\"”’)]*\s*$")
_HEDGES: Final = frozenset(
    """may might could would should allegedly alleged reportedly apparently possibly probably
    perhaps likely unlikely suspected accused believed thought expected plans planned planning
    claims claimed about around nearly almost some least if""".split()
)


def form(statement: str, stated: Sequence[Word]) -> Mapping[str, float]:
    """Describe how the statement is worded."""
    lows = [w.low for w in stated]
    pairs = list(pairwise(lows))
    return {
        "opens_with_pronoun": float(lows[0] in _PRONOUNS),
        "pronoun": float(any(low in _PRONOUNS - _NOT_ALWAYS for low in lows)),
        "unended": float(_ENDED.search(statement) is None),
        "repeats": (len(pairs) - len(set(pairs))) / max(1, len(pairs)),
    }


def denials(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe the negations and hedges that statement and nearest sentence do not share.

    The nearest sentence is the one with most of the words of meaning.
    """
    wanted = {w.stem for w in stated if w.is_content}
    best = max(range(len(article.stems)), key=lambda n: len(wanted & article.stems[n]))
    near = len(wanted & article.stems[best]) / max(1, len(wanted))
    there = article.sentences[best]
    return {
        "denial_new": float(_count(stated, _DENIES) > _count(there, _DENIES)),
        "hedge_lost": near * (bool(_lows(there) & _HEDGES) and not _lows(stated) & _HEDGES),
    }


def _lows(some: Sequence[Word]) -> frozenset[str]:
    return frozenset(w.low for w in some)


def _count(some: Sequence[Word], kind: frozenset[str]) -> int:
    return sum(w.low in kind or w.stem in kind for w in some)
