"""Rogan-Gladen: worked by hand, covering what is known, silent where the judge is no better."""

import math
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.corrected import (
    NO_BETTER,
    REFUTED,
    UNSTEADY,
    Corrected,
    KnownErrors,
    NotCorrected,
    effective_size,
    known_errors,
    rogan_gladen,
)
from evals.statistics.intervals import wilson
from tests.evals.statistics.worlds import Judges, covered, logistic

GOOD = KnownErrors(0.9, 100, 0.8, 100)


def test_the_rate_is_what_gives_the_share_seen():
    # Of 60 true in 100 it calls 54 true, and 8 of the 40 false ones: .62.
    assert rogan_gladen(0.62, 100, GOOD).rate == pytest.approx(0.6)


def test_the_ends_are_two_standard_errors_off():
    found = rogan_gladen(0.62, 100, GOOD)
    # By hand: a success and a failure more make 91/102 and 81/102, variances .0009433, .0016029.
    for rate in (found.low, found.high):
        share = rate * 91 / 102 + (1 - rate) * 21 / 102
        variance = share * (1 - share) / 100 + rate**2 * 0.0009433 + (1 - rate) ** 2 * 0.0016029
        assert abs(0.62 - share) == pytest.approx(1.96 * variance**0.5, rel=1e-3)
    assert not found.clamped


def test_with_a_judge_who_never_errs_the_interval_is_wilsons():
    found, other = rogan_gladen(0.9, 20, KnownErrors(1.0, 1e12, 1.0, 1e12)), wilson(18, 20)
    assert (found.low, found.high) == (pytest.approx(other.low), pytest.approx(other.high))


@pytest.mark.parametrize(
    ("apparent", "rate"),
    [
        pytest.param(0.15, 0.0, id="fewer called true than false alarms alone would be"),
        pytest.param(0.95, 1.0, id="more called true than it can find"),
    ],
)
def test_a_rate_beyond_the_ends_is_moved_there_and_said_to_be(apparent, rate):
    found = rogan_gladen(apparent, 50, GOOD)
    assert (found.rate, found.clamped) == (rate, True)
    assert 0 <= found.low <= found.rate <= found.high <= 1
    assert found.high - found.low > 0.05


@pytest.mark.parametrize(
    ("apparent", "n", "says_yes"),
    [
        pytest.param(108 / 109, 109, True, id="the judge finds more of the true than was known"),
        pytest.param(0.02, 100, False, id="and fewer false alarms"),
    ],
)
def test_what_no_rate_explains_refutes_the_known_errors(apparent, n, says_yes):
    assert rogan_gladen(apparent, n, KnownErrors(0.916, 538, 0.692, 145)) is REFUTED[says_yes]


@pytest.mark.parametrize(
    "errors",
    [
        pytest.param(KnownErrors(0.5, 1000, 0.5, 1000), id="a coin"),
        pytest.param(KnownErrors(0.3, 1000, 0.4, 1000), id="worse than a coin"),
        pytest.param(KnownErrors(0.6, 20, 0.6, 20), id="perhaps a coin"),
    ],
)
def test_a_judge_not_surely_better_than_chance_corrects_nothing(errors):
    assert rogan_gladen(0.5, 100, errors) is NO_BETTER


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: KnownErrors(1.2, 10, 0.9, 10),
        lambda: KnownErrors(0.9, 0, 0.9, 10),
        lambda: rogan_gladen(1.1, 10, GOOD),
        lambda: rogan_gladen(0.5, 0, GOOD),
        lambda: rogan_gladen(0.5, 10, GOOD, confidence=95),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"is not|known from|more than no"):
        wrong()


@given(
    st.floats(0, 1), st.integers(1, 500), st.floats(0.6, 1), st.floats(0.6, 1), st.integers(60, 999)
)
def test_the_rate_is_always_within_its_interval(apparent, n, se, sp, known):
    found = rogan_gladen(apparent, n, KnownErrors(se, known, sp, known))
    if isinstance(found, Corrected):
        assert 0 <= found.low <= found.rate <= found.high <= 1
        assert found.high - found.low > 1 / (n + known)


