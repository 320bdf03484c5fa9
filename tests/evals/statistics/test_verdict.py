import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.statistics import WORTH_KNOWING, Pair, compare, smallest_detectable
from evals.statistics.detectable import attainable
from evals.statistics.verdict import fewest
from tests.evals.statistics.cases import PAIRS, facts, shares, swapped

MANY = ["11110000"] * 14


@pytest.mark.parametrize(
    ("pairs", "word"),
    [
        pytest.param(facts(*["++110000"] * 14), "better", id="two facts won in every article"),
        pytest.param(facts(*["--110000"] * 14), "worse", id="two facts lost in every article"),
        pytest.param(facts(*MANY), "no difference found", id="the same facts in many articles"),
        pytest.param(facts(*MANY[:6]), "underpowered", id="the same facts in six articles"),
        pytest.param(facts("++++++++", "++++++++"), "underpowered", id="two articles, all won"),
        pytest.param(
            facts(*["+++-+00-", "--1-+000"] * 7), "underpowered", id="much won and much lost"
        ),
        pytest.param(shares([0.3] * 14), "better", id="shares, all alike"),
        pytest.param(shares([0.0] * 14), "no difference found", id="shares, none differs"),
        pytest.param(shares([0.0] * 5), "underpowered", id="five shares, none differs"),
        pytest.param(shares([0.01, -0.01] * 7), "no difference found", id="shares, little noise"),
        pytest.param(shares([0.4, -0.4] * 7), "underpowered", id="shares, much noise"),
        pytest.param(
            shares([0.5] + [0.0] * 13), "underpowered", id="one share differs, and by a lot"
        ),
        pytest.param([], None, id="nothing"),
        pytest.param([Pair("k", "x", None, 1.0)], None, id="nothing on one side"),
    ],
)
def test_the_word(pairs, word):
    assert compare({"m": pairs})["m"].verdict == word


def test_more_metrics_ask_for_stronger_evidence():
    won = facts(*["+0"] * 6)
    alone = compare({"m": won})["m"]
    assert (alone.verdict, alone.p, alone.holm_p) == ("better", 2 / 64, 2 / 64)
    both = compare({"m": won, "n": facts(*["11"] * 6)})
    assert both["m"].holm_p == 4 / 64
    assert both["m"].verdict == "underpowered"
    assert "6 articles can show no difference: take at least 7" in both["m"].reason
    assert list(both) == ["m", "n"]


def test_a_metric_measured_nowhere_does_not_count_in_the_adjustment():
    found = compare({"m": facts(*["+0"] * 6), "n": []})
    assert found["m"].holm_p == 2 / 64
    assert found["n"].p is None
    assert "nothing was compared" in found["n"].reason


def test_what_is_worth_knowing_is_the_callers():
    pairs = facts(*["+0-01111"] * 7, *["11110000"] * 7)
    assert compare({"m": pairs}, worth=0.01)["m"].verdict == "underpowered"
    assert compare({"m": pairs}, worth=0.5)["m"].verdict == "no difference found"
    assert compare({"m": pairs}, worth=None)["m"].verdict == "no difference found"


def test_the_levels_that_few_articles_reach():
    assert attainable(0, 0.05) == 0.0
    assert attainable(5, 0.05) == 0.0
    assert attainable(6, 0.05) == 2 / 64
    assert attainable(14, 0.05) == pytest.approx(0.05, abs=2**-13)
    assert attainable(1000, 0.05) == 0.05
    assert fewest(0.05) == 6
    assert fewest(0.05 / 9) == 9


@pytest.mark.parametrize(
    ("pairs", "smallest"),
    [
        pytest.param([], None, id="nothing"),
        pytest.param(shares([0.1] * 8), None, id="no spread to go by"),
        pytest.param(facts(*["+10-"] * 5), math.inf, id="too few articles"),
        pytest.param(facts(*["+-"] * 6), math.inf, id="too few facts"),
    ],
)
def test_what_cannot_be_said_is_no_number(pairs, smallest):
    assert smallest_detectable(pairs) == smallest


def test_runs_that_agree_on_every_fact_could_have_hidden_ten_changes():
    assert 8 / 112 < smallest_detectable(facts(*MANY)) < 12 / 112


def test_without_room_for_a_gain_the_smallest_loss_is_meant():
    assert 0.05 < smallest_detectable(facts(*["11111111"] * 14)) < 0.12


def test_more_articles_show_less():
    article = ["+0-01111", "11+00011", "1100000-"]
    sizes = [smallest_detectable(facts(*article * times)) for times in (3, 6, 12, 24)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < WORTH_KNOWING


def test_alpha_is_a_fraction():
    with pytest.raises(ValueError, match="alpha"):
        smallest_detectable([], alpha=5)


@settings(max_examples=60)
@given(PAIRS, st.sampled_from([0.01, 0.05, 0.2]))
def test_a_verdict_is_mirrored_when_a_and_b_are_swapped(pairs, worth):
    other = {"better": "worse", "worse": "better"}
    there = compare({"m": pairs}, worth=worth)["m"]
    back = compare({"m": swapped(pairs)}, worth=worth)["m"]
    assert back.verdict == other.get(there.verdict, there.verdict)
    assert back.smallest == pytest.approx(there.smallest) if there.smallest else not back.smallest
    if there.verdict in other:
        assert there.holm_p < 0.05
        assert there.difference.low > 0 or there.difference.high < 0
