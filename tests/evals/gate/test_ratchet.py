"""Floors rise by themselves and fall only with a reason, which stays in the file."""

from pathlib import Path

import pytest

from evals.gate.floors import Floor, Floors, load_floors, save_floors
from evals.gate.ratchet import update
from summarize.errors import InputError
from tests.evals.compare import made


@pytest.fixture
def golds(tmp_path: Path) -> dict[str, Path]:
    return made.gold_files(tmp_path / "gold", ["korea", "trade"])


def of(golds: dict[str, Path], marks: list[str], floors: Floors | None = None, **given: object):
    trials = [made.trial(name, m) for name, m in zip(golds, marks, strict=True)]
    return update(made.run(trials, golds), floors, made.loaded(golds), **given)  # type: ignore[arg-type]


def coverage(floors: Floors) -> float | None:
    (system,) = floors.systems.values()
    return system.metrics["coverage"].at_least


def test_floors_hold_what_was_measured_and_nothing_else(golds):
    floors = of(golds, ["++--", "+---"])
    (system,) = floors.systems.values()
    assert set(system.metrics) == {"coverage", "coverage-may", "traps", "contradictions", "form"}
    assert system.metrics["coverage"] == Floor(at_least=0.75, measured=2)
    assert floors.must == {"korea": ["fire", "message"], "trade": ["fire", "message"]}
    assert set(floors.inputs) == {"gold korea", "gold trade", "prompt brief"}


def test_a_better_run_raises_floors(golds):
    floors = of(golds, ["++--", "+---"])
    assert coverage(of(golds, ["++--", "++--"], floors)) == 1.0


def test_a_worse_run_needs_a_reason_and_every_floor_is_named(golds):
    floors = of(golds, ["+++-", "+---"])
    with pytest.raises(InputError) as raised:
        of(golds, ["+---", "+---"], floors)
    assert "coverage: from at least 0.75 to at least 0.5; " in str(raised.value)
    assert "coverage-may: from at least 0.25 to at least 0;" not in str(raised.value)
    assert "coverage-may: from at least 0.25 to at least 0:" in str(raised.value)
    assert "--allow-regression REASON" in str(raised.value)


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_empty_reason_is_none(golds, reason):
    floors = of(golds, ["++--", "+---"])
    with pytest.raises(InputError):
        of(golds, ["+---", "+---"], floors, reason=reason)


def test_a_reason_is_stored_with_the_day_of_the_run_and_stays(golds):
    floors = of(golds, ["++--", "+---"])
    lower = of(golds, ["+---", "+---"], floors, reason="shorter on purpose")
    assert coverage(lower) == 0.5
    (regression,) = lower.regressions
    assert (str(regression.when), regression.reason) == ("2026-03-01", "shorter on purpose")
    assert regression.what == "local/small brief: coverage: from at least 0.75 to at least 0.5"
    assert of(golds, ["++--", "++--"], lower).regressions == [regression]


def test_what_would_no_longer_be_gated_is_a_regression(golds):
    floors = of(golds, ["++--", "+---"])
    one = {"korea": golds["korea"]}
    with pytest.raises(InputError, match="article trade would no longer be gated"):
        of(one, ["++--"], floors)


def test_a_must_fact_made_a_may_fact_is_a_regression(golds):
    floors = of(golds, ["++--", "++--"])
    path = golds["korea"]
    path.write_text(path.read_text(encoding="utf-8").replace("must", "may", 1), encoding="utf-8")
    with pytest.raises(InputError, match="korea: fire would no longer be a must-fact"):
        of(golds, ["++--", "++--"], floors)


def test_a_floor_set_by_hand_for_an_amount_is_kept_and_only_falls(golds):
    floors = of(golds, ["++--", "++--"])
    ((name, system),) = floors.systems.items()
    metrics = {**system.metrics, "words-per-fact": Floor(at_most=12.0)}
    floors = floors.model_copy(
        update={"systems": {name: system.model_copy(update={"metrics": metrics})}}
    )
    ((_, after),) = of(golds, ["++--", "++--"], floors).systems.items()
    assert after.metrics["words-per-fact"].at_most == 10.0


def test_a_broken_run_sets_no_floors(golds):
    broken = made.run([made.trial("korea", "++--"), made.failed("trade")], golds)
    with pytest.raises(InputError, match="no floors can be set from this run"):
        update(broken, None, made.loaded(golds))


def test_a_file_of_floors_is_read_as_it_was_written(golds, tmp_path):
    floors = of(golds, ["++-x", "+---"])
    save_floors(floors, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floors
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["floors.json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("{", "Invalid JSON", id="not JSON"),
        pytest.param('{"suite": "s"}', "inputs: Field required", id="not floors"),
        pytest.param(
            '{"suite":"s","inputs":{},"must":{},"systems":{"a":{"model":"a","prompt":"",'
            '"metrics":{"form":{"at_least":0.1,"at_most":1}}}}}',
            "systems.a.metrics.form: Value error, write exactly one",
            id="two bounds",
        ),
    ],
)
def test_a_file_that_is_no_floors_is_told_with_its_place(tmp_path, text, said):
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.json") as raised:
        load_floors(path)
    assert said in str(raised.value)


def test_floors_that_are_not_there_are_told_with_the_way_to_make_them(tmp_path):
    with pytest.raises(InputError, match="--update-floors"):
        load_floors(tmp_path / "floors.json")
