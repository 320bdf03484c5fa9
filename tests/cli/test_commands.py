"""The smaller commands, and what starting costs."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.version import VERSION
from tests.cli.commandline import environment
from tests.cli.newsroom import stories

# What costs time to import and is of no use to a command that says what it can do.
HEAVY = {"openai", "tiktoken", "jinja2", "trafilatura", "pydantic", "asyncio", "httpx2", "yaml"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["-h"]])
def test_help_imports_nothing_it_does_not_need(tmp_path, arguments):
    command = [sys.executable, "-X", "importtime", "-m", "summarize", *arguments]
    env = environment(tmp_path)
    ended = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True)
    loaded = set(re.findall(r"\|\s+([\w.]+)$", ended.stderr, re.MULTILINE))
    assert "click" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    own = {name for name in loaded if name.startswith("summarize")}
    assert own <= {
        "summarize",
        "summarize.__main__",
        "summarize.version",
        "summarize.errors",
        "summarize.garbage",
        "summarize.cli",
        "summarize.cli.commands",
        "summarize.cli.default",
        "summarize.cli.group",
        "summarize.cli.kept_options",
        "summarize.cli.progress",
    }


def test_importing_the_package_is_light(tmp_path):
    code = "import sys, summarize; print(*sys.modules)"
    env = environment(tmp_path)
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True)
    assert {name.partition(".")[0] for name in ended.stdout.split()} & HEAVY == set()


def test_help_shows_every_option_and_command(here):
    ended = here("--help")
    assert (ended.code, ended.err) == (0, "")
    for words in ("Usage: summarize [OPTIONS] ARTICLE...", "--format", "--dry-run", "doctor"):
        assert words in ended.out
    assert max(len(line) for line in ended.out.splitlines()) <= 80


def test_version_is_one_line_on_stdout(here):
    for given in (["--version"], ["prompts", "--help"]):
        assert here(*given).code == 0
    assert here("--version").out == f"summarize, version {VERSION}\n"


def test_the_shipped_prompts_are_listed(here):
    ended = here("prompts")
    assert (ended.code, ended.err) == (0, "")
    for name in ("brief", "bullets", "background"):
        assert re.search(rf"^{name} +\S", ended.out, re.MULTILINE)
    paths = [line.strip() for line in ended.out.splitlines()[1::2]]
    assert all(Path(path).is_file() for path in paths)


def test_models_say_what_they_need(here):
    told = here("models").out
    assert "OPENAI_API_KEY is not set" in told
    assert "add --base-url URL" in told
    assert "lead" in told
    told = here("models", env={"OPENAI_API_KEY": "sk-secret-0123456789"}).out
    assert re.search(r"^\* openai/", told, re.MULTILINE)
    assert "sk-secret" not in told


def test_doctor_tells_a_cache_that_cannot_be_used_and_exits_2(here, tmp_path):
    well = here("doctor")
    assert well.code == 0
    assert {line.split()[0] for line in well.out.splitlines()} <= {"ok", "-"}
    (tmp_path / "file").write_bytes(b"")
    ill = here("doctor", env={"SUMMARIZE_CACHE": str(tmp_path / "file" / "x")})
    assert ill.code == 2
    assert re.search(r"^broken +cache .*SUMMARIZE_CACHE", ill.out, re.MULTILINE)


def test_the_schema_is_json_and_describes_what_is_printed(here):
    schema = json.loads(here("schema").out)
    stories(here.folder, 1)
    record = json.loads(here("s00.txt", "-m", "lead", "-f", "json").out)
    text = json.dumps(schema)
    assert all(f'"{key}"' in text for key in record)


def test_an_article_may_be_called_like_a_command(here):
    stories(here.folder, 1)
    (here.folder / "s00.txt").rename(here.folder / "models")
    assert "Bridge 100" in here("./models", "-m", "lead").out
    assert "lead" in here("models").out


def test_a_prompt_with_a_fault_does_not_hide_the_others(here):
    mine = here.folder / "prompts"
    mine.mkdir()
    (mine / "amiss.md").write_text("---\ndescription: a: b\n---\n", encoding="utf-8")
    ended = here("prompts")
    assert ended.code == 2
    assert [line.split()[0] for line in ended.out.splitlines()[::2]] == [
        "background",
        "brief",
        "bullets",
    ]
    assert len(ended.said) == 1
    assert "amiss.md:2: front matter: a second colon" in ended.err
