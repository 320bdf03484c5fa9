"""The metrics that count verdicts."""

import pytest

from evals.metrics import METRICS
from tests.evals.metrics.made import FIRST, LAST, MIDDLE, fact, judged

STATED, MISSING, AGAINST, UNCLEAR = "stated", "missing", "contradicted", "cannot-judge"


@pytest.mark.parametrize(
    ("must", "may", "metric", "value", "n"),
    [
        pytest.param([STATED, MISSING], [], "coverage", 0.5, 2, id="one of two"),
        pytest.param([STATED, AGAINST], [], "coverage", 0.5, 2, id="contradicted is not stated"),
        pytest.param([STATED], [MISSING] * 3, "coverage", 1.0, 1, id="may-facts stand apart"),
        pytest.param([STATED], [MISSING] * 3, "coverage-may", 0.0, 3, id="and are counted apart"),
        pytest.param([STATED], [], "coverage-may", None, 0, id="no may-facts is not 0"),
        pytest.param([STATED, UNCLEAR], [], "coverage", 1.0, 1, id="unclear is on neither side"),
        pytest.param([UNCLEAR], [], "coverage", None, 0, id="nothing could be judged"),
        pytest.param([MISSING], [], "contradictions", 1.0, 1, id="left out is not contradicted"),
        pytest.param([AGAINST, STATED], [], "contradictions", 0.5, 2, id="one contradicted"),
        pytest.param([AGAINST], [AGAINST], "contradictions", 0.0, 2, id="may-facts count here"),
        pytest.param([UNCLEAR], [], "contradictions", None, 0, id="unclear contradicts nothing"),
        pytest.param([], [], "contradictions", None, 0, id="no facts"),
        pytest.param([STATED, UNCLEAR], [], "decided", 0.5, 2, id="half could be judged"),
        pytest.param([], [], "decided", None, 0, id="nothing to judge"),
    ],
)
def test_verdicts_on_facts_are_counted(
    must: list[str], may: list[str], metric: str, value: float | None, n: int
) -> None:
    facts = {fact(f"must-{i}"): kind for i, kind in enumerate(must)}
    facts |= {fact(f"may-{i}", weight="may"): kind for i, kind in enumerate(may)}
    score = METRICS[metric](judged(facts=facts))
    assert (score.value, score.n) == (value, n)


@pytest.mark.parametrize(
    ("traps", "value", "n"),
    [
        pytest.param([MISSING, MISSING], 1.0, 2, id="none fallen into"),
        pytest.param([STATED, MISSING], 0.5, 2, id="one of two"),
        pytest.param([STATED, UNCLEAR], 0.0, 1, id="perhaps a trap is no trap and no praise"),
        pytest.param([UNCLEAR], None, 0, id="nothing could be judged"),
        pytest.param([], None, 0, id="no traps is not 1"),
    ],
)
def test_a_trap_fallen_into_counts_against(traps: list[str], value: float | None, n: int) -> None:
    score = METRICS["traps"](judged(traps={f"trap-{i}": kind for i, kind in enumerate(traps)}))
    assert (score.value, score.n) == (value, n)


@pytest.mark.parametrize(
    ("quote", "third"),
    [
        pytest.param(FIRST, "first", id="first"),
        pytest.param(MIDDLE, "middle", id="middle"),
        pytest.param(LAST, "last", id="last"),
    ],
)
def test_a_fact_counts_in_the_third_its_quote_is_in(quote: str, third: str) -> None:
    given = judged(facts={fact("one", quote): STATED})
    values = {
        name: METRICS[f"coverage-{name}"](given).value for name in ("first", "middle", "last")
    }
    assert values == {"first": None, "middle": None, "last": None} | {third: 1.0}


def test_a_quote_that_is_nowhere_is_in_no_third() -> None:
    given = judged(facts={fact("one", "Nobody ever said this in Leeds."): STATED})
    assert METRICS["coverage"](given).value == 1.0
    assert METRICS["coverage-first"](given).value is None


def test_the_reason_names_what_is_missing_and_cuts_a_long_list() -> None:
    given = judged(facts={fact(f"f{i}"): MISSING for i in range(7)} | {fact("odd"): UNCLEAR})
    assert METRICS["coverage"](given).reason == (
        "not stated: f0, f1, f2, f3, f4 and 2 more; cannot judge odd"
    )


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_has_none_for_nothing(name: str) -> None:
    score = METRICS[name](judged())
    assert (score.value, score.n) == (None, 0)
    assert score.reason


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_says_what_it_does_not_show(name: str) -> None:
    words = " ".join((METRICS[name].__doc__ or "").split())
    assert "does not show" in words or "not that" in words
