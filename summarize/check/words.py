"""Words of a statement and of its evidence, as the checks compare them.

Comparison is by crude stems ("plans", "planned" and "planning" are one), never by meaning: what is
worded anew cannot be compared here, and is left to the model-assisted check.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.values.fold import fold

_TOKEN: Final = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*|[,;:.!?()\"-]")

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


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation."""

    text: str
    low: str
    stem: str
    start: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not punctuation."""
        return self.text[0].isalnum()

    @property
    def is_content(self) -> bool:
        """Whether it is a word that carries meaning of its own."""
        return self.is_word and self.low not in SMALL


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and punctuation of `text`; offsets are in the folded text."""
    folded = fold(text).text
    found = []
    for match in _TOKEN.finditer(folded):
        word = match.group()
        low = word.casefold().removesuffix("'s")
        found.append(Token(word, low, stem(low), match.start()))
    return tuple(found)


@lru_cache(maxsize=8192)
def stem(low: str) -> str:
    """Return what different forms of one word share, roughly."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
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
