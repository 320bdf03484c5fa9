"""Read the number that words say, without its unit: "twenty-five million", "a quarter", "second".

"Two point six million" is one number, and "at one point six men" has none of its kind. What looks
like a number and is not is refused: "one of them", "no one", "at first", "First Lady", "the first
half". "dozens" and "hundreds of thousands" are read as sizes.
"""

import re
from decimal import Decimal
from typing import Final

from summarize.values.number_cores import Core, Place, ReadNumber, share, with_magnitude
from summarize.values.number_forms import (
    AND_A_HALF,
    BOUND_BEFORE,
    FRACTION_WORDS,
    FRACTIONS,
    HALF,
    MAGNITUDES,
    MEASURES,
    PERCENT,
    SP,
    STOP,
    VAGUE,
)
from summarize.values.number_words import (
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    UNITS,
    longest_cardinal,
)


def words(place: Place) -> Core | None:
    """Read "twenty-five million", "two and a half", "two-thirds", "twenty-first", "six"."""
    searched, at = place.searched, place.at
    fraction = _fraction_in_words(searched, at)
    if fraction is not None:
        return fraction
    found = longest_cardinal(searched, at)
    if found is None:
        return None
    value, end = found
    ordinal = _ORDINAL_TAIL.match(searched, end)
    if ordinal is not None and searched[at:end].lower() in TENS:
        return Core(at, ordinal.end(), value + ORDINALS[ordinal[1].lower()], "ordinal")
    decimals = _POINT.match(searched, end)
    if decimals is not None and not _is_moment(searched, at, decimals.end()):
        core = Core(at, decimals.end(), value + _decimals(decimals[1]))
        return with_magnitude(core, searched)
    core = Core(at, end, value)
    if AND_A_HALF.match(searched, end):
        core = with_magnitude(core, searched)
    return share(core, place) or core


_DIGITS: Final = {"nought": 0, "oh": 0} | {w: v for w, v in UNITS.items() if v < 10}
_POINT: Final = re.compile(rf"[ -]point((?:[ -](?:{'|'.join(_DIGITS)})\b){{1,6}})", re.IGNORECASE)
_AT_ONE: Final = re.compile(r"\bat one\b", re.IGNORECASE)


def _is_moment(searched: str, at: int, end: int) -> bool:
    """Say whether "at one point" is a time: "at one point five men left", not "at one point 5%"."""
    before = _AT_ONE.match(searched, max(0, at - len("at ")))
    return before is not None and PERCENT.match(searched, end) is None


def _decimals(written: str) -> Decimal:
    """Return what the digits after a point add: 0.14 for "one four"."""
    digits = [str(_DIGITS[word]) for word in re.split(r"[ -]", written.lower().strip(" -"))]
    return Decimal("0." + "".join(digits))


_ORDINAL_TAIL: Final = re.compile(rf"-({'|'.join(list(ORDINALS)[:9])})\b", re.IGNORECASE)
_AFTER_AN: Final = re.compile(
    rf"an?(?:{SP}|-)(?:{'|'.join((*FRACTIONS, 'hundred', 'dozen', *SCALES))})", re.IGNORECASE
)


def an(place: Place) -> Core | None:
    """Read "a hundred" and "a quarter"; most articles begin no number."""
    return words(place) if _AFTER_AN.match(place.searched, place.at) else None


_ONE_AFTER: Final = re.compile(
    r"(?:[ \n](?:of|another|who|that|which|or|and|day|thing|can|could|may|might|must|should|would"
    r"|will|is|was|has|such|on|in|by|to|the|his|her|time|with|for|as|at|from|had|else|more)\b"
    r"|['.,;:!?)\"]|$)"
)
_ONE_BEFORE: Final = re.compile(
    r"\b(?:no|this|that|each|every|any|which|the|another|some|only|a|good|new|first|last)[ \n-]$",
    re.IGNORECASE,
)


def one(place: Place) -> Core | None:
    """Read "one shell", "one million" and "one in three", not "one of", "no one", "this one"."""
    searched, at = place.searched, place.at
    core = words(place)
    if core is None or core.value != 1 or core.kind != "count":
        return core
    before = searched[max(0, at - 9) : at]
    if _ONE_AFTER.match(searched, core.end) or _ONE_BEFORE.search(before):
        return None
    return core


def _fraction_in_words(searched: str, at: int) -> Core | None:
    match = FRACTION_WORDS.match(searched, at)
    if match is None:
        return None
    top, bottom = SMALL.get(match["top"].lower(), 1), match["bottom"].lower()
    if bottom not in ("half", "quarter") and not match["many"]:
        # "a third of", "a third to"; but "a third term" is an ordinal.
        follower = _NEXT_WORD.match(searched, match.end())
        if top > 1 or (follower is not None and follower[1].lower() not in STOP):
            return None
    return Core(at, match.end(), Decimal(top) / FRACTIONS[bottom], "fraction")


