"""How often the judges are known to err: written into their weights by the script that fits them.

The place is `errors` in a fitted model's record: sensitivity with positives, specificity with
negatives, each cross-fitted by article, the numbers being those of independent items
(`evals.statistics.corrected.known_errors` works all four out). A model without it has no known
errors, and its rates are not corrected by them. Where a language model was asked, they are known
for the one that the weights were fitted with alone: `model` names it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from evals.match import lexical
from evals.run.record import JudgeRecord
from evals.statistics.corrected import KnownErrors
from summarize.judge import support
from summarize.judge.ask import questions_sha256
from summarize.judge.logistic import models
from summarize.judge.support import ASKED

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
