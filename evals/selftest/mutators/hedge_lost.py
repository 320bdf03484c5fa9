"""Plant a hedge taken away."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.hedges import compiled, replaced
from evals.selftest.variant import Good, Variant

_ING: Final = r"(?P<verb>[a-z]+)ing\b"

_LOST: Final = (
    (
        r"\b(?:alleged|suspected|purported|supposed|apparent"
        r"|possible|potential|likely|probable) (?=[a-z])",
        "",
    ),
    (
        r"\b(?:allegedly|reportedly|supposedly|apparently"
        r"|possibly|probably|perhaps|potentially) ",
        "",
    ),
    (r"\b(?:has|have) (?P<long>long )?been accused of " + _ING, r"has \g<long>been \g<verb>ing"),
    (r"\b(?P<be>was|were|is|are) accused of " + _ING, r"\g<be> \g<verb>ing"),
    (r"\baccused (?P<who>(?:[A-Z][\w’'-]+ ?){1,3})of " + _ING, r"caught \g<who>\g<verb>ing"),
    (r"\b(?i:about|approximately|around|roughly|some|nearly|almost) (?=[A-Z]*\$? ?\d)", ""),
    (r"\b(?i:at least|more than|over|up to|at most|fewer than|less than) (?=[A-Z]*\$? ?\d)", ""),
    (r"\b(?:may|might|could) have been\b", "was"),
    (r"\b(?:may|might|could) have\b(?= [a-z]+ed\b)", "has"),
    (r"\b(?:may|might|could) be\b", "is"),
    (
        r"\b(?:plans|intends|hopes|wants|aims|seeks|expects"
        r"|is planning|is due|is set|is expected|is scheduled) to be\b",
        "is",
    ),
    (
        r"\b(?:plan|intend|hope|want|aim|seek|expect|are planning"
        r"|are due|are set|are expected|are scheduled) to be\b",
        "are",
    ),
    (r"\bunsure (?:whether|if)\b", "certain that"),
    (r"\bbound to be seen as\b", "in fact"),
    (
        r"\b(?:believed|thought|estimated|expected"
        r"|said|reported|alleged) to (?:be|have been)\b",
        "in fact",
    ),
    (r"\b(?:is|was|has been) (?:proposed|planned)\b", "was carried out"),
    (r"\bquasi-(?=[a-z])", ""),
    (r"\b(?:deputy|acting|interim|former) (?=[a-z]+)", ""),
)

_LOSSES: Final = compiled(_LOST)


def hedge_lost(good: Good, chance: Random) -> Iterator[Variant]:
    """Give as certain what is not."""
    del chance
    yield from replaced(good, _LOSSES)