_NEXT_WORD: Final = re.compile(r"[ \n]([A-Za-z]+)")
# "a minimum of the" and its white space.
_LONGEST_BOUND: Final = 24
_HALF_ALONE: Final = re.compile(r"half\b(?!-)", re.IGNORECASE)
_HALF_OF_A_MATCH: Final = re.compile(
    r"\b(?:first|second|last|latter|other|top|bottom|the)[ -]$", re.I
)


def half(place: Place) -> Core | None:
    """Read "half of the", "half a million", "half an hour"; not "the first half of the match"."""
    searched, at = place.searched, place.at
    before = searched[max(0, at - _LONGEST_BOUND) : at]
    match = HALF.match(searched, at)
    if match is None and (BOUND_BEFORE.search(before) or before.endswith(" by ")):
        match = _HALF_ALONE.match(searched, at)
    if match is None or _HALF_OF_A_MATCH.search(before):
        return None
    if match.end() == at + len("half"):
        return Core(at, match.end(), Decimal("0.5"), "fraction")
    follower = re.compile(r"[a-z]+").match(searched, match.end())
    word = follower.group() if follower else ""
    if word in MAGNITUDES and word not in _SHORT:
        return Core(at, match.end() + len(word), Decimal("0.5") * MAGNITUDES[word])
    if word in MEASURES and word not in _SHORT:
        return Core(at, match.end() + len(word), Decimal("0.5"), "measure", MEASURES[word])
    return None


_SHORT: Final = frozenset(word for word in (*MAGNITUDES, *MEASURES) if len(word) < 3)
_OF_MORE: Final = re.compile(r"[ \n]of[ \n](thousands|millions|billions|trillions)\b")


def vague(place: Place) -> Core | None:
    """Read "dozens" and "hundreds of thousands": a size, but no number."""
    searched, at = place.searched, place.at
    word = _LETTERS.match(searched, at)
    if word is None:
        return None
    value, end = VAGUE[word.group().lower()], word.end()
    more = _OF_MORE.match(searched, end)
    if more is not None:
        return Core(at, more.end(), Decimal(value * VAGUE[more[1]]), "vague")
    return Core(at, end, Decimal(value), "vague") if value not in (10, 20) else None


_LETTERS: Final = re.compile(r"[A-Za-z]+")


def magnitude_alone(place: Place) -> Core | None:
    """Read the "million" of "several million" as a size."""
    searched, at = place.searched, place.at
    word = _LETTERS.match(searched, at)
    if word is None or not _SEVERAL.search(searched[max(0, at - 14) : at]):
        return None
    return Core(at, word.end(), Decimal(MAGNITUDES[word.group().lower()]), "vague")


_SEVERAL: Final = re.compile(r"\b(?:several|few|many|some|couple of) $", re.IGNORECASE)
# Words after "first", "second" and "third" that make a name or an idiom of them.
_IDIOM: Final = re.compile(
    r"[ \n-](?:aid|lady|ladies|minister|ministers|name|names|responders?|class|hand|person|degree"
    r"|and foremost|of all|thing|things|world|party|parties|thoughts?|nature|quarter)\b",
    re.IGNORECASE,
)
_NOT_ORDINAL_AFTER: Final = re.compile(r"\b(?:at|per|split|a few|every)[ -]$", re.IGNORECASE)


def ordinal(place: Place) -> Core | None:
    """Read "second term", "the first"; not "at first", "First Lady", "FIRST", "per second"."""
    searched, at = place.searched, place.at
    word = _LETTERS.match(searched, at)
    if word is None or word.group().isupper() or _IDIOM.match(searched, word.end()):
        return None
    if _NOT_ORDINAL_AFTER.search(searched[max(0, at - 8) : at]):
        return None
    follower = _NEXT_WORD.match(searched, word.end())
    if searched[at].isupper() and follower is not None and follower[1][0].isupper():
        return None
    return Core(at, word.end(), Decimal(ORDINALS[word.group().lower()]), "ordinal")


AT_WORD: Final[dict[str, ReadNumber]] = {
    spelling: read
    for words_, read in (
        (ORDINALS, ordinal),
        (SMALL, words),
        (("a", "an"), an),
        (("hundred", "dozen", *SCALES), magnitude_alone),
        (VAGUE, vague),
        (("one",), one),
        (("half",), half),
    )
    for word in words_
    for spelling in (word, word.capitalize(), word.upper())
}
