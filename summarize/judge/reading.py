"""The words of a text as the support judge compares them, and where an article has each.

"Did n't", "didn't" and "did not" are the same two words; punctuation and a possessive "s" are none.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from summarize.article.sentences import paragraphs
from summarize.values.memory import ARTICLES, TEXTS
from summarize.values.names import find_names
from summarize.values.words import stem, tokens

_CONTRACTED: Final = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}


class Word(NamedTuple):
    """A word of a text."""

    low: str
    stem: str
    is_content: bool
    """Whether it carries meaning of its own."""


NOT: Final = Word("not", "not", is_content=False)


@lru_cache(maxsize=TEXTS)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order."""
    found = []
    for token in tokens(text):
        if not token.is_word or token.low == "s":
            continue
        if token.low.endswith("n't") or token.low == "cannot":
            verb = _CONTRACTED.get(token.low, token.low.removesuffix("n't"))
            found += [Word(verb, stem(verb), is_content=False), NOT] if verb else [NOT]
        else:
            found.append(Word(token.low, token.stem, token.is_content))
    return tuple(found)


@lru_cache(maxsize=TEXTS)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` that have words."""
    split = (s.of(text) for block in paragraphs(text) for s in block)
    return tuple(s for s in split if words(s))


@dataclass(frozen=True, slots=True)
class Known:
    """An article, or the part of it that is cited, looked up by its words."""

    sentences: tuple[tuple[Word, ...], ...]
    stems: tuple[frozenset[str], ...]
    """Of each sentence."""
    having: Mapping[str, frozenset[int]]
    """The sentences that have a stem."""
    places: Mapping[str, Sequence[tuple[int, int]]]
    """Where a word in lower case stands: sentence, and place in it."""
    names: frozenset[str]
    """Words that are part of a name there, in lower case."""

    def weight(self, of: str) -> float:
        """Return how telling a stem is: the more, the fewer sentences have it; never 0."""
        return math.log((len(self.sentences) + 1) / (len(self.having.get(of, ())) + 0.5))


@lru_cache(maxsize=ARTICLES)
def known(text: str) -> Known:
    """Look up a text by its words."""
    split = tuple(words(s) for s in sentences(text))
    having: dict[str, set[int]] = defaultdict(set)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, sentence in enumerate(split):
        for at, word in enumerate(sentence):
            having[word.stem].add(number)
            places[word.low].append((number, at))
    named = frozenset(w.low for n in find_names(text) for w in words(n.name))
    return Known(
        split,
        tuple(frozenset(w.stem for w in sentence) for sentence in split),
        {stem: frozenset(numbers) for stem, numbers in having.items()},
        dict(places),
        named,
    )
