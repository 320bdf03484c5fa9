"""Plant a surer word for a hedge."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.hedges import ADVERB, NUMBER, Pair, only_one, planted
from evals.selftest.variant import Good, Variant

_SURE_VERBS: Final = ("proved", "established", "confirmed", "demonstrated", "showed beyond doubt")

_STRONGER: Final[tuple[Pair, ...]] = (
    # From suspicion to verdict.
    (
        r"\bcharged with\b",
        ("convicted of", "found guilty of", "jailed for", "sentenced for", "punished for"),
    ),
    (
        r"\b(?:accused|suspected) of (?=[a-z])",
        ("guilty of ", "responsible for ", "convicted of ", "found guilty of ", "to blame for "),
    ),
    (
        r"\b(?P<be>was|were|been) (?:[a-z]+ly )?(?:arrested|detained|questioned)\b"
        r"(?= [^.;]*\b(?:at|by)\b)",
        (r"\g<be> charged", r"\g<be> locked up", r"\g<be> put on trial"),
    ),
    (
        r"\b(?P<be>was|were|been) (?:[a-z]+ly )?(?:arrested|detained|questioned)\b"
        r"(?! [^.;]*\b(?:at|by)\b)",
        (
            r"\g<be> charged", r"\g<be> convicted", r"\g<be> jailed", r"\g<be> sentenced",
            r"\g<be> found guilty",
        ),
    ),
    (r"\bunder investigation\b", ("on trial", "under arrest", "under indictment")),
    (r"\b(?:linked|connected|tied) to\b", ("caused by", "due to", "the result of")),
    # From possible to sure.
    (
        r"\b(?P<det>an?|the|its|their|his|her) (?:possible|potential|likely|probable|alleged"
        r"|apparent|suspected|supposed) (?=[a-z])",
        (
            r"\g<det> definite ", r"\g<det> guaranteed ", r"\g<det> assured ",
            r"\g<det> inevitable ", r"\g<det> undoubted ", r"\g<det> proven ",
        ),
    ),
    (
        r"\b(?:possibly|perhaps|probably|allegedly|reportedly|apparently|seemingly|presumably)\b",
        ("undoubtedly", "definitely", "unquestionably", "plainly", "beyond doubt"),
    ),
    (
        r"\b(?:may|might)\b(?= (?!not|have)[a-z])",
        ("will", "will definitely", "must", "will inevitably"),
    ),
    (r"\bcould\b(?= be [a-z])", ("will", "will definitely", "must", "will inevitably")),
    (
        r"\b(?:set|due|expected|scheduled|likely) to\b",
        ("certain to", "bound to", "guaranteed to", "sure to"),
    ),
    (
        r"\b(?:unsure|uncertain|unclear|doubtful) (?:whether|if|that)\b",
        ("sure that", "certain that", "in no doubt that", "agreed that", "unanimous that"),
    ),
    # From about to exactly, from some to all.
    (
        rf"\b(?i:about|approximately|around|roughly|nearly|almost|an estimated) (?!half){NUMBER}",
        ("exactly ", "precisely ", "a full ", "well over ", "no fewer than "),
    ),
    (
        rf"\b(?i:at least|more than|over|as many as|up to) {NUMBER}",
        ("exactly ", "precisely ", "only ", "no more than "),
    ),
    (
        r"(?<!among )(?<!least )(?<!the )(?<!how )(?<!as )(?<!one )(?<!so )(?i:\b(?:some|several"
        r"|many|most)) (?=(?!others|times|years|days|weeks|months|hours)[a-z]+s\b)",
        ("all ", "almost all ", "all the "),
    ),
    (r"\b(?:partly|partially|largely|mostly|mainly)\b", ("entirely", "wholly", "solely")),
    (r"\b(?:often|sometimes|usually|occasionally)\b", ("always", "invariably", "every time")),
    # From believing to knowing, from asking to getting.
    (
        r"\b(?:believes|thinks|suspects|hopes|fears|expects)\b(?= (?!to\b|about\b|\d))",
        ("knows", "is certain", "has proof", "has established that", "is in no doubt"),
    ),
    (
        r"\b(?:believe|think|suspect|fear)\b(?= that\b)",
        ("know", "are certain", "have proof", "have established", "are in no doubt"),
    ),
    (
        rf"\b(?P<be>is|are) {ADVERB}(?:concerned|worried|afraid) that\b",
        (r"\g<be> certain that", r"\g<be> in no doubt that", r"\g<be> agreed that"),
    ),
    (
        r"\b(?:theori[sz]ed|speculated|argued|claimed|alleged|suggested|feared|suspected) that\b",
        tuple(f"{verb} that" for verb in _SURE_VERBS),
    ),
    (
        r"\b(?:suggested|indicated|signalled|signaled|hinted at)\b"
        r"(?! (?:\w+ )?(?:possible|potential|likely|probable))",
        ("proved", "established", "confirmed", "demonstrated"),
    ),
    (
        r"\b(?:suggests|indicates|signals)\b(?! (?:\w+ )?(?:possible|potential|likely|probable))",
        ("proves", "establishes", "confirms", "demonstrates", "leaves no doubt of"),
    ),
    (
        r"\b(?:signalling|signaling|suggesting|indicating)\b",
        ("proving", "establishing", "confirming", "demonstrating"),
    ),
    (
        r"\b(?:intends|plans|hopes|aims|wants|wishes|seeks) to\b",
        ("will", "is certain to", "has begun to", "has undertaken to", "is under orders to"),
    ),
    (
        r"\b(?:intend|plan|hope|aim|want|wish|seek) to\b",
        ("will", "are certain to", "have begun to", "have undertaken to"),
    ),
    (
        r"\b(?:threatened|vowed|pledged|promised|offered|planned|hoped|wanted) to\b",
        ("went on to", "proceeded to", "managed to", "was compelled to"),
    ),
    (
        r"\b(?P<has>has|have) proposed (?!to\b|that\b)",
        (
            r"\g<has> introduced ", r"\g<has> adopted ", r"\g<has> enacted ", r"\g<has> passed ",
            r"\g<has> imposed ",
        ),
    ),
    (
        r"\b(?P<be>was|were|been) (?:proposed|planned|suggested)\b",
        (r"\g<be> adopted", r"\g<be> approved", r"\g<be> agreed", r"\g<be> enforced"),
    ),
    (
        r"\b(?:called for|urged|requested|demanded) (?=(?:an?|the|more|new) )",
        ("secured ", "obtained ", "won ", "achieved "),
    ),
    # From one of some to the only one.
    (
        r"(?<!not )\b(?i:one) of (?P<whose>its|his|her|their|the) (?P<like>(?:most )?(?:[a-z]+ )?)"
        r"(?P<many>[a-z]{3,}s)\b",
        only_one,
    ),
    (
        r"(?<!extremely )(?<!very )\b(?P<det>an?|the) (?:rare|unusual|uncommon) (?=[a-z])",
        (
            r"\g<det> unprecedented ", r"\g<det> unique ", r"\g<det> never-repeated ",
            r"\g<det> first-ever ", r"\g<det> one-off ",
        ),
    ),
    (
        r"\b(?P<be>is|are|was|were) (?:rare|unusual|uncommon)\b",
        (r"\g<be> unheard of", r"\g<be> without precedent", r"\g<be> ruled out"),
    ),
    (
        r"\b(?P<det>an?|the|his|her|its) (?:interim|acting|temporary|provisional|preliminary"
        r"|draft|proposed|planned) (?=[a-z])",
        (r"\g<det> final ", r"\g<det> permanent ", r"\g<det> binding "),
    ),
)  # fmt: skip


def hedge_strengthened(good: Good, chance: Random) -> Iterator[Variant]:
    """Put a surer word, drawn from many, for a hedge."""
    yield from planted(good, _STRONGER, chance)
