"""See when what has happened in the one is still to come in the other, or only was to have been.

Read by the verb after "will", "plans to" or "should have". A verb that both have in the past, or
both ahead, is no matter of this.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarize.check.negations import is_not
from summarize.values.memory import TEXTS
from summarize.values.words import stem, tokens

_AHEAD: Final = re.compile(
    r"\b(?:will|shall|going to|set to|due to|scheduled to|expected to|plans? to|planned to"
    r"|planning to|hopes? to|is to|are to|was to|were to|would|could|may|might|wants? to"
    r"|promise[sd]? to|agreed to|threaten(?:s|ed)? to|vow(?:s|ed)? to)(?: not)?(?: be)?"
    r" (?!have\b)(\w+)",
    re.IGNORECASE,
)
# It "should have opened", or "was to have opened": that it did is not said.
_UNREAL: Final = re.compile(
    r"\b(?:(?:should|ought to|would|(?:was|were)(?: supposed| meant| due| expected)? to) have"
    r"|(?:was|were) (?:supposed|meant) to)(?: been| be)? (\w+)",
    re.IGNORECASE,
)


def ahead(states: str, text: str) -> str | None:
    """Return why what has happened in the one is still to come in the other."""
    done, coming = _coming(states), _coming(text)
    past, told = _past(states), _past(text)
    for root in coming - done:
        if root in past and root not in told:
            return "it is still to come there"
    for root in done - coming:
        if root in told and root not in past:
            return "it has already happened there, and had not"
    return None


def not_done(states: str, text: str) -> str | None:
    """Return why what the fact tells was only to be so in the text."""
    if (_unreal(text) - _unreal(states)) & {t.stem for t in tokens(states)}:
        return "it was to be so, and whether it was is not said"
    return None


@lru_cache(maxsize=TEXTS)
def _unreal(text: str) -> frozenset[str]:
    return frozenset(stem(m[1].casefold()) for m in _UNREAL.finditer(text))


@lru_cache(maxsize=TEXTS)
def _coming(text: str) -> frozenset[str]:
    return frozenset(stem(m[1].casefold()) for m in _AHEAD.finditer(text))


@lru_cache(maxsize=TEXTS)
def _past(text: str) -> frozenset[str]:
    """Return the stems of verbs in the past or the perfect."""
    found = set()
    words = [t for t in tokens(text) if t.is_word]
    for before, word in pairwise([*words[:1], *words]):
        changed = word.low.endswith("ed") or (word.stem != word.low and word.low[-1] not in "sg")
        if changed and not is_not(before) and before.low not in ("be", "to"):
            found.add(word.stem)
    return frozenset(found)
