"""Say whether two names can be the same one's.

"Mr Xi", "Xi" and "President Xi Jinping" can; "Kim" and "Xi Jinping", or "Xi Jong-un" and "Xi
Jinping", cannot. A name is compared part by part, never by likeness of letters.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from summarize.values.fold import fold
from summarize.values.gazetteer import TITLES
from summarize.values.memory import WORDS

_MARKS: Final = re.compile(r"[.\-']")


@lru_cache(maxsize=WORDS)
def bare(name: str) -> str:
    """Return a name without titles before it, its article and its possessive."""
    folded = fold(name).text.strip(" ,.;:\"'")
    folded = folded[:-2] if folded.endswith("'s") else folded.removesuffix("'")
    words = folded.split(" ")
    while len(words) > 1 and (
        words[0].casefold().rstrip(".") in TITLES or words[0].casefold() == "the"
    ):
        words = words[1:]
    return " ".join(words)


class _Form(NamedTuple):
    """A name as it is compared."""

    bare: str
    key: str
    """Without marks, spaces and case."""
    parts: tuple[str, ...]
    each: frozenset[str]
    """Its parts."""
    is_short: bool
    """It may stand for words that it has not: it has an initial, or is nothing but capitals."""


@lru_cache(maxsize=WORDS)
def _form(name: str) -> _Form:
    short = bare(name)
    parts = name_parts(short)
    is_short = short.replace(".", "").isupper() or 1 in map(len, parts)
    return _Form(short, "".join(parts), parts, frozenset(parts), is_short)


@lru_cache(maxsize=WORDS)
def same_name(a: str, b: str) -> bool:
    """Say whether two names can be the same one's: "Mr Xi" and "Xi Jinping", not "Kim" and "Xi".

    A shorter form must be the first or the last words of the longer one, or its initials.
    """
    one, two = _form(a), _form(b)
    if one.key == two.key:
        return bool(one.key)
    # All that follows needs a part in common, or what is short for one.
    if not one.is_short and not two.is_short and one.each.isdisjoint(two.parts):
        return False
    return _is_part(one, two)


def _is_part(one: _Form, two: _Form) -> bool:
    """Say whether one of two names that differ can be short for the other, or reordered."""
    first, second = one.bare, two.bare
    short, long = sorted((one.parts, two.parts), key=len)
    if not short:
        return False
    if len(short) == 1 and _is_initials(first, second):
        return True
    if not any(part in long or len(part) == 1 for part in short) and not any(
        len(part) == 1 for part in long
    ):
        return False
    if len(short) == len(long):
        return _same_parts(short, long) or _reordered(first, second)
    if any(part in ("of", "for") for part in long[: len(short)]) or long[len(short)] in (
        "of",
        "for",
    ):
        return (
            long[: len(short)] == short
            or _same_parts(short, long[-len(short) :])
            or _reordered(first, second)
        )
    if _same_parts(short, long[: len(short)]) or _same_parts(short, long[-len(short) :]):
        return True
    within = iter(long)
    skipped = len(short) >= 2 and all(any(_same_part(s, part) for part in within) for s in short)
    return (skipped and _same_part(short[-1], long[-1])) or _reordered(first, second)


@lru_cache(maxsize=WORDS)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name; "Jong-un" and "Jong Un" give one and two of them."""
    return tuple(filter(None, _MARKS.sub("", name).casefold().split(" ")))


def _same_part(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1])


def _same_parts(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return (
        len(a) == len(b)
        and all(map(_same_part, a, b))
        and any(x == y and len(x) > 1 for x, y in zip(a, b, strict=True))
    )


def _reordered(a: str, b: str) -> bool:
    """Say whether "Ministry of Defence" and "Defence Ministry" are the two names."""
    small = {"of", "for", "the", "and"}
    one, two = set(name_parts(a)) - small, set(name_parts(b)) - small
    return len(one) >= 2 and one == two and (" of " in a or " of " in b)


def _is_initials(a: str, b: str) -> bool:
    """Say whether one name is the initials of the other ("KCNA")."""
    for acronym, full in ((a, b), (b, a)):
        letters = acronym.replace(".", "")
        if len(letters) >= 2 and letters.isupper() and " " in full:
            words = full.split(" ")
            capitals = "".join(w[0] for w in words if w[0].isupper())
            if letters in (capitals, "".join(w[0] for w in words).upper()):
                return True
    return False
