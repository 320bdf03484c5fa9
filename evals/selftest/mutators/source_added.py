"""Plant a source for what nobody is said to have said."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span, story
from summarize.check.attribution import SAYS
from summarize.values.people import people_and_organisations
from summarize.values.sourced import find_sourced
from summarize.values.words import every_stem

_STRANGERS: Final = ("the union", "scientists", "prosecutors", "tenants", "the club", "police")


def source_added(good: Good, chance: Random) -> Iterator[Variant]:
    """End a statement that names no source with one: a stranger, or somebody of the article.

    Somebody of the article is one whom the cited sentences do not name.
    """
    text = story(good.article)
    known = every_stem(text)
    strangers = [who for who in _STRANGERS if not every_stem(who) - {"the"} & known]
    people = [one.name for one in people_and_organisations(text)]
    for index, said in prose(good):
        told = find_sourced(said.text, Span(0, len(said.text))) or SAYS.search(said.text)
        if told or '"' in said.text or not said.text.endswith("."):
            continue
        cited = " ".join([said.text, *(span.of(text) for span in said.evidence or ())])
        others = [who for who in people if not every_stem(who) & every_stem(cited)]
        for some in (strangers, others):
            if some:
                who = chance.choice(some)
                yield changed(good, index, f"{said.text[:-1]}, {who} said.", f"{who!r} added")
