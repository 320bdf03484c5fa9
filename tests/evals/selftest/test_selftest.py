import json
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.gate.floors import Floor
from evals.gold.load import gold_files
from evals.selftest import floors
from evals.selftest.command import selftest
from evals.selftest.counts import Counts
from evals.selftest.floors import KindFloors, SelfTestFloors, breaches, updated
from evals.selftest.known import known_good, load_verified
from evals.selftest.mutators import MUTATORS
from evals.selftest.record import as_json
from evals.selftest.rewrites import REWRITES
from evals.selftest.run import AS_IT_STANDS, Result, Tally, self_test
from evals.selftest.table import WIDTH, as_text
from summarize.errors import InputError
from tests.evals.selftest.made import good, of_this_project

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT / ".." / "shared"))
# CPU seconds that the issue's own budget gives the self-test on the seeds; it takes a tenth.
BUDGET = 20


@pytest.fixture
def at_home(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def once(at_home, monkeypatch):
    """Let the command take the self-test of our gold that was made before, if one was."""
    monkeypatch.setattr("evals.selftest.run.self_test", lambda _known: of_this_project()[0])


@pytest.mark.usefixtures("once")
def test_the_floors_hold_within_the_budget():
    result = CliRunner().invoke(selftest, ["--json"])
    assert result.stderr == ""
    assert result.exit_code == 0
    assert of_this_project()[1] < BUDGET
    told = json.loads(result.stdout)
    assert list(told["mutators"]) == list(MUTATORS)
    assert list(told["rewrites"]) == [AS_IT_STANDS, *REWRITES]


@pytest.mark.usefixtures("at_home")
def test_everything_verified_by_hand_is_found_in_its_article():
    verified = load_verified()
    known = known_good([Path("evals/gold")])
    recorded = [said for one in known if one.origin == "recorded" for said in one.said]
    assert len(recorded) == len(verified.recorded)
    assert all(said.evidence for said in recorded)
    assert {one.origin for one in known} == {"reference", "recorded", "fact"}


@pytest.mark.skipif(not (DATA / "suites/gum-news").is_dir(), reason="needs the shared data")
def test_people_s_summaries_are_known_good_but_those_left_out():
    known = known_good([ROOT / "evals/gold"], DATA)
    human = [one for one in known if one.origin == "human"]
    kept = (DATA / "suites/gum-news/summaries.jsonl").read_text(encoding="utf-8")
    written = len(re.findall(r'"system": "human', kept))
    assert len(human) + len(load_verified().left_out) == written
    assert all(said.evidence for one in human for said in one.said)


def tally(name: str, *, n: int, caught: int, **checks: int) -> Tally:
    counts = Counts(n=n, by_checks=caught, noticed=caught, checks=checks)
    return Tally(name, by_origin={"reference": counts})


def kept(name: str, *, at_least: float, measured: int, **checks: int) -> SelfTestFloors:
    floor = KindFloors(noticed=Floor(at_least=at_least, measured=measured), checks=checks)
    return SelfTestFloors(inputs={}, mutators={name: floor}, rewrites={})


@pytest.mark.parametrize(
    ("found", "told"),
    [
        pytest.param(tally("wrong-day", n=10, caught=10, dates=10), [], id="holds"),
        pytest.param(
            tally("wrong-day", n=10, caught=9, dates=9),
            [
                "mutator wrong-day: 9 of 10 noticed, and the floor is at least 1",
                "mutator wrong-day: check dates caught 9 of 10, and the floor is 10",
            ],
            id="both are named",
        ),
        pytest.param(
            tally("wrong-day", n=10, caught=10, dates=9, bindings=1),
            ["mutator wrong-day: check dates caught 9 of 10, and the floor is 10"],
            id="another check makes up for it",
        ),
        pytest.param(
            tally("wrong-day", n=9, caught=9, dates=9),
            ["mutator wrong-day: 9 made, and the floor asks for 10"],
            id="fewer planted",
        ),
        pytest.param(
            tally("other", n=1, caught=1),
            [
                "mutator wrong-day: 0 made, and the floor asks for 10",
                "mutator other: has no floor: run with --update-floors",
            ],
            id="another mutator",
        ),
    ],
)
def test_a_floor_that_falls_is_told_with_mutator_and_check(found, told):
    result = Result({found.name: found}, {})
    assert list(breaches(result, kept("wrong-day", at_least=1, measured=10, dates=10), {})) == told


def test_a_false_alarm_above_its_floor_is_a_breach():
    floor = KindFloors(noticed=Floor(at_most=0.1, measured=10))
    held = SelfTestFloors(inputs={}, mutators={}, rewrites={"synonyms": floor})
    result = Result({}, {"synonyms": tally("synonyms", n=10, caught=2, hedges=2)})
    (line,) = breaches(result, held, {})
    assert line == "rewrite synonyms: 2 of 10 noticed, and the floor is at most 0.1"


def test_other_inputs_are_a_breach():
    held = kept("wrong-day", at_least=1, measured=1)
    result = Result({"wrong-day": tally("wrong-day", n=1, caught=1)}, {})
    assert "a.yaml: has changed" in next(breaches(result, held, {"a.yaml": "1"}))


def test_floors_fall_only_with_a_reason_that_is_kept():
    held = kept("wrong-day", at_least=1, measured=10)
    result = Result({"wrong-day": tally("wrong-day", n=10, caught=9)}, {})
    with pytest.raises(InputError, match=r"wrong-day: 9 of 10 noticed.*--allow-regression"):
        updated(result, held, {}, None)
    lowered = updated(result, held, {}, "the reader changed")
    assert lowered.mutators["wrong-day"].noticed.at_least == 0.9
    assert [r.reason for r in lowered.regressions] == ["the reader changed"]


def test_a_result_holds_the_floors_it_sets():
    found = self_test([good()])
    set_by_it = updated(found, None, {}, None)
    assert list(breaches(found, set_by_it, {})) == []


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_blank_is_no_reason(reason):
    held = kept("wrong-day", at_least=1, measured=10)
    result = Result({"wrong-day": tally("wrong-day", n=10, caught=9)}, {})
    with pytest.raises(InputError, match="--allow-regression"):
        updated(result, held, {}, reason)


def test_nothing_planted_is_a_dash_and_no_floor():
    result = Result({"wrong-day": tally("wrong-day", n=0, caught=0)}, {})
    assert "none made" in as_text(result)
    told = json.loads(as_json(result))["mutators"]["wrong-day"]
    assert told["summaries"]["share"] is None
    assert told["reached"] == "none made"
    assert updated(result, None, {}, None).mutators == {}


def test_the_target_is_of_summaries_and_what_facts_miss_is_said_as_well():
    few = {"reference": Counts(n=3, noticed=3), "fact": Counts(n=100, noticed=80)}
    result = Result({"wrong-day": Tally("wrong-day", by_origin=few)}, {})
    row = next(line for line in as_text(result).splitlines() if line.startswith("wrong-day"))
    assert row.split() == "wrong-day 80/100 3/3 3/3 100.0% 43-100% 99% too few".split()
    assert "Missed in facts: wrong-day." in as_text(result)
    assert "Missed in summaries" not in as_text(result)
    told = json.loads(as_json(result))["mutators"]["wrong-day"]
    assert (told["reached"], told["facts"]["share"]) == ("too few", 0.8)


def test_good_statements_do_not_thin_out_rewrites_nor_rewrites_them():
    as_is = {"reference": Counts(n=100, noticed=7, by_checks=7, checks={"dates": 7})}
    reworded = {"reference": Counts(n=900, left_out=30)}
    result = Result(
        {},
        {
            AS_IT_STANDS: Tally(AS_IT_STANDS, by_origin=as_is),
            "synonyms": Tally("synonyms", by_origin=reworded),
        },
    )
    lines = [line.split() for line in as_text(result).splitlines()]
    assert "as it stands - 7/100 7/100 7.0% 3.4-13.7% 0 5% missed".split() in lines
    assert "rewrites together - 0/900 0/900 0.0% 0.0-0.4% 30 5% met".split() in lines
    assert "dates 7/100 3.4-13.7% surely missed 0/900 0.0-0.4% met".split() in lines


def test_the_checks_meant_for_an_error_stand_with_their_intervals():
    counts = Counts(n=20, noticed=19, meant=15, by_checks=18, left_out=2, checks={"bindings": 15})
    found = Tally("name-other", ("names", "bindings"), {"reference": counts})
    text = as_text(Result({"name-other": found}, {}))
    first, second = text.partition("Noticed by")[2].splitlines()[1:3]
    assert first.split() == "name-other names 0/20 0-17% 3 1 1 2 0".split()
    assert second.split() == "bindings 15/20 53-89%".split()
    told = json.loads(as_json(Result({"name-other": found}, {})))["mutators"]["name-other"]
    assert told["together"]["checks"]["bindings"]["interval"] == pytest.approx(
        [0.531, 0.888], abs=1e-3
    )


def test_a_table_is_no_wider_than_a_terminal():
    big = {"reference": 999, "human": 999, "recorded": 999, "fact": 999}
    made = {o: Counts(n=n, noticed=n // 2, left_out=99, again=999) for o, n in big.items()}
    result = Result(
        {name: Tally(name, m.checks, made) for name, m in MUTATORS.items()},
        {name: Tally(name, (), made) for name in (AS_IT_STANDS, *REWRITES)},
    )
    assert max(map(len, as_text(result).splitlines())) <= WIDTH


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--allow-regression", "why"], id="a reason without an update"),
        pytest.param(["--allow-regression", ""], id="no reason, without an update"),
        pytest.param(["--update-floors", "--allow-regression", " "], id="a blank reason"),
        pytest.param(["--update-floors", "--data", "x"], id="floors of other summaries"),
        pytest.param(["--data", "nowhere"], id="no such folder"),
    ],
)
@pytest.mark.usefixtures("at_home")
def test_wrong_use_is_an_input_error(arguments):
    found = CliRunner().invoke(selftest, arguments)
    assert isinstance(found.exception, InputError)


@pytest.mark.usefixtures("once")
def test_less_caught_than_the_floor_ends_with_1(monkeypatch, tmp_path):
    path = tmp_path / "floors.json"
    text = floors.FLOORS.read_text(encoding="utf-8")
    path.write_text(re.sub(r'("dates": )\d+', r"\g<1>999", text), encoding="utf-8")
    monkeypatch.setattr(floors, "FLOORS", path)
    monkeypatch.setattr(floors.load_floors, "__defaults__", (path,))
    found = CliRunner().invoke(selftest, [])
    assert found.exit_code == 1
    assert "mutator wrong-day: check dates caught" in found.stderr


@pytest.mark.usefixtures("once")
@pytest.mark.parametrize("named", [["evals/gold"], ["./evals/../evals/gold"], None])
def test_floors_hold_for_the_gold_they_are_of_however_it_is_named(monkeypatch, tmp_path, named):
    path = tmp_path / "floors.json"
    text = floors.FLOORS.read_text(encoding="utf-8")
    path.write_text(re.sub(r'("dates": )\d+', r"\g<1>999", text), encoding="utf-8")
    monkeypatch.setattr(floors.load_floors, "__defaults__", (path,))
    files = named or [str(one) for one in gold_files([Path("evals/gold")])]
    found = CliRunner().invoke(selftest, files)
    assert found.exit_code == 1
    assert "not checked" not in found.stderr


@pytest.mark.usefixtures("once")
def test_floors_are_not_those_of_other_gold():
    one = str(gold_files([Path("evals/gold")])[0])
    found = CliRunner().invoke(selftest, [one])
    assert found.exit_code == 0
    assert "not checked" in found.stderr


@pytest.mark.usefixtures("at_home")
def test_damaged_floors_are_told_before_the_work_and_in_plain_words(monkeypatch, tmp_path):
    path = tmp_path / "floors.json"
    path.write_text("{", encoding="utf-8")
    monkeypatch.setattr(floors.load_floors, "__defaults__", (path,))
    monkeypatch.setattr("evals.selftest.run.self_test", lambda _known: pytest.fail("too late"))
    found = CliRunner().invoke(selftest, [])
    assert isinstance(found.exception, InputError)
    told = str(found.exception)
    assert told.startswith(f"{path}: the file: ")
    assert "\n" not in told
    assert "pydantic" not in told


@pytest.fixture
def data(tmp_path):
    """Write a suite of people's summaries in which one of our articles is theirs."""
    suite = tmp_path / "suites" / "gum-news"
    (suite / "gold").mkdir(parents=True)
    found = gold_files([ROOT / "evals" / "gold"])[0]
    article = next((ROOT / "seeds").glob(f"{found.stem}*.txt"))
    shutil.copy(article, suite)
    text = re.sub(r"(?m)^article: .*$", f"article: ../{article.name}", found.read_text("utf-8"))
    (suite / "gold" / found.name).write_text(text, encoding="utf-8")
    empty = {"article": "no-such-article", "system": "human1", "summary": "Nothing is said of it."}
    (suite / "summaries.jsonl").write_text(json.dumps(empty), encoding="utf-8")
    return tmp_path


def test_other_people_s_summaries_can_be_tested_without_this_project_s(monkeypatch, data):
    monkeypatch.chdir(data)
    planted = Result({"wrong-day": tally("wrong-day", n=1, caught=1)}, {})
    monkeypatch.setattr("evals.selftest.run.self_test", lambda _known: planted)
    found = CliRunner().invoke(selftest, ["--data", str(data)])
    assert found.exit_code == 0
    assert "wrong-day" in found.stdout


def test_people_s_summaries_and_ours_are_tested_as_if_alone(data):
    own = known_good([ROOT / "evals" / "gold"])
    people = known_good([], data)
    both = known_good([ROOT / "evals" / "gold"], data)
    assert both == (*own, *people)
    assert any(one.others for one in own)
    assert not any(one.others for one in people)
