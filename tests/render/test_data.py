"""Records for programs: the same summary comes back, and the schema says what it is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.errors import InputError
from summarize.render import RENDERERS, render, render_all, render_failure, schema, schema_text
from summarize.render.view import Entry
from summarize.summary import Failure, Summary
from tests.render import samples

SHIPPED = Path(__file__).resolve().parents[2] / "summarize" / "summary.schema.json"


@pytest.mark.parametrize("make", [samples.xi_writes, samples.hostile, samples.empty])
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_a_record_comes_back_as_it_was(make, format_: str) -> None:
    assert Summary.model_validate_json(render(make(), format_)) == make()


def test_a_line_is_one_line_for_every_reader() -> None:
    shown = render(samples.hostile(), "jsonl")
    assert len(shown.splitlines()) == 1
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown.rstrip("\n"))


def test_letters_are_written_as_letters() -> None:
    assert "漢字" in render(samples.hostile(), "json")


def test_a_failure_is_a_record_too() -> None:
    assert (
        Failure.model_validate_json(render_failure(samples.failure(), "jsonl")) == samples.failure()
    )


def test_several_records_are_one_array_and_one_line_each() -> None:
    entries = [Entry(samples.xi_writes()), Entry(samples.failure())]
    array = json.loads(render_all(entries, "json"))
    lines = [json.loads(line) for line in render_all(entries, "jsonl").splitlines()]
    assert array == lines
    assert [r.get("source") for r in array] == [None, samples.failure().source]
    assert json.loads(render_all([], "json")) == []


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(
        InputError, match=r"format 'pdf': choose one of text, md, json, jsonl, html"
    ):
        render(samples.empty(), "pdf")


@pytest.mark.parametrize("format_", list(RENDERERS))
def test_every_format_ends_with_one_line_end(format_: str) -> None:
    shown = render(samples.kim_congratulates(), format_)
    assert shown.endswith("\n")
    assert not shown.endswith("\n\n")


def test_the_shipped_schema_is_the_current_one() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == schema_text(), (
        "records changed: run `summarize schema > summarize/summary.schema.json`"
    )


def test_the_schema_explains_its_fields() -> None:
    found = schema()
    assert found["$id"] == "urn:summarize-news:summary:1"
    assert found["title"] == "Summary"
    defs = found["$defs"]
    assert defs["DateMention"]["properties"]["iso"]["description"].startswith("YYYY, YYYY-MM")
    assert defs["Evidence"]["description"].startswith("Words of the article")
    assert "Failure" in defs


def test_every_reference_of_the_schema_leads_somewhere() -> None:
    found = schema()
    referred = {part.split('"')[0] for part in json.dumps(found).split('"#/$defs/')[1:]}
    assert referred <= set(found["$defs"])
    assert "https" not in found["$id"]


def test_importing_the_renderers_does_not_import_jinja2() -> None:
    code = "import sys, summarize.render; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
