"""Put words into a sentence so that it stays English: a or an, capitals, endings, plurals.

Rules of spelling only. What they cannot mend, `reads_well` refuses.
"""

import re
from typing import Final

from summarize.article import Span
from summarize.values.gazetteer import common_words

_ARTICLE: Final = re.compile(r"(?<![\w.’'-])([Aa])(n?)(\s+)")
# Written with a vowel and spoken with a consonant, or the other way about.
_CONSONANT: Final = re.compile(r"(?:uni(?!n|m|d)|us[eua]|uti|eu|one|once|ubi)", re.IGNORECASE)
_SILENT_H: Final = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPELT: Final = re.compile(r"[A-Z][A-Z.]+\b|[A-Z]\b")
_SPOKEN_WITH_A_VOWEL: Final = "AEFHILMNORSX"
_EIGHT: Final = re.compile(r"8|1[18](?!\d|,\d)|1[18],\d{3}")
_WRONG: Final = re.compile(
    r"\b(?!(?:had|that)\b)([a-z]+) \1\b|  | [,.;:](?!\d)|,,|\bthe (?:the|an?)\b|\ban? (?:the|an?)\b"
    r"|\bnot not\b|\bno not\b|^[a-z]",
)
_SINGULAR_S: Final = ("ss", "us", "is", "ews", "ics")


def mended(text: str, place: Span, new: str) -> str:
    """Return `text` with other words in one place: "a" becomes "an", a first letter is capital."""
    before, after = text[: place.start], text[place.end :]
    if not new:
        after = after.lstrip() if not before or before[-1].isspace() else after
        before = before.rstrip() if not after or after[0] in ".,;:" else before
    whole = before + new + after
    near = _ARTICLE.finditer(whole, max(0, len(before) - 4), len(before) + len(new))
    for match in reversed(list(near)):
        n = _n(whole[match.end() :])
        whole = f"{whole[: match.start()]}{match[1]}{n}{match[3]}{whole[match.end() :]}"
    return whole if before.strip() else whole[:1].upper() + whole[1:]


def _n(follows: str) -> str:
    """Return "n" where "an" stands before these words."""
    if match := _SPELT.match(follows):
        return "n" if match[0][0] in _SPOKEN_WITH_A_VOWEL else ""
    if _EIGHT.match(follows):
        return "n"
    if _CONSONANT.match(follows):
        return ""
    return "n" if follows[:1].casefold() in set("aeiou") or _SILENT_H.match(follows) else ""


def reads_well(text: str) -> bool:
    """Say whether no word stands twice, and marks, spaces, articles and the first letter fit."""
    if _WRONG.search(text):
        return False
    found = re.finditer(r"\b(?:A|(?<![\w.’'-])a)(n?) (?=(\w+))", text)
    return all(m[1] == _n(text[m.end() :]) for m in found if m[0][0] == "a" or m.start() == 0)


def ordinal(number: int) -> str:
    """Return "1st", "22nd", "113th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def is_plural(noun: str) -> bool:
    """Say whether a noun looks like a plural."""
    low = noun.casefold()
    return low in {"people", "police", "men", "women", "children", "they", "we", "you"} or (
        low.endswith("s") and not low.endswith(_SINGULAR_S)
    )


def singular(noun: str) -> str:
    """Return the singular of a regular plural: "allies" gives "ally"."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun.removesuffix("s")


def small(text: str, known: str) -> str:
    """Return a sentence to stand inside another: its first word small, unless it is a name.

    It is none where `known`, the text it is about, has it small.
    """
    first = re.match(r"[\w-]+", text)
    if first is None:
        return text
    word = first[0]
    if word.casefold() not in _FIRST:
        has_small = re.search(rf"\b{re.escape(word[0].lower() + word[1:])}\b", known)
        is_plain = has_small or word.casefold() in common_words()
        if not is_plain or re.match(r" [A-Z]", text[first.end() :]):
            return text
    return text[0].lower() + text[1:]


# What a sentence begins with that is no name.
_FIRST: Final = frozenset(
    """a an the this that these those its his her their it he she they there some many most few
    several all both no more about over at in on by for from under after before during following
    when while since because although one two three four five six seven eight nine ten""".split()
)
