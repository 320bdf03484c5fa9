"""`pytest evals/` and `deepeval test run` pass and fail as `summarize eval` does, in silence."""

import asyncio
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import evals
from evals.gate.check import check
from evals.gate.floors import load_floors, save_floors
from evals.gate.ratchet import update
from evals.run.execute import run_cells
from evals.run.plan import Plan, Selection, make_plan
from evals.run.provenance import manifest
from evals.run.record import Run
from evals.suite import load_suite
from summarize.models.providers import open_model
from tests.evals.deepeval.suite import write_suite
from tests.loopback import Loopback, completion, raw

EVALS = Path(evals.__file__).parent
ROOT = Path(__file__).parents[3]
# What README.md says to set where there is no `.env` of ours.
VARIABLES = dict(re.findall(r"\b(DEEPEVAL_\w+)=(\w+)", (ROOT / "README.md").read_text("utf-8")))

# Says in a file beside itself when anything but loopback is asked for.
WATCH = """
import sys
from pathlib import Path
def watch(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        with open(Path(__file__).with_name("sent.txt"), "a") as file:
            file.write(f"{event} {details[1:]}\\n")
sys.addaudithook(watch)
"""

WITHOUT = """
import sys
from importlib.machinery import PathFinder
find = PathFinder.find_spec
class ButOne:
    @classmethod
    def find_spec(cls, name, *where):
        return None if name.partition(".")[0] == "deepeval" else find(name, *where)
PathFinder.find_spec = ButOne.find_spec
import pytest
sys.exit(pytest.main())
"""


def _run(path: Path) -> tuple[Plan, Run]:
    """Return the suite's run as `summarize eval` makes it."""
    plan = make_plan(load_suite(path), Selection())
    models = {name: open_model(name) for name in plan.models}
    made = manifest(plan, list(models), command="test", replayed=True)
    trials = asyncio.run(run_cells(plan.cells, models, jobs=1, facts=(), ended=lambda _: None))
    return plan, Run(manifest=made, trials=trials)


def _floors(folder: Path, *, coverage: float | None = None) -> tuple[Path, Run]:
    """Write a suite with floors as they are, or with another one for coverage."""
    suite = write_suite(folder, floors="floors.json")
    plan, run = _run(suite)
    golds = {item.article.id: item.loaded for item in plan.items}
    save_floors(
        update(run, None, golds),
        folder / "floors.json",
    )
    if coverage is not None:
        floors = load_floors(folder / "floors.json")
        ((name, system),) = floors.systems.items()
        assert system.metrics["coverage"].bound < coverage, "it would not be below this floor"
        floor = system.metrics["coverage"].model_copy(update={"at_least": coverage})
        higher = system.model_copy(update={"metrics": system.metrics | {"coverage": floor}})
        save_floors(floors.model_copy(update={"systems": {name: higher}}), folder / "floors.json")
    return suite, run


