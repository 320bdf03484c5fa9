"""A fitted model gives the probability its weights say, and no answer where it is near even."""

import json
import math
from pathlib import Path

import pytest

from summarize.judge.logistic import Logistic, logistic

MODEL = Logistic({"overlap": 2.0, "negated": -3.0, "intercept": -1.0}, no=0.3, yes=0.7)


@pytest.mark.parametrize(
    ("features", "log_odds"),
    [
        ({"overlap": 0.5, "negated": 0.0}, 0.0),
        ({"overlap": 1.0, "negated": 0.0}, 1.0),
        ({"overlap": 1.0, "negated": 1.0}, -2.0),
    ],
)
def test_the_log_odds_are_the_weighted_sum(features: dict[str, float], log_odds: float) -> None:
    assert MODEL.probability(features) == pytest.approx(1 / (1 + math.exp(-log_odds)))


def test_a_feature_that_is_missing_is_no_zero() -> None:
    with pytest.raises(KeyError, match="negated"):
        MODEL.probability({"overlap": 1.0})


@pytest.mark.parametrize(
    ("probability", "answer"), [(0.29, False), (0.3, None), (0.69, None), (0.7, True), (1.0, True)]
)
def test_between_the_thresholds_there_is_no_answer(probability: float, answer: bool | None) -> None:
    assert MODEL.answer(probability) is answer


@pytest.mark.parametrize("log_odds", [-1e6, -30.0, 0.0, 30.0, 1e6])
def test_no_log_odds_are_too_large(log_odds: float) -> None:
    assert 0 <= logistic(log_odds) <= 1
    assert logistic(log_odds) + logistic(-log_odds) == pytest.approx(1)


def test_a_model_is_read_by_name(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    weights = {"weights": {"intercept": 0.5}, "thresholds": {"no": 0.2, "yes": 0.8}, "cases": 3}
    path.write_text(json.dumps({"what": "two models", "models": {"lexical": weights}}))
    model = Logistic.read(path, "lexical")
    assert (model.weights, model.no, model.yes) == ({"intercept": 0.5}, 0.2, 0.8)
