"""Find where an article is likely to tell what a statement states: the sentences that overlap most.

A word counts the more, the fewer sentences of the article have it. It finds where something is
told, never whether it is true: that is the judge's question.
"""

import math
from collections.abc import Sequence
from typing import Final

from summarize.judge.reading import sentences as sentences_of
from summarize.judge.reading import words

# A sentence of a summary rests on one to three of the article; with the fourth, those that tell
# who "he" is are mostly there too.
MOST: Final = 4


def retrieve(statement: str, sentences: Sequence[str], *, most: int = MOST) -> tuple[int, ...]:
    """Return the indices of the `most` sentences with the most of the statement's words, in order.

    Sentences without any of its words are left out, so there may be fewer, or none.
    """
    stems = [frozenset(w.stem for w in words(s) if w.is_content) for s in sentences]
    wanted = {w.stem for w in words(statement) if w.is_content}
    weights = {
        stem: math.log(1 + len(stems) / having)
        for stem in wanted
        if (having := sum(stem in there for there in stems))
    }
    shared = [math.fsum(weights[s] for s in there & weights.keys()) for there in stems]
    ranked = sorted(range(len(stems)), key=lambda i: (-shared[i], i))
    return tuple(sorted(i for i in ranked[:most] if shared[i] > 0))


def evidence_in(text: str, statement: str) -> str:
    """Return the sentences that are likely to tell what a statement states, more for several.

    All of the text where none overlaps with it.
    """
    there = sentences_of(text)
    most = MOST * min(2, max(1, len(sentences_of(statement))))
    return " ".join(there[i] for i in retrieve(statement, there, most=most)) or text
