import math

import pytest

from evals.statistics import Measurement, Pair, noise, pair
from evals.statistics.paired import clusters


def measured(*values: tuple[str, str, float | None, int]) -> list[Measurement]:
    return [Measurement(*value) for value in values]


def test_repeats_are_averaged_before_pairing_and_what_was_not_measured_is_left_out():
    a = measured(("k", "x", 1.0, 0), ("k", "x", 0.0, 1), ("k", "x", None, 2))
    b = measured(("k", "x", 1.0, 0))
    assert pair(a, b) == [Pair("k", "x", 0.5, 1.0)]


def test_an_item_of_one_run_only_is_none_on_the_other_side_never_zero():
    a = measured(("k", "x", 1.0, 0), ("k", "y", None, 0))
    b = measured(("j", "z", 0.0, 0), ("k", "y", 1.0, 0))
    assert pair(a, b) == [
        Pair("j", "z", None, 0.0),
        Pair("k", "x", 1.0, None),
        Pair("k", "y", None, 1.0),
    ]


def test_a_repeat_given_twice_is_an_error():
    with pytest.raises(ValueError, match="k x: repeat 1 is given twice"):
        pair(measured(("k", "x", 1.0, 1), ("k", "x", 1.0, 1)), [])


def test_an_item_paired_twice_is_an_error():
    with pytest.raises(ValueError, match="k x: paired twice"):
        clusters([Pair("k", "x", 1.0, 1.0), Pair("k", "x", 0.0, 1.0)])


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_value_is_finite(value):
    with pytest.raises(ValueError, match="use None"):
        Pair("k", "x", value, 1.0)
    with pytest.raises(ValueError, match="use None"):
        Measurement("k", "x", value)


def test_only_noughts_and_ones_are_facts():
    assert clusters([Pair("k", "x", 1.0, 0.0)]).facts
    assert not clusters([Pair("k", "x", 1.0, 0.0), Pair("k", "y", 0.5, 1.0)]).facts


def test_shares_are_no_facts_though_all_are_0_or_1():
    assert not clusters([Pair("k", "", 1.0, 0.0)]).facts


def test_what_shares_are_of_is_kept_with_them():
    a = [Measurement("k", "", 1.0, 0, parts=4), Measurement("k", "", 0.5, 1, parts=6)]
    b = [Measurement("k", "", None, 0, parts=9), Measurement("k", "", 0.5, 1, parts=10)]
    assert pair(a, b) == [Pair("k", "", 0.75, 0.5, parts_a=5, parts_b=10)]


def test_so_many_independent_things_tell_as_much_as_all_shares():
    alike = [Pair(k, "", 0.5, 1.0, 8, 8) for k in "jkl"]
    assert clusters(alike).parts == pytest.approx(24)
    # Variances v/2 and v/8: as much as two shares of 3.2 each.
    assert clusters([Pair("k", "", 0.5, 1.0, 2, 8)]).parts == pytest.approx(3.2)
    assert clusters([*alike, Pair("m", "", 0.5, 1.0)]).parts is None
    assert clusters([]).parts is None


def test_articles_vary_unless_all_is_good_or_all_is_bad():
    found = clusters([Pair("k", "", 1.0, 1.0), Pair("l", "", 0.0, 0.0), Pair("m", "", 0.9, 1.0)])
    assert found.varied == 1


@pytest.mark.parametrize(
    ("differences", "uniform"),
    [
        pytest.param([0.0, 0.0], True, id="none differs"),
        pytest.param([0.3 - 0.2, 0.1, 0.4 - 0.3], True, id="all by a tenth, but for floats"),
        pytest.param([0.1, 0.1001], False, id="nearly"),
        pytest.param([], True, id="nothing"),
    ],
)
def test_articles_are_uniform_when_all_differ_alike(differences, uniform):
    pairs = [Pair(str(i), "", 0.0, d) for i, d in enumerate(differences)]
    assert clusters(pairs).uniform is uniform


@pytest.mark.parametrize("parts", [0, -1, math.nan])
def test_a_share_is_of_something(parts):
    with pytest.raises(ValueError, match="things is none"):
        Pair("k", "", 1.0, 1.0, parts_a=parts)
    with pytest.raises(ValueError, match="things is none"):
        Measurement("k", "", 1.0, parts=parts)


def test_noise_is_the_spread_between_repeats_of_one_item():
    # Within x: 1, 0 (variance 1/2); within y: 1, 1 (0). Pooled 1/4. Each mean has variance 1/8,
    # their mean (1/8 + 1/8) / 4 = 1/16.
    found = noise(
        measured(("k", "x", 1.0, 0), ("k", "x", 0.0, 1), ("k", "y", 1.0, 0), ("k", "y", 1.0, 1))
    )
    assert found.deviation == pytest.approx(0.5)
    assert found.unsteady == 0.5
    assert found.error == pytest.approx(0.25)
    assert (found.n_items, found.n_repeats) == (2, 2)


@pytest.mark.parametrize(
    ("given", "repeats"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param([("k", "x", None, 0), ("k", "x", None, 1)], 0, id="nothing measured"),
        pytest.param([("k", "x", 1.0, 0), ("k", "x", None, 1)], 1, id="measured once"),
    ],
)
def test_noise_of_what_was_not_repeated_is_none(given, repeats):
    found = noise(measured(*given))
    assert (found.deviation, found.unsteady, found.error, found.n_items) == (None, None, None, 0)
    assert found.n_repeats == repeats
