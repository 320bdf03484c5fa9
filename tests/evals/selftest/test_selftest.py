import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.gate.floors import Floor
from evals.selftest import floors
from evals.selftest.command import selftest
from evals.selftest.floors import KindFloors, SelfTestFloors, breaches, updated
from evals.selftest.known import known_good, load_verified
from evals.selftest.mutators import MUTATORS
from evals.selftest.rewrites import REWRITES
from evals.selftest.run import AS_IT_STANDS, Result, Tally, self_test
from evals.selftest.table import as_json, as_text
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
    return Tally(name, n=n, by_checks=caught, by_either=caught, checks=Counter(checks))


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


def test_nothing_planted_is_a_dash_and_no_floor():
    result = Result({"wrong-day": tally("wrong-day", n=0, caught=0)}, {})
    assert "nothing planted" in as_text(result)
    assert json.loads(as_json(result))["mutators"]["wrong-day"]["share"] is None
    assert updated(result, None, {}, None).mutators == {}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--allow-regression", "why"], id="a reason without an update"),
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
