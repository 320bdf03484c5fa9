"""How a summary stands to a fact, in figures that a logistic model weighs.

Each figure is a small function of one comparison, and FEATURES is the list of them. A figure says
how much of the fact's wording is there; none says that it is stated. `features` is a plain mapping
of names to numbers, so that what a language model answers can be weighed beside them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import mul
from typing import Final

from evals.match.unit import Unit
from evals.match.word import Word, Words, is_reworded, likeness, root, words
from summarize.values.memory import TEXTS
from summarize.values.words import tokens

# Two sentences hold more words than one without saying more.
_PAIR: Final = 0.85
# A fact may be told over so many sentences on each side of the nearest; what stands further off in
# a long summary is there by chance. The summaries people judged have three to five sentences.
_AROUND: Final = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact beside the sentences of a summary."""

    fact: str
    wanted: Words
    """Its words."""
    read: Sequence[Unit]
    first: int
    """Index of the nearest sentence, or of the one that is read together with it, before it."""
    last: int
    """Index of the nearest sentence."""
    each: Sequence[Sequence[float]]
    """For each sentence: how like its likest word is to each word of the fact, from 0 to 1."""
    together: Sequence[float]
    """The same of the nearest sentence, or the nearest two."""
    around: Sequence[float]
    """The same of all sentences near it; a name may stand anywhere in the summary."""

    @property
    def unit(self) -> Unit:
        """The nearest sentence."""
        return self.read[self.last]

    @property
    def text(self) -> str:
        """The nearest sentence, after the one that is read together with it."""
        return " ".join(unit.text for unit in self.read[self.first : self.last + 1])

    @property
    def recall(self) -> float:
        """Share of the fact's words in the nearest sentence, or the nearest two."""
        return _mean(self.together)

    def near(self) -> Sequence[Unit]:
        """Return the sentences around the nearest."""
        return self.read[max(0, self.first - _AROUND) : self.last + _AROUND + 1]


def compare(fact: str, read: Sequence[Unit]) -> Comparison:
    """Compare a fact with the sentences of a summary, and find the nearest, or two in a row.

    Raises IndexError when there is no sentence.
    """
    wanted = words(fact)
    each = [_likenesses(fact, unit.text) for unit in read]
    first = last = 0
    most = sum(each[0])
    for index in range(1, len(read)):
        alone = sum(each[index])
        both = _PAIR * sum(map(max, each[index - 1], each[index]))
        if max(alone, both) > most:
            most = max(alone, both)
            first, last = (index if alone >= both else index - 1), index
    near = _best(each[max(0, first - _AROUND) : last + _AROUND + 1])
    anywhere = _best(each)
    around = [a if w.is_name else n for w, n, a in zip(wanted.each, near, anywhere, strict=True)]
    return Comparison(fact, wanted, read, first, last, each, _best(each[first : last + 1]), around)


@lru_cache(maxsize=TEXTS)
def _likenesses(fact: str, text: str) -> tuple[float, ...]:
    there = words(text)
    return tuple([likeness(word, there) for word in words(fact).each])


def _words_of(read: Sequence[Unit]) -> list[Words]:
    return [words(unit.text) for unit in read]


def _best(rows: Sequence[Sequence[float]]) -> Sequence[float]:
    return rows[0] if len(rows) == 1 else [max(column) for column in zip(*rows, strict=True)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _lacking(compared: Comparison, counts: Callable[[Word], bool]) -> float:
    """Return how many of these words of the fact are not around."""
    pairs = zip(compared.wanted.each, compared.around, strict=True)
    return sum(1 - like for word, like in pairs if counts(word))


def telling(compared: Comparison) -> float:
    """Share of the fact's words in the nearest sentence, or the nearest two.

    A word counts the less, the more sentences of the summary have it.
    """
    in_many = [sum(like > 0 for like in column) for column in zip(*compared.each, strict=True)]
    weights = [1 / (1 + count) if count else 1.0 for count in in_many]
    total = sum(weights)
    return sum(map(mul, weights, compared.together)) / total if total else 0.0


def last_word(compared: Comparison) -> float:
    """Whether the fact's last word is there: English puts what is new at the end.

    A word that the fact has twice is not new the second time.
    """
    return compared.around[-1] if compared.around else 0.0


def names_lacking(compared: Comparison) -> float:
    """How many words of names are nowhere."""
    return _lacking(compared, lambda word: word.is_name)


def figures_lacking(compared: Comparison) -> float:
    """How many numbers in figures are not there."""
    return _lacking(compared, lambda word: word.is_figure)


def plain_lacking(compared: Comparison) -> float:
    """How many words in small letters are not there: what is told of names and numbers."""
    return _lacking(compared, lambda word: word.is_plain)


def reworded(compared: Comparison) -> float:
    """Share of the fact's words for which only another of the same meaning is there."""
    near = _words_of(compared.near())
    wanted = compared.wanted.each
    kept = (any(word.root in there.having for there in near) for word in wanted)
    new = (any(is_reworded(word, there) for there in near) for word in wanted)
    return _mean([float(n and not k) for k, n in zip(kept, new, strict=True)])


def phrases(compared: Comparison) -> float:
    """Share of the fact's pairs of words, small words too, that one sentence has side by side."""
    pairs = _side_by_side(compared.fact)
    most = max(len(pairs & _side_by_side(unit.text)) for unit in compared.read)
    return most / len(pairs) if pairs else 0.0


@lru_cache(maxsize=TEXTS)
def _side_by_side(text: str) -> frozenset[tuple[str, str]]:
    every = [root(t.stem) if t.is_content else t.low for t in tokens(text) if t.is_word]
    return frozenset(pairwise(every))


FEATURES: Final[Mapping[str, Callable[[Comparison], float]]] = {
    "telling": telling,
    "last_word": last_word,
    "names_lacking": names_lacking,
    "figures_lacking": figures_lacking,
    "plain_lacking": plain_lacking,
    "reworded": reworded,
    "phrases": phrases,
}


def features(compared: Comparison) -> dict[str, float]:
    """Return every figure by its name: shares from 0 to 1, and counts of what is `lacking`."""
    return {name: figure(compared) for name, figure in FEATURES.items()}
