"""Plant an advert, a link or a notice."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.additions import EACH
from evals.selftest.retrieve import retrieve
from evals.selftest.variant import Good, Variant, added, shuffled

_ADVERTS: Final = (
    "Click here to subscribe to our newsletter and never miss a story.",
    "Download our app from the App Store or Google Play.",
    "This website uses cookies to improve your experience.",
    "Follow us on Facebook, Twitter and Instagram.",
    "Read also: Ten recipes for a perfect summer picnic.",
    "Sign up now and get 50% off your first three months.",
)


def boilerplate_line(good: Good, chance: Random) -> Iterator[Variant]:
    """Add an advert, a link or a notice, the article's own where it has any."""
    if good.gold is None:
        return
    own = [
        " ".join(s.words.of(good.article.text).split())
        for s in good.article.sentences
        if s.kind == "boilerplate"
    ]
    own = [line for line in own if len(line.split()) >= 4]
    lines = [*shuffled(own, chance)[:EACH], *shuffled(_ADVERTS, chance)[:EACH]]
    for line in lines:
        if line not in good.said[-1].text:
            yield added(good, line, retrieve(line, good.article), f"added {line[:60]!r}")
