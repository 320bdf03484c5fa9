"""Change only how a statement is set, or the order of its parts."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.variant import Good, Variant, changed, prose

_LEADING: Final = re.compile(
    r"(?P<when>(?:On|In|At|After|Following|During|According to) [^,]+(?:, \d{4}| \d{1,2} \w+)?), "
    r"(?P<rest>[^:;\"“]+)\.$"
)
# "He left, Reed said" leaves open whether Reed did: a clause that begins so is not moved.
_SAID: Final = re.compile(
    r"(?P<who>[A-Z][^,:;\"“]{2,80}?) (?P<said>said|says|stated)(?: that)? "
    r"(?P<what>(?!(?:s?he|they|his|her|their)\b)[^:;\"“]+)\.$"
)
_STRAIGHT: Final = re.compile(r"\"([^\"]+)\"")
_CURLY: Final = re.compile(r"“([^”]+)”")
# The first word of a clause that moves is written small unless it is a name.
_SMALL: Final = frozenset("the a an it its his her their this these at no more about".split())


def typography(good: Good, chance: Random) -> Iterator[Variant]:
    """Turn straight quotation marks, apostrophes, hyphens and spaces into others."""
    del chance
    for index, said in prose(good):
        text = said.text
        marks = _STRAIGHT.sub(r"“\1”", text)
        marks = _CURLY.sub(r'"\1"', text) if marks == text else marks
        turned = text.translate(str.maketrans("'’", "’'"))
        spaced = re.sub(r"(?<=\d) (?=[A-Za-z])", "\u00a0", text)
        dashed = text.replace(" - ", " — ").replace("-", "\u2011")
        for name, new in (
            ("quotation marks", marks),
            ("apostrophes", turned),
            ("non-breaking spaces", spaced),
            ("non-breaking hyphens", dashed),
        ):
            if new != text:
                yield changed(good, index, new, f"other {name}")


def clause_order(good: Good, chance: Random) -> Iterator[Variant]:
    """Put what stands first at the end: when it was, or who said it."""
    del chance
    for index, said in prose(good):
        if match := _LEADING.match(said.text):
            when = match["when"][0].lower() + match["when"][1:]
            text = f"{match['rest'][0].upper()}{match['rest'][1:]}, {when}."
            yield changed(good, index, text, f"{when!r} moved to the end")
        elif match := _SAID.match(said.text):
            what = match["what"]
            text = f"{what[0].upper()}{what[1:]}, {_inner(match['who'])} {match['said']}."
            yield changed(good, index, text, f"{match['who']!r} moved to the end")


def _inner(words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _SMALL else words
