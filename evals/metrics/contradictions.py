"""Which of the gold's facts a summary contradicts."""

from evals.metrics.judged import Judged, is_stated, share
from evals.score import Score


def contradictions(judged: Judged) -> Score:
    """Share of facts that the summary does not contradict; the reason names those it does.

    It does not show that the facts are stated: a fact left out is not contradicted. What a value
    cannot decide is seen only when it is plainly negated or its roles are exchanged.
    """
    kept = []
    for id_, verdict in judged.matched.facts.items():
        told = is_stated(verdict) is not None
        kept.append((id_, verdict.verdict != "contradicted" if told else None))
    return share(
        kept,
        good="it contradicts none",
        bad="contradicted:",
        none="no fact could be judged" if kept else "the gold has no facts",
    )
