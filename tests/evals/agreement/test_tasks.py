"""Tasks on small data, with judges whose answers are known: every figure is worked out by hand."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from evals.agreement.facts import plain_system
from evals.agreement.judge import Fitting, Judge
from evals.agreement.results import Results, TaskRecord
from evals.agreement.rounds import Asker
from evals.agreement.run import Wanted, measure, published
from evals.agreement.tasks import TASKS
from evals.fit.logistic import DEALS, Case, Weights, fit
from evals.people.data import People
from summarize.errors import InputError, ModelError
from tests.evals.agreement import made


def run(
    folder: Path, *judges: Judge, tasks: tuple[str, ...] = (), first: int | None = None,
    shipped: bool = False, jobs: int = 1, systems: int | None = None, left_out: bool = False,
) -> Results:  # fmt: skip
    wanted = Wanted(tasks, judges, judges, None, first, systems, left_out)
    asker = Asker(jobs, shipped)
    return asyncio.run(measure(People(folder), wanted, asker, command="test"))


def one(results: Results, task: str) -> TaskRecord:
    (found,) = [t for t in results.tasks if t.name == task]
    return found


def value(task: TaskRecord, figure: str, judge: int = 0) -> float | None:
    return task.rows[judge].figures[figure].value


def test_a_judge_who_is_right_agrees(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    results = run(tmp_path, made.Scripted().judge())
    facts = one(results, "facts")
    assert (facts.n, facts.articles, facts.rows[0].yes) == (72, 8, pytest.approx(2 / 3))
    assert value(facts, "auc") == value(facts, "balanced_accuracy") == 1.0
    assert value(facts, "decided") == value(facts, "balanced_accuracy_decided") == 1.0
    # 0.9 where people say 1, 0.2 where they say 0: two of three.
    assert value(facts, "brier") == pytest.approx((2 * 0.1**2 + 0.2**2) / 3)
    assert value(facts, "calibration_error") == pytest.approx((2 * 0.1 + 0.2) / 3)
    assert value(one(results, "conciseness"), "pearson_pooled") == pytest.approx(1.0)


def test_completeness_is_the_mean_over_the_facts_of_a_summary(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    found = one(run(tmp_path, made.Scripted().judge()), "completeness")
    # Each summary states two of the three facts, so nothing changes: there is no correlation.
    assert (found.n, value(found, "pearson_pooled")) == (24, None)
    assert found.rows[0].yes is None


def test_a_set_that_is_not_there_is_reported(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    results = run(tmp_path, made.Scripted().judge())
    assert [t.name for t in results.tasks if t.measured] == ["facts", "completeness", "conciseness"]
    assert one(results, "frank").rows == []
    assert "articles" not in results.data


def test_pairs_are_ordered_by_the_mean_and_equal_is_not_right(tmp_path: Path) -> None:
    made.claims(tmp_path)
    flat = Judge("flat", made.Scripted(), lambda _features: 0.5)
    results = run(tmp_path, made.Scripted().judge(), flat, tasks=("bump",))
    bump = one(results, "bump")
    assert value(bump, "ordered_right") == 1.0
    assert value(bump, "ordered_right", 1) == 0.0
    assert (bump.n, bump.articles) == (14, 7)
    # FRANK's are fitted on, though its tasks were not wanted.
    assert list(results.data) == ["articles", "frank.claims", "bump.claims"]


def test_an_article_of_two_sets_is_one_cluster(tmp_path: Path) -> None:
    made.claims(tmp_path)
    describe = made.Scripted()
    seen: list[set[str]] = []

    def spy(cases: Sequence[Case]) -> Weights:
        seen.append({case.article for case in cases})
        return fit(cases)

    judge = Judge("spy", describe, lambda _f: 0.5, Fitting(spy, made.weigher))
    run(tmp_path, judge, tasks=("bump", "frank"))
    # bump:a0 goes by its first name. Five folds in each of the deals, and once all: seven of bump,
    # and frank:xsum.
    assert "bump:a0" not in set().union(*seen)
    assert (len(seen), len(set().union(*seen))) == (5 * DEALS + 1, 8)


def test_weights_come_from_other_articles_unless_the_shipped_ones_are_asked_for(
    tmp_path: Path,
) -> None:
    made.realsumm(tmp_path)
    judge = made.fitted(made.Scripted())
    fitted = one(run(tmp_path, judge, tasks=("facts",)), "facts").rows[0]
    assert (fitted.weights, fitted.figures["auc"].value) == ("cross-fitted", 1.0)
    shipped = one(run(tmp_path, judge, tasks=("facts",), shipped=True), "facts").rows[0]
    assert (shipped.weights, shipped.figures["auc"].value) == ("shipped", 0.5)
    with pytest.raises(InputError, match="--shipped"):
        run(tmp_path, judge, tasks=("facts",), first=1)


def test_nothing_is_asked_twice(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    describe = made.Scripted()
    run(tmp_path, describe.judge(), tasks=("facts", "completeness"), jobs=3)
    assert len(describe.asked) == len(set(describe.asked))
    assert all(len(statements) == 3 for _, statements in describe.asked)


def test_a_failure_of_the_model_ends_the_run(tmp_path: Path) -> None:
    made.realsumm(tmp_path)

    async def describe(text, statements, /):  # type: ignore[no-untyped-def]
        raise ModelError("it is gone")

    with pytest.raises(ModelError, match="it is gone"):
        run(tmp_path, Judge("gone", describe, lambda _features: 0.5), jobs=4)


def test_what_cannot_be_judged_is_counted_and_in_no_figure(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    describe = made.Scripted()
    silent = Judge("silent", describe, lambda f: None if f["p"] < 0.5 else f["p"])
    row = one(run(tmp_path, silent, tasks=("facts",)), "facts").rows[0]
    assert (row.n, row.undecided) == (48, 24)
    assert row.figures["auc"].value is None


def test_what_is_left_open_is_counted_among_the_verdicts(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    judge = made.Scripted().judge("unsure")
    judge = replace(judge, shipped=lambda f: f["p"] if f["p"] > 0.5 else None)
    row = one(run(tmp_path, judge, tasks=("facts",)), "facts").rows[0]
    shares = {name: f.value for name, f in row.figures.items() if name.startswith(("no_", "yes_"))}
    # The 24 facts that are not stated get no probability: neither passed nor stopped.
    assert shares == {
        "no_passed": 0.0, "no_open": 1.0, "no_stopped": 0.0,
        "yes_passed": 1.0, "yes_open": 0.0, "yes_stopped": 0.0,
    }  # fmt: skip
    assert (row.figures["no_open"].n, row.figures["yes_passed"].n) == (24, 48)


def test_thresholds_chosen_on_other_articles_have_a_figure_of_their_own(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    judge = replace(made.fitted(made.Scripted()), thresholds=(0.0, 1.1))
    row = one(run(tmp_path, judge, tasks=("facts",)), "facts").rows[0]
    assert row.figures["decided"].value == 0.0, "the thresholds that ship leave all open"
    assert row.figures["balanced_accuracy_by_others"].value == 1.0


def with_filled_in(folder: Path) -> None:
    """A summary more of every article, whose seven labels are five times yes and then no."""
    made.realsumm(folder)
    made.add(
        folder,
        "realsumm.facts",
        [
            {"article_id": article, "system": "ext_none", "summary": "Readers wrote letters .",
             "fact_id": f"{article}#{n:02}", "fact": f"Fact {n}", "present": int(n < 5)}
            for article in made.ARTICLES
            for n in range(7)
        ],
    )  # fmt: skip


def test_labels_that_look_filled_in_stand_apart_and_are_not_fitted_on(tmp_path: Path) -> None:
    with_filled_in(tmp_path)
    facts = one(run(tmp_path, made.fitted(made.Scripted()), tasks=("facts",)), "facts")
    assert [(part.items, part.n) for part in facts.parts] == [("judged", 72), ("all", 128)]
    assert facts.left_out is not None
    assert (facts.left_out.summaries, facts.left_out.of_summaries) == (8, 32)
    judged, everything = (part.rows[0].figures["auc"].value for part in facts.parts)
    assert judged == 1.0
    assert everything is not None
    assert everything < 1.0, "the labels are not what the summary says"


@pytest.mark.parametrize(
    ("left_out", "kinds"),
    [
        (False, ["asked", "judged", "all"]),
        (True, ["asked", "judged", "all", "asked-all"]),
    ],
)
def test_only_a_judge_that_asks_is_spared_some_systems(
    tmp_path: Path, kinds: list[str], *, left_out: bool
) -> None:
    with_filled_in(tmp_path)
    alone, asking = made.Scripted(), made.Scripted()
    judges = (alone.judge("alone"), replace(asking.judge("asking"), asks=True))
    results = run(tmp_path, *judges, tasks=("facts", "completeness"), systems=2, left_out=left_out)
    both = {part.items: [row.judge for row in part.rows] for part in one(results, "facts").parts}
    assert list(both) == kinds
    assert both["asked"] == ["alone", "asking"]
    assert both["judged"] == both["all"] == ["alone"]
    assert both.get("asked-all", both["asked"]) == ["alone", "asking"]
    assert len(alone.asked) > len(asking.asked)
    # Of means over a few systems each, and others for each article, nothing is said.
    completeness = {part.items: part.rows[0].figures for part in one(results, "completeness").parts}
    assert "pearson_by_system" not in completeness["asked"]
    assert "pearson_by_system" in completeness["judged"]


def test_a_tasks_figures_do_not_depend_on_the_other_tasks(tmp_path: Path) -> None:
    made.claims(tmp_path)
    judge = made.fitted(made.Scripted())
    alone = one(run(tmp_path, judge, tasks=("bump",)), "bump")
    together = one(run(tmp_path, judge, tasks=("bump", "frank")), "bump")
    assert alone.rows[0].figures == together.rows[0].figures
    assert alone.rows[0].fitted_on == ["bump", "frank cnndm", "frank xsum"]
    # One that asks is asked, and fitted, on what is wanted only, and the results say so.
    asking = replace(judge, asks=True)
    assert one(run(tmp_path, asking, tasks=("bump",)), "bump").rows[0].fitted_on == ["bump"]


def test_a_judge_that_is_told_nothing_stops_at_once_and_says_why(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    asked = 0

    async def describe(text, statements, /):  # type: ignore[no-untyped-def]
        nonlocal asked
        asked += len(statements)
        return [None] * len(statements)

    judge = Judge("deaf", describe, lambda _features: 0.5, asks=True)
    with pytest.raises(ModelError, match="deaf: does not tell how sure it is of Yes or No"):
        run(tmp_path, judge)
    assert asked < 10


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("abs_t5_out_base", "t5_out_base"),
        ("ext_refresh_out", "refresh_out"),
        ("abs_bart_out", "bart_out_abs"),
        ("ext_bart_out", "bart_out_ext"),
    ],
)
def test_a_system_has_one_name(name: str, plain: str) -> None:
    assert plain_system(name) == plain


def test_published_figures_belong_to_tasks() -> None:
    assert {p.task for p in published()} <= TASKS.keys()
    assert all(0 < p.value < 1 for p in published())
    assert len({(p.task, p.figure, p.who) for p in published()}) == len(published())