def test_known_errors_are_counted_by_truth():
    cases = [("a", True, True), ("b", True, False), ("a", False, False), ("b", False, False)]
    found = known_errors([cases])
    assert (found.sensitivity, found.specificity) == (0.5, 1.0)
    assert (found.sets, found.sensitivity_apart) == (1, 0.0)
    assert known_errors([[("a", True, True)]]) is None


def _set(right_of_ten: int) -> list[tuple[str, bool, bool]]:
    of_true = [(f"t{i}", True, i < right_of_ten) for i in range(10)]
    return of_true + [(f"f{i}", False, False) for i in range(10)]


def test_sets_count_alike_and_how_far_apart_they_are_is_known():
    found = known_errors([_set(9), _set(7) * 3, [("a", True, True)]])
    assert found.sensitivity == pytest.approx(0.8)
    assert found.sensitivity_apart == pytest.approx(0.02**0.5)
    assert (found.specificity_apart, found.sets) == (0.0, 2)


def test_sets_that_differ_make_the_interval_wide():
    alike = known_errors([_set(9) for _ in range(4)])
    apart = known_errors([_set(n) for n in (10, 10, 8, 8)])
    assert alike.sensitivity == pytest.approx(apart.sensitivity)
    one, other = (rogan_gladen(0.6, 60, errors) for errors in (alike, apart))
    assert other.high - other.low > 1.2 * (one.high - one.low)


def test_sets_that_differ_more_correct_nothing():
    errors = KnownErrors(0.85, 400, 0.62, 200, 4, 0.1, 0.2)
    assert rogan_gladen(0.6, 60, errors) is UNSTEADY
    assert isinstance(rogan_gladen(0.6, 60, replace(errors, sets=1)), Corrected)


def test_items_of_one_article_that_go_together_are_worth_fewer():
    together = [(str(a), True, a % 2 == 0) for a in range(20) for _ in range(10)]
    apart = [(str(a), True, (a + i) % 2 == 0) for a in range(20) for i in range(10)]
    of_false = [("x", False, False)]
    assert known_errors([together + of_false]).positives == pytest.approx(19)
    assert known_errors([apart + of_false]).positives == 200


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
        errors = known_errors([[(i.cluster, i.label == 1, i.predicted == 1) for i in other]])
        by_article = {}
        for item in world.draw(chance):
            by_article.setdefault(item.cluster, []).append(item.predicted)
        apparent = sum(map(sum, by_article.values())) / (world.articles * world.facts)
        return rogan_gladen(apparent, effective_size(by_article)[0], errors)

    held, _ = covered(world.truth(), 100, once)
    assert 0.90 <= held <= 1


@pytest.mark.parametrize("rate", [0.5, 0.9, 0.97])
def test_so_it_does_where_sets_differ(rate):
    chance = random.Random(4)

    def usual(middle):
        return logistic(math.log(middle / (1 - middle)) + chance.gauss(0, 0.4))

    def drawn(n, share):
        return [chance.random() < share for _ in range(n)]

    def once():
        sets = []
        for _ in range(4):
            se, sp = usual(0.9), usual(0.8)
            of_true = [(f"t{i}", True, said) for i, said in enumerate(drawn(60, se))]
            of_false = [(f"f{i}", False, not said) for i, said in enumerate(drawn(60, sp))]
            sets.append(of_true + of_false)
        se, sp = usual(0.9), usual(0.8)
        apparent = sum(drawn(112, rate * se + (1 - rate) * (1 - sp))) / 112
        found = rogan_gladen(apparent, 112, known_errors(sets))
        return None if isinstance(found, NotCorrected) else found

    held, _ = covered(rate, 150, once)
    assert held >= 0.92
