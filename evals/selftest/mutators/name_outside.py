"""Plant a name that the article does not have."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.names import names
from evals.selftest.variant import Good, Variant, changed, cut

# Nobody of these has been in the news; the article is asked none the less.
_OUTSIDE: Final = {
    "person": ("Margit Oyelaran", "Tomas Lindqvist", "Ana Whitcombe", "Joel Baptiste"),
    "organisation": ("Northfield Holdings", "Meridian Council", "Harrow Institute"),
    "place": ("Paraguay", "Reykjavik", "Namibia", "Bratislava"),
}


def name_outside(good: Good, chance: Random) -> Iterator[Variant]:
    """Put a name in a name's place that the article does not have."""
    for index, name in names(good):
        text = good.said[index].text
        news = [n for n in _OUTSIDE[name.kind] if n not in good.article.text]
        new = chance.choice(news)
        yield changed(good, index, cut(text, name.span, new), f"{name.name!r} became {new!r}")
