"""Find an "all" or "only" before a noun of which the evidence tells some, or one of several.

"Several schools" are not "all the schools", nor is "one of its players" "its only player". It fails
only where both have the noun and two more words in common, and nothing cited may be the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word that leaves nothing out, and those that leave out something."""

    whole: frozenset[str]
    part: frozenset[str]
    enough: re.Pattern[str]
    """What else of the evidence may be the whole."""


_PAIRS: Final = (
    _Pair(
        frozenset("all every each".split()),
        frozenset(
            """several some many most few half dozens hundreds scores certain various two three four
            five""".split()
        ),
        re.compile(
            r"\b(?:all|every\w*|each|whole|entire\w*|both|always|any\w*|none|no|across|throughout)\b",
            re.IGNORECASE,
        ),
    ),
    _Pair(
        frozenset("only sole lone".split()),
        frozenset("one".split()),
        re.compile(
            r"\b(?:only|sole|lone|alone|just|single|unique|exclusiv\w*|first|last|no other"
            r"|except)\b",
            re.IGNORECASE,
        ),
    ),
)
_PASSED: Final = frozenset("of the its his her their our these those a an".split())
# The noun is among so many words of meaning after the word.
HEADS: Final = 2
# So many other words of meaning must be common to both texts.
SHARED: Final = 2


def added_whole(statement: str, evidence: str) -> str | None:
    """Return why a statement leaves nothing out where its evidence does; None when it may."""
    for pair in _PAIRS:
        wholes = [one for one in _quantities(statement) if one[0].low in pair.whole]
        if not wholes or pair.enough.search(evidence):
            continue
        said = frozenset(t.stem for t in tokens(statement) if t.is_content)
        for line in evidence.split("\n"):
            known = frozenset(t.stem for t in tokens(line) if t.is_content)
            parts = [one for one in _quantities(line) if one[0].low in pair.part]
            for word, heads in wholes:
                for part, others in parts:
                    same = heads & others
                    if same and len((said & known) - same) >= SHARED:
                        return (
                            f"{word.text!r} leaves nothing out, and the cited sentences say "
                            f"{part.text!r}: say it as they do"
                        )
    return None


@lru_cache(maxsize=TEXTS)
def _quantities(text: str) -> tuple[tuple[Token, frozenset[str]], ...]:
    """Return the words that tell how many, each with the stems of what follows it."""
    words = tokens(text)
    return tuple(
        (word, _heads(words[at + 1 :])) for at, word in enumerate(words) if word.low in _ANY
    )


def _heads(words: Sequence[Token]) -> frozenset[str]:
    found: list[str] = []
    for word in words:
        if not word.is_content and (found or word.low not in _PASSED):
            break
        if word.is_content:
            found.append(word.stem)
    return frozenset(found[:HEADS])


_ANY: Final = frozenset().union(*(pair.whole | pair.part for pair in _PAIRS))
