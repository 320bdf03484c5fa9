"""Find a refusal or a failure of the evidence that a statement has turned round.

"Refused to sign" is not "managed to sign", nor "unable to pay" "able to pay". It fails only where
the statement has the same verb with most of the words after it, and no word that denies.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.check.negations import denying, is_not
from summarize.check.undone import REFUSES
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

# Before "to" and a verb these say that it was.
_DOES: Final = frozenset(
    """managed manages managing manage able agreed agrees agree succeeded chose decided decides
    began started starts continued continues helped got willing ready keen eager
    remembered""".split()
)
_ENDS: Final = frozenset(',;:.!?()"')
_NEGATIVE: Final = frozenset(
    """despite instead rather until yet remain remains remained lost miss missed avoid avoided
    resist resisted reject rejected oppose opposed against stop stopped prevent prevented block
    blocked short hesitated struggled too""".split()
)
# The share of the words after the verb that must come back.
KEPT: Final = 0.6
# So many words after a verb are looked at.
AFTER: Final = 5


@dataclass(frozen=True, slots=True)
class _Refused:
    how: str
    """As written."""
    verb: Token
    rest: frozenset[str]
    """The stems of the words of meaning after it."""


def lost_refusal(statement: str, evidence: str) -> str | None:
    """Return what was refused or failed in the evidence and is done in the statement."""
    refused = [one for line in evidence.split("\n") for one in _refused(line)]
    if not refused:
        return None
    said = tokens(statement)
    denies = denying(statement) | {t.stem for t in said if t.low in _NEGATIVE}
    known = {t.stem for t in said if t.is_content}
    for one in refused:
        again = [i for i, t in enumerate(said) if t.stem == one.verb.stem]
        done = [_is_done(said, i) for i in again if _is_done(said, i) or said[i - 1].low != "to"]
        needed = 1.0 if any(done) else max(1, KEPT * len(one.rest))
        kept = len(one.rest & known) >= needed and not denies - {one.verb.stem}
        if done and kept and not _told_plainly(one.verb, evidence):
            return (
                f"the cited sentences say '{one.how} to {one.verb.text}', and the statement says "
                f"that it was done: keep {one.how!r}"
            )
    return None


def _is_done(said: tuple[Token, ...], at: int) -> bool:
    return at >= 2 and said[at - 2].low in _DOES


def _told_plainly(verb: Token, evidence: str) -> bool:
    """Say whether the evidence has the verb elsewhere too, and so perhaps as done."""
    return sum(t.stem == verb.stem for t in tokens(evidence)) > 1


@lru_cache(maxsize=TEXTS)
def _refused(line: str) -> tuple[_Refused, ...]:
    words = tokens(line)
    found = []
    for at, word in enumerate(words[:-2]):
        if word.low not in REFUSES or words[at + 1].low != "to":
            continue
        verb = words[at + 2]
        lead = words[max(0, at - 3) : at]
        if verb.is_content and not any(is_not(w) for w in lead):
            rest = frozenset(w.stem for w in _up_to_end(words[at + 3 :]) if w.is_content)
            found.append(_Refused(word.text, verb, rest))
    return tuple(found)


def _up_to_end(words: tuple[Token, ...]) -> Iterator[Token]:
    for word in words[:AFTER]:
        if word.text in _ENDS:
            return
        yield word
