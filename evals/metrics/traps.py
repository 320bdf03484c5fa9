"""Which traps a summary falls into."""

from evals.metrics.judged import Judged, is_stated, share
from evals.score import Score


def traps(judged: Judged) -> Score:
    """Share of traps that the summary does not fall into.

    It does not show that the summary is right: an editor foresaw these errors, and no others. A
    summary that says little falls into none.
    """
    verdicts = judged.matched.traps
    kept = [(v.id, None if (into := is_stated(v)) is None else not into) for v in verdicts.values()]
    return share(
        kept,
        good="it falls into none",
        bad="falls into:",
        none="no trap could be judged" if verdicts else "the gold has no traps",
    )
