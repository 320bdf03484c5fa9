import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics import Interval, difference, unseen, wilson
from evals.statistics.quantiles import student_cdf, student_quantile
from tests.evals.statistics.cases import PAIRS, facts, shares, swapped


def test_wilson_of_a_table():
    # Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (successes, n), (low, high) in {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }.items():
        found = wilson(successes, n)
        assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_wilson_of_nothing_is_none():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("successes", "n"), [(-1, 3), (4, 3), (1, 0), (0, -1)])
def test_wilson_refuses_what_cannot_be(successes, n):
    with pytest.raises(ValueError, match="is not from 0 to"):
        wilson(successes, n)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_confidence_is_a_fraction(confidence):
    with pytest.raises(ValueError, match="confidence"):
        wilson(1, 2, confidence=confidence)
    with pytest.raises(ValueError, match="confidence"):
        difference([], confidence=confidence)


def test_an_interval_has_its_ends_in_order():
    with pytest.raises(ValueError, match="not an interval"):
        Interval(1.0, 0.0)


@given(st.integers(0, 300), st.integers(1, 300))
def test_wilson_holds_its_share_and_mirrors(successes, n):
    successes = min(successes, n)
    found, mirrored = wilson(successes, n), wilson(n - successes, n)
    assert 0 <= found.low <= successes / n <= found.high <= 1
    assert found.low == pytest.approx(1 - mirrored.high, abs=1e-12)


def test_wilson_agrees_with_scipy():
    stats = pytest.importorskip("scipy.stats")
    for n in (1, 2, 7, 40, 1000):
        for successes in {0, 1, n // 3, n}:
            for confidence in (0.8, 0.95, 0.99):
                found = wilson(successes, n, confidence=confidence)
                wanted = stats.binomtest(successes, n).proportion_ci(confidence, method="wilson")
                assert (found.low, found.high) == pytest.approx(tuple(wanted), abs=1e-12)


def test_student_agrees_with_scipy():
    stats = pytest.importorskip("scipy.stats")
    for freedom in (1, 2, 3, 4, 5, 13, 30, 101, 9_999, 20_000):
        for p in (0.0005, 0.01, 0.3, 0.5, 0.83, 0.975, 0.9999):
            wanted = stats.t.ppf(p, freedom)
            assert student_quantile(p, freedom) == pytest.approx(wanted, rel=3e-4, abs=1e-9)
            if freedom < 10_000:
                assert student_cdf(wanted, freedom) == pytest.approx(p, abs=1e-10)


def test_student_refuses_what_cannot_be():
    with pytest.raises(ValueError, match="degrees of freedom"):
        student_cdf(1.0, 0)
    with pytest.raises(ValueError, match="probability"):
        student_quantile(1.0, 5)


def test_a_difference_is_the_mean_over_items_not_over_articles():
    found = difference(facts("+", "0000", "-0"))
    assert found.mean == 0.0
    found = difference(facts("+", "0000000"))
    assert (found.mean, found.n_items, found.n_clusters) == (1 / 8, 8, 2)


def test_unmeasured_pairs_are_left_out_and_counted():
    found = difference(facts("+?", "?", "10"))
    assert (found.mean, found.n_items, found.n_clusters, found.n_ignored) == (1 / 3, 3, 2, 2)


def test_nothing_measured_is_none_never_zero():
    for pairs in ([], facts("??", "?")):
        found = difference(pairs)
        assert (found.mean, found.low, found.high, found.n_items) == (None, None, None, 0)


@pytest.mark.parametrize("articles", [1, 2, 5])
def test_too_few_articles_have_no_interval(articles):
    found = difference(facts(*["+10-+"] * articles))
    assert found.mean == 0.2
    assert (found.low, found.high) == (None, None)


@pytest.mark.parametrize(
    ("articles", "most"), [(1, 0.95), (6, 0.3930), (14, 0.1926), (100, 0.0295)]
)
def test_what_no_article_shows_may_still_be_so_in_three_over_n(articles, most):
    # Hanley and Lippman-Hand (1983): 1 - 0.05 ** (1 / n).
    assert unseen(articles) == pytest.approx(most, abs=5e-5)
    assert (1 - most) ** articles == pytest.approx(0.05, abs=0.001)


@pytest.mark.parametrize("wrong", [{"n_articles": 0}, {"n_articles": 3, "confidence": 95}])
def test_unseen_refuses_what_cannot_be(wrong):
    with pytest.raises(ValueError, match=r"articles|confidence"):
        unseen(**wrong)


def test_articles_that_all_agree_leave_no_certainty():
    same = facts(*["10"] * 14)
    found = difference(same, share=True)
    assert (found.low, found.high) == (-unseen(14), unseen(14))
    found = difference(same)
    assert (found.mean, found.low, found.high) == (0.0, None, None)


def test_articles_that_all_differ_alike_have_no_interval():
    for share in (True, False):
        found = difference(facts(*["+0"] * 14), share=share)
        assert (found.mean, found.low, found.high) == (0.5, None, None)


def test_one_article_that_differs_is_enough_to_resample():
    found = difference(facts("+0", *["10"] * 13), share=True)
    assert found.low == 0.0 < found.high < unseen(14)


def test_the_order_of_pairs_is_no_matter():
    pairs = facts("+10", "-1", "++0", "1", "0-+", "111", "+")
    assert difference(pairs) == difference(pairs[::-1])


@given(PAIRS)
def test_swapping_a_and_b_mirrors_the_difference(pairs):
    there, back = difference(pairs), difference(swapped(pairs))
    assert (there.n_items, there.n_ignored) == (back.n_items, back.n_ignored)
    if there.mean is None:
        assert back.mean is None
    else:
        assert there.mean == -back.mean
    if there.low is not None:
        assert (there.low, there.high) == (-back.high, -back.low)
        assert -1 <= there.low <= there.high <= 1


def test_the_interval_is_a_percentile_interval_of_scipy_at_the_expanded_level():
    stats = pytest.importorskip("scipy.stats")
    numpy = pytest.importorskip("numpy")
    given_ = [0.3, -0.1, 0.05, 0.0, 0.2, 0.12, -0.07, 0.4, 0.1, 0.02, -0.2, 0.15, 0.08, 0.31]
    k = len(given_)
    outside = stats.norm.cdf(-math.sqrt(k / (k - 1)) * stats.t.ppf(0.975, k - 1))
    wanted = stats.bootstrap(
        (numpy.array(given_),),
        numpy.mean,
        confidence_level=1 - 2 * outside,
        n_resamples=20_000,
        method="percentile",
        rng=numpy.random.default_rng(1),
    ).confidence_interval
    found = difference(shares(given_))
    assert (found.low, found.high) == pytest.approx(tuple(wanted), abs=0.012)
