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
