"""Read numbers that are written in words: "twenty-five million", "two hundred and fifty".

Only English, only cardinals and ordinals that a newspaper prints. What is not a number in full
("dozens", "several", "a few") is refused.
"""

import re
from decimal import Decimal
from typing import Final

UNITS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Final[dict[str, int]] = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: Final[dict[str, int]] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SMALL: Final[dict[str, int]] = UNITS | TENS

ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {word[:-1] + "ieth": value for word, value in TENS.items()}

_ANY: Final = "|".join((*SMALL, "hundred", "dozen", *SCALES))
_SMALL: Final = "|".join(SMALL)

# "a" starts a number only before a multiplier: "a hundred", never "a six-member team".
WORDS: Final = re.compile(
    rf"(?:an?[ ](?=hundred\b|dozen\b|thousand\b|million\b|billion\b|trillion\b)|(?=(?:{_ANY})\b))"
    rf"(?:{_ANY})\b(?:(?:[ ]|-)(?:and[ ](?=(?:{_SMALL}|hundred)\b))?(?:{_ANY})\b){{0,15}}",
    re.IGNORECASE,
)


def cardinal(written: str) -> Decimal | None:
    """Return the number these words say, or None when they are not one number ("six five")."""
    words = [w for w in re.split(r"[\s-]+", written.lower()) if w not in ("and", "a", "an", "")]
    if not words:
        return None
    total = group = 0
    smallest_scale: int | None = None
    last = 10**15
    for index, word in enumerate(words):
        if word in SMALL:
            value = SMALL[word]
            # "twenty five" adds up; "six five" and "twenty twelve" are two numbers.
            if value >= last or (
                last not in (100, 10**15) and not (10 < last < 100 and value < 10)
            ):
                return None
            group += value
            last = value
        elif word in ("hundred", "dozen"):
            if index and not 0 < group < 100:
                return None
            group = max(group, 1) * (100 if word == "hundred" else 12)
            last = 100 if word == "hundred" else 1
        else:
            scale = SCALES.get(word)
            if scale is None or (smallest_scale is not None and scale >= smallest_scale):
                return None
            total += max(group, 1) * scale
            group, smallest_scale, last = 0, scale, 10**15
    return Decimal(total + group)


_LAST_WORD: Final = re.compile(r"[ -](?:and[ ])?[a-z]+$", re.IGNORECASE)


def longest_cardinal(text: str, at: int) -> tuple[Decimal, int] | None:
    """Return the longest number in words that begins at this offset, and where it ends."""
    match = WORDS.match(text, at)
    written = match.group() if match is not None else ""
    while written:
        value = cardinal(written)
        if value is not None:
            return value, at + len(written)
        shorter = _LAST_WORD.sub("", written)
        written = shorter if shorter != written else ""
    return None
