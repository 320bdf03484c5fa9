"""Find the words at which a date or a number may begin: once for both, as few words do."""

import re
from functools import lru_cache
from typing import Final

from summarize.values.date_readers import AT_WORD as DATES
from summarize.values.memory import TEXTS
from summarize.values.number_in_words import AT_WORD as NUMBERS
from summarize.values.plain import plain

_WORD: Final = re.compile(r"[^\W_]+")
_STARTS: Final = frozenset(DATES) | frozenset(NUMBERS)


@lru_cache(maxsize=TEXTS)
def starts(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return the text made `plain`, and those words in order, each with where it stands."""
    searched = plain(text)
    found = [
        (word, match.start())
        for match in _WORD.finditer(searched)
        if (word := match[0]) in _STARTS or word[0].isdecimal()
    ]
    return searched, tuple(found)
