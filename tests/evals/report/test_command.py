"""`summarize report` as a command."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.report.command import report
from evals.run.record import Run
from evals.run.saved import save
from summarize.errors import InputError
from tests.evals.report import samples
from tests.evals.report.samples import INVENTED, MODEL


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    save(samples.run(MODEL, "lead"), path)
    return path


def call(*arguments: str | Path):
    return CliRunner().invoke(report, [str(a) for a in arguments], standalone_mode=False)


def test_the_report_goes_beside_the_run(saved: Path) -> None:
    done = call(saved)
    assert done.exception is None
    assert done.stdout == ""
    assert str(saved.with_suffix(".html")) in done.stderr
    page = saved.with_suffix(".html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")


def test_two_runs_make_one_report_beside_the_first(saved: Path) -> None:
    other = saved.with_name("b.json")
    save(samples.run(INVENTED, "lead"), other)
    assert call(saved, other).exception is None
    assert "Run B" in saved.with_name("a-and-b.html").read_text("utf-8")


def test_it_can_go_to_a_file_or_to_standard_output(saved: Path, tmp_path: Path) -> None:
    assert call(saved, "-o", tmp_path / "x.html").exception is None
    shown = call(saved, "-o", "-").stdout
    assert shown == (tmp_path / "x.html").read_text("utf-8")


def test_what_cannot_be_reported_is_told_in_one_line(saved: Path, tmp_path: Path) -> None:
    other_version = tmp_path / "old.json"
    record = json.loads(saved.read_text("utf-8")) | {"schema_version": "0"}
    other_version.write_text(json.dumps(record), encoding="utf-8")
    empty = tmp_path / "empty.json"
    save(Run(manifest=samples.manifest(), trials=[]), empty)
    cases = {
        (tmp_path / "none.json",): "cannot be read",
        (other_version,): "schema_version",
        (empty,): "nothing to report",
        (saved, saved, saved): "a report shows one, or two",
        (saved, "-o", tmp_path / "no" / "x.html"): "cannot be written",
    }
    for arguments, said in cases.items():
        error = call(*arguments).exception
        assert isinstance(error, InputError)
        assert said in str(error)
        assert "\n" not in str(error)
    assert not list(tmp_path.glob("*.tmp"))
