"""How much of the gold the matcher could decide."""

from evals.metrics.judged import Judged, is_stated, share
from evals.score import Score


def decided(judged: Judged) -> Score:
    """Share of facts and traps that could be judged at all.

    It does not show that the verdicts are right; and it says more of the matcher than of the
    summary. Where it is low, coverage and traps rest on few items.
    """
    verdicts = [*judged.matched.facts.values(), *judged.matched.traps.values()]
    return share(
        [(v.id, is_stated(v) is not None) for v in verdicts],
        good="all could be judged",
        bad="cannot judge:",
        none="the gold has no facts and no traps",
    )
