"""Say the same in other words: synonyms from a fixed list, and British or American spelling."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from evals.selftest.parts.english import mended, reads_well
from evals.selftest.parts.places import inside, quoted
from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span

# Each may stand for the other in a news report, in this form and beside these words.
_SYNONYMS: Final = {
    r"sent(?= (?:an?|the|his|its|their|in|by|to|millions|troops)\b)": "dispatched",
    "wounded": "injured", r"began\b(?! \w+ing)": "started",
    r"announced(?= (?:the|an?) )": "made public", "willingness": "readiness",
    "strained": "tense", "bolster": "strengthen", "longtime": "long-standing",
    r"ally(?! with)": "partner", r"elected again": "re-elected", r"once more": "again",
    "rapidly": "swiftly", "quickly": "rapidly", "teenage": "adolescent", "stated": "said",
    r"(?<!member )country(?! music)": "nation", "countries": "nations",
    r"entire(?= \w)": "whole", r"attempted to": "tried to", r"wants to": "wishes to",
    "annual": "yearly", r"(?<!been )received(?= [\d\w]+)": "got", "approximately": "about",
    r"almost(?= \d)": "nearly", r"nearly(?= (?:half|\d))": "almost", r"about(?= \d)": "around",
    r"around(?= \d)": "about", r"[Oo]ver(?= \d)": "more than", r"more than(?= \d)": "over",
    r"[Aa]t least(?= \d)": "no fewer than", "requested": "asked for",
    "boy": "youngster", "document": "paper", "documents": "papers",
    "nearby": "close by", r"near(?= the)": "close to",
    r"currently": "at present", r"purchased": "bought", r"occurred": "happened",
    r"resigned(?= (?:as|in|after|on))": "stepped down", r"prior to": "before",
    r"[Ff]ollowing(?= the)": "after", r"because of": "owing to", r"in order to": "to",
    r"several(?= [a-z]+s\b)": "a number of", r"children(?! and)": "youngsters", r"permit": "allow",
    r"(?<!among )(?<!as )(?<!how )many(?= [a-z]+s\b)": "numerous", r"residents": "inhabitants",
    r"employees": "staff members", r"obtain(?= )": "get", r"assist": "help", "injured": "hurt",
    r"the beginning of": "the start of", r"the start of": "the beginning of",
    r"the end of": "the close of", r"among(?= the)": "amongst", r"while(?= )": "whilst",
    r"is set to": "is due to", r"is scheduled to": "is due to", r"intends to": "means to",
    r"says(?= )": "states",
}  # fmt: skip
_SPELLINGS: Final = {
    "programme": "program", "programmes": "programs", "organisation": "organization",
    "recognised": "recognized", "colour": "color", "colourful": "colorful", "favour": "favor",
    "favoured": "favored", "centre": "center", "honour": "honor", "honoured": "honored",
    "defence": "defense", "travelled": "traveled", "signalled": "signaled",
    "signalling": "signaling", "labelled": "labeled", "metre": "meter",
    "metres": "meters", "kilometres": "kilometers", "neighbour": "neighbor", "towards": "toward",
    "behaviour": "behavior", "labour": "labor", "harbour": "harbor", "theatre": "theater",
    "licence": "license", "grey": "gray", "cheque": "check", "tyre": "tire",
    "criticised": "criticized", "centrepiece": "centerpiece", "characterised": "characterized",
    "criticise": "criticize", "modernise": "modernize", "organised": "organized",
    "apologised": "apologized", "theorised": "theorized", "symbolises": "symbolizes",
    "cancelled": "canceled", "jewellery": "jewelry",
}  # fmt: skip


def synonyms(good: Good, chance: Random) -> Iterator[Variant]:
    """Put one word of the fixed list for another."""
    del chance
    yield from _replaced(good, list(_SYNONYMS.items()))


def spelling(good: Good, chance: Random) -> Iterator[Variant]:
    """Spell a word as on the other side of the Atlantic."""
    del chance
    pairs = [*_SPELLINGS.items(), *((us, uk) for uk, us in _SPELLINGS.items())]
    # "Check", "license" and "tire" are words on both sides.
    yield from _replaced(good, [p for p in pairs if p[0] not in {"check", "license", "tire"}])


def _replaced(good: Good, pairs: Sequence[tuple[str, str]]) -> Iterator[Variant]:
    for index, said in prose(good):
        marks = quoted(said.text)
        for old, new in pairs:
            match = re.search(rf"(?<![\w-])(?:{old})(?![\w-])", said.text)
            if match is None or inside(Span(*match.span()), marks):
                continue
            put = new.capitalize() if match[0][0].isupper() else new
            text = mended(said.text, Span(*match.span()), put)
            if reads_well(text):
                yield changed(good, index, text, f"{match[0]!r} became {put!r}")
