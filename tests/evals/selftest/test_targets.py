import pytest

from evals.selftest.targets import at_least, at_most


@pytest.mark.parametrize(
    ("count", "n", "said"),
    [
        pytest.param(0, 0, "none made", id="nothing is not zero"),
        pytest.param(7, 7, "too few", id="all of few: one in three could be missed"),
        pytest.param(400, 400, "met", id="all of many"),
        pytest.param(98, 100, "missed", id="under it, and chance could be to blame"),
        pytest.param(99, 100, "too few", id="just at it"),
        pytest.param(80, 100, "surely missed", id="far under it"),
    ],
)
def test_a_target_to_reach_is_met_only_when_chance_allows_nothing_less(count, n, said):
    assert at_least(0.99, count, n) == said


@pytest.mark.parametrize(
    ("count", "n", "said"),
    [
        pytest.param(0, 0, "none made", id="nothing is not zero"),
        pytest.param(0, 60, "too few", id="none of few: one in twenty could alarm"),
        pytest.param(0, 450, "met", id="none of many"),
        pytest.param(4, 223, "missed", id="over it, and chance could be to blame"),
        pytest.param(1, 100, "too few", id="just at it"),
        pytest.param(6, 223, "surely missed", id="far over it"),
    ],
)
def test_a_target_to_stay_under_is_met_only_when_chance_allows_nothing_more(count, n, said):
    assert at_most(0.01, count, n) == said
