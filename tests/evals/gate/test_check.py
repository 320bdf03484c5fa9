"""A run passes only when everything that has a floor was measured and holds it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evals.gate.check import check
from evals.gate.floors import Floor, Floors
from evals.gate.ratchet import update
from evals.run.record import Run
from tests.evals.compare import made

GOOD = ["++--", "+---"]


@pytest.fixture
def golds(tmp_path: Path) -> dict[str, Path]:
    return made.gold_files(tmp_path / "gold", ["korea", "trade"])


def run_of(golds: dict[str, Path], marks: list[str] = GOOD, **options: object) -> Run:
    trials = [made.trial(name, m) for name, m in zip(golds, marks, strict=True)]
    return made.run(trials, golds, **options)  # type: ignore[arg-type]


@pytest.fixture
def floors(golds: dict[str, Path]) -> Floors:
    return update(run_of(golds), None, made.loaded(golds))


def with_metric(floors: Floors, metric: str, floor: Floor) -> Floors:
    name, system = next(iter(floors.systems.items()))
    metrics = {**system.metrics, metric: floor}
    return floors.model_copy(
        update={"systems": {name: system.model_copy(update={"metrics": metrics})}}
    )


def test_a_run_holds_the_floors_it_set(golds, floors):
    assert check(run_of(golds), floors) == []


def test_a_better_run_passes(golds, floors):
    assert check(run_of(golds, ["++++", "++++"]), floors) == []


def test_a_lost_must_fact_is_named_with_metric_and_article(golds, floors):
    (breach,) = check(run_of(golds, ["+---", "+---"]), floors)
    assert (breach.metric, breach.article, breach.fact) == ("coverage", "korea", "message")
    assert breach.message == (
        "local/small brief: coverage is 0.5000, below its floor 0.75: korea: message: "
        "lost, now missing: missing because of message"
    )


def test_a_may_fact_that_fell_is_no_must_fact(golds):
    floors = update(run_of(golds, ["+++-", "+++-"]), None, made.loaded(golds))
    breaches = check(run_of(golds, ["++--", "+++-"]), floors)
    assert [(b.metric, b.fact) for b in breaches] == [("coverage-may", "july")]


def test_a_fact_lost_and_another_won_is_no_breach(golds, floors):
    assert check(run_of(golds, ["+---", "++--"]), floors) == []


def test_what_fell_below_a_floor_raised_by_hand_is_all_that_is_not_stated(golds, floors):
    floors = with_metric(floors, "coverage", Floor(at_least=0.9))
    breaches = check(run_of(golds), floors)
    assert [(b.article, b.fact) for b in breaches] == [("trade", "message")]


def test_a_new_contradiction_is_named(golds, floors):
    breaches = check(run_of(golds, ["++-x", "+---"]), floors)
    assert [(b.metric, b.article, b.fact) for b in breaches] == [
        ("contradictions", "korea", "envoy")
    ]


def test_a_trap_fallen_into_is_named(golds, floors):
    trials = [made.trial("korea", "++--", traps="+"), made.trial("trade", "+---")]
    breaches = check(made.run(trials, golds), floors)
    assert [(b.metric, b.article, b.fact) for b in breaches] == [("traps", "korea", "wrong-day")]


def test_a_metric_without_facts_names_the_article_and_its_reason(golds, floors):
    trials = [made.trial("korea", "++--", form=0.5), made.trial("trade", "+---")]
    (breach,) = check(made.run(trials, golds), floors)
    assert (breach.metric, breach.article, breach.fact) == ("form", "korea", None)
    assert breach.message.endswith("korea: 0.50: headline too long")


def test_an_amount_has_a_ceiling(golds, floors):
    floors = with_metric(floors, "words-per-fact", Floor(at_most=12.0))
    assert check(run_of(golds), floors) == []
    trials = [made.trial(name, m, words_per_fact=13.0) for name, m in zip(golds, GOOD, strict=True)]
    breaches = check(made.run(trials, golds), floors)
    assert {b.metric for b in breaches} == {"words-per-fact"}
    assert "above its floor 12" in breaches[0].message


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda r: r.model_copy(update={"trials": []}), "run is empty", id="empty"),
        pytest.param(
            lambda r: r.model_copy(update={"trials": r.trials[:1]}),
            "trade: 0 of 1 trials",
            id="an article was not summarized",
        ),
        pytest.param(
            lambda r: r.model_copy(update={"trials": [r.trials[0], made.failed("trade")]}),
            "trade: no summary (repeat 0): ModelError: no answer",
            id="a trial ended in an error",
        ),
        pytest.param(
            lambda r: r.model_copy(
                update={
                    "trials": [
                        made.trial("korea", "++--", form=None),
                        made.trial("trade", "+---", form=None),
                    ]
                }
            ),
            "form: was not measured",
            id="a metric was not measured",
        ),
        pytest.param(
            lambda r: r.model_copy(
                update={"trials": [made.trial("korea", "++--", form=None), r.trials[1]]}
            ),
            "form: was measured in 1 article, and the floor asks for 2",
            id="a metric was measured in fewer articles",
        ),
        pytest.param(
            lambda r: r.model_copy(
                update={
                    "trials": [
                        t.model_copy(update={"prompt": "other", "model": "local/small"})
                        for t in r.trials
                    ]
                }
            ),
            "local/small brief: has floors and is not in this run",
            id="a system was not run",
        ),
        pytest.param(
            lambda r: r.model_copy(
                update={
                    "trials": [
                        t.model_copy(update={"facts": {"fire": t.facts["fire"]}}) for t in r.trials
                    ]
                }
            ),
            "this must-fact was not looked for",
            id="facts were filtered",
        ),
        pytest.param(
            lambda r: r.model_copy(
                update={"manifest": r.manifest.model_copy(update={"suite": "other"})}
            ),
            "the floors are those of suite small, not other",
            id="another suite",
        ),
    ],
)
def test_the_gate_fails_closed(golds, floors, change: Callable[[Run], Run], said: str):
    messages = [b.message for b in check(change(run_of(golds)), floors)]
    assert any(said in message for message in messages), messages


@pytest.mark.parametrize("articles", [1, 3])
def test_an_article_more_or_less_than_the_floors_know_is_a_breach(
    golds, floors, tmp_path, articles
):
    more = made.gold_files(tmp_path / "gold", ["korea", "trade", "zoo"][:articles])
    breaches = check(run_of(more, ["++--", "++--", "++--"][:articles]), floors)
    assert any(b.message.startswith("gold ") for b in breaches)


def test_an_unknown_metric_in_the_floors_is_a_breach(golds, floors):
    floors = with_metric(floors, "covrage", Floor(at_least=0.1))
    (breach,) = check(run_of(golds), floors)
    assert "covrage: no such metric: the floors may name coverage, " in breach.message


def test_a_metric_that_exists_and_was_not_run_is_a_breach(golds, floors):
    floors = with_metric(floors, "faithful", Floor(at_least=0.1))
    assert [b.metric for b in check(run_of(golds), floors)] == ["faithful"]


def test_floors_without_a_floor_are_a_breach(golds, floors):
    empty = floors.model_copy(update={"systems": {}})
    assert any("hold no floor" in b.message for b in check(run_of(golds), empty))


def test_a_changed_gold_file_is_a_breach_about_its_article(golds, floors):
    path = golds["korea"]
    path.write_text(path.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    (breach,) = check(run_of(golds), floors)
    assert breach.article == "korea"
    assert breach.message.startswith("gold korea has changed since the floors were set (digest ")


def test_a_changed_prompt_is_a_breach(golds, floors):
    (breach,) = check(run_of(golds, prompts={"brief": "q" * 64}), floors)
    assert breach.message.startswith("prompt brief has changed")


def answered(run: Run, by: str, **manifest: object) -> Run:
    trials = [t.model_copy(update={"answers": by}) for t in run.trials]
    manifest_ = run.manifest.model_copy(update=manifest)
    return run.model_copy(update={"trials": trials, "manifest": manifest_})


def test_other_answers_are_a_breach_where_they_come_from_recordings(golds):
    asked = answered(run_of(golds), "a" * 64, replayed=False)
    floors = update(asked, None, made.loaded(golds))
    assert check(answered(run_of(golds), "a" * 64), floors) == []
    (breach,) = check(answered(run_of(golds), "b" * 64), floors)
    assert breach.message.startswith("recordings has changed since the floors were set")
    assert breach.message.endswith("then run `summarize eval --update-floors`")
    assert check(answered(asked, "b" * 64), floors) == []


def test_a_failed_trial_is_not_laid_to_the_facts_of_other_articles(golds):
    whole = answered(run_of(golds, ["++--", "++--"]), "a" * 64)
    floors = update(whole, None, made.loaded(golds))
    run = run_of(golds, ["+---", "++--"])
    broken = run.model_copy(update={"trials": [run.trials[0], made.failed("trade")]})
    first, *others = check(broken, floors)
    assert first.is_error
    assert {b.metric for b in others} == set(floors.systems["local/small brief"].metrics)
    assert all("was measured in 1 article, and" in b.message for b in others)


def test_without_floors_a_whole_run_passes_and_a_broken_one_does_not(golds):
    assert check(run_of(golds), None) == []
    broken = made.run([made.trial("korea", "++--"), made.failed("trade")], golds)
    assert [b.article for b in check(broken, None)] == ["trade"]


def test_the_baseline_is_asked_once_whatever_the_repeats(golds):
    trials = [made.trial(name, "++--", system=("lead", "brief")) for name in golds]
    trials += [made.trial(name, "++--", repeat=i) for name in golds for i in range(3)]
    assert check(made.run(trials, golds, repeat=3), None) == []
    assert len(check(made.run(trials[:-1], golds, repeat=3), None)) == 1


def test_a_fact_stated_in_most_repeats_is_stated(golds):
    marks = ["++--", "++--", "+---"]
    trials = [made.trial(n, m, repeat=i) for n in golds for i, m in enumerate(marks)]
    floors = update(made.run(trials, golds, repeat=3), None, made.loaded(golds))
    (system,) = floors.systems.values()
    assert system.stated == {"korea": ["fire", "message"], "trade": ["fire", "message"]}
