"""The first page says what the figures say, of one judge or of two, and no more."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from evals.agreement.results import (
    Figure,
    Items,
    LeftOut,
    Other,
    Part,
    Published,
    Results,
    Row,
    TaskRecord,
)
from evals.trust.judged import WITHOUT, is_better, rates, shares, told
from evals.trust.planted import SelfTests, load
from evals.trust.short import short

OVERLAP, MODEL = "word overlap", "with local/some-model"


def figure(
    value: float, *, low: float | None = None, high: float | None = None, n: int = 100
) -> Figure:
    return Figure(value=value, low=low, high=high, n=n, articles=10)


def row(judge: str, **figures: Figure) -> Row:
    return Row(judge=judge, weights="none", n=100, undecided=0, yes=None, figures=figures)


def part(
    rows: Sequence[Row], *, items: Items = "judged", n: int = 100, others: Sequence[Other] = ()
) -> Part:
    return Part(items=items, n=n, articles=10, rows=list(rows), others=list(others))


def task(
    name: str, *parts: Part, left_out: LeftOut | None = None, published: Sequence[Published] = ()
) -> TaskRecord:
    return TaskRecord(
        name=name, asks="?", people="people", files=[], measured=True, left_out=left_out,
        parts=list(parts), published=list(published),
    )  # fmt: skip


def results(*tasks: TaskRecord) -> Results:
    return Results(
        made=datetime(2026, 1, 1, tzinfo=UTC), command="", versions={}, matcher="", model=None,
        first=None, shipped=False, deals=5, resamples=9, seed=0, data={}, tasks=list(tasks),
    )  # fmt: skip


def accuracy(judge: str, value: float, *, reach: float = 0.02, n: int = 100) -> Row:
    return row(judge, balanced_accuracy=figure(value, low=value - reach, high=value + reach, n=n))


def said(*tasks: TaskRecord, tests: SelfTests | None = None) -> str:
    return " ".join(" ".join(short(results(*tasks), tests or load())).split())


FACTS = [accuracy(OVERLAP, 0.70), accuracy(WITHOUT, 0.80, n=90), accuracy(MODEL, 0.85, n=80)]


def test_one_judge_and_two_are_sentences() -> None:
    both = told(task("facts", part(FACTS)), "balanced_accuracy")
    assert shares(both[:1]) == "80 of 100 (78 to 82, n 90) without a model"
    assert shares(both) == (
        "80 of 100 (78 to 82, n 90) without a model and 85 (83 to 87, n 80) with the model"
    )
    alike = [accuracy(WITHOUT, 0.801), accuracy(MODEL, 0.804)]
    assert rates(told(task("facts", part(alike)), "balanced_accuracy")) == "80"


def test_each_judge_is_shown_by_most_items_but_those_that_look_filled_in() -> None:
    found = task(
        "facts",
        part(FACTS, items="asked", n=80),
        part([accuracy(WITHOUT, 0.81)], n=100),
        part([accuracy(WITHOUT, 0.75)], items="all", n=130),
        left_out=LeftOut(summaries=3, of_summaries=13),
    )
    assert [one.value for one in told(found, "balanced_accuracy")] == [0.81, 0.85]
    written = said(found)
    assert "Left out of these figures are 3 of 13 summaries" in written
    assert "with them it is 75 of 100 (73 to 77, n 100) without a model." in written


@pytest.mark.parametrize(
    ("value", "reach", "ending"),
    [
        pytest.param(0.80, 0.02, "counting shared words reaches 70.", id="surely better"),
        pytest.param(0.71, 0.02, "reaches 70, not surely less.", id="within chance"),
        pytest.param(0.60, 0.02, "reaches 70, not surely less.", id="worse"),
    ],
)
def test_where_counting_words_does_as_well_it_is_said(
    value: float, reach: float, ending: str
) -> None:
    rows = [accuracy(OVERLAP, 0.70), accuracy(WITHOUT, value, reach=reach)]
    assert ending in said(task("facts", part(rows)))


def test_of_two_judges_the_one_that_is_no_better_is_named() -> None:
    rows = [accuracy(OVERLAP, 0.70), accuracy(WITHOUT, 0.71), accuracy(MODEL, 0.85)]
    found = task("facts", part(rows))
    assert [is_better(one, "balanced_accuracy") for one in told(found, "balanced_accuracy")] == [
        False,
        True,
    ]
    assert "reaches 70, not surely less (without a model)." in said(found)


@pytest.mark.parametrize(
    ("one", "many", "words"),
    [
        pytest.param(0.6, (0.9, 0.8, 0.95), "Trust means over many articles more", id="further"),
        pytest.param(0.8, (0.7, 0.4, 0.90), "is not sure", id="less, with the model's figures"),
        pytest.param(0.8, (0.9, 0.7, 0.95), "is not sure", id="more, but by chance"),
    ],
)
def test_whether_means_say_more_is_decided_by_the_same_coefficient(
    one: float, many: tuple[float, float, float], words: str
) -> None:
    value, low, high = many
    rows = [
        row(
            WITHOUT,
            pearson_pooled=figure(one, low=one - 0.1, high=one + 0.1),
            pearson_by_system=figure(value, low=low, high=high, n=25),
        )
    ]
    written = said(task("completeness", part(rows)))
    assert words in written
    assert "(25 systems)" in written


def test_what_becomes_of_unsupported_sentences_is_said_of_the_last_judge() -> None:
    def verdicts(judge: str, passed: float) -> Row:
        return row(
            judge,
            balanced_accuracy=figure(0.7),
            no_passed=figure(passed),
            no_stopped=figure(0.9 - passed),
            no_open=figure(0.1),
            yes_stopped=figure(0.05),
        )

    written = said(task("frank-cnndm", part([verdicts(WITHOUT, 0.5), verdicts(MODEL, 0.3)])))
    assert (
        "Of 100 unsupported sentences it passes 30, stops 60 and leaves 10 open; of 100 supported "
        "ones it stops 5 (with the model)."
    ) in written


def test_other_models_are_compared_on_the_same_facts_and_not_on_others() -> None:
    def other(who: str, theirs: float, ours: float) -> Other:
        return Other(
            who=who, figure="balanced_accuracy", measured=figure(theirs, n=40),
            ours={WITHOUT: figure(ours, n=40)},
        )  # fmt: skip

    elsewhere = Published(
        task="facts", figure="balanced_accuracy", who="somebody", kind="model", value=0.99,
        items="a sample", source="",
    )  # fmt: skip
    others = [other("small", 0.6, 0.8), other("large", 0.9, 0.8)]
    written = said(task("facts", part(FACTS[:2], others=others), published=[elsewhere]))
    assert "On the same 40 facts large reaches 90 and the harness 80 (without a model)" in written
    assert "of 2 such models 1 did better on their facts" in written
    assert "somebody" not in written


def test_right_wrong_and_no_speakers_make_a_hundred() -> None:
    rows = [row(WITHOUT, right_speaker=figure(0.8), right_of_named=figure(0.8 / 0.9))]
    assert "80 get the right speaker, 10 a wrong one and 10 none." in said(
        task("quotes", part(rows))
    )


def test_where_nothing_was_measured_nothing_is_said() -> None:
    written = said(tests=SelfTests(parts={}))
    assert "of 100" not in written
    assert "`decided`" in written
