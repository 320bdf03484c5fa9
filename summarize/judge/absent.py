"""Which words of a statement the article does not have, and what is left by the nearest sentences.

A word counts the more, the fewer sentences of the article have it. A word of which the closed lists
have one that means the same is reworded, not invented.
"""

from collections.abc import Mapping, Sequence

from summarize.judge.opposites import alike, opposites
from summarize.judge.reading import Known, Word
from summarize.values.gazetteer import common_words


def absent(stated: Sequence[Word], there: Known, article: Known) -> Mapping[str, float]:
    """Describe the words that the article, or the cited part `there`, does not have."""
    gone = [w for w in stated if w.is_content and w.stem not in article.having]
    uncited = {w.stem for w in stated if w.stem not in there.having}
    usual = common_words()
    return {
        "absent_rare": _some(sum(not {w.low, w.stem} & usual for w in gone), 3),
        "absent_unlike": _some(sum(not _has(alike(), w.stem, article) for w in gone), 5),
        "opposed": _some(sum(_has(opposites(), stem, there) for stem in uncited), 2),
        "reworded": _some(sum(_has(alike(), stem, there) for stem in uncited), 3),
    }


def _some(count: int, most: int) -> float:
    return min(count, most) / most


def _has(others: Mapping[str, frozenset[str]], stem: str, text: Known) -> bool:
    return any(other in text.having for other in others.get(stem, ()))


def nearest(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe what the nearest one and the nearest two sentences leave of the statement."""
    wanted = {w.stem: article.weight(w.stem) for w in stated if w.is_content}
    total = sum(wanted.values())
    if not total:
        return {"left_by_one": 0.0, "left_by_two": 0.0, "subject_apart": 0.0}
    best = max(article.stems, key=lambda stems: _share(wanted, stems))
    left = {s: w for s, w in wanted.items() if s not in best}
    second = max(_share(left, stems) for stems in article.stems)
    first = [w.stem for w in stated if w.is_content][:2]
    rest = sum(left.values())
    return {
        "left_by_one": rest / total,
        "left_by_two": (rest - second) / total,
        "subject_apart": sum(s in left for s in first) / len(first),
    }


def _share(wanted: Mapping[str, float], stems: frozenset[str]) -> float:
    return sum(weight for stem, weight in wanted.items() if stem in stems)
