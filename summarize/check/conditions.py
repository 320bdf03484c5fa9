"""Find a condition of the evidence that a statement has lost, or has the other way round.

"If it rains, the match will be called off" is not "the match will be called off", nor "if they do
not stop" "if they stop". A condition worded anew, or with "unless", is not judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.check.negations import denying, is_not
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

_ENDS: Final = frozenset(',;:.!?()"')
# "Asked if", "as if": these suppose nothing, or another thing.
_NO_CONDITION: Final = frozenset(
    """as even ask asks asked asking know knows knew known see sees saw wonder wonders wondered
    check checked checking unclear decide decided deciding determine determined doubt doubts doubted
    sure what like say said tell told or and""".split()
)
# What will be so, and not what mostly is.
_WILL: Final = frozenset("will shall must would ll".split())
# With any of these a statement leaves open whether it comes to pass.
_OPEN: Final = frozenset(
    """if unless whether could might may should once when whenever until till after depends
    depending depend provided case event assuming condition conditions conditional threat threatens
    threatened threatening warns warned warning possible possibly possibility likely scenario
    without otherwise else were upon hypothetical had""".split()
)
# The share of the words of meaning that must come back, and how many there must be.
RESTATED: Final = 0.75
LEAST: Final = 3
# No more words of a clause are looked at: what follows are asides.
LONGEST: Final = 8
# Two conditions are one when they share this much, and so many words of meaning.
SAME: Final = 0.75
FEWEST: Final = 2


def lost_condition(statement: str, evidence: str) -> str | None:
    """Return the condition without which the statement says more than the evidence."""
    said = tokens(statement)
    if {t.low for t in said} & _OPEN:
        return None
    known = {t.stem for t in said}
    lines = evidence.split("\n")
    for line in lines:
        for condition, then in _conditional(line):
            if len(then & known) < max(LEAST, RESTATED * len(then)):
                continue
            others = (frozenset(t.stem for t in tokens(one)) for one in lines if one is not line)
            if not any(len(then & other) >= RESTATED * len(then) for other in others):
                return (
                    f"the cited sentences say this only under a condition, '{condition}': keep it"
                )
    return None


def turned_condition(statement: str, evidence: str) -> str | None:
    """Return the "if" of the evidence that the statement has with its "not" the other way."""
    stated = _conditions(statement)
    if not stated:
        return None
    told = [one for line in evidence.split("\n") for one in _conditions(line)]
    for denied, words, others in stated:
        same = [d for d, w, o in told if o == others and _is_same(words, w)]
        if same and denied not in same:
            keep = "leave the 'not' out" if denied else "keep the 'not'"
            return f"the condition is the other way round in the cited sentences: {keep}"
    return None


@lru_cache(maxsize=TEXTS)
def _conditional(line: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the conditions of a sentence, each with the stems of what holds only under it."""
    words = tokens(line)
    found = []
    for at, clause in _suppositions(words):
        end = at + 1 + len(clause)
        lead = tuple(_up_to_end(reversed(words[:at])))[::-1]
        if not lead and end < len(words) and words[end].text == ",":
            then = tuple(_up_to_end(words[end + 1 :]))
        elif any(w.low in _WILL for w in lead):
            then = lead
        else:
            continue
        stems = [w.stem for w in then if w.is_content][:LONGEST]
        if len(stems) >= LEAST:
            found.append((" ".join(w.text for w in words[at:end]), frozenset(stems)))
    return tuple(found)


def _suppositions(words: Sequence[Token]) -> Iterator[tuple[int, tuple[Token, ...]]]:
    """Yield the place of each "if" that supposes something, and the clause after it."""
    for at, word in enumerate(words):
        if word.low == "if" and not (at and words[at - 1].low in _NO_CONDITION):
            yield at, tuple(_up_to_end(words[at + 1 :]))


def _up_to_end(words: Iterable[Token]) -> Iterator[Token]:
    for word in words:
        if word.text in _ENDS:
            return
        yield word


def _is_same(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= max(FEWEST, SAME * max(len(one), len(two)))


@lru_cache(maxsize=TEXTS)
def _conditions(text: str) -> tuple[tuple[bool, frozenset[str], frozenset[str]], ...]:
    """Return the conditions of a text: whether each has a "not", its words of meaning, and which
    of them deny by themselves ("refuse")."""
    found = []
    for _, clause in _suppositions(tokens(text)):
        meant = frozenset(w.stem for w in clause if w.is_content)
        nots = [w for w in clause if is_not(w)]
        if len(nots) < 2:  # two may be worded as none
            others = denying(" ".join(w.text for w in clause)) - {"not"}
            found.append((bool(nots), meant, others))
    return tuple(found)
