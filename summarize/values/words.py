"""Words of a text, as statements and their evidence are compared.

Comparison is by crude stems ("plans", "planned" and "planning" are one), never by meaning: what is
worded anew cannot be compared here, and is left to the model-assisted judge.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from summarize.values.fold import fold
from summarize.values.memory import TEXTS, WORDS

_WORD: Final = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*")
_TOKEN: Final = re.compile(rf"{_WORD.pattern}|[,;:.!?()\"-]")

SMALL: Final = frozenset(
    """a an the this that these those of in on at to for from by with as into onto over under
    about after before
    during between against through and or but nor so yet if than then when while where who whom
    whose which what it its he him his she her hers they them their theirs we us our you your i me
    my is are was were be been being am has have had having do does did doing will would shall
    should can could may might must not no also there here such own same very more most some any
    each all both other another up out off down
    just only even still again said says say told mr mrs ms dr one new s""".split()
)

_IRREGULAR: Final = {
    form: verb
    for verb, *forms in (line.split() for line in """
    send sent
    win won winning
    lose lost losing
    beat beaten beating
    kill killed
    give gave given giving
    take took taken taking
    make made making
    leave left leaving
    meet met
    tell told
    shoot shot
    fight fought
    buy bought
    sell sold
    find found
    hold held
    bring brought
    lead led
    go went gone goes
    fall fell fallen
    begin began begun
    come came
    become became
    break broke broken
    choose chose chosen
    steal stole stolen
    write wrote written
    strike struck
    throw threw thrown
    sue sued suing
    build built
    pay paid
    keep kept
    flee fled
    die died dying death deaths dead
    know knew known
    grow grew grown
    speak spoke spoken
    """.strip().splitlines())
    for form in forms
}  # fmt: skip
_SUFFIX: Final = re.compile(r"(?:ations?|ingly|ingl?y?|edly|ed|ies|es|s|ly)$")


class Token(NamedTuple):
    """A word or a mark of punctuation."""

    text: str
    low: str
    stem: str
    is_word: bool
    """Whether it is a word or a number, not punctuation."""
    is_content: bool
    """Whether it is a word that carries meaning of its own."""
    start: int


@lru_cache(maxsize=TEXTS)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and punctuation of `text`; offsets are in the folded text."""
    found = _TOKEN.finditer(fold(text).text)
    # As Token(...) does it, in half the time.
    make = tuple.__new__
    return tuple([make(Token, (*_described(match[0]), match.start())) for match in found])


@lru_cache(maxsize=TEXTS)
def lows(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case, without its punctuation."""
    return tuple(map(_low, _WORD.findall(fold(text).text)))


def every_stem(text: str) -> frozenset[str]:
    """Return the stems of all words of a text."""
    return frozenset(_described(word)[2] for word in set(_TOKEN.findall(fold(text).text)))


@lru_cache(maxsize=WORDS)
def _low(word: str) -> str:
    return word.casefold().removesuffix("'s")


@lru_cache(maxsize=WORDS)
def _described(word: str) -> tuple[str, str, str, bool, bool]:
    low = _low(word)
    is_word = word[0].isalnum()
    return word, low, stem(low), is_word, is_word and low not in SMALL


@lru_cache(maxsize=WORDS)
def stem(low: str) -> str:
    """Return what different forms of one word share, roughly."""
    low = _IRREGULAR.get(low, low)
    if len(low) <= 3 or not low.isalpha():
        return low
    if low.endswith("ies"):
        return low[:-3] + "i"
    shorter = _SUFFIX.sub("", low)
    if len(shorter) < 3:
        return low
    if len(shorter) > 3 and shorter[-1] == shorter[-2] and shorter[-1] not in "ls":
        shorter = shorter[:-1]
    return shorter.rstrip("e") if len(shorter) > 3 else shorter.replace("y", "i")


def stems(some: tuple[Token, ...] | list[Token]) -> set[str]:
    """Return the stems of the words that carry meaning."""
    return {token.stem for token in some if token.is_content}
