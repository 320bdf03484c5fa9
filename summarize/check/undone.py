"""Find what a text says was not done by another word than "not".

"Failed to pay", "refused to sign", "hardly spoke", "denied taking" and "avoided paying" each say of
a verb what "did not" says of it. "Barely" is not among them: who barely won, won.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.values.words import Token

# Before "to" and a verb.
REFUSES: Final = frozenset(
    """failed fails failing fail refused refuses refusing refuse declined declines declining decline
    unable neglected neglects neglecting unwilling reluctant forgot forgets omitted omits powerless
    hesitated hesitates hesitant""".split()
)
_HARDLY: Final = frozenset("hardly scarcely rarely seldom nowhere".split())
# Before a verb in -ing, perhaps with "having" or "from" between them.
_DENIES: Final = frozenset(
    """denied denies deny denying avoided avoids avoid avoiding refrained refrains refrain
    refraining resisted""".split()
)
# Words of meaning, which say nothing of what is denied.
DENYING: Final = REFUSES | _HARDLY | _DENIES | {"never"}
_PASSED: Final = frozenset("having from ever being even that they he she it to".split())
# So many small words may stand before the verb.
REACH: Final = 3


def undone(words: Sequence[Token]) -> Iterator[Token]:
    """Yield the verbs of a clause that some word says were not done."""
    for at, word in enumerate(words):
        if word.low in REFUSES and at + 1 < len(words) and words[at + 1].low == "to":
            yield from _first(words[at + 2 : at + 2 + REACH])
    yield from hardly_done(words)


def hardly_done(words: Sequence[Token]) -> Iterator[Token]:
    """Yield those that "hardly", "denied" or "avoided" says it of, without a "to"."""
    for at, word in enumerate(words):
        if word.low in _HARDLY:
            yield from _first(words[at + 1 : at + 1 + REACH])
        elif word.low in _DENIES:
            yield from _done(words[at + 1 : at + 2 + REACH])


def _first(words: Sequence[Token]) -> Iterator[Token]:
    yield from [w for w in words if w.is_content and not w.low.endswith("ly")][:1]


def _done(words: Sequence[Token]) -> Iterator[Token]:
    """Yield the verb in -ing, or that of a clause, that is denied."""
    led = False
    for word in words:
        if word.low in _PASSED:
            led = led or word.low in ("having", "that", "being")
            continue
        if word.is_content and (word.low.endswith("ing") or led):
            yield word
        return
