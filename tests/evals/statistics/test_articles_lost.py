"""The sign test over articles is counted out, and its power is what drawing gives."""

import random

import pytest

from evals.statistics import Pair, mcnemar
from evals.statistics.articles_lost import chance_of_finding


@pytest.mark.parametrize(
    ("lost", "won", "articles", "level", "chance"),
    [
        pytest.param(1.0, 0.0, 6, 0.05, 1.0, id="all six, always"),
        pytest.param(1.0, 0.0, 5, 0.05, 0.0, id="five are too few"),
        pytest.param(0.5, 0.0, 6, 0.05, 1 / 64, id="all six, by chance"),
        # 6 or 7 of 7 lost; with one won, 7 more would be needed.
        pytest.param(0.5, 0.0, 7, 0.05, 8 / 128, id="six or seven of seven"),
        pytest.param(0.0, 0.0, 14, 0.05, 0.0, id="nothing changes"),
    ],
)
def test_by_hand(lost, won, articles, level, chance):
    assert chance_of_finding(lost, won, articles=articles, level=level) == pytest.approx(chance)


@pytest.mark.parametrize(("lost", "won"), [(0.6, 0.0), (0.6, 0.1), (0.4, 0.2)])
def test_as_often_as_when_drawn(lost, won):
    draw = random.Random(2)
    found = 0
    for _ in range(1000):
        drawn = [draw.random() for _ in range(14)]
        b = [0.0 if d < lost else 1.0 for d in drawn]
        a = [0.0 if d > 1 - won else 1.0 for d in drawn]
        pairs = [Pair(str(i), "x", *sides) for i, sides in enumerate(zip(a, b, strict=True))]
        found += mcnemar(pairs) < 0.05 and sum(b) < sum(a)
    expected = chance_of_finding(lost, won, articles=14, level=0.05)
    assert found / 1000 == pytest.approx(expected, abs=0.04)
