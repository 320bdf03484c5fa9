"""How high a metric stands, and how sure that is."""

import pytest

from evals.report.levels import Level, level
from evals.run.record import ScoreRecord, TrialRecord
from tests.evals.report.samples import blank


def trials(*scores: tuple[str, float | None, int], repeat: int = 0) -> list[TrialRecord]:
    return [
        blank(article, "m").model_copy(
            update={"scores": {"c": ScoreRecord(value=value, n=n, reason="")}, "repeat": repeat}
        )
        for article, value, n in scores
    ]


def test_what_was_not_measured_is_left_out_and_not_zero() -> None:
    found = level(trials(("a", 0.5, 4), ("b", None, 0)), "c")
    assert (found.mean, found.items, found.articles) == (0.5, 4, 1)


def test_nothing_measured_is_none() -> None:
    nothing = Level(None, None, None, 0, 0, "none")
    assert level(trials(("a", None, 0)), "c") == nothing
    assert level(trials(("a", 0.5, 4)), "another") == nothing
    assert level([], "c") == nothing


def test_with_few_articles_a_share_has_wilsons_interval() -> None:
    found = level(trials(("a", 0.5, 4), ("b", 0.75, 4)), "c")
    assert found.mean == pytest.approx(0.625)
    assert found.method == "wilson"
    # Wilson, 5 of 8, 95%: 0.3057 to 0.8632.
    assert (found.low, found.high) == (
        pytest.approx(0.3057, abs=1e-3),
        pytest.approx(0.8632, abs=1e-3),
    )


def test_what_is_no_share_of_items_has_no_interval_from_few_articles() -> None:
    found = level(trials(("a", 0.33, 4), ("b", 0.75, 4)), "c")
    assert (found.low, found.high, found.method) == (None, None, "none")


def test_a_fact_asked_twice_is_not_two_facts() -> None:
    twice = trials(("a", 0.5, 4)) + trials(("a", 0.5, 4), repeat=1)
    assert level(twice, "c").method == "none"


def test_six_articles_are_resampled_whole_and_the_interval_stays_within_the_scale() -> None:
    values = (1.0, 1.0, 1.0, 0.9, 1.0, 1.0)
    found = level(trials(*((str(i), v, 10) for i, v in enumerate(values))), "c")
    assert found.method == "bootstrap"
    assert found.low is not None
    assert found.high is not None
    assert found.mean == pytest.approx(59 / 60)
    assert 0 <= found.low < 59 / 60 < found.high <= 1


def test_a_mean_is_over_articles_whatever_number_of_items_each_has() -> None:
    assert level(trials(("a", 1.0, 1), ("b", 0.0, 9)), "c").mean == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        # Wilson, 14 of 14 and 0 of 14, 95%: 14 / (14 + 1.96 ** 2) = 0.7847.
        pytest.param(1.0, 0.7847, 1.0, id="all perfect"),
        pytest.param(0.0, 0.0, 0.2153, id="all nothing"),
    ],
)
def test_articles_that_are_all_alike_are_not_certainty(share, low, high) -> None:
    found = level(trials(*((str(i), share, 7) for i in range(14))), "c")
    assert (found.mean, found.items, found.method) == (share, 98, "articles")
    assert (found.low, found.high) == (
        pytest.approx(low, abs=1e-4),
        pytest.approx(high, abs=1e-4),
    )


def test_articles_all_alike_between_the_ends_have_no_interval() -> None:
    found = level(trials(*((str(i), 1 / 3, 3) for i in range(6))), "c")
    assert (found.low, found.high, found.method) == (None, None, "alike")
    # As floats have it, 0.1 + 0.2 is not 0.3.
    sums = [0.1 + 0.2, 0.3, 0.3, 0.3, 0.3, 0.3]
    assert level(trials(*((str(i), v, 10) for i, v in enumerate(sums))), "c").method == "alike"
