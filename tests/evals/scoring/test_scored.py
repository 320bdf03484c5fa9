import pytest

from evals.scoring.scored import Mean, by_system, mean, score
from tests.evals.metrics.made import fact, judged, said


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([], Mean(None, 0), id="nothing"),
        pytest.param([("a", None)], Mean(None, 0), id="nothing measured is not 0"),
        pytest.param([("a", 1.0), ("b", None)], Mean(1.0, 1), id="None is left out"),
        pytest.param([("a", 1.0), ("b", 0.0)], Mean(0.5, 2), id="over articles"),
        pytest.param(
            [("a", 1.0), ("a", 0.0), ("a", 0.5), ("b", 0.0)], Mean(0.25, 2), id="repeats first"
        ),
    ],
)
def test_a_mean_is_over_articles(values: list[tuple[str, float | None]], expected: Mean) -> None:
    assert mean(values) == expected


def test_words_by_facts_count_summaries_that_state_none() -> None:
    """Ten words with one fact and ten with none are twenty words a fact, not ten."""
    ten = said("one two three four five six seven eight nine ten", "text")
    one = score(judged(ten, facts={fact("one"): "stated"}))
    none = score(judged(ten, facts={fact("one"): "missing"}))
    (system,) = by_system([one, none])
    assert system.means["words-per-fact"].value == 20.0
    (system,) = by_system([none])
    assert system.means["words-per-fact"] == Mean(None, 0)