def _ask(
    folder: Path, suite: Path, *words: str, tests: str = "test_gold.py", **variables: str
) -> "subprocess.CompletedProcess[str]":
    """Run one of the two commands, watched, in a folder that has our `.env` or `variables`."""
    here, watch = folder / "here", folder / "watch"
    for made in (here, watch, folder / "home"):
        made.mkdir()
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    if not variables:
        (here / ".env").write_bytes((ROOT / ".env").read_bytes())
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "PYTHONPATH": os.pathsep.join([str(watch), str(EVALS.parent)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SUMMARIZE_CACHE": str(folder / "cache"),
        **variables,
    }
    options = ["--suite", str(suite), "--recordings", str(suite.parent / "recordings")]
    return subprocess.run(
        [sys.executable, *words, str(EVALS / tests), *options],
        cwd=here,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def _left_behind(folder: Path) -> list[str]:
    places = ("here", "watch", "home", "cache")
    found = {str(p.relative_to(folder)) for place in places for p in (folder / place).rglob("*")}
    return sorted(found - {"here/.env", "watch/sitecustomize.py"})


def test_it_says_of_each_fact_what_summarize_eval_says(tmp_path: Path) -> None:
    suite, run = _floors(tmp_path)
    out = tmp_path / "out.xml"
    done = _ask(tmp_path, suite, "-m", "pytest", "-q", f"--junitxml={out}")
    assert done.returncode == 0, done.stdout + done.stderr
    outcomes = {}
    for case in ElementTree.parse(out).iter("testcase"):
        if case.attrib["name"].startswith("test_fact["):
            fact = case.attrib["name"].rstrip("]").split("schools-")[-1]
            skipped = case.find("skipped")
            outcomes[fact] = None if skipped is None else skipped.attrib["message"]
    verdicts = {
        fact: None if v.verdict == "stated" else f"{v.verdict}: {v.reason}"
        for fact, v in run.trials[0].facts.items()
        if fact != "buildings-sold"  # it may be left out
    }
    assert outcomes == verdicts
    assert set(outcomes) == {"vote-to-close", "parents-march"}
    assert _left_behind(tmp_path) == []


def test_below_a_floor_it_fails_with_the_words_of_the_gate(tmp_path: Path) -> None:
    suite, run = _floors(tmp_path, coverage=1.0)
    breaches = check(run, load_floors(tmp_path / "floors.json"))
    done = _ask(tmp_path, suite, "-m", "pytest", "-q")
    assert done.returncode == 1
    assert breaches
    for breach in breaches:
        assert str(breach) in done.stdout


def test_it_runs_without_deepeval(tmp_path: Path) -> None:
    suite, _ = _floors(tmp_path)
    done = _ask(tmp_path, suite, "-c", WITHOUT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "DeepEval is not installed" in done.stdout


def test_the_judge_is_asked_for_by_name(tmp_path: Path) -> None:
    suite, _ = _floors(tmp_path)
    done = _ask(tmp_path, suite, "-m", "pytest", "-m", "judge")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "Give --judge provider/name" in done.stderr


def test_a_suite_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    suite = write_suite(tmp_path)
    (tmp_path / "schools.txt").write_text("Another text.", encoding="utf-8")
    done = _ask(tmp_path, suite, "-m", "pytest")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "has changed since the gold was written" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.deepeval
@pytest.mark.parametrize(
    ("coverage", "variables", "code"),
    [
        pytest.param(None, {}, 0, id="at its floors"),
        pytest.param(1.0, VARIABLES, 1, id="below a floor, and elsewhere"),
    ],
)
def test_deepevals_command_says_the_same_and_sends_and_leaves_nothing(
    tmp_path: Path, coverage: float | None, variables: dict[str, str], code: int
) -> None:
    suite, _ = _floors(tmp_path, coverage=coverage)
    main = "import sys; from deepeval.cli.main import app; sys.argv[0] = 'deepeval'; app()"
    done = _ask(tmp_path, suite, "-c", main, "test", "run", **variables)
    assert done.returncode == code, done.stdout + done.stderr
    assert "1 total tests" in done.stdout
    assert "score: None" not in done.stdout, "what was not measured did not fail"
    assert "assert_test(" not in done.stdout, "nobody has to read our code"
    assert done.stderr == ""
    assert _left_behind(tmp_path) == []


@pytest.mark.deepeval
def test_a_named_judge_is_asked_and_its_score_decides(tmp_path: Path) -> None:
    suite = write_suite(tmp_path)
    answers = [raw(completion(json.dumps({"reason": "so", "score": n}))) for n in (7, 2)]
    with Loopback(script=answers) as server:
        judge = ("--judge", "server/judge", "--judge-base-url", server.base_url)
        words = ("-m", "pytest", "-k", "fluency or neutrality", *judge)
        done = _ask(tmp_path, suite, *words, tests="test_judge.py")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed, 1 passed" in done.stdout
    assert "neutrality [GEval] (score: 0.2, threshold: 0.5" in done.stdout


@pytest.mark.deepeval
def test_a_judge_that_cannot_be_is_told_in_one_line(tmp_path: Path) -> None:
    suite = write_suite(tmp_path)
    judge = ("--judge", "server/judge", "--judge-base-url", "nowhere")
    done = _ask(tmp_path, suite, "-m", "pytest", *judge, tests="test_judge.py")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "write it with http://" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
