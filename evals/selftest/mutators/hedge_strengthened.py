"""Plant a surer word for a hedge."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.hedges import compiled, replaced
from evals.selftest.variant import Good, Variant

_STRENGTHENED: Final = (
    (r"\bcharged with\b", "convicted of"),
    (r"\b(?:accused|suspected) of\b", "convicted of"),
    (r"\barrest warrant for\b", "arrest of"),
    (r"\bunder investigation\b", "under arrest"),
    (r"\bwas (?:wrongfully |wrongly |briefly )?arrested\b", "was convicted"),
    (r"\bwere arrested\b", "were convicted"),
    (r"\bpossible\b", "certain"),
    (r"\b(?:possibly|perhaps|probably|likely)\b", "certainly"),
    (r"\b(?:may|might|could)\b(?= [a-z])", "will certainly"),
    (r"\b(?i:about|approximately|around|roughly|some|nearly|almost) (?=[A-Z]*\$? ?\d)", "exactly "),
    (r"\b(?i:at least) (?=[A-Z]*\$? ?\d)", "more than "),
    (r"\b(?:suggests|indicates)\b", "proves"),
    (r"\b(?:suggested|indicated|signalled)\b", "proved"),
    (r"\bsignals\b", "proves"),
    (r"\bsignalling\b", "proving"),
    (r"\bbelieves?\b", "knows"),
    (r"\b(?:intends?|plans?|hopes?) to\b", "has decided to"),
    (
        r"\bwarn(?:ed|s)?(?: that)? (?P<it>\w+) (?:may"
        r"|might|could) cause\b",
        r"showed \g<it> will cause",
    ),
    (r"\bmistakenly thought\b", "knew"),
    (r"\b(?:threatened|vowed) to\b", "began to"),
    (r"\b(?:has|have) proposed (?=[a-z]+)", "has approved "),
    (r"\bunsure (?:whether|if)\b", "convinced that"),
    (r"\bfear(?:s|ed)? that\b", "confirmed that"),
    (r"(?<!extremely )(?<!very )\brare\b", "unprecedented"),
    (r"\bone of (?P<whose>its|his|her|their|the) (?:most |crucial |key )", r"\g<whose> only "),
    (
        r"\bfirst (?P<what>(?:[a-z]+ ){1,3})(?:for"
        r"|in) (?:more than|over) an? \w+",
        r"first \g<what>ever",
    ),
    (
        r"\bsince (?:January|February|March|April|May|June"
        r"|July|August|September|October|November|December)\b",
        "ever",
    ),
)

_STRONGER: Final = compiled(_STRENGTHENED)


def hedge_strengthened(good: Good, chance: Random) -> Iterator[Variant]:
    """Put a surer word for a hedge."""
    del chance
    yield from replaced(good, _STRONGER)
