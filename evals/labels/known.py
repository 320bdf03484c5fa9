"""How often the judges are known to err: written into their weights by the script that fits them.

The place is `errors` in a fitted model's record: sensitivity with positives, specificity with
negatives, the numbers being those of independent items, and how far apart the sets of data are
(`evals.statistics.corrected.known_errors` works all out). They are counted where the judge is asked
and decides, in articles that neither weights nor thresholds were made from (`evals.fit.record`). A
model without it has no known errors, and its rates are not corrected by them. Where a language
model was asked, they are known for the one that the weights were fitted with alone: `model` names
it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from evals.match import lexical
from evals.match.asked import shipped
from evals.run.digests import matcher_digest
from evals.run.record import JudgeRecord, Manifest
from evals.scoring.judging import weights_sha256
from evals.statistics.corrected import KnownErrors
from summarize.judge import support
from summarize.judge.ask import questions_sha256
from summarize.judge.logistic import models
from summarize.judge.support import ASKED, with_a_model

# The fitted models that each metric rests on.
WEIGHTS: Final[Mapping[str, Path]] = {"coverage": lexical.WEIGHTS, "faithful": support.WEIGHTS}


def known(judge: JudgeRecord | None = None) -> dict[str, KnownErrors]:
    """Return the known errors, by metric, of a run's judge; none without one.

    What a run without a judge decides, it decides mostly by values, of which people's judgements of
    wording say nothing.
    """
    found: dict[str, KnownErrors] = {}
    if judge is None or judge.question != questions_sha256():
        return found
    for metric, path in WEIGHTS.items():
        record = models(path).get(ASKED, {})
        if record.get("model") == judge.model and record.get("errors"):
            found[metric] = KnownErrors(**record["errors"])
    return found


def why_unknown(manifest: Manifest) -> str:
    """Return in a line why a judge's errors are not known; "" where they are, or none judged."""
    judge = manifest.judge
    if judge is None:
        return ""
    today = (matcher_digest(), questions_sha256(), weights_sha256(shipped(), with_a_model()))
    if (manifest.matcher, judge.question, judge.weights) != today:
        return (
            "judged by another version, of which the errors are not known: summarize rescore "
            "RUN with the judge"
        )
    if not known(judge):
        return f"how often {judge.model} errs is not known: label some of its verdicts"
    return ""
