"""What is installed is whole, works without the repository, and carries nobody else's texts."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from summarize.version import VERSION

pytest.importorskip("hatchling")
ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "seeds" / "002_baab62ac1eec0fa3.txt"

# What is read while it runs, and is no code.
NEEDED = {
    "summarize/py.typed",
    "summarize/summary.schema.json",
    "summarize/prompts/brief.md",
    "summarize/prompts/shared/rules.md",
    "summarize/prompts/judge/states.md",
    "summarize/judge/support_weights.json",
    "evals/match/lexical_weights.json",
    "evals/agreement/published.yaml",
    "evals/selftest/floors.json",
    "evals/selftest/verified.json",
    "evals/report/report.html.j2",
    "evals/report/corrected.html.j2",
    "evals/report/trust.html.j2",
    "evals/trust/agreement.json",
    "evals/trust/selftest.json",
    "evals/trust/TRUST.md",
}
# Read each of them as the harness does.
READ = """
from evals.agreement.run import published
from evals.labels.known import known
from evals.match.lexical import WEIGHTS
from evals.report.trust import trust
from evals.selftest.known import load_verified
from evals.trust.fitted import records
from evals.trust.page import trust as written
from summarize.judge.logistic import Logistic
from summarize.judge.support import WEIGHTS as SUPPORT

assert published() and WEIGHTS and load_verified().recorded and records()
assert Logistic.read(SUPPORT, "lexical").weights
known()
assert trust()[0].heading in written()
print(trust()[0].heading)
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Install the wheel, and return a way to run a command in a folder with one article."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    run(*pip, "--target", target, wheel, cwd=target)
    work = tmp_path_factory.mktemp("elsewhere")
    (work / "article.txt").write_bytes(ARTICLE.read_bytes())

    def command(*words: str) -> str:
        return run(target / "bin" / "summarize", *words, cwd=work, PYTHONPATH=str(target))

    command.target = target
    command.work = work
    return command


def files_below(folder: str) -> set[str]:
    paths = (p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {str(p.relative_to(ROOT)) for p in paths}


def test_the_wheel_holds_the_packages_and_the_prompts_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    held = {name for name in names if ".dist-info/" not in name}
    prompts = {f"summarize/{name}" for name in files_below("prompts")}
    page = {"evals/trust/TRUST.md"}
    assert held == files_below("summarize") | files_below("evals") | prompts | page
    assert held >= NEEDED
    assert {Path(n).name for n in names - held} >= {"LICENSE", "NOTICE", "METADATA", "RECORD"}


def test_the_source_distribution_carries_no_articles(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as opened:
        tops = {Path(name).parts[1] for name in opened.getnames()}
    assert {"summarize", "prompts", "pyproject.toml", "README.md", "LICENSE", "NOTICE"} <= tops
    assert "TRUST.md" in tops
    assert not tops & {"seeds", "tests", ".ci"}


def test_the_metadata_say_what_it_is(wheel):
    with zipfile.ZipFile(wheel) as opened:
        name = next(n for n in opened.namelist() if n.endswith("/METADATA"))
        told = message_from_bytes(opened.read(name))
    assert (told["Name"], told["Version"]) == ("summarize-news", VERSION)
    assert told["License-Expression"] == "Apache-2.0"
    assert {"html", "local", "eval"} <= set(told.get_all("Provides-Extra"))


def test_what_is_installed_is_what_runs(installed):
    told = run(
        sys.executable,
        "-c",
        "import summarize; print(summarize.__file__, summarize.__version__)",
        cwd=installed.work,
        PYTHONPATH=str(installed.target),
    )
    assert told.split() == [str(installed.target / "summarize" / "__init__.py"), VERSION]


def test_help_schema_and_prompts_work_without_the_repository(installed):
    assert "--dry-run" in installed("--help")
    assert json.loads(installed("schema"))["type"] == "object"
    listed = installed("prompts")
    for name in ("background", "brief", "bullets"):
        assert str(installed.target / "summarize" / "prompts" / f"{name}.md") in listed
    assert "README" not in listed


def test_an_article_is_summarized_without_the_repository(installed):
    assert "Key points" in installed("article.txt", "--model", "lead")
    record = json.loads(installed("article.txt", "--model", "lead", "-f", "json"))
    assert record["key_points"]
    text = ARTICLE.read_text(encoding="utf-8")
    for point in record["key_points"]:
        for span in point["evidence"]:
            assert text[span["start"] : span["end"]] == span["text"]
    assert sorted(p.name for p in installed.work.iterdir()) == ["article.txt"]


def test_a_page_is_written_without_the_repository(installed):
    page = installed("article.txt", "--model", "lead", "-f", "html")
    assert page.startswith("<!DOCTYPE html>")


def test_the_harness_reads_its_data_without_the_repository(installed):
    told = run(sys.executable, "-c", READ, cwd=installed.work, PYTHONPATH=str(installed.target))
    assert told.strip() == "How far to trust the evaluation"


def test_planted_errors_are_counted_without_the_repository(installed):
    gold = ROOT / "evals" / "gold" / "002_baab62ac1eec0fa3.yaml"
    counted = json.loads(installed("eval", "selftest", str(gold), "--json"))
    assert counted["mutators"]["wrong-month"]["together"]["n"]


def test_a_report_made_without_the_repository_says_how_far_to_trust_it(installed):
    suite, answers = ROOT / "evals" / "suites" / "default.yaml", ROOT / "evals" / "recordings"
    installed(
        "eval",
        str(suite),
        "--replay",
        str(answers),
        "--only",
        ARTICLE.stem,
        "-p",
        "brief",
        "-o",
        "run.json",
        "-q",
    )
    installed("report", "run.json")
    page = (installed.work / "run.html").read_text(encoding="utf-8")
    assert "How far to trust the evaluation" in page
    for made in ("run.json", "run.html"):
        (installed.work / made).unlink()
