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
    assert held == files_below("summarize") | files_below("evals") | prompts
    for needed in (
        "py.typed",
        "summary.schema.json",
        "prompts/brief.md",
        "prompts/shared/rules.md",
    ):
        assert f"summarize/{needed}" in held
    assert {Path(n).name for n in names - held} >= {"LICENSE", "NOTICE", "METADATA", "RECORD"}


def test_the_source_distribution_carries_no_articles(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as opened:
        tops = {Path(name).parts[1] for name in opened.getnames()}
    assert {"summarize", "prompts", "pyproject.toml", "README.md", "LICENSE", "NOTICE"} <= tops
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
