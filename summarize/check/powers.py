"""Find a power told as a deed: who has veto power has not vetoed."""

from itertools import pairwise
from typing import Final

from summarize.values.words import tokens

_POWERS: Final = frozenset("power powers right rights authority".split())
_INFLECTED: Final = ("ing", "ed", "es", "s")
# What leaves it a power, or a thing that may be done.
_KEEPS: Final = _POWERS | frozenset(
    """can could may might would able ability allow allows allowed allowing let lets enable enables
    enabling entitled permit permits free chance""".split()
)


def power_used(statement: str, evidence: str) -> str | None:
    """Return why a power of the evidence is a deed in the statement; None when none is."""
    said = tokens(statement)
    if {t.low for t in said} & _KEEPS:
        return None
    there = tokens(evidence)
    lows = {t.low for t in there}
    for noun, power in pairwise(there):
        if power.low not in _POWERS or not noun.is_content:
            continue
        for word in said:
            is_deed = word.stem == noun.stem and word.low.endswith(_INFLECTED)
            if is_deed and word.low not in lows:
                phrase = f"{noun.text} {power.text}"
                return f"the cited sentences say {phrase!r}: a power is no deed, keep it"
    return None
