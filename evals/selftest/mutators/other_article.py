"""Plant words from another article."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.additions import appended
from evals.selftest.variant import Good, Variant, shuffled

_ELSEWHERE: Final = (
    "The home side scored twice in the last ten minutes to reach the final.",
    "Shares in the airline fell after it cut its forecast for the winter season.",
    "Firefighters brought the warehouse blaze under control shortly after midnight.",
    "The museum will lend three paintings to a gallery in Vienna next spring.",
    "Doctors recommended a second dose for patients over sixty.",
    "The ferry ran aground in thick fog with its crew safe on board.",
)


def other_article(good: Good, chance: Random) -> Iterator[Variant]:
    """Add words from another article."""
    if good.gold is None:
        return
    others = [text for text in good.others if len(text.split()) >= 6]
    yield from appended(good, shuffled(others, chance), "from another article")
    yield from appended(good, shuffled(_ELSEWHERE, chance), "about something else")
