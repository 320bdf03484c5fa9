"""Which words of a text carry its meaning, for the checks of what is denied."""

from functools import lru_cache
from typing import Final

from summarize.check.negations import is_not
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

_PLACING: Final = frozenset("among amid within across despite towards toward upon via".split())


def is_meant(word: Token) -> bool:
    """Say whether a word carries meaning; "wasn't" and "among" do not."""
    return word.is_content and not is_not(word) and word.low not in _PLACING


def content(line: str) -> set[str]:
    """Return the stems of the words of a text that carry meaning."""
    return {t.stem for t in tokens(line) if is_meant(t)}


@lru_cache(maxsize=TEXTS)
def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of a text."""
    return frozenset(t.stem for t in tokens(text))
