"""Whether each point of a summary is worth its place."""

from dataclasses import replace
from typing import Final

from evals.match import states_any
from evals.metrics.judged import Judged, excerpt, share
from evals.score import Score
from evals.trial import Said

# What stands above the points only repeats them; quotations are set apart.
_NOT_POINTS: Final = ("headline", "quotes")


def concise(judged: Judged) -> Score:
    """Share of key points that carry a gold fact (FineSurE, Song et al. 2024).

    Without key points, the sentences of the text are looked at. It does not show that a point that
    carries none is idle: the gold has not every fact, and the matcher may miss one.
    """
    said = judged.trial.said
    points = [s for s in said if s.field == "key_points"]
    points = points or [s for s in said if s.field not in _NOT_POINTS]
    verdicts = judged.matched.facts
    if not verdicts:
        return Score(None, 0, "the gold has no facts")
    # By identity: what is said twice in the same words is two points.
    found = {id(v.where) for v in verdicts.values() if v.verdict == "stated"}
    return share(
        [(excerpt(p.text), id(p) in found or _carries(p, judged)) for p in points],
        good="every point carries a gold fact",
        bad="carries no gold fact:",
        none="the summary has no points",
    )


def _carries(point: Said, judged: Judged) -> bool:
    """Say whether a point states, by itself, a fact that was found elsewhere in the summary."""
    alone = replace(judged.trial, said=(point,))
    verdicts = judged.matched.facts
    found = [f for f in judged.trial.gold.facts if verdicts[f.id].verdict == "stated"]
    return states_any(found, alone, matcher=judged.matcher)
