"""A newsroom that does what evals.yml says has a workflow that passes, and fails when it should."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from click.testing import Result

from evals.bench.server import answered
from evals.gate.floors import load_floors
from tests.evals.run.conftest import Command, place, run_eval
from tests.evals.run.suites import SUITE, write_suite
from tests.loopback import Loopback, answer

WORKFLOW = Path(__file__).resolve().parents[3] / ".github" / "workflows" / "evals.yml"
HEADER = WORKFLOW.read_text("utf-8").partition("name: evals")[0]
FLOORS = "floors: floors.json\n"

__all__ = ["place", "run_eval"]


def told() -> dict[str, str]:
    """Return what the header says to write instead of the workflow's own variables."""
    return dict(re.findall(r"\b([A-Z]+): ([\w./-]+\w)", HEADER))


def steps() -> dict[str, str]:
    """Return the commands of the workflow by the name of their step."""
    (job,) = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values()
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


def ran(command: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a step as the runner does; what it would install is only printed."""
    python = Path("bin/python")
    python.parent.mkdir(exist_ok=True)
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    ours = Path(sys.executable).parent
    path = os.pathsep.join([str(python.parent.absolute()), str(ours), os.environ["PATH"]])
    environment = os.environ | told() | {"PATH": path} | more
    return subprocess.run(
        ["bash", "-e", "-c", command], env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def desk(place: Path) -> Path:
    """Write a newsroom's suite where the header has it; nothing else is there."""
    path = write_suite(place / "desk", names=("bridge", "tunnel"), suite=SUITE + FLOORS)
    assert str(path.relative_to(place)) == told()["SUITE"]
    return path


@pytest.fixture
def set_up(desk: Path, run_eval: Command) -> Result:
    """Do what the header says, with a model on loopback."""
    (command,) = re.findall(r"#\s+summarize eval (.+)", HEADER)
    with Loopback(otherwise=answer(answered)) as server:
        return run_eval(*shlex.split(command), "--base-url", server.base_url)


def test_every_step_passes_in_a_repository_that_did_what_the_header_says(set_up, place):
    assert set_up.exit_code == 0, set_up.stderr
    step = place / "step.md"
    assert ran(steps()["Install"]).stdout == "-m pip install summarize-news\n"
    for name, command in steps().items():
        done = ran(command, GITHUB_STEP_SUMMARY=str(step))
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    assert {path.name for path in (place / "out").iterdir()} == {
        "evals.xml",
        "evals.md",
        "run.json",
    }
    assert step.read_text("utf-8").startswith("## summarize eval small: passed")
    assert ET.parse(place / "out" / "evals.xml").getroot().get("failures") == "0"


def test_another_suite_recorded_in_the_same_folder_changes_nothing(set_up, place, run_eval):
    other = place / "desk" / "other.yaml"
    other.write_text(SUITE.replace("brief", "bullets").replace("small", "other"), "utf-8")
    before = len(list((place / "desk" / "recordings").rglob("*.json")))
    with Loopback(otherwise=answer(answered)) as server:
        assert run_eval(other, "--base-url", server.base_url, "--record").exit_code == 0
    assert len(list((place / "desk" / "recordings").rglob("*.json"))) > before
    assert run_eval("desk/suite.yaml", "--replay").exit_code == 0


def test_an_answer_recorded_at_another_time_is_the_same_and_another_answer_is_not(
    set_up, place, run_eval
):
    recordings = list((place / "desk" / "recordings").rglob("*.json"))
    for recording in recordings:
        later = re.sub(r'"when": "\d+', '"when": "2031', recording.read_text("utf-8"))
        recording.write_text(later, encoding="utf-8")
    assert run_eval("desk/suite.yaml", "--replay").exit_code == 0
    text = recordings[0].read_text("utf-8")
    recordings[0].write_text(text.replace('"text": "', '"text": " '), encoding="utf-8")
    changed = run_eval("desk/suite.yaml", "--replay")
    assert changed.exit_code == 1
    assert "recordings has changed since the floors were set" in changed.stderr
    assert "--update-floors`" in changed.stderr


def test_floors_may_be_set_in_whatever_way_the_answers_come(desk, place, run_eval):
    with Loopback(otherwise=answer(answered)) as server:
        base = (desk, "--base-url", server.base_url)
        recorded = run_eval(*base, "--record")
        assert recorded.exit_code == 2
        assert "there are no floors yet: set them with `" in recorded.stderr
        assert run_eval(*base, "--update-floors").exit_code == 0
    first = load_floors(place / "desk" / "floors.json")
    assert run_eval(desk, "--replay").exit_code == 0
    assert run_eval(desk, "--replay", "--update-floors").exit_code == 0
    assert load_floors(place / "desk" / "floors.json") == first


def test_a_model_of_a_server_may_be_named_as_with_base_url(desk, run_eval):
    desk.write_text(SUITE.replace("server/test", "test"), encoding="utf-8")
    with Loopback(otherwise=answer(answered)) as server:
        assert run_eval(desk, "--base-url", server.base_url, "--record").exit_code == 0
    assert run_eval(desk, "--replay").exit_code == 0
