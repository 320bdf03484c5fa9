"""Find a manner, or an end in time, without which words mean something else.

What was said "in a satirical fashion" was not said, and who was the owner "until last week" is not
the owner. It fails only where the statement has most of the words beside it, and nothing that may
tell the same.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.check.negations import is_not
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

# What is not meant, or not in earnest.
_JEST: Final = re.compile(
    r"(?:satiric|ironic|sarcas|jok(?:e|ing)|jest|humo(?:u)?r|comic|playful|mock(?:ing|ery)|parod|spoof"
    r"|facetious|figurativ|metaphor|symbolic|hypothetic|fiction|imagin|rhetoric|tongue)\w*",
    re.IGNORECASE,
)
_KEEPS_JEST: Final = re.compile(
    rf"\b{_JEST.pattern}"
    r"|\b(?:laugh|fun\b|funny|pretend|satir|iron[iy]|as if|like\b|so-called)",
    re.IGNORECASE,
)
_MANNER: Final = frozenset("fashion manner way sense tone spirit style vein jest irony".split())
_PAST: Final = frozenset("was were had been used served worked lived".split())
_NOW: Final = frozenset("is are has have 's".split())
_KEEPS_END: Final = re.compile(
    r"\b(?:until|till|was|were|had|former\w*|ex|previous\w*|once|then|used|no longer|formerly"
    r"|ended|stopped|quit|resigned|recent\w*)\b",
    re.IGNORECASE,
)
_ENDS: Final = frozenset(',;:.!?()"')
# The share of the words of meaning beside it that must come back, and how many there must be.
RESTATED: Final = 0.75
LEAST: Final = 3
# So many words of meaning are looked at.
AROUND: Final = 6


def lost_manner(statement: str, evidence: str) -> str | None:
    """Return the manner or the end in time that the statement has lost; None when none is."""
    said = {t.stem for t in tokens(statement)}
    lows = {t.low for t in tokens(statement)}
    jest = _KEEPS_JEST.search(statement) is not None
    over = _KEEPS_END.search(statement) is not None or not lows & _NOW
    for line in evidence.split("\n"):
        for phrase, stems, ends in _told(line):
            kept = over if ends else jest
            if not kept and len(stems & said) >= max(LEAST, RESTATED * len(stems)):
                return f"the cited sentences say this {phrase!r}: keep it"
    return None


@lru_cache(maxsize=TEXTS)
def _told(line: str) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """Return each such phrase, the stems it is told of, and whether it is an end in time."""
    return tuple(_found(tokens(line)))


def _found(words: Sequence[Token]) -> Iterator[tuple[str, frozenset[str], bool]]:
    for at, word in enumerate(words):
        lead = _clause(words[:at][::-1])
        if word.low in ("until", "till"):
            until = _clause(words[at:])
            main = lead or _clause(words[at + len(until) + 1 :])
            if {w.low for w in main} & _PAST and not any(is_not(w) for w in main):
                yield " ".join(w.text for w in until[:3]), _stems(main), True
        elif word.low in _MANNER and at and _JEST.fullmatch(words[at - 1].low):
            start = max((i for i in range(at) if words[i].low == "in"), default=at - 1)
            phrase = " ".join(w.text for w in words[start : at + 1])
            # It may stand between commas.
            before, after = words[:start][::-1], words[at + 1 :]
            beside = (*_clause(_past_comma(before)), *_clause(_past_comma(after)))
            yield phrase, _stems(beside), False
        elif word.low.endswith("ly") and _JEST.fullmatch(word.low):
            yield word.text, _stems((*lead, *_clause(words[at + 1 :]))), False


def _clause(words: Sequence[Token]) -> tuple[Token, ...]:
    stop = next((i for i, w in enumerate(words) if w.text in _ENDS), len(words))
    return tuple(words[:stop])


def _past_comma(words: Sequence[Token]) -> Sequence[Token]:
    return words[1:] if words and words[0].text == "," else words


def _stems(words: Sequence[Token]) -> frozenset[str]:
    return frozenset([w.stem for w in words if w.is_content][:AROUND])
