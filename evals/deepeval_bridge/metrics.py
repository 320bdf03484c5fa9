"""Each metric of ours as a metric of DeepEval: the same value, and the same reason.

DeepEval wants a number and takes what is none for a failure. Here a metric with nothing to measure
has no score and no success: it is skipped, with the reason, and decides nothing. It is never 0.
"""

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from evals.deepeval_bridge.goldens import told
from evals.deepeval_bridge.theirs import BaseMetric, LLMTestCase
from evals.gold.load import load, load_article
from evals.metrics import METRICS, Judged, judge
from evals.scoring.trials import trial_of, trial_of_text
from summarize.errors import InputError
from summarize.prompt import HouseStyle
from summarize.summary import Summary

# The metrics of one test case are measured one after another.
CASES = 16


class GoldMetric(BaseMetric):
    """A metric of `evals.metrics` by its name, for the test cases of `goldens`."""

    def __init__(self, name: str, *, threshold: float = 0.0) -> None:
        if name not in METRICS:
            raise InputError(f"metric {name!r}: name one of {', '.join(METRICS)}")
        if not 0 <= threshold <= 1:
            raise InputError(f"metric {name}: threshold {threshold}: write it from 0 to 1")
        self.name = name
        self.threshold = threshold
        self.async_mode = False
        self.verbose_mode = False
        self.include_reason = True
        self.evaluation_model = None
        self.n: int | None = None
        """How many items it was measured on."""

    def measure(self, case: LLMTestCase, *_: Any, **__: Any) -> float | None:
        """Return the score; None, and `skipped`, when there was nothing to measure.

        Raises InputError for a test case that `goldens` did not make.
        """
        found = METRICS[self.name](judged(case))
        self.score = found.value
        self.n = found.n
        self.reason = found.reason
        self.score_breakdown = {"n": found.n}
        self.skipped = found.value is None
        self.error = None
        self.success = self.is_successful()
        return self.score

    async def a_measure(self, case: LLMTestCase, *_: Any, **__: Any) -> float | None:
        """Return what `measure` does: there is nothing to wait for."""
        return self.measure(case)

    def is_successful(self) -> bool | None:
        """Say whether the threshold is reached; None when there was nothing to measure."""
        if self.error is not None:
            self.success = False
        else:
            self.success = None if self.score is None else self.score >= self.threshold
        return self.success

    @property
    def __name__(self) -> str:
        """Return the metric's name, as in every table of ours."""
        return self.name


def gold_metrics(**thresholds: float) -> list[GoldMetric]:
    """Return every metric, fresh, with a threshold of 0 where none is given."""
    unknown = [name for name in thresholds if name not in METRICS]
    if unknown:
        raise InputError(f"metric {unknown[0]!r}: name one of {', '.join(METRICS)}")
    return [GoldMetric(name, threshold=thresholds.get(name, 0.0)) for name in METRICS]


def judged(case: LLMTestCase) -> Judged:
    """Return the verdicts on a test case's summary. Raises InputError where they cannot be had."""
    metadata = case.metadata or {}
    gold = metadata.get("gold")
    if not isinstance(gold, str):
        raise InputError(
            f"test case {case.name!r}: names no gold file: make it with "
            "evals.deepeval_bridge.goldens.case_of or case_of_text"
        )
    if not case.actual_output:
        raise InputError(f"test case {case.name!r}: has no summary: set its actual_output")
    path = Path(gold)
    changed = path.stat().st_mtime_ns if path.is_file() else 0
    record = json.dumps(metadata.get("summary")), json.dumps(metadata.get("style"))
    found = _judged(path, changed, case.actual_output, metadata.get("system", "text"), *record)
    if found.trial.article.text != case.input:
        raise InputError(f"test case {case.name!r}: its input is not the article of {path}")
    return found


@lru_cache(maxsize=CASES)
def _judged(
    path: Path, _changed: int, output: str, system: str, summary: str, style: str
) -> Judged:
    loaded = load(path)
    article = load_article(loaded)
    if summary == "null":
        return judge(trial_of_text(output, article, loaded.gold, system))
    record = Summary.model_validate_json(summary)
    if told(record) != output:
        raise InputError(
            f"{os.fspath(path)}: the test case's actual_output is not what its summary tells: "
            "make another with case_of_text"
        )
    kept = HouseStyle() if style == "null" else HouseStyle.model_validate_json(style)
    return judge(trial_of(record, article, loaded.gold), style=kept)
