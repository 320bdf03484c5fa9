"""Plant a hedge taken away."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.hedges import ADVERB, NUMBER, Pair, did, does, planted, was_done
from evals.selftest.variant import Good, Variant

_OF: Final = r"(?P<det>\b(?:[Aa]n?|[Tt]he|the|this|any|his|her|its|their|one|two|three|\w+['’]s) )"

_LOST: Final[tuple[Pair, ...]] = (
    # What is held for so: the holding goes.
    (
        _OF + r"(?:alleged|suspected|purported|supposed|apparent|possible|potential|likely"
        r"|probable|presumed|reported|rumou?red|putative|would-be|so-called|estimated|planned"
        r"|proposed|draft) (?=[a-z])",
        (r"\g<det>",),
    ),
    (
        r"\b(?:[Aa]llegedly|[Rr]eportedly|[Ss]upposedly|[Aa]pparently|[Pp]ossibly|[Pp]robably"
        r"|[Pp]erhaps|[Pp]otentially|[Pp]resumably|[Ss]eemingly|[Aa]rguably),? ",
        ("",),
    ),
    (r"\b(?:quasi|near)-(?=[a-z])", ("",)),
    # Who is accused has done it.
    (
        rf"\b(?P<has>has|have) (?P<adverb>{ADVERB})been accused of (?P<doing>[a-z]+ing)\b",
        (r"\g<has> \g<adverb>been \g<doing>",),
    ),
    (r"\b(?P<be>was|were|is|are) accused of (?P<doing>[a-z]+ing)\b", (r"\g<be> \g<doing>",)),
    (
        r"\baccus(?:ed|es|ing) (?P<who>(?:[A-Z][\w’'-]+ ?){1,3}|h\w+ |them |it )of "
        r"(?P<doing>[a-z]+ing)\b",
        (r"caught \g<who>\g<doing>", r"saw \g<who>\g<doing>"),
    ),
    (r"\b(?:feared|believed|presumed|thought) (?=dead|drowned|lost|missing|injured|guilty)", ("",)),
    # About, at least.
    (
        rf"\b(?i:about|approximately|around|roughly|some|nearly|almost|an estimated) {NUMBER}",
        ("",),
    ),
    (
        rf"\b(?i:at least|more than|over|up to|at most|fewer than|less than|as many as|under)"
        rf" {NUMBER}",
        ("",),
    ),
    # What may be, is.
    (r"\b(?:may|might|could) have been (?P<done>[a-z]+ed|[a-z]+en)\b", was_done),
    (r"\b(?:may|might) (?P<base>(?!not\b|have\b)[a-z]+)\b", does),
    (r"\bcould (?P<base>be)\b", does),
    (r"\b(?:appears?|seems?) to (?P<base>be|have)\b", does),
    (r"\b(?P<be>is|are|was|were) considering (?=[a-z]+ing\b)", (r"\g<be> ",)),
    # What is planned, was done.
    (
        r"\b(?:plan|intend|hope|want|aim|seek|expect|threaten|promise|vow|pledge|offer|propose"
        r"|agree)(?:s|ed|d|ned)? to (?P<base>[a-z]+)\b",
        did,
    ),
    (
        rf"\b(?:is|are|was|were) (?:{ADVERB}(?:planning|hoping|due|set|expected|scheduled|likely"
        r"|about|supposed|ready) )?to (?P<base>(?!be\b)[a-z]+)\b",
        did,
    ),
    (
        rf"\b(?:is|are) (?:{ADVERB}(?:due|set|expected|scheduled|likely|about) )?"
        r"to be (?P<done>held|built|made|sent|[a-z]+ed)\b",
        was_done,
    ),
    # What is only thought, or told by somebody, is so.
    (
        r"\b(?P<says>sa(?:ys|id)) (?:s?he|they|it) (?:thought|thinks|believe[sd]?|hoped?"
        r"|felt|suspect(?:s|ed)?|feared|expect(?:s|ed)?)(?: that)? ",
        (r"\g<says> ",),
    ),
    (
        r"\b(?P<be>is|are|was|were) (?:believed|thought|estimated|expected|said|reported|alleged"
        r"|understood|rumou?red) to be\b",
        (r"\g<be>",),
    ),
    # The first for some time is the first.
    (
        r"\b(?P<first>first [^.;,]{4,80}?),? (?:since (?:[A-Z][a-z]+|last [a-z]+|\d{4})(?: \d{4})?"
        r"|(?:for|in) (?:more than |over |almost |nearly |about )?(?:an?|\w+) "
        r"(?:years?|decades?|months?|weeks?))\b",
        (r"\g<first>",),
    ),
)


def hedge_lost(good: Good, chance: Random) -> Iterator[Variant]:
    """Give as certain, done or exact what is not."""
    yield from planted(good, _LOST, chance)
