"""Plant words from another article."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.additions import EACH, appended
from evals.selftest.parts.places import says
from evals.selftest.variant import Good, Variant, shuffled

_ELSEWHERE: Final = (
    "The home side scored twice in the last ten minutes to reach the final.",
    "Shares in the airline fell after it cut its forecast for the winter season.",
    "Firefighters brought the warehouse blaze under control shortly after midnight.",
    "The museum will lend three paintings to a gallery in Vienna next spring.",
    "Doctors recommended a second dose for patients over sixty.",
    "The ferry ran aground in thick fog with its crew safe on board.",
    "Dairy farmers poured milk onto the motorway in protest at falling prices.",
    "The bakery recalled its rye bread after shards of glass were found.",
    "A beaver colony has returned to the valley after four centuries.",
    "The jury could not agree and the trial of the surgeon will be repeated.",
    "Heavy snow closed the mountain pass and left lorry drivers stranded overnight.",
    "The orchestra named a violinist aged nineteen as its new leader.",
    "Engineers found cracks in both pillars of the railway viaduct.",
    "The striker will miss the rest of the season with a torn ligament.",
    "Rents in the old harbour quarter rose faster than wages for the fifth year.",
    "The vaccine plant halted production after a refrigerator failed.",
    "Divers recovered a bronze bell from a wreck off the coast.",
    "The supermarket chain is to close forty shops and sell its bakeries.",
    "A swarm of locusts destroyed much of the barley harvest.",
    "The novelist left her letters and diaries to the village library.",
    "The central bank kept interest rates unchanged for a third month.",
    "Two climbers were rescued by helicopter from a frozen waterfall.",
    "The carmaker will build its electric vans in a former steelworks.",
    "Wild boar have damaged gardens and graves on the edge of the suburb.",
    "The tram line reopened after nine years of work under the river.",
    "An amateur astronomer discovered a comet from his balcony.",
    "The brewery withdrew a beer whose label had offended a church.",
    "Pupils planted a thousand oaks on the slope above the quarry.",
    "The judge dismissed the inheritance claim of the painter's cousin.",
    "The goalkeeper saved two penalties as the visitors went through.",
)
_NAME: Final = re.compile(r"\b[A-Z][\w’'-]+")
# As many words make a statement about something.
_SHORTEST: Final = 6


def other_article(good: Good, chance: Random) -> Iterator[Variant]:
    """Add words from another article: one that has no name in common with this one."""
    if good.gold is None:
        return
    others = [text for text in good.others if _is_about_others(good, text)]
    yield from appended(good, shuffled(others, chance), "from another article")
    yield from appended(good, shuffled(_ELSEWHERE, chance)[:EACH], "about something else")


def _is_about_others(good: Good, text: str) -> bool:
    """Say whether a statement names somebody, and nobody of this article.

    Two articles may tell the same story; then they have names in common.
    """
    named = [m[0].removesuffix("'s").removesuffix("’s") for m in _NAME.finditer(text, 1)]
    return (
        len(text.split()) >= _SHORTEST
        and bool(named)
        and not any(says(good.article, name) for name in named)
    )
