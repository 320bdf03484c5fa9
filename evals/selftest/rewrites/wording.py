"""Say the same in other words: synonyms from a fixed list, and British or American spelling."""

import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span
from summarize.values.quotes import find_quotations

# Each may stand for the other in a news report, as these forms, whatever is around it.
_SYNONYMS: Final = {
    "sent": "dispatched", "rare": "uncommon", "wounded": "injured", "began": "started",
    "announced": "made public", "willingness": "readiness", "frustrated": "exasperated",
    "strained": "tense", "bolster": "strengthen", "longtime": "long-standing", "crucial": "vital",
    "ally": "partner", "message": "note", "relationship": "ties",
    "improve": "better", "again": "once more", "rapidly": "swiftly",
    "teenage": "adolescent", "stated": "said", "country": "nation", "countries": "nations",
    "evacuated": "moved out", "entire": "whole", "attempted": "tried", "citizens": "nationals",
    "municipalities": "local authorities", "annual": "yearly", "received": "got",
    "approximately": "about", "almost": "nearly", "about": "around",
    "requested": "asked for", "collapsed": "fell down", "street": "road", "boy": "youngster",
    "document": "paper", "incident": "event", "nearby": "close by", "currently": "now",
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
    "criticised": "criticized",
    "apologised": "apologized", "theorised": "theorized", "symbolises": "symbolizes",
    "cancelled": "canceled", "jewellery": "jewelry",
}  # fmt: skip


def synonyms(good: Good, chance: Random) -> Iterator[Variant]:
    """Put one word of the fixed list for another."""
    del chance
    yield from _replaced(good, _SYNONYMS)


def spelling(good: Good, chance: Random) -> Iterator[Variant]:
    """Spell a word as on the other side of the Atlantic."""
    del chance
    yield from _replaced(good, _SPELLINGS | {us: uk for uk, us in _SPELLINGS.items()})


def _replaced(good: Good, pairs: Mapping[str, str]) -> Iterator[Variant]:
    for index, said in prose(good):
        quoted = [q.span for q in find_quotations(said.text)]
        for old, new in pairs.items():
            match = re.search(rf"(?<![\w-]){old}(?![\w-])", said.text)
            if match is None or _inside(Span(*match.span()), quoted):
                continue
            text = said.text[: match.start()] + new + said.text[match.end() :]
            yield changed(good, index, text, f"{old!r} became {new!r}")


def _inside(place: Span, quoted: list[Span]) -> bool:
    return any(q.start < place.end and place.start < q.end for q in quoted)
