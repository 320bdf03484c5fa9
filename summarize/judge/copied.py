"""How a statement is put together from the words of the article.

Runs of words that stand in the article are found greedily, the longest first from each word on
("fragments": Grusky, Naaman and Artzi 2018). A statement copied whole is told right, unless it was
torn from its context; one pieced together from far apart is where systems go wrong.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarize.judge.reading import Known, Word


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
        "not_verbatim": float(len(pieces) > 1 or not pieces[0].length),
        "dispersed": 1 - sum(p.length**2 for p in pieces) / size**2,
    }


def apart(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe which words of the statement stand together that do not in the article.

    Only words that the article has are looked at: it is how they are combined that is asked.
    """
    content = [w.stem for w in stated if w.is_content and w.stem in article.having]
    total = separate = far = 0.0
    for one, other in (*pairwise(content), *zip(content, content[2:], strict=False)):
        if one == other:
            continue
        weight = article.weight(one) * article.weight(other)
        total += weight
        first, second = article.having[one], article.having[other]
        if not first & second:
            separate += weight
            far += weight * (not any(n + 1 in second or n - 1 in second for n in first))
    total = total or 1.0
    return {"pairs_apart": separate / total, "pairs_far": far / total}
