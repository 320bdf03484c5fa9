"""The words of a fact and of a summary, and how like they are.

Two words are the same when their stems begin alike ("resign" and "resignation"); else they may be
written alike ("intervened", "intervention"), or stand on a closed list of words that mean the same.
The meaning of any other word is not looked at.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.judge.opposites import alike
from summarize.values.gazetteer import common_words
from summarize.values.memory import TEXTS, WORDS
from summarize.values.words import tokens

# Beginnings of words so long are compared.
_ROOT: Final = 5
# Words that begin alike are alike from this share of letter trigrams on.
_ALIKE: Final = 0.4

# What is as often written short as in full. "us" in small letters is no country.
_SPELT_OUT: Final = (
    (re.compile(r"\b(?:US|U\.S\.A?\.?|USA|u\.s\.)(?!\w)(?!\$)"), "United States"),
    (re.compile(r"\b(?:UK|U\.K\.|u\.k\.)(?!\w)"), "United Kingdom"),
    (re.compile(r"\b(?:UN|U\.N\.|u\.n\.)(?!\w)"), "United Nations"),
)
# "1,200" is one word, also where its tokens are set apart.
_THOUSANDS: Final = re.compile(r"(?<!\d)\d{1,3}(?:(?:,| , )\d{3}(?!\d))+")
_COMMA: Final = re.compile(r"[ ,]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning."""

    low: str
    """In lower case."""
    stem: str
    root: str
    """The beginning of its stem."""
    is_capital: bool
    is_everyday: bool
    """An everyday word."""

    @property
    def is_name(self) -> bool:
        """Say whether it is likely part of a name."""
        return self.is_capital and not self.is_everyday

    @property
    def is_figure(self) -> bool:
        """Say whether it is a number in figures."""
        return self.low[0].isdigit()

    @property
    def is_plain(self) -> bool:
        """Say whether it is what is told of names and numbers."""
        return not self.is_capital and not self.is_figure


@dataclass(frozen=True, slots=True)
class Words:
    """The words of meaning of a text, in order and looked up."""

    each: tuple[Word, ...]
    """Each once, where it first stands: what is said twice is not said more."""
    roots: tuple[str, ...]
    """Of all words, in order."""
    having: frozenset[str]
    """The roots."""
    stems: frozenset[str]
    by_start: dict[str, frozenset[str]]
    """The words in lower case by their first two letters."""


@lru_cache(maxsize=TEXTS)
def words(text: str) -> Words:
    """Return the words of `text` that carry meaning."""
    for short, full in _SPELT_OUT:
        text = short.sub(full, text)
    text = _THOUSANDS.sub(lambda match: _COMMA.sub("", match[0]), text)
    found = tuple(_word(t.text, t.low, t.stem) for t in tokens(text) if t.is_content)
    by_start: dict[str, set[str]] = {}
    once: dict[str, Word] = {}
    for word in found:
        once.setdefault(word.root, word)
        by_start.setdefault(word.low[:2], set()).add(word.low)
    return Words(
        tuple(once.values()),
        tuple(word.root for word in found),
        frozenset(once),
        frozenset(word.stem for word in found),
        {start: frozenset(lows) for start, lows in by_start.items()},
    )


def root(stem: str) -> str:
    """Return the beginning of a stem, by which words are compared."""
    return stem[:_ROOT]


@lru_cache(maxsize=WORDS)
def _word(text: str, low: str, stem: str) -> Word:
    everyday = low in common_words() or stem in common_words()
    return Word(low, stem, root(stem), is_capital=text[0].isupper(), is_everyday=everyday)


def likeness(word: Word, text: Words) -> float:
    """Return how like the likest word of a text is, from 0 to 1."""
    if word.root in text.having:
        return 1.0
    if is_reworded(word, text):
        return 1.0
    others = text.by_start.get(word.low[:2], ())
    best = max((_trigrams_shared(word.low, other) for other in others), default=0.0)
    return best if best >= _ALIKE else 0.0


def is_reworded(word: Word, text: Words) -> bool:
    """Say whether a text has, in place of a word that it lacks, one that is written for it."""
    if word.root in text.having:
        return False
    return not alike().get(word.stem, _NONE).isdisjoint(text.stems)


_NONE: Final[frozenset[str]] = frozenset()


@lru_cache(maxsize=65536)
def _trigrams_shared(a: str, b: str) -> float:
    """Dice coefficient of letter trigrams."""
    one, two = _trigrams(a), _trigrams(b)
    return 2 * len(one & two) / (len(one) + len(two))


@lru_cache(maxsize=8192)
def _trigrams(word: str) -> frozenset[str]:
    marked = f"^{word}$"
    return frozenset(marked[i : i + 3] for i in range(len(marked) - 2))
