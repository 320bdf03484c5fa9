"""Whether statements point at words of the article that hold their values.

The checks are run again: what a summary's file says of its own checks is not believed.
"""

from typing import Final

from evals.metrics.judged import Judged, excerpt, share
from evals.score import Score
from evals.trial import Said
from summarize.article import Article
from summarize.check import CHECKS
from summarize.check.claim import Claim

# Those that compare values, names and quotations with the evidence; the others look at its form.
VALUE_CHECKS: Final = ("quotes", "numbers", "dates", "names")


def grounded(judged: Judged) -> Score:
    """Share of statements whose evidence is located, and whose values, names and quotes pass.

    It says where a statement comes from, not that it follows from it: that is `faithful`. None
    when the summary gives no evidence at all, as those of other systems.
    """
    with_evidence = [s for s in judged.trial.said if s.evidence is not None]
    faults = [_fault(s, judged.trial.article) for s in with_evidence]
    kept = [
        (f"{excerpt(s.text)} ({fault})", fault is None)
        for s, fault in zip(with_evidence, faults, strict=True)
    ]
    return share(
        kept,
        good="every statement has its evidence",
        bad="not grounded:",
        none="the summary gives no evidence",
    )


def _fault(said: Said, article: Article) -> str | None:
    if not said.evidence:
        return "its evidence is not in the article"
    claim = Claim(
        said.text, said.evidence, article, speaker=said.speaker, is_quote=said.field == "quotes"
    )
    results = (CHECKS[name](claim) for name in VALUE_CHECKS)
    return next((r.reason or r.check for r in results if r.status == "failed"), None)
