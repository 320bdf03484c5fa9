"""Plant a name that the article does not have."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from evals.selftest.parts.names import fitted, names
from evals.selftest.parts.places import inside, quoted, replaced
from evals.selftest.variant import Good, Variant, prose
from summarize.article import Span

# Nobody of these has been in the news; the article is asked none the less.
_OUTSIDE: Final = {
    "person": (
        "Margit Oyelaran", "Tomas Lindqvist", "Ana Whitcombe", "Joel Baptiste", "Ines Carvalho",
        "Peter Szabo", "Ruth Adeyemi", "Callum Frye",
    ),
    "organisation": (
        "Northfield Holding", "Meridian Council", "Harrow Institute", "Lakeside Union",
        "Corvane Group", "Alder Foundation",
    ),
    "place": ("Paraguay", "Reykjavik", "Namibia", "Bratislava", "Uruguay", "Tbilisi", "Zambia"),
}  # fmt: skip
_PEOPLES: Final = """American British Canadian Chinese French German Indian Iranian Iraqi Israeli
    Italian Japanese Korean Mexican Pakistani Polish Russian Saudi Scottish Spanish Swedish Swiss
    Syrian Taiwanese Turkish Ukrainian Vietnamese Welsh Irish Afghan African Asian European
    Brazilian Australian Egyptian Dutch Danish Greek Nigerian""".split()
_PEOPLE: Final = re.compile(
    rf"(?<![\w-])(?:(?:North|South) )?(?:{'|'.join(_PEOPLES)})(?= [a-z])(?! (?:and|or)\b)"
)
_ELSEWHERE: Final = ("Norwegian", "Portuguese", "Bolivian", "Finnish", "Kenyan", "Hungarian")
_COMPOUND: Final = re.compile(r"(?<![\w-])(?i:anti|pro|non|ex)-(?P<who>[A-Z][a-z]+)(?![\w-])")
# What is built or laid out keeps what it is.
_SITE: Final = re.compile(
    r"(?<= )(?:Hotel|Mosque|Church|Cathedral|Bridge|Street|Road|Avenue|Park|School|Square|Station"
    r"|Airport|Memorial|Cent(?:er|re)|University|Hospital|Stadium|Island|Palace|Tower|House|Hall)$"
)
_BUILT: Final = ("Lindholm", "Ashgrove", "Marlowe", "Castellan")
_CAPITALS: Final = ("Lisbon", "Oslo", "Nairobi", "Helsinki", "Budapest")


def name_outside(good: Good, chance: Random) -> Iterator[Variant]:
    """Put a name, or a people, in a name's place that the article does not have."""
    for index, name in names(good):
        text = good.said[index].text
        new = chance.choice(_unknown(good, _OUTSIDE[name.kind]))
        if site := _SITE.search(name.name):
            new = f"{chance.choice(_unknown(good, _BUILT))} {site[0]}"
            yield from replaced(good, index, name.span, new)
        else:
            yield from replaced(good, index, *fitted(good, text, name.span, new))
    for index, said in prose(good):
        marks = quoted(said.text)
        for form, group, others in ((_PEOPLE, 0, _ELSEWHERE), (_COMPOUND, "who", _CAPITALS)):
            for match in form.finditer(said.text):
                place = Span(*match.span(group))
                if not inside(place, marks):
                    new = chance.choice(_unknown(good, others))
                    yield from replaced(good, index, place, new)


def _unknown(good: Good, news: Sequence[str]) -> list[str]:
    return [new for new in news if not any(w in good.article.text for w in new.split())]
