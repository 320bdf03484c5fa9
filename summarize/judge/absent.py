"""Which words of a statement are not where they should be, and what stands there instead.

A word counts the more, the fewer sentences of the article have it. A word of which the closed lists
have one that means the same is reworded, not invented.
"""

from collections.abc import Mapping, Sequence

from summarize.judge.opposites import alike, opposites
from summarize.judge.reading import Known, Word


def absent(stated: Sequence[Word], there: Known, article: Known) -> Mapping[str, float]:
    """Describe the words that the cited part `there`, or the nearest sentence, does not have."""
    uncited = {w.stem for w in stated if w.stem not in there.having}
    return {
        "opposed": _some(sum(_has(opposites(), stem, there) for stem in uncited), 2),
        "reworded": _some(sum(_has(alike(), stem, there) for stem in uncited), 3),
        "left_by_one": _left(stated, article),
    }


def _some(count: int, most: int) -> float:
    return min(count, most) / most


def _has(others: Mapping[str, frozenset[str]], stem: str, text: Known) -> bool:
    return any(other in text.having for other in others.get(stem, ()))


def _left(stated: Sequence[Word], article: Known) -> float:
    """Return which share of the statement's weight the nearest sentence lacks."""
    wanted = {w.stem: article.weight(w.stem) for w in stated if w.is_content}
    total = sum(wanted.values())
    if not total:
        return 0.0
    # In the order of the words: a set's order, and with it the last digit, would change.
    most = max(sum(w for s, w in wanted.items() if s in stems) for stems in article.stems)
    return (total - most) / total
