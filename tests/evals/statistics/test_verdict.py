import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.statistics import WORTH_KNOWING, Pair, compare, smallest_detectable
from evals.statistics.detectable import detectable, fewest
from evals.statistics.multiple import attainable
from evals.statistics.paired import clusters
from evals.statistics.verdict import in_1000
from tests.evals.statistics.cases import PAIRS, facts, shares, swapped

MANY = ["111111000000"] * 14


def alike(value: float, *, parts: int | None, articles: int = 14) -> list[Pair]:
    """The same share in every article on both sides."""
    return [Pair(f"{i:03}", "", value, value, parts, parts) for i in range(articles)]


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
        pytest.param(shares([0.0] * 14), "underpowered", id="shares of nobody knows what"),
        pytest.param(alike(1.0, parts=7), "underpowered", id="few statements, all good"),
        pytest.param(alike(1.0, parts=20), "no difference found", id="many statements, all good"),
        pytest.param(alike(0.7, parts=5), "underpowered", id="few points, the same on both sides"),
        pytest.param(alike(0.7, parts=40), "no difference found", id="many, the same"),
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
        pytest.param(alike(1.0, parts=None), None, id="nobody knows what was all good"),
        pytest.param(shares([0.1]), math.inf, id="one article"),
        pytest.param(facts(*["+10-"] * 5), math.inf, id="too few articles"),
        pytest.param(facts(*["+-"] * 6), math.inf, id="too few facts"),
    ],
)
def test_what_cannot_be_said_is_no_number(pairs, smallest):
    assert smallest_detectable(pairs) == smallest


def test_runs_that_agree_on_every_fact_could_have_hidden_a_dozen_changes():
    assert 10 / 168 < smallest_detectable(facts(*MANY)) < 16 / 168


@pytest.mark.parametrize(
    ("pairs", "falls"),
    [
        pytest.param(facts(*["1110"] * 14), True, id="from above a half"),
        pytest.param(facts(*["1000"] * 14), False, id="from below"),
        pytest.param(alike(1.0, parts=7), True, id="shares"),
    ],
)
def test_the_difference_is_meant_to_where_there_is_room(pairs, falls):
    found = compare({"m": pairs})["m"]
    assert found.falls is falls
    assert f"a {'fall' if falls else 'gain'} of less than" in found.reason


def test_a_share_that_is_always_1_is_no_fact():
    # Ten statements an article say ten times as much as one fact would.
    fact = [Pair(f"{i:03}", "x", 1.0, 1.0) for i in range(14)]
    assert smallest_detectable(fact) > 0.4
    assert 0.05 < smallest_detectable(alike(1.0, parts=10)) < 0.12
    assert smallest_detectable(alike(1.0, parts=5)) > smallest_detectable(alike(1.0, parts=10))


@pytest.mark.parametrize(
    ("pairs", "metrics"),
    [
        pytest.param(facts(*["111111"] * 14), 9, id="traps"),
        pytest.param(facts(*["1" * 12] * 14), 9, id="contradictions"),
        pytest.param(alike(1.0, parts=7), 9, id="grounded"),
        pytest.param(facts(*["+0-01111", "11+00011"] * 7), 1, id="facts that vary"),
        pytest.param(shares([0.4, -0.4] * 7), 9, id="shares that vary"),
        pytest.param(facts(*["1110"] * 3), 1, id="too few to show anything"),
    ],
)
def test_so_many_articles_as_are_advised_are_enough_and_no_fewer(pairs, metrics):
    alpha = 0.05 / metrics
    needed = detectable(clusters(pairs), alpha=alpha, worth=0.1).needed
    kinds = max(int(p.article.removeprefix("article-")) for p in pairs) + 1

    def of(articles: int) -> float:
        """What so many show, the ones given coming round again and again."""
        taken = []
        for i in range(articles):
            name = sorted({p.article for p in pairs})[i % kinds]
            here = [p for p in pairs if p.article == name]
            taken += [Pair(f"{i:05}", p.item, p.a, p.b, p.parts_a, p.parts_b) for p in here]
        return smallest_detectable(taken, alpha=alpha)

    assert of(needed) == pytest.approx(0.1, abs=0.012)
    assert of(max(kinds, round(needed * 0.8))) > 0.1


def test_an_amount_is_worth_a_tenth_of_a():
    # 36 words for a fact: 3.6 are worth knowing.
    def words(spread: float) -> list[Pair]:
        return [Pair(str(i), "", -36.0, -36.0 + (-1) ** i * spread) for i in range(14)]

    much = compare({"m": words(12.0)}, amounts=["m"])["m"]
    assert much.verdict == "underpowered"
    assert "3.60 is worth knowing" in much.reason
    assert "take about" in much.reason
    little = compare({"m": words(2.0)}, amounts=["m"])["m"]
    assert little.verdict == "no difference found"
    assert little.falls is None
    assert compare({"m": words(12.0)}, amounts=["m"], worth=None)["m"].verdict != "underpowered"


def test_amounts_that_are_the_same_say_nothing_of_how_they_vary():
    found = compare({"m": [Pair(str(i), "", -36.0, -36.0) for i in range(14)]}, amounts=["m"])["m"]
    assert (found.verdict, found.smallest, found.difference.low) == ("underpowered", None, None)


def test_what_the_adjustment_decided_is_said():
    # 7 articles of 14 won, none lost: p 0.016, and five metrics.
    others = {str(i): facts(*["11"] * 14) for i in range(4)}
    found = compare({"m": facts(*["+0"] * 7, *["10"] * 7), **others})["m"]
    assert found.difference.low > 0
    assert found.holm_p > 0.05
    assert found.reason.startswith("the interval leaves out 0, but it is of this metric alone")
    assert "chance does this 78 times in 1,000" in found.reason


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.0078, "8 times in 1,000"),
        (0.0006, "once in 1,000"),
        (0.0001, "less than once in 1,000"),
        (0.25, "250 times in 1,000"),
    ],
)
def test_chance_is_told_as_a_reporter_would(p, said):
    assert in_1000(p) == said


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
