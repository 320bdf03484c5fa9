"""Find a "first", "only" or "largest" that a statement has without the limit its evidence sets it.

"The first win since May" is not "the first win", nor "the worst fire in ten years" "the worst
fire". It fails only where the statement has the same word with the same noun and tells no time at
all, and the evidence has it nowhere without a limit.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

_NUMBER: Final = (
    r"(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|several|many|some|the last|the past|living|recent|modern)"
)
_SPAN: Final = r"(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|seasons?|generations?)"
_HIGHEST: Final = r"first|only|last|best|worst|most|least|\w{2,}est"
# Up to the limit no clause may end; a few words at most stand between.
_LIMITED: Final = re.compile(
    rf"\b(?P<word>{_HIGHEST})\b(?P<what>(?: (?!(?:{_HIGHEST})\b)[\w'’-]+){{1,12}}?),? "
    rf"(?P<limit>since (?!then\b)[\w'’]+"
    rf"|(?:for|in|over) (?:[a-z]+ ){{0,3}}?{_NUMBER} (?:\w+ )?{_SPAN}"
    r"|so far|to date|(?:this|of the) (?:year|season|month|week|decade|century))\b",
    re.IGNORECASE,
)
# Any of these may tell the limit in other words.
_TELLS: Final = re.compile(
    rf"\b(?:since|so far|to date|{_SPAN}|recent\w*|always|n?ever|again|return\w*|back|lately|yet"
    r"|\d{4})\b",
    re.IGNORECASE,
)
# The noun is one of the first words of meaning after the word.
HEADS: Final = 2


def lost_limit(statement: str, evidence: str) -> str | None:
    """Return the limit without which the statement's "first" is more than its evidence's."""
    if _TELLS.search(statement):
        return None
    said = tokens(statement)
    for line in evidence.split("\n"):
        for word, heads, limit in _limited(line):
            stated = _with(said, word, heads)
            bare = sum(_with(tokens(one), word, heads) for one in evidence.split("\n"))
            if stated and bare == 1:
                return (
                    f"the cited sentences limit this {word!r} by {limit!r}, and the statement "
                    "does not: keep the limit"
                )
    return None


@lru_cache(maxsize=TEXTS)
def _limited(line: str) -> tuple[tuple[str, frozenset[str], str], ...]:
    """Return each "first" with a limit: the word, the stems of its noun, and the limit."""
    return tuple(_found(fold(line).text))


def _found(text: str) -> Iterator[tuple[str, frozenset[str], str]]:
    for match in _LIMITED.finditer(text):
        heads = _heads(tokens(match["what"]))
        if heads:
            yield match["word"].casefold(), heads, match["limit"]


def _heads(words: tuple[Token, ...]) -> frozenset[str]:
    return frozenset([w.stem for w in words if w.is_content][:HEADS])


def _with(words: tuple[Token, ...], word: str, heads: frozenset[str]) -> bool:
    """Say whether a text has the word before the same noun."""
    places = [at for at, w in enumerate(words) if w.low == word]
    return any(_heads(words[at + 1 : at + 6]) & heads for at in places)
