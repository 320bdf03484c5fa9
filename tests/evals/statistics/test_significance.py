import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics import holm, mcnemar, sign_flip
from evals.statistics.significance import sign_flip_of
from tests.evals.statistics.cases import PAIRS, facts, shares, swapped


@pytest.mark.parametrize(
    ("articles", "p"),
    [
        pytest.param(["+"] * 6, 2 / 64, id="six articles, all won"),
        pytest.param(["++++"] * 6, 2 / 64, id="more facts in each say no more"),
        pytest.param(["+++++++++++"], 1.0, id="one article shows nothing"),
        pytest.param(["+"] * 5 + ["1", "0", "1010"], 2 / 32, id="articles that agree count not"),
        pytest.param(["+", "+", "-"], 1.0, id="two against one"),
        pytest.param(["++", "+", "-"], 0.75, id="sums 2, 1, -1: 6 of 8 reach 2"),
        pytest.param(["+-", "1"], 1.0, id="cancelled inside the article"),
        pytest.param(["11", "00"], 1.0, id="nothing differs"),
    ],
)
def test_whole_articles_are_exchanged(articles, p):
    assert sign_flip(facts(*articles)) == p


def test_mcnemar_counts_facts_as_independent():
    # 11 won, 0 lost: 2 / 2**11. 5 won, 1 lost: 2 * (1 + 6) / 64.
    assert mcnemar(facts("+++++++++++")) == 2 / 2**11
    assert mcnemar(facts("+++++-10")) == 14 / 64
    assert mcnemar(facts("10")) == 1.0
    assert mcnemar(facts("+" * 2000 + "-" * 1500)) < 1e-15


def test_nothing_to_test_is_none():
    assert sign_flip([]) is None
    assert sign_flip(facts("??")) is None
    assert mcnemar([]) is None
    assert mcnemar(shares([0.1])) is None
    assert mcnemar(shares([0.5])) is None


def test_rounding_breaks_no_tie():
    # 0.1 + 0.2 and 0.3 are the same difference: 4 of 8 exchanges reach it.
    assert sign_flip_of([0.1, 0.2, -0.3]) == 1.0
    assert sign_flip_of([0.1, 0.2, 0.3]) == 2 / 8
    assert sign_flip_of([0.3, 0.1 + 0.2, -0.6]) == 1.0


def test_many_articles_are_sampled_close_to_the_exact_share():
    # 24 articles, 17 of them won: exactly the sign test, p = 0.0639.
    articles = ["+"] * 17 + ["-"] * 7
    p = sign_flip(facts(*articles))
    assert p == pytest.approx(mcnemar(facts(*articles)), abs=0.006)
    assert p == sign_flip(facts(*articles))
    assert sign_flip(facts(*["+"] * 40)) == 1 / 20_001


@given(PAIRS)
def test_p_is_a_probability_and_the_same_when_a_and_b_are_swapped(pairs):
    for test in (sign_flip, mcnemar):
        p = test(pairs)
        assert p == test(swapped(pairs))
        assert p is None or 0 < p <= 1


@given(PAIRS)
def test_unmeasured_pairs_change_no_p(pairs):
    kept = [p for p in pairs if None not in (p.a, p.b)]
    assert sign_flip(pairs) == sign_flip(kept)


def test_the_permutation_test_agrees_with_scipy():
    stats = pytest.importorskip("scipy.stats")
    numpy = pytest.importorskip("numpy")
    draw = random.Random(5)
    for sums in (
        [draw.gauss(0.3, 1) for _ in range(11)],
        [float(draw.randint(-3, 5)) for _ in range(10)],
        [0.2, -0.1, 0.0, 0.4, 0.4, 0.3, 0.1],
    ):
        wanted = stats.permutation_test(
            (numpy.array(sums),),
            lambda x, axis: numpy.sum(x, axis=axis),
            permutation_type="samples",
            vectorized=True,
            n_resamples=numpy.inf,
        ).pvalue
        assert sign_flip_of(sums) == pytest.approx(wanted, rel=1e-9)


def test_mcnemar_agrees_with_scipy():
    stats = pytest.importorskip("scipy.stats")
    for won, lost in ((0, 1), (3, 3), (10, 2), (1, 40), (120, 90)):
        wanted = stats.binomtest(won, won + lost).pvalue
        assert mcnemar(facts("+" * won + "-" * lost)) == pytest.approx(wanted, rel=1e-9)


def test_holm_by_hand():
    # In order: 0.01 * 4; 0.02 * 3; 0.03 * 2, as much as the one before; 0.5 * 1.
    given_ = {"d": 0.5, "a": 0.01, "c": 0.03, "b": 0.02}
    found = holm(given_)
    assert list(found) == ["d", "a", "c", "b"]
    assert found == pytest.approx({"a": 0.04, "b": 0.06, "c": 0.06, "d": 0.5})
    assert holm({}) == {}


def test_holm_refuses_what_is_no_p():
    with pytest.raises(ValueError, match=r"coverage: p is 1\.5"):
        holm({"coverage": 1.5})


@given(st.dictionaries(st.text(), st.floats(0, 1), max_size=12))
def test_holm_lowers_no_p_and_lies_below_bonferroni(given_):
    found = holm(given_)
    assert list(found) == list(given_)
    for name, p in given_.items():
        assert p <= found[name] <= min(1.0, p * len(given_))
    ordered = sorted(given_, key=given_.__getitem__)
    assert [found[n] for n in ordered] == sorted(found.values())
