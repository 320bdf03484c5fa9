"""Metrics: one number each about one trial, and what it does not show.

There is no composite, and no order among them but that of the table.
"""

from collections.abc import Mapping
from typing import Final

from evals.metrics import cost
from evals.metrics.boilerplate import boilerplate
from evals.metrics.concise import concise
from evals.metrics.contradictions import contradictions
from evals.metrics.coverage import THIRDS, coverage, coverage_may, coverage_third
from evals.metrics.decided import decided
from evals.metrics.faithful import faithful
from evals.metrics.form import form
from evals.metrics.grounded import grounded
from evals.metrics.judged import Amount, Judged, Metric, is_stated, judge
from evals.metrics.traps import traps

METRICS: Final[Mapping[str, Metric]] = {
    "coverage": coverage,
    "coverage-may": coverage_may,
    f"coverage-{THIRDS[0]}": coverage_third(0),
    f"coverage-{THIRDS[1]}": coverage_third(1),
    f"coverage-{THIRDS[2]}": coverage_third(2),
    "decided": decided,
    "traps": traps,
    "contradictions": contradictions,
    "grounded": grounded,
    "faithful": faithful,
    "boilerplate": boilerplate,
    "concise": concise,
    "form": form,
}
"""Shares from 0 (worst) to 1 (best)."""

AMOUNTS: Final[Mapping[str, Amount]] = {
    "words": cost.words,
    "facts": cost.facts,
    "words-per-fact": cost.words_per_fact,
    "tokens": cost.tokens,
    "seconds": cost.seconds,
    "usd": cost.usd,
    "repaired": cost.repaired,
    "rejected": cost.rejected,
    "judge-tokens": cost.judge_tokens,
    "judge-seconds": cost.judge_seconds,
}
"""Counts and costs, in the unit that the name says."""

__all__ = ["AMOUNTS", "METRICS", "Amount", "Judged", "Metric", "is_stated", "judge"]
