"""Find words that a statement denies and its evidence affirms, or the other way round.

After its "not" a clause goes on with words of meaning; where the other text has the same ones in
the same order, and nothing before them in that sentence denies anything, one of the two is wrong.
What is worded anew, or has fewer words after the "not", is left to the other checks of denials.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarize.check.denials import NEGATIVE, NOT_ONLY
from summarize.check.negations import denying, is_not
from summarize.values.memory import TEXTS
from summarize.values.words import Token, tokens

# So many words of meaning in one order are no chance; fewer, with the one before the "not".
WORDS: Final = 3
_ENDS: Final = frozenset(',;:.!?()"')
_SUPPOSES: Final = frozenset("if whether unless until than".split())


def turned_words(statement: str, evidence: str) -> str | None:
    """Return the words that one of both denies and the other affirms; None when there are none."""
    lines = evidence.split("\n")
    for denied in _denied(statement):
        if any(_affirmed(line, denied) for line in lines) and not any(
            denied in _denied(line) or _has_after_denial(line, denied) for line in lines
        ):
            return (
                f"the statement negates {denied[-2]!r}, and the cited sentences do not: "
                "say it as they do"
            )
    for line in lines:
        for denied in _denied(line):
            if _affirmed(statement, denied) and not any(_affirmed(one, denied) for one in lines):
                return (
                    f"the cited sentences negate {denied[-2]!r}, and the statement does not: "
                    "keep the negation"
                )
    return None


@lru_cache(maxsize=TEXTS)
def _denied(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the stems of the words of meaning after each "not" of a text."""
    words = tokens(text)
    found: list[tuple[str, ...]] = []
    for at, (word, following) in enumerate(pairwise(words)):
        if not is_not(word) or following.low in NOT_ONLY:
            continue
        start = max((i for i in range(at) if words[i].text in _ENDS), default=-1) + 1
        lead = [w for w in words[start:at] if w.is_content]
        if any(w.low in _SUPPOSES for w in words[start:at]):
            continue
        after = tuple(w.stem for w in _clause(words, at + 1) if w.is_content)[:WORDS]
        if len(after) == WORDS:
            found.append(after)
        elif len(after) == WORDS - 1 and lead:
            found.append((lead[-1].stem, *after))
    return tuple(found)


def _clause(words: Sequence[Token], start: int) -> Iterator[Token]:
    for word in words[start:]:
        if word.text in _ENDS:
            return
        yield word


def _place(text: str, stems: tuple[str, ...]) -> int | None:
    """Return where some words of meaning stand one after the other; None when nowhere."""
    content = _content(text)
    for at in range(len(content) - len(stems) + 1):
        if all(content[at + i].stem == one for i, one in enumerate(stems)):
            return content[at + len(stems) - 1].start
    return None


@lru_cache(maxsize=TEXTS)
def _content(text: str) -> tuple[Token, ...]:
    return tuple(w for w in tokens(text) if w.is_content)


def _affirmed(text: str, stems: tuple[str, ...]) -> bool:
    """Say whether a text has these words, and nothing up to them that denies or supposes."""
    end = _place(text, stems)
    if end is None:
        return False
    lead = text[: end + 1]
    lows = {w.low for w in tokens(lead)}
    return not (denying(lead) or NEGATIVE.search(lead) or lows & _SUPPOSES)


def _has_after_denial(text: str, stems: tuple[str, ...]) -> bool:
    """Say whether a text has these words after something that denies."""
    return _place(text, stems) is not None and not _affirmed(text, stems)
