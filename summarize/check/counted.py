"""Find a number of a statement that counts what another number counts in the evidence.

"Killing 12 and wounding 40" ties each number to its verb. It fails only where the evidence ties
the statement's verb to another number, and the statement's number to another verb: what either has
alone may be worded anew.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.check.claim import Claim
from summarize.check.links import place_of
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.numbers import NumberPhrase, find_numbers, same_number
from summarize.values.words import Token, stem, tokens

# "At least", "more than", "some other": these may stand between a verb and its number.
_BOUNDS: Final = frozenset(
    """at least about more than some nearly over up as many almost around approximately the
    another an additional further other fewer less most roughly or""".split()
)
_UP_TO: Final = ("to", "up")
_BE: Final = frozenset("was were is are been being be have has had also later confirmed".split())
# What is said in several words of one thing.
_ALIKE: Final = {
    stem(word): group[0]
    for group in (
        "killed died dying dead deaths death fatalities fatality perished".split(),
        "injured injuries wounded wounding wounds hurt hurting".split(),
        "arrested detained arrests arrest".split(),
    )
    for word in group
}
_VERB: Final = re.compile(r"[a-z]{2,}(?:ed|ing)$|dead$|deaths?$|hurt$|shot$|held$|injur|fatal")
# So many words may stand between a number and its verb: "40 other people".
BETWEEN: Final = 2


def counts_another(claim: Claim) -> str | None:
    """Return which number counts something else in the evidence; None when none does."""
    stated = _ties(claim.statement)
    if not stated:
        return None
    told = [tie for span in claim.evidence for tie in _ties(span.of(claim.article.text))]
    for number, verb in stated:
        if any(v == verb and same_number(number, n) for n, v in told):
            continue
        theirs = [n for n, v in told if v == verb]
        own = [v for n, v in told if same_number(number, n)]
        if theirs and own:
            return (
                f"the cited sentences count {theirs[0].as_written!r} here ({verb}), and "
                f"{number.as_written!r} is something else ({own[0]}): write "
                f"{theirs[0].as_written!r}"
            )
    return None


@lru_cache(maxsize=TEXTS)
def _ties(text: str) -> tuple[tuple[NumberPhrase, str], ...]:
    """Return the numbers of a text, each with the verb or noun that it counts."""
    folded = fold(text).text
    numbers = [n for n in find_numbers(folded) if n.kind == "count"]
    if not numbers:
        return ()
    words = tokens(folded)
    return tuple((n, verb) for n in numbers for verb in _verbs(words, *place_of(words, n.span)))


def _verbs(words: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Yield the verb before a number, else that after it."""
    at = first - 1
    while at > 0 and (words[at].low in _BOUNDS or (words[at].low, words[at - 1].low) == _UP_TO):
        at -= 1
    if at >= 0 and _VERB.match(words[at].low):
        yield _group(words[at])
        return
    passed = 0
    for word in words[last - 1 : last + BETWEEN + 4]:
        if word.low in _BOUNDS | _BE or word.low[0].isdigit():
            continue
        if _VERB.match(word.low):
            yield _group(word)
            return
        if not word.is_content or passed == BETWEEN:
            return
        passed += 1


def _group(word: Token) -> str:
    return _ALIKE.get(word.stem, word.stem)
