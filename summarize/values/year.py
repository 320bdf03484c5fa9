"""Tell a year from a count: "in 2000" from "2000 people", "the 2014 vote" from "1426 pilgrims".

Four bare digits are a year only from 1900 to 2100, or from 1000 where a word such as "in" stands
before them. What is priced, numbered, measured or counted is refused.
"""

import re
from typing import Final

from summarize.values.date_words import COUNTED, NUMBERED

# Before and after these, a bare number in a news text is a count, unless "in" or "since" tells.
_FIRST, _LAST = 1900, 2100

_TIME_WORD: Final = re.compile(
    r"\b(?:in|since|from|until|till|by|before|after|between|year|circa|during|early|late|mid"
    r"|and|to|through|of|or|back|pre|post)[\s-]+$",
    re.IGNORECASE,
)
# A mark or currency that cannot stand before a year. A hyphen may: "post-1959", "1999-2003".
_GLUED: Final = re.compile(
    r"(?:[$£€¥₹#@=_\w%+\\]|[\d,][.,/]|[a-zA-Z]/|(?<!\d{4})/|(?<!mid)(?<!pre)(?<!post)(?<!early)"
    r"(?<!late)(?<!\d{4})(?<!\d{4} )(?<!\s)-|\b(?:USD|EUR|GBP|US|NZ|Rs|[$£€¥₹]) )$",
    re.IGNORECASE,
)
_COUNTING: Final = re.compile(
    r"\b(?:more than|less than|fewer than|at least|at most|up to|nearly|almost|over|about"
    r"|approximately|roughly|some|another|additional|extra|total of|estimated|as many as"
    r"|(?:kill|injur|wound|arrest|detain|evacuat|employ|rescu|hir)(?:ed|s|ing|e)?|costs?|worth"
    r"|paid|plus|minus|times|minimum|maximum|exactly|only|than)[ \n]+$",
    re.IGNORECASE,
)
_LAST_WORD: Final = re.compile(r"([A-Za-z]+)\.?\s$")
_SPECIFIED: Final = re.compile(
    r"(?:\b(?:the|this|its|his|her|their|our|a|an)|'s|s'|\b[A-Z][A-Za-z]+)\s$"
)
_COUNTS: Final = re.compile(rf"[ \n-]+(?:{COUNTED})\b(?!-)")
# "A 2000-year-old custom", "a 2000-seat hall": but "the 2000-built hall", "the 2000-01 season".
_COMPOUND: Final = re.compile(
    r"[-‐‑](?:years?[-‐‑]old|year(?![-‐‑]end)|month|week|day|hour|minute|strong|seat(?:er)?|page"
    r"|word|room|bed(?:room)?|member|person|man|woman|unit|point|capacity|square|cubic"
    rf"|{COUNTED})\b"
)
_CLOCK: Final = re.compile(r"[ ]?(?:GMT|UTC|BST|ES?T|CET|IST|hours|hrs|h\b|local time|:\d)")
_ADDRESS: Final = re.compile(
    r" (?:[A-Z]\w+ ){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Blvd)\b"
)
_PLURAL_NOUN: Final = re.compile(r"[ \n](?!as\b|is\b|was\b|has\b|its\b|this\b)[a-z]{2,}s\b(?<!ss)")


def is_year(text: str, start: int, end: int) -> bool:
    """Say whether the four digits `text[start:end]` are meant as a year."""
    before, after = text[max(0, start - 20) : start], text[end : end + 40]
    timed = _TIME_WORD.search(before) is not None
    if not timed and not _FIRST <= int(text[start:end]) <= _LAST:
        return False
    if _GLUED.search(before) or _COUNTING.search(before):
        return False
    if any(form.match(after) for form in (_COMPOUND, _COUNTS, _CLOCK, _ADDRESS)):
        return False
    word = _LAST_WORD.search(before)
    if word is not None and word[1].lower() in NUMBERED:
        return False
    if _PLURAL_NOUN.match(after):
        return timed or _SPECIFIED.search(before) is not None
    return True
