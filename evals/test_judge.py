"""Judges: what a model thinks of the replayed summaries. Off unless `--judge MODEL` names one.

    pytest evals/test_judge.py --judge local/qwen2.5-coder-1.5b
    deepeval test run evals/test_judge.py --judge openai/gpt-5.4

None is calibrated, so none counts in `summarize eval`: a failure is a summary to look at. An answer
that cannot be read is an error, not a score.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from evals.conftest import Replayed
from summarize.errors import SummarizeError

pytestmark = pytest.mark.judge


@pytest.fixture(scope="session")
def judge(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Return the model that judges."""
    pytest.importorskip("evals.deepeval_bridge.theirs", reason="DeepEval is not installed")
    from evals.deepeval_bridge.models import configured_model

    asked = request.config.getoption
    try:
        model = configured_model(asked("--judge"), base_url=asked("--judge-base-url"))
    except SummarizeError as error:
        pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)
    yield model
    model.close()


@pytest.mark.parametrize("name", ["fluency", "neutrality", "questions"])
def test_judge(replayed: Replayed, trial_index: int, judge: Any, name: str) -> None:
    """A judge thinks well of a summary."""
    from evals.deepeval_bridge.goldens import case_of, golden
    from evals.deepeval_bridge.judges import JUDGES
    from evals.deepeval_bridge.theirs import assert_test

    trial, cell = replayed.trial(trial_index), replayed.plan.cells[trial_index]
    if trial.summary is None:
        pytest.fail(trial.error.message if trial.error else "no summary", pytrace=False)
    about = golden(cell.item.loaded, cell.item.article)
    metric = JUDGES[name](about, judge)
    try:
        assert_test(case_of(about, trial.summary), [metric], run_async=False)
    except (AssertionError, SummarizeError) as error:
        pytest.fail(str(error), pytrace=False)
