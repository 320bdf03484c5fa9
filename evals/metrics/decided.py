"""How much of the gold the matcher could decide."""

from evals.metrics.judged import Judged, excerpt, is_stated, share, supported_prose
from evals.score import Score


def decided(judged: Judged) -> Score:
    """Share of facts and traps, and statements where a judge was asked, that could be judged.

    It does not show that the verdicts are right; and it says more of the matcher, and of the judge,
    than of the summary. Where it is low, coverage, traps and faithful rest on few items.
    """
    verdicts = [*judged.matched.facts.values(), *judged.matched.traps.values()]
    statements = supported_prose(judged)
    return share(
        [
            *((v.id, is_stated(v) is not None) for v in verdicts),
            *((excerpt(said.text), supports is not None) for said, supports in statements),
        ],
        good="all could be judged",
        bad="cannot judge:",
        none="the gold has no facts and no traps",
    )
