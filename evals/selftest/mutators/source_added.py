"""Plant a source for what nobody is said to have said."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span
from summarize.check.attribution import SAYS
from summarize.values.sourced import find_sourced
from summarize.values.words import every_stem

_SOURCES: Final = ("the union", "scientists", "prosecutors", "tenants", "the club", "police")


def source_added(good: Good, chance: Random) -> Iterator[Variant]:
    """End a statement that names no source with one that is not in the article."""
    known = every_stem(good.article.text)
    strange = [who for who in _SOURCES if not every_stem(who) - {"the"} & known]
    for index, said in prose(good):
        text = said.text
        told = find_sourced(text, Span(0, len(text))) or SAYS.search(text) or '"' in text
        if not strange or told or not text.endswith("."):
            continue
        who = chance.choice(strange)
        yield changed(good, index, f"{text[:-1]}, {who} said.", f"{who!r} added")
