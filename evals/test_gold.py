"""The gold as tests: what `summarize eval --replay` says, under pytest and `deepeval test run`.

    pytest evals/
    deepeval test run evals/test_gold.py

A test fails when `summarize eval` would: below a floor, or where something was not measured. A fact
that a summary leaves out while its floor holds is an expected failure, with the reason. No model is
asked; without DeepEval its part is skipped. DeepEval's command reports home and writes files before
it reads this one, unless a `.env` where it is started, or the environment, says no: see README.md.
"""

import pytest

from evals.conftest import Replayed


def test_the_run_is_whole(replayed: Replayed) -> None:
    """Every summary was made, every metric measured, from the inputs the floors were set with."""
    wrong = [str(breach) for breach in replayed.breaches if breach.metric is None]
    wrong += [f"metric {name}: not measured in any trial" for name in replayed.unmeasured]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_floor(replayed: Replayed, floor: tuple[str, str]) -> None:
    """A system keeps to its floor in a metric."""
    found = [str(b) for b in replayed.breaches if (b.system, b.metric) == floor]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_fact(replayed: Replayed, must_fact: tuple[int, str]) -> None:
    """A summary states a must-fact."""
    index, fact = must_fact
    trial, system = replayed.trial(index), replayed.system(index)
    verdicts = system.facts(trial.article)
    if fact not in verdicts:
        why = trial.error.message if trial.error else f"{fact}: was not looked for"
        pytest.fail(why, pytrace=False)
    verdict = verdicts[fact]
    if verdict.verdict == "stated":
        return
    about = (system.name, trial.article, fact)
    for breach in replayed.breaches:
        if (breach.system, breach.article, breach.fact) == about:
            pytest.fail(str(breach), pytrace=False)
    pytest.xfail(f"{verdict.verdict}: {verdict.reason}")


def test_as_deepeval_measures_it(replayed: Replayed, trial_index: int) -> None:
    """DeepEval gets the same value from every metric, and the same verdict on the floors.

    A floor holds for all articles of a system together; where it is kept, no article of its own has
    to reach it.
    """
    bridge = pytest.importorskip("evals.deepeval_bridge.theirs", reason="DeepEval is not installed")
    from evals.deepeval_bridge.goldens import case_of, golden
    from evals.deepeval_bridge.metrics import gold_metrics

    trial, cell = replayed.trial(trial_index), replayed.plan.cells[trial_index]
    if trial.summary is None:
        pytest.fail(trial.error.message if trial.error else "no summary", pytrace=False)
    about = golden(cell.item.loaded, cell.item.article)
    case = case_of(about, trial.summary, style=cell.prompt.style)
    metrics = gold_metrics(**_thresholds(replayed, replayed.system(trial_index).name))
    measured = {metric.name: metric.measure(case) for metric in metrics}
    assert measured == {name: score.value for name, score in trial.scores.items()}
    # DeepEval takes a metric with nothing to measure for one that failed.
    held = [metric for metric in metrics if measured[metric.name] is not None]
    try:
        bridge.assert_test(case, held, run_async=False)
    except AssertionError as error:
        pytest.fail(str(error), pytrace=False)


def _thresholds(replayed: Replayed, system: str) -> dict[str, float]:
    """Return the floors that the system is below of."""
    held = replayed.floors.systems[system].metrics if replayed.floors else {}
    below = {b.metric for b in replayed.breaches if b.system == system}
    return {
        metric: floor.at_least
        for metric, floor in held.items()
        if metric in below and floor.at_least is not None
    }
