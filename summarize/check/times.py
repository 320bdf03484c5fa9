"""Find a time of day that a statement has and its evidence has not.

"3 p.m." and "15:00" are one; "around 3 p.m." may be any time within the hour. Where the evidence
tells a time in words that are not read ("half past two"), nothing is compared.
"""

import re
from typing import Final

from summarize.check.claim import Claim
from summarize.values.clock import DAY, Clock, find_clock
from summarize.values.plain import plain

_ROUGHLY: Final = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|just|shortly|before|after|past|towards?"
    r"|soon|early|late|between|some\s*time)\b[^.;]{0,24}$|~$",
    re.IGNORECASE,
)
_LONGEST_LEAD: Final = 40
_IN_WORDS: Final = re.compile(
    r"\b(?:half|quarter|minutes?)\s+(?:past|to|after|before)\b|\bhalf\s+(?:\w+teen|\w+ty)\b", re.I
)
# "Around 3 p.m." may be said of any time so many minutes off.
ROUGH: Final = 60


def other_time(claim: Claim) -> str | None:
    """Return what is wrong with a time of day of the statement; None when nothing is."""
    stated = find_clock(claim.statement)
    if not stated:
        return None
    evidence = plain(claim.evidence_text())
    if _IN_WORDS.search(evidence):
        return None
    told = [t for span in claim.evidence for t in find_clock(span.of(claim.article.text))]
    for time in stated:
        if plain(time.as_written).casefold() in evidence.casefold() or _is_told(time, told, claim):
            continue
        others = ", ".join(dict.fromkeys(f'"{t.as_written}"' for t in told))
        says = f"which says {others}" if others else "which names no time: leave it out"
        return f'the time "{time.as_written}" is not in the evidence, {says}'
    return None


def _is_told(time: Clock, told: list[Clock], claim: Claim) -> bool:
    if any(time.minutes & other.minutes for other in told):
        return True
    start = time.span.start
    if not _ROUGHLY.search(claim.statement[max(0, start - _LONGEST_LEAD) : start]):
        return False
    return any(
        (a - b) % DAY <= ROUGH or (b - a) % DAY <= ROUGH
        for other in told
        for a in time.minutes
        for b in other.minutes
    )
