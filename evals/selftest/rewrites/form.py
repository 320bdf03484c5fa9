"""Change only how a statement is set, or the order of its parts."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.english import reads_well, small
from evals.selftest.parts.places import quoted
from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import story

# A phrase of time or place with its comma; "On Wednesday, 25 October," is one.
_LEADING: Final = re.compile(
    r"(?P<when>(?:On|In|At|After|Following|During|Before|By) (?:\w+day, (?=\d|[A-Z]))?[^,]{3,60}?"
    r"(?:(?<=\d), \d{4})?), (?P<rest>[^:;,\"“]+)\.$"
)
_ACCORDING: Final = re.compile(r"According to (?P<who>[^,]{3,60}), (?P<what>[^:;,\"“]+)\.$")
_SOURCED: Final = re.compile(r"(?P<what>[^:;,\"“]+), according to (?P<who>[^,;]{3,60})\.$")
# "He left, Reed said" leaves open whether Reed did: a clause that begins so is not moved.
_PRONOUN: Final = r"(?!(?:s?he|they|his|her|its?|their|we|our|this|these|that|those|there)\b)"
_SAID: Final = re.compile(
    r"(?P<who>[A-Z][^,:;\"“]{2,80}?) (?P<said>said|says|stated)(?: that)? "
    rf"(?P<what>{_PRONOUN}[^:;,\"“]+)\.$"
)
# Behind a clause of its own, a phrase would belong to that.
_CLAUSE: Final = re.compile(
    r"\b(?:that|which|who|whose|where|when|while|after|before|until|since|because|if|and|but|said)\b"
    r"|\b[a-z]+ing (?:him|her|it|them|the|an?)\b"
)
_STRAIGHT: Final = re.compile(r"\"([^\"]+)\"")
_CURLY: Final = re.compile(r"“([^”]+)”")


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
    """Put what stands first at the end, or last first: when it was, or who said it."""
    del chance
    known = story(good.article)
    for index, said in prose(good):
        if quoted(said.text):
            continue
        text = _turned(said.text, known)
        if text and reads_well(text):
            yield changed(good, index, text, "its parts in another order")


def _turned(text: str, known: str) -> str | None:
    if match := _LEADING.match(text):
        rest = match["rest"]
        if re.match(_PRONOUN, rest, re.IGNORECASE) is None or _CLAUSE.search(rest):
            return None
        return f"{_large(rest)} {match['when'][0].lower()}{match['when'][1:]}."
    if match := _ACCORDING.match(text):
        if re.match(_PRONOUN, match["what"]) is None:
            return None
        return f"{_large(match['what'])}, according to {match['who']}."
    if match := _SOURCED.match(text):
        return f"According to {match['who']}, {small(match['what'], known)}."
    if match := _SAID.match(text):
        who = small(match["who"], known)
        return f"{_large(match['what'])}, {who} {match['said']}."
    return None


def _large(text: str) -> str:
    return text[0].upper() + text[1:]
