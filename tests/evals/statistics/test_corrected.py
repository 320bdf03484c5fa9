"""Rogan-Gladen: worked by hand, covering what is known, silent where the judge is no better."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.corrected import (
    KnownErrors,
    effective_size,
    known_errors,
    rogan_gladen,
)
from tests.evals.statistics.worlds import Judges, covered

GOOD = KnownErrors(0.9, 100, 0.8, 100)


def test_the_rate_is_what_gives_the_share_seen():
    # Of 60 true in 100 it calls 54 true, and 8 of the 40 false ones: .62.
    assert rogan_gladen(0.62, 100, GOOD).rate == pytest.approx(0.6)


def test_the_interval_is_that_of_lang_and_reiczigel():
    # By hand with z = 1.96: Se' = 91/102 = .89216, Sp' = 81/102 = .79412, their variances .0009433
    # and .0016029; n' = 103.84, p' = (62 + 1.92)/103.84 = .61556; youden' = .68627;
    # p = .40968/.68627 = .59696; shift = 7.683 * (.59696 * .0009433 - .40304 * .0016029) = -.00064;
    # variance = (.0022790 + .35636 * .0009433 + .16244 * .0016029)/.47097 = .0061055, root .078138.
    found = rogan_gladen(0.62, 100, GOOD)
    assert found.low == pytest.approx(0.59632 - 1.96 * 0.078138, abs=2e-4)
    assert found.high == pytest.approx(0.59632 + 1.96 * 0.078138, abs=2e-4)
    assert not found.clamped


@pytest.mark.parametrize(
    ("apparent", "rate"),
    [
        pytest.param(0.1, 0.0, id="fewer called true than false alarms alone would be"),
        pytest.param(0.95, 1.0, id="more called true than it can find"),
    ],
)
def test_a_rate_beyond_the_ends_is_moved_there_and_said_to_be(apparent, rate):
    found = rogan_gladen(apparent, 50, GOOD)
    assert (found.rate, found.clamped) == (rate, True)
    assert 0 <= found.low <= found.rate <= found.high <= 1


@pytest.mark.parametrize(
    "errors",
    [
        pytest.param(KnownErrors(0.5, 1000, 0.5, 1000), id="a coin"),
        pytest.param(KnownErrors(0.3, 1000, 0.4, 1000), id="worse than a coin"),
        pytest.param(KnownErrors(0.6, 20, 0.6, 20), id="perhaps a coin"),
    ],
)
def test_a_judge_not_surely_better_than_chance_corrects_nothing(errors):
    assert rogan_gladen(0.5, 100, errors) is None


def test_of_nothing_there_is_no_rate():
    assert rogan_gladen(0.5, 0, GOOD) is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: KnownErrors(1.2, 10, 0.9, 10),
        lambda: KnownErrors(0.9, 0, 0.9, 10),
        lambda: rogan_gladen(1.1, 10, GOOD),
        lambda: rogan_gladen(0.5, 10, GOOD, confidence=95),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"is not|known from"):
        wrong()


@given(
    st.floats(0, 1), st.integers(1, 500), st.floats(0.6, 1), st.floats(0.6, 1), st.integers(60, 999)
)
def test_the_rate_is_always_within_its_interval(apparent, n, se, sp, known):
    found = rogan_gladen(apparent, n, KnownErrors(se, known, sp, known))
    if found is not None:
        assert 0 <= found.low <= found.rate <= found.high <= 1


def test_known_errors_are_counted_by_truth():
    cases = [("a", True, True), ("b", True, False), ("a", False, False), ("b", False, False)]
    found = known_errors(cases)
    assert (found.sensitivity, found.specificity) == (0.5, 1.0)
    assert known_errors([("a", True, True)]) is None


def test_items_of_one_article_that_go_together_are_worth_fewer():
    together = [(str(a), True, a % 2 == 0) for a in range(20) for _ in range(10)]
    apart = [(str(a), True, (a + i) % 2 == 0) for a in range(20) for i in range(10)]
    of_false = [("x", False, False)]
    assert known_errors(together + of_false).positives == pytest.approx(19)
    assert known_errors(apart + of_false).positives == 200


def test_a_mean_over_few_articles_is_of_independent_items():
    assert effective_size({"a": [1, 0], "b": [1]}) == (3, None)
    n, articles = effective_size({str(a): [float(a % 2)] * 10 for a in range(20)})
    assert articles == 20
    assert 15 < n < 20


@pytest.mark.parametrize(
    ("n", "known", "rate", "sensitivity", "specificity"),
    [
        (20, 30, 0.5, 0.85, 0.85),
        (40, 100, 0.6, 0.85, 0.9),
        (192, 40, 0.6, 0.85, 0.9),
        (60, 50, 0.95, 0.9, 0.9),
        (60, 50, 0.05, 0.9, 0.95),
        (500, 1000, 0.3, 0.75, 0.75),
    ],
)
def test_the_interval_holds_the_truth_in_95_of_100(n, known, rate, sensitivity, specificity):
    chance = random.Random(2)

    def share(size, p):
        return sum(chance.random() < p for _ in range(size)) / size

    def once():
        errors = KnownErrors(share(known, sensitivity), known, share(known, specificity), known)
        return rogan_gladen(
            share(n, rate * sensitivity + (1 - rate) * (1 - specificity)), n, errors
        )

    held, _ = covered(rate, 200, once)
    assert 0.915 <= held <= 1


@pytest.mark.parametrize(
    "world",
    [
        pytest.param(Judges(), id="usual"),
        pytest.param(Judges(moods=1.0), id="a judge of moods"),
        pytest.param(Judges(articles=6, facts=8), id="six articles"),
    ],
)
def test_so_it_does_where_facts_come_in_articles(world):
    chance = random.Random(3)

    def once():
        other = replace(world, articles=40, facts=10, labels=400).draw(chance)
        errors = known_errors((i.cluster, i.label == 1, i.predicted == 1) for i in other)
        by_article = {}
        for item in world.draw(chance):
            by_article.setdefault(item.cluster, []).append(item.predicted)
        apparent = sum(map(sum, by_article.values())) / (world.articles * world.facts)
        return rogan_gladen(apparent, effective_size(by_article)[0], errors)

    held, _ = covered(world.truth(), 100, once)
    assert 0.90 <= held <= 1
