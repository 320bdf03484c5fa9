"""Find a hedge that a statement has cut out of words it otherwise keeps in their order.

"A potential vaccine for birds" is not "a vaccine for birds", nor "may be under threat" "is under
threat". It fails only where the word of meaning before the hedge and the two after it (or three)
stand side by side in the statement, nothing there leaves the reader unsure, and the evidence
nowhere has them so. What is worded anew is left to the other check of hedges.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from summarize.check.negations import is_not
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

_MODAL: Final = frozenset("may might could".split())
_HEDGE: Final = _MODAL | frozenset(
    """alleged allegedly suspected reportedly purported purportedly apparently apparent rumoured
    rumored possible possibly perhaps likely probable probably potential potentially presumed
    supposedly supposed unconfirmed former ex proposed planned""".split()
)
# Any of these in the statement and not in the evidence may say the same.
_KEEPS: Final = _HEDGE | frozenset(
    """can would should believed thought expected said says according claims claimed alleges
    suspects accused accuses police prosecutors if whether set due plans plan planning hopes aims
    seems appears fears feared risk chance possibility once ousted retired past old previous ago
    used then until will to charged charges prospective expects estimated reported""".split()
)
_ENDS: Final = frozenset(',;:.!?()"')
# So many words of meaning in one order are no chance.
WORDS: Final = 3


def dropped_hedge(statement: str, evidence: str) -> str | None:
    """Return the hedge that the statement has cut out; None when none is found."""
    said = _content(statement)
    if len(said) < WORDS:
        return None
    lines = evidence.split("\n")
    lows = {t.low for t in tokens(statement)}
    for line in lines:
        for hedge, stems in _hedged(line):
            at = _place(said, stems)
            if at is None or lows & _KEEPS - _lows(line) or _is_unsure(statement, said, at):
                continue
            if any(_place(_content(one), stems[1:], bare=True) is not None for one in lines):
                continue
            return (
                f"the cited sentences have {hedge!r} before {stems[-2]!r}, and the statement gives "
                f"it as certain: keep {hedge!r} or a word as unsure"
            )
    return None


@lru_cache(maxsize=TEXTS)
def _hedged(line: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each hedge of a sentence, and the stems of the words of meaning around it."""
    words = tokens(line)
    found = []
    for at, word in enumerate(words):
        if word.low not in _HEDGE or (word.low in _MODAL and word.text[0].isupper()):
            continue
        before = _near(words[:at][::-1])[:1]
        after = _near(words[at + 1 :])[:WORDS]
        if any(is_not(w) for w in words[at + 1 : at + 3]):
            continue
        if before and len(after) >= WORDS - 1:
            found.append((word.text, (*before, *after[: WORDS - 1])))
        elif len(after) == WORDS:
            found.append((word.text, tuple(after)))
    return tuple(found)


def _near(words: Sequence[Token]) -> list[str]:
    """Return the stems of the words of meaning up to a mark."""
    found = []
    for word in words:
        if word.text in _ENDS:
            break
        if word.is_content and word.low not in _HEDGE:
            found.append(word.stem)
    return found


@lru_cache(maxsize=TEXTS)
def _content(text: str) -> tuple[Token, ...]:
    return tuple(t for t in tokens(text) if t.is_content or t.low in _MODAL)


@lru_cache(maxsize=TEXTS)
def _lows(text: str) -> frozenset[str]:
    return frozenset(t.low for t in tokens(text))


def _place(content: Sequence[Token], stems: tuple[str, ...], *, bare: bool = False) -> int | None:
    """Return where words of meaning stand side by side, without a hedge between them.

    `bare`: nor one directly before them.
    """
    size = len(stems)
    for at in range(len(content) - size + 1):
        if all(content[at + i].stem == one for i, one in enumerate(stems)):
            led = bare and at and content[at - 1].low in _HEDGE
            if not led:
                return at
    return None


def _is_unsure(statement: str, content: Sequence[Token], at: int) -> bool:
    """Say whether a hedge stands shortly before these words, or a doubt between them."""
    start = content[max(0, at - 1)].start
    end = content[at + WORDS - 1].start
    near = {t.low for t in tokens(statement) if start <= t.start <= end}
    return bool(near & (_KEEPS - {"to", "said", "says", "will"}))
