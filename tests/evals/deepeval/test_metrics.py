"""A metric under DeepEval says what it says in `summarize eval`."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("evals.deepeval_bridge.theirs", reason="DeepEval is not installed")

from evals.deepeval_bridge.goldens import case_of, case_of_text, goldens, told
from evals.deepeval_bridge.metrics import GoldMetric, gold_metrics, judged
from evals.deepeval_bridge.theirs import LLMTestCase, assert_test
from evals.metrics import METRICS
from summarize import summarize
from summarize.errors import InputError
from summarize.prompt import HouseStyle
from tests.evals.deepeval.suite import ARTICLE, write_suite

pytestmark = pytest.mark.deepeval

GOOD = "The council of Leeds voted on 4 May 2017 to close 12 schools. Parents march on 9 June 2017."
HALF = "The council of Leeds voted on 4 May 2017 to close 12 schools."


@pytest.fixture
def about(tmp_path: Path) -> Any:
    write_suite(tmp_path)
    return goldens([tmp_path / "schools.yaml"])[0]


def test_a_golden_holds_the_article_and_its_facts(about: Any) -> None:
    assert about.input == ARTICLE
    assert about.expected_output.startswith("Leeds voted")
    assert list(about.additional_metadata["must"]) == ["vote-to-close", "parents-march"]
    assert about.additional_metadata["published"] == "2017-05-05"


@pytest.mark.parametrize(
    ("summary", "value", "reaches"),
    [
        pytest.param(GOOD, 1.0, True, id="all stated"),
        pytest.param(HALF, 0.5, False, id="half stated"),
        pytest.param("Something else happened.", 0.0, False, id="none stated is 0"),
    ],
)
def test_coverage_is_measured_against_its_threshold(
    about: Any, summary: str, value: float, reaches: bool
) -> None:
    metric = GoldMetric("coverage", threshold=0.75)
    assert metric.measure(case_of_text(about, summary)) == value
    assert (metric.score, metric.success, metric.is_successful()) == (value, reaches, reaches)
    assert metric.reason


def test_nothing_to_measure_is_neither_0_nor_a_failure(about: Any) -> None:
    metric = GoldMetric("grounded", threshold=0.9)
    case = case_of_text(about, GOOD)
    assert metric.measure(case) is None
    assert (metric.score, metric.skipped, metric.is_successful()) == (None, True, None)
    assert metric.reason
    assert_test(case, [metric, GoldMetric("coverage", threshold=1)], run_async=False)


def test_a_reused_metric_forgets_the_case_before(about: Any) -> None:
    metric = GoldMetric("coverage", threshold=0.75)
    metric.measure(case_of_text(about, HALF))
    assert metric.measure(case_of_text(about, GOOD)) == 1.0
    assert metric.success


def test_measuring_without_waiting_is_the_same(about: Any) -> None:
    assert asyncio.run(GoldMetric("coverage").a_measure(case_of_text(about, HALF))) == 0.5


@pytest.fixture
def loop() -> Iterator[None]:
    """Give DeepEval the event loop that it would otherwise open and leave open."""
    opened = asyncio.new_event_loop()
    asyncio.set_event_loop(opened)
    yield
    asyncio.set_event_loop(None)
    opened.close()


@pytest.mark.parametrize("run_async", [False, True])
def test_deepeval_fails_a_case_below_the_threshold(about: Any, loop: None, run_async: bool) -> None:
    with pytest.raises(AssertionError, match=r"coverage .*not stated: parents-march"):
        assert_test(case_of_text(about, HALF), gold_metrics(coverage=0.6), run_async=run_async)


def test_a_failure_of_a_metric_is_not_hidden_by_one_without_a_score(about: Any) -> None:
    metrics = [GoldMetric("grounded"), GoldMetric("coverage", threshold=0.6)]
    with pytest.raises(AssertionError, match="coverage"):
        assert_test(case_of_text(about, HALF), metrics, run_async=False)


def test_our_own_summary_keeps_its_evidence_and_house_style(about: Any, tmp_path: Path) -> None:
    summary = summarize(tmp_path / "schools.txt", model="lead")
    style = HouseStyle(headline_characters=20)
    values = {
        metric.name: (metric.measure(case_of(about, summary, style=style)), metric.reason)
        for metric in gold_metrics()
    }
    found = judged(case_of(about, summary, style=style))
    assert found.style == style
    expected = {name: metric(found) for name, metric in METRICS.items()}
    assert values == {name: (score.value, score.reason) for name, score in expected.items()}
    assert values["grounded"][0] == 1.0


def test_a_saved_case_is_scored_the_same(about: Any, tmp_path: Path) -> None:
    case = case_of(about, summarize(tmp_path / "schools.txt", model="lead"))
    again = LLMTestCase.model_validate_json(case.model_dump_json())
    values = [[metric.measure(c) for metric in gold_metrics()] for c in (case, again)]
    assert values[0] == values[1]


def test_a_case_is_refused_when_it_is_not_what_it_says(about: Any, tmp_path: Path) -> None:
    own = case_of(about, summarize(tmp_path / "schools.txt", model="lead"))
    for case, why in (
        (LLMTestCase(input="x", actual_output="y"), "names no gold file"),
        (case_of_text(about, ""), "has no summary"),
        (case_of_text(about, GOOD).model_copy(update={"input": "other"}), "is not the article"),
        (own.model_copy(update={"actual_output": "other"}), "is not what its summary tells"),
    ):
        with pytest.raises(InputError, match=why):
            GoldMetric("coverage").measure(case)


def test_an_unknown_metric_and_a_threshold_in_percent_are_refused() -> None:
    with pytest.raises(InputError, match="metric 'covrage': name one of coverage"):
        GoldMetric("covrage")
    with pytest.raises(InputError, match="threshold 80"):
        GoldMetric("coverage", threshold=80)
    with pytest.raises(InputError, match="covrage"):
        gold_metrics(covrage=0.5)


def test_a_summary_is_told_as_a_reader_sees_it(tmp_path: Path) -> None:
    write_suite(tmp_path)
    summary = summarize(tmp_path / "schools.txt", model="lead")
    first, second = summary.key_points[:2]
    made = summary.model_copy(update={"headline": first, "abstract": [second, second]})
    twice = f"{second.statement} {second.statement}"
    points = [f"- {point.statement}" for point in summary.key_points]
    assert told(made).split("\n\n") == [first.statement, twice, *points]
