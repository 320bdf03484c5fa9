"""See another place in a row: "the fifth test" for the sixth, "in May" for "the first since May".

An ordinal is compared by the word after it; where the sentence has the fact's ordinal too, or none
for that word, nothing is seen.
"""

import re
from functools import lru_cache
from typing import Final

from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.numbers import find_numbers
from summarize.values.words import tokens

_FIRST_SINCE: Final = re.compile(r"\b(?:first|latest)\b[^.;]*\bsince\b", re.IGNORECASE)
# Any of these may say "the first since" in other words.
_AFTER_A_GAP: Final = re.compile(
    r"\b(?:since|last|latest|previous|previously|first|again|resum\w*|return\w*|until|not|never|no|gap"
    r"|break|absence|silence)\b|n['’]t\b",
    re.IGNORECASE,
)


def another_rank(states: str, text: str) -> str | None:
    """Return the ordinal that stands with the noun of another one in the fact."""
    told = _ranks(states)
    said = _ranks(text) if told else {}
    for rank, nouns in told.items():
        others = [r for r, other in said.items() if r != rank and nouns & other]
        if others and rank not in said:
            return f"it is number {others[0]} there, and not {rank}"
    return None


def gap_lost(states: str, text: str) -> str | None:
    """Return why what was the first since a date is only said to have been."""
    if _FIRST_SINCE.search(states) and not _AFTER_A_GAP.search(text):
        return "that it was the first since then is not there"
    return None


@lru_cache(maxsize=TEXTS)
def _ranks(text: str) -> dict[int, frozenset[str]]:
    """Return, by ordinal, the stem of the word of meaning right after it."""
    ordinals = [n for n in find_numbers(text) if n.kind == "ordinal"]
    if not ordinals or len(fold(text).text) != len(text):
        return {}
    words = [t for t in tokens(text) if t.is_content]
    found: dict[int, frozenset[str]] = {}
    for number in ordinals:
        after = [t.stem for t in words if t.start >= number.span.end][:1]
        found[int(number.value)] = found.get(int(number.value), frozenset()) | frozenset(after)
    return found
