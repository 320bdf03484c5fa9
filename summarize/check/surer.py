"""Find a word of a statement that is surer than the one the evidence has in its place.

Words are ranked by what they claim: who suggests has not shown, what is proposed is not adopted,
what is rare is not unique. It fails only where the words around the surer one stand around a less
sure one in the evidence, no cited word claims as much, and the statement has no hedge of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.check.negations import is_not
from summarize.check.undone import DENYING
from summarize.values.memory import TEXTS
from summarize.values.words import Token, stem, tokens


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


@dataclass(frozen=True, slots=True)
class _Step:
    """Two steps of one stair: words that claim more, and words that claim less."""

    more: frozenset[str]
    less: frozenset[str]
    enough: frozenset[str] = frozenset()
    """Words of the evidence that claim as much, beside `more`."""
    is_deed: bool = False
    """Whether it counts only as done: "has adopted", not "will adopt"."""

    def may_be_told(self, said: frozenset[str], known: frozenset[str]) -> bool:
        """Say whether a statement claims more here than evidence with these stems may."""
        less = not (self.more.isdisjoint(said) or self.less.isdisjoint(known))
        return less and self.more.isdisjoint(known) and self.enough.isdisjoint(known)


_OPEN: Final = _stems(
    """suggest suggestion indicate indication hint imply signal signalled appear
    apparently seem believe belief think thought suspect suspicion fear theorise theorize theory
    speculate speculation argue claim allege alleged allegation assume guess hypothesise
    hypothesize concern concerned worry worried predict reckon
    contend rumour rumor reportedly"""
)
_UNCERTAIN: Final = _stems(
    """unsure uncertain unclear doubt doubtful question wonder debate dispute divided undecided
    sceptical skeptical unconvinced disagree"""
)
_MAYBE: Final = _stems(
    "may might could possibly perhaps probably likely potentially possible potential"
)
_STEPS: Final = (
    _Step(
        _stems(
            """demonstrate demonstration prove proven proof establish confirm confirmation reveal
            verify discover discovery find know knew known learn learnt realise realize
            determine ascertain guarantee expose uncover certain certainty convinced show shown
            conclude conclusion evidence"""
        ),
        _OPEN | _UNCERTAIN | _MAYBE,
        _stems("clear sure confident confidence see saw seen tell told aware admit acknowledge"),
    ),
    _Step(
        _stems(
            "agree agreed certain sure convinced confident undoubtedly definitely doubt know knew"
        ),
        _UNCERTAIN - _stems("doubt"),
    ),
    _Step(
        _stems("will shall bound certain sure guaranteed inevitably certainly definitely"), _MAYBE
    ),
    _Step(
        _stems(
            """adopt adoption approve approval pass introduce enact implement impose ratify sign
            agree decide resolve finalise finalize authorise authorize endorse accept launch order
            vote win gain secure complete"""
        ),
        _stems(
            """propose proposal proposed consider plan intend intention mull weigh draft discuss
            debate suggest recommend recommendation seek want hope urge ask request demand apply
            pursue explore examine review"""
        ),
        is_deed=True,
    ),
    _Step(
        _stems(
            """unique uniquely unprecedented unparalleled unrivalled unrivaled only sole first-ever
            one-off historic singular unheard matchless"""
        ),
        _stems("rare rarely unusual uncommon scarce infrequent occasional seldom limited few"),
        _stems("first record history historical never ever alone before single"),
    ),
)
_MORE: Final = frozenset().union(*(step.more for step in _STEPS))
_LESS: Final = frozenset().union(*(step.less for step in _STEPS))
_ENDS: Final = frozenset(';:.!?()"')
# After these it is not said to be so: "to prove", "could show", "if it finds".
_UNDONE: Final = frozenset(
    "to would could should may might must can if whether will not no until unless".split()
)
_BE: Final = frozenset("has have had was were been is are being".split())
# So many words of meaning on each side are compared, in the statement and in the evidence.
AROUND: Final = 4
FARTHER: Final = 6
# So many of them must be the same, and so many of those after the word.
SAME: Final = 2
# So many words before a word tell whether it is denied or only meant.
LEAD: Final = 3


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of a stair, and the stems of the words of meaning around it."""

    word: Token
    before: frozenset[str]
    after: frozenset[str]
    lead: tuple[Token, ...]


def surer(statement: str, evidence: str) -> str | None:
    """Return why a word claims more than the one in its place; None when none is found to."""
    said = frozenset(t.stem for t in tokens(statement))
    if said.isdisjoint(_MORE):
        return None
    known = frozenset(t.stem for t in tokens(evidence))
    steps = [step for step in _STEPS if step.may_be_told(said, known)]
    if not steps:
        return None
    more = [one for one in _placed(statement, AROUND) if one.word.stem in _MORE]
    less = [one for line in evidence.split("\n") for one in _placed(line, FARTHER)]
    for step in steps:
        if said & step.less & known:
            continue
        for one in more:
            if one.word.stem not in step.more or not _is_claimed(one, step):
                continue
            for other in less:
                if other.word.stem in step.less and _is_in_place(one, other):
                    return (
                        f"{one.word.text!r} claims more than {other.word.text!r} in the cited "
                        f"sentences: keep {other.word.text!r} or a word as unsure"
                    )
    return None


def _is_claimed(one: _Placed, step: _Step) -> bool:
    """Say whether a word is said of what is so, not denied, hoped or asked."""
    lows = [w.low for w in one.lead]
    if any(is_not(w) or w.low in DENYING for w in one.lead) and one.word.stem != "doubt":
        return False
    if one.word.low in ("will", "shall") or one.word.low.endswith("ly"):
        return True
    if step.is_deed and not (one.word.low.endswith("ed") or set(lows) & _BE):
        return False
    return not set(lows) & _UNDONE


def _is_in_place(one: _Placed, other: _Placed) -> bool:
    after = one.after & other.after
    before = one.before & other.before
    return (bool(after) or not one.after) and len(after) + len(before) >= SAME


@lru_cache(maxsize=TEXTS)
def _placed(line: str, around: int) -> tuple[_Placed, ...]:
    """Return the words of any stair in a sentence; hardly any sentence has more than a few."""
    words = tokens(line)
    return tuple(
        _Placed(
            word,
            _near(words[:at][::-1], around),
            _near(words[at + 1 :], around),
            words[max(0, at - LEAD) : at],
        )
        for at, word in enumerate(words)
        if word.stem in _MORE or word.stem in _LESS
    )


def _near(words: Sequence[Token], most: int) -> frozenset[str]:
    found: list[str] = []
    for word in words:
        if word.text in _ENDS or len(found) == most:
            break
        if word.is_content:
            found.append(word.stem)
    return frozenset(found)
