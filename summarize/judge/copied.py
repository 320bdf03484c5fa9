"""How a statement is put together from the words of the article.

Runs of words that stand in the article are found greedily, the longest first from each word on
("fragments": Grusky, Naaman and Artzi 2018). A statement copied whole is told right, unless it was
torn from its context; one pieced together from far apart is where systems go wrong.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from summarize.judge.reading import Known, Word

# Words so far apart in a sentence still belong together.
_WINDOW: Final = 6
# Two words in a row are the same by chance.
_CHANCE: Final = 2


class Fragment(NamedTuple):
    """Words of a statement that stand together in the article."""

    start: int
    length: int
    """0 for a word that the article does not have."""


def fragments(stated: Sequence[Word], article: Known) -> list[Fragment]:
    """Cut a statement into the longest runs of words that a sentence of the article has."""
    found = []
    at = 0
    while at < len(stated):
        longest = 0
        for sentence, place in article.places.get(stated[at].low, ()):
            words = article.sentences[sentence]
            length, most = 1, min(len(stated) - at, len(words) - place)
            while length < most and words[place + length].low == stated[at + length].low:
                length += 1
            longest = max(longest, length)
        found.append(Fragment(at, longest))
        at += max(1, longest)
    return found


def copied(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe the fragments of a statement."""
    pieces = fragments(stated, article)
    size = len(stated)
    return {
        "uncopied": 1 - sum(p.length for p in pieces if p.length > _CHANCE) / size,
        "not_verbatim": float(len(pieces) > 1 or not pieces[0].length),
        "dispersed": 1 - sum(p.length**2 for p in pieces) / size**2,
    }


def apart(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe which words of the statement stand together that do not in the article.

    Only words that the article has are looked at: it is how they are combined that is asked.
    """
    content = [w.stem for w in stated if w.is_content and w.stem in article.having]
    total = separate = far = disordered = 0.0
    for one, other in (*pairwise(content), *zip(content, content[2:], strict=False)):
        if one == other:
            continue
        weight = article.weight(one) * article.weight(other)
        total += weight
        first, second = article.having[one], article.having[other]
        both = first & second
        if both:
            disordered += weight * (not any(_follows(one, other, article, n) for n in both))
        else:
            separate += weight
            far += weight * (not any(n + 1 in second or n - 1 in second for n in first))
    total = total or 1.0
    return {
        "pairs_apart": separate / total,
        "pairs_far": far / total,
        "new_order": disordered / total,
    }


def _follows(one: str, other: str, article: Known, number: int) -> bool:
    """Say whether in a sentence one word comes before the other, and any of them stand near."""
    stems = [w.stem for w in article.sentences[number]]
    first = [i for i, s in enumerate(stems) if s == one]
    gaps = [j - i for i in first for j, s in enumerate(stems) if s == other]
    return any(g > 0 for g in gaps) and any(abs(g) <= _WINDOW for g in gaps)
