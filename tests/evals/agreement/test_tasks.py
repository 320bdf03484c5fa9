"""Tasks on small data, with judges whose answers are known: every figure is worked out by hand."""

import asyncio
from pathlib import Path

import pytest

from evals.agreement.facts import plain_system
from evals.agreement.judge import Judge
from evals.agreement.results import Results, TaskRecord
from evals.agreement.rounds import Asker
from evals.agreement.run import Wanted, measure, published
from evals.agreement.tasks import TASKS
from evals.people.data import People
from summarize.errors import InputError, ModelError
from tests.evals.agreement import made


def run(
    folder: Path, *judges: Judge, tasks: tuple[str, ...] = (), first: int | None = None,
    shipped: bool = False, jobs: int = 1,
) -> Results:  # fmt: skip
    wanted = Wanted(tasks, judges, judges, None, first)
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
    assert list(results.data) == ["articles", "bump.claims"]


def test_an_article_of_two_sets_is_one_cluster(tmp_path: Path) -> None:
    made.claims(tmp_path)
    describe = made.Scripted()
    seen: list[set[str]] = []
    judge = made.fitted(describe)
    assert judge.fit is not None
    learn = judge.fit

    def spy(cases):  # type: ignore[no-untyped-def]
        seen.append({case.article for case in cases})
        return learn(cases)

    run(tmp_path, Judge("spy", describe, judge.shipped, fit=spy), tasks=("bump", "frank"))
    # bump:a0 goes by its first name. Five folds, and once all: seven of bump, and frank:xsum.
    assert "bump:a0" not in set().union(*seen)
    assert (len(seen), len(set().union(*seen))) == (6, 8)


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
