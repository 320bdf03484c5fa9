import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from evals.gold.schema import schema_text
from evals.gold_command import gold as group
from summarize.errors import InputError
from tests.evals.gold.files import fact, folder, gold, trap


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(group, [str(word) for word in words])


def error(*words: str | Path) -> InputError:
    with pytest.raises(InputError) as raised:
        group.main([str(word) for word in words], standalone_mode=False)
    return raised.value


def test_good_files_are_counted_on_stdout(tmp_path: Path) -> None:
    result = run("check", gold(tmp_path, traps=trap() + trap(id="other")))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 file, 1 fact, 2 traps: good\n"


def test_each_fault_is_a_line_on_stderr_and_the_end_is_2(tmp_path: Path) -> None:
    file = gold(tmp_path, fact(quote="x", value="", **{"with": ""}), traps=trap(breaks="zoo"))
    result = run("check", file, tmp_path / "gone.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    first, second, third = result.stderr.splitlines()
    assert first.startswith(f"{file}:8: fact opening: the quote is not in the article")
    assert second.startswith(f'{file}:12: trap wrong-day: there is no fact "zoo"')
    assert third == f"{tmp_path / 'gone.yaml'}:1: no such file: check the path"


def test_without_arguments_our_own_gold_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "no gold files given" in str(error("check"))
    (tmp_path / "evals" / "gold").mkdir(parents=True)
    gold(tmp_path / "evals" / "gold")
    assert run("check").stdout == "1 file, 1 fact, 0 traps: good, but for 1 warning\n"


def test_a_file_that_is_started_and_not_edited_is_told_from_one_that_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder(tmp_path))
    run("new", "bridge.txt", "--published", "2015-08-21")
    result = run("check", "bridge.yaml")
    assert result.exit_code == 0
    assert result.stdout.endswith(", 0 traps: good, but for 2 warnings\n")
    first, second = result.stderr.splitlines()
    assert re.match(r"bridge\.yaml:\d+: warning: no fact is marked must, so coverage", first)
    assert re.match(r"bridge\.yaml:\d+: warning: there are no traps, so nothing tells", second)


def test_new_goes_to_our_gold_under_the_name_of_the_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder(tmp_path))
    assert run("new", "bridge.txt", "--published", "2015-08-21").stdout == ""
    assert run("check", "bridge.yaml").exit_code == 0
    (tmp_path / "evals" / "gold").mkdir(parents=True)
    result = run("new", "bridge.txt")
    assert "evals/gold/bridge.yaml: written" in result.stderr
    assert run("check").exit_code == 0
    written = Path("evals/gold/bridge.yaml").read_text("utf-8")
    assert 'article: "../../bridge.txt"' in written


def test_new_writes_over_nothing_unless_forced(tmp_path: Path) -> None:
    article, file = folder(tmp_path) / "bridge.txt", tmp_path / "mine.yaml"
    file.write_text("mine", encoding="utf-8")
    assert "is there already" in str(error("new", article, "-o", file))
    assert file.read_text("utf-8") == "mine"
    assert run("new", article, "-o", file, "--force").exit_code == 0
    assert run("check", file).exit_code == 0


def test_new_writes_to_stdout_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path))
    result = run("new", "bridge.txt", "-o", "-")
    assert result.stdout.startswith("# Proposed by `summarize gold new`")
    assert not Path("bridge.yaml").exists()


def test_new_says_what_cannot_be_used(tmp_path: Path) -> None:
    article = folder(tmp_path) / "bridge.txt"
    assert "no such file" in str(error("new", tmp_path / "gone.txt"))
    assert "cannot be written" in str(error("new", article, "-o", tmp_path / "no" / "x.yaml"))
    with pytest.raises(click.UsageError):
        group.main(["new", str(article), "--published", "soon"], standalone_mode=False)


def test_schema_is_the_one_that_is_kept() -> None:
    assert run("schema").stdout == schema_text()


def test_a_suite_stands_for_the_gold_it_names(tmp_path: Path) -> None:
    file = gold(tmp_path)
    suite = tmp_path / "suite.yaml"
    suite.write_text(f"name: s\ngold: [{file.name}]\nprompts: [brief]\n", encoding="utf-8")
    assert run("check", suite).stdout == "1 file, 1 fact, 0 traps: good, but for 1 warning\n"
    suite.write_text("name: s\ngold:\n  - none/*.yaml\n", encoding="utf-8")
    result = run("check", suite)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{suite}:3: gold none/*.yaml: finds no file")
