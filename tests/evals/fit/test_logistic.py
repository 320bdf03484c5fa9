"""Fitting finds the weights that made the data, and never tries them on an article they saw."""

import random

import numpy as np
import pytest

from evals.fit.logistic import (
    DEALS,
    PENALTY,
    Case,
    Weights,
    by_others,
    cross_fitted,
    fit,
    folds,
    weights_by_others,
)
from summarize.judge.logistic import logistic


def _probability(weights: Weights, features: dict[str, float]) -> float:
    return logistic(weights["intercept"] + sum(weights[n] * v for n, v in features.items()))


def _cases(count: int, *, articles: int = 20, seed: int = 1) -> list[Case]:
    chance = random.Random(seed)
    made = []
    for index in range(count):
        features = {"a": chance.gauss(0, 1), "b": chance.gauss(2, 3)}
        true = logistic(0.5 + 1.5 * features["a"] - 0.4 * features["b"])
        made.append(Case(f"article {index % articles}", features, chance.random() < true))
    return made


def test_the_weights_that_made_the_data_are_found() -> None:
    weights = fit(_cases(20_000))
    assert weights["a"] == pytest.approx(1.5, abs=0.1)
    assert weights["b"] == pytest.approx(-0.4, abs=0.05)
    assert weights["intercept"] == pytest.approx(0.5, abs=0.1)


def test_the_fit_minimises_the_penalised_loss() -> None:
    from scipy.optimize import minimize

    cases = _cases(200)
    x = np.array([[c.features["a"], c.features["b"]] for c in cases])
    y = np.array([float(c.label) for c in cases])
    z = (x - x.mean(0)) / x.std(0)

    def loss(w: np.ndarray) -> float:
        odds = z @ w[:2] + w[2]
        return float(np.logaddexp(0, odds).sum() - y @ odds + PENALTY * (w[:2] @ w[:2]) / 2)

    best = minimize(loss, np.zeros(3), tol=1e-10).x
    weights = fit(cases)
    assert weights["a"] * x[:, 0].std() == pytest.approx(best[0], abs=1e-4)
    assert weights["b"] * x[:, 1].std() == pytest.approx(best[1], abs=1e-4)


def test_a_feature_that_never_varies_weighs_nothing() -> None:
    cases = [Case(c.article, {**c.features, "flat": 1.0}, c.label) for c in _cases(200)]
    assert fit(cases)["flat"] == pytest.approx(0)


def test_one_label_cannot_be_fitted() -> None:
    with pytest.raises(ValueError, match="both labels"):
        fit([Case("a", {"x": 1.0}, label=True)] * 3)


def test_folds_deal_every_article_once() -> None:
    names = [f"article {i % 13}" for i in range(50)]
    dealt = folds(names)
    assert sorted(name for fold in dealt for name in fold) == sorted(set(names))
    assert max(map(len, dealt)) - min(map(len, dealt)) <= 1
    assert folds(list(reversed(names))) == dealt


def test_a_case_is_never_judged_by_weights_of_its_own_article() -> None:
    # The label of each article is known by its own feature only: seen, it would be found.
    names = [f"article {i}" for i in range(10)]
    chance = random.Random(0)
    labels = {name: chance.random() < 0.5 for name in names}
    cases = [
        Case(name, {other: float(other == name) for other in names}, labels[name])
        for name in names
        for _ in range(20)
    ]
    seen = fit(cases)
    by_itself = [(_probability(seen, dict(c.features)) > 0.5) == c.label for c in cases]
    judged = cross_fitted(cases)
    by_others = [(p > 0.5) == c.label for p, c in zip(judged, cases, strict=True)]
    assert all(by_itself)
    assert sum(by_others) / len(by_others) < 0.7


def test_the_mean_over_deals_hangs_less_on_how_articles_are_dealt() -> None:
    cases = _cases(60, articles=12)
    single = [by_others(cases, fit, seed=seed) for seed in range(DEALS)]
    mean = weights_by_others(cases)
    assert mean.keys() == single[0].keys()
    for article, weights in mean.items():
        each = [deal[article]["a"] for deal in single]
        assert weights["a"] == pytest.approx(sum(each) / DEALS)
        assert len(set(each)) > 1


def test_one_article_cannot_be_cross_fitted() -> None:
    with pytest.raises(ValueError, match="two articles"):
        cross_fitted(_cases(10, articles=1))
