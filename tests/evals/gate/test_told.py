"""What fell is told to JUnit, to GitHub and in Markdown, and says nothing it was not told."""

from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner

from evals.gate.annotations import annotations
from evals.gate.breach import Breach
from evals.gate.check import check
from evals.gate.floors import load_floors
from evals.gate.junit import junit
from evals.gate.markdown import markdown
from evals.gate.options import GateOptions, apply, gate_options, refuse
from evals.gate.ratchet import update
from summarize.errors import InputError
from tests.evals.compare import made


@pytest.fixture
def golds(tmp_path: Path) -> dict[str, Path]:
    return made.gold_files(tmp_path / "gold", ["korea", "trade"])


@pytest.fixture
def good(golds):
    return made.run([made.trial("korea", "++--"), made.trial("trade", "+---")], golds)


@pytest.fixture
def worse(golds):
    return made.run([made.trial("korea", "+---"), made.trial("trade", "+--?")], golds)


def cases(xml: str) -> dict[tuple[str, str], list[str]]:
    root = ET.fromstring(xml)
    return {
        (case.get("classname", ""), case.get("name", "")): [
            e.tag for e in case if e.tag != "system-out"
        ]
        for case in root.iter("testcase")
    }


def test_junit_has_a_case_for_each_article_and_fact_and_fails_only_for_what_fell(
    golds, good, worse
):
    floors = update(good, None, made.loaded(golds))
    found = cases(junit(worse, check(worse, floors)))
    assert found == {
        ("korea", "fire"): [],
        ("korea", "message"): ["failure"],
        ("korea", "july"): ["skipped"],
        ("korea", "envoy"): ["skipped"],
        ("trade", "fire"): [],
        ("trade", "message"): ["skipped"],
        ("trade", "july"): ["skipped"],
        ("trade", "envoy"): ["skipped"],
    }


def test_junit_has_a_suite_for_each_system_and_counts(golds):
    systems = [("lead", "brief"), ("local/small", "brief")]
    trials = [made.trial(name, "+-x?", system=s) for s in systems for name in golds]
    root = ET.fromstring(junit(made.run(trials, golds)))
    assert [s.get("name") for s in root] == ["lead brief", "local/small brief"]
    assert [(s.get("tests"), s.get("skipped"), s.get("failures")) for s in root] == [
        ("8", "6", "0"),
        ("8", "6", "0"),
    ]
    assert (root.get("tests"), root.get("errors")) == ("16", "0")


def test_junit_tells_an_article_without_a_summary_as_an_error(golds):
    broken = made.run([made.trial("korea", "++--"), made.failed("trade")], golds)
    found = cases(junit(broken, check(broken, None)))
    assert found["trade", "summary"] == ["error"]
    assert ("floors", "breach 1") not in found


def test_junit_tells_a_breach_without_a_fact_in_a_suite_of_its_own(good):
    breach = Breach("the floors hold no floor")
    root = ET.fromstring(junit(good, [breach]))
    assert [s.get("name") for s in root] == ["local/small brief", "floors"]
    assert root.get("failures") == "1"


def test_junit_has_no_attribute_that_jenkins_refuses(golds):
    """By junit-10.xsd of Jenkins' xunit plugin."""
    root = ET.fromstring(junit(made.run([made.trial("korea", "+-x?")], golds)))
    assert set(root.attrib) <= {"name", "time", "tests", "failures", "disabled", "errors"}
    assert set(root[0].attrib) == {"name", "tests", "failures", "errors", "skipped"}


def test_an_empty_run_is_not_a_green_report(golds):
    empty = made.run([], golds)
    assert ET.fromstring(junit(empty, check(empty, None))).get("failures") == "1"


def test_junit_stands_any_text(golds):
    nasty = made.trial("korea", "++--", by="\x00\x0b<b>&]]>\ud7ff \U0001f600 ")
    root = ET.fromstring(junit(made.run([nasty], golds)))
    assert "<b>&]]>" in (root.findtext(".//system-out") or "")


@pytest.mark.parametrize(("fact", "line"), list(made.LINES.items()))
def test_an_annotation_is_on_the_line_of_its_fact(golds, good, fact, line, monkeypatch):
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(golds["korea"].parents[1])
    breach = Breach("fell", "local/small brief", "coverage", "korea", fact)
    (command,) = annotations(good, [breach], made.loaded(golds))
    assert command == f"::error file=gold/korea.yaml,line={line},title=coverage {fact}::fell"


@pytest.mark.parametrize(
    ("breach", "command"),
    [
        pytest.param(
            Breach("gold korea has changed", article="korea"),
            "::error file=gold/korea.yaml,line=1,title=summarize eval::gold korea has changed",
            id="an article without a fact",
        ),
        pytest.param(
            Breach("100% ::error:: gone"),
            "::error title=summarize eval::100%25 ::error:: gone",
            id="neither",
        ),
        pytest.param(
            Breach("x", metric="a:b,c%"),
            "::error title=a%3Ab%2Cc%25::x",
            id="properties are escaped",
        ),
    ],
)
def test_an_annotation_is_one_command(golds, good, breach, command, monkeypatch):
    monkeypatch.setenv("GITHUB_WORKSPACE", str(golds["korea"].parents[1]))
    assert annotations(good, [breach], made.loaded(golds)) == [command]


def test_markdown_shows_values_with_floors_and_what_fell(golds, good, worse):
    floors = update(good, None, made.loaded(golds))
    page = markdown(worse, check(worse, floors), floors)
    assert page.startswith("## summarize eval small: 1 fault\n")
    assert "| coverage | 0.50 (≥ 0.75) **fell** |" in page
    assert "| form | 1.00 (≥ 1.00) |" in page
    assert "| trade | envoy | cannot-judge | cannot-judge because of envoy |" in page
    assert "6 facts not stated" in page


def test_markdown_says_passed(good):
    assert markdown(good, []).startswith("## summarize eval small: passed\n")


def test_markdown_takes_nothing_for_markup(golds):
    breach = Breach("says <img src=x> [click](https://evil.example) | `x` @all **bold**")
    page = markdown(made.run([made.trial("korea", "++++")], golds), [breach])
    line = next(line for line in page.splitlines() if line.startswith("- "))
    assert "\\<img src=x\\>" in line
    assert "\\[click\\](https\u200b://" in line
    assert "\\|" in line
    assert "\\*\\*bold\\*\\*" in line


def test_a_run_below_a_floor_ends_with_1_and_everything_is_written(  # noqa: PLR0917
    golds, good, worse, tmp_path, monkeypatch, capsys
):
    step = tmp_path / "step.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(step))
    files, floors = made.loaded(golds), tmp_path / "floors.json"
    first = GateOptions(floors=floors, update=True)
    assert apply(good, first, files, floors=None) == 0
    asked = GateOptions(junit=tmp_path / "a/j.xml", github=True, markdown=tmp_path / "a/m.md")
    assert apply(worse, asked, files, floors=floors) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "summarize: local/small brief: coverage is 0.5000, below its floor 0.75" in told.err
    assert f"line={made.LINES['message']},title=coverage message::" in told.err
    assert 'failures="1"' in asked.junit.read_text(encoding="utf-8")  # type: ignore[union-attr]
    assert step.read_text(encoding="utf-8") == (tmp_path / "a/m.md").read_text(encoding="utf-8")


def test_lowering_needs_a_reason_and_then_passes(golds, good, worse, tmp_path):
    files, floors = made.loaded(golds), tmp_path / "floors.json"
    apply(good, GateOptions(update=True), files, floors=floors)
    kept = floors.read_bytes()
    with pytest.raises(InputError, match="--allow-regression"):
        apply(worse, GateOptions(update=True), files, floors=floors)
    assert floors.read_bytes() == kept
    options = GateOptions(update=True, reason="shorter prompt")
    assert apply(worse, options, files, floors=floors) == 0
    assert load_floors(floors).regressions[0].reason == "shorter prompt"


def test_a_trial_that_failed_was_told_and_is_not_told_again(golds, capsys):
    broken = made.run([made.trial("korea", "++--"), made.failed("trade")], golds)
    assert apply(broken, GateOptions(github=True), {}, floors=None) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition("::")[0] for line in told] == [""], "an annotation, and no line"


def test_floors_that_are_not_there_are_an_error_not_a_pass(golds, good, tmp_path):
    with pytest.raises(InputError, match="set them with `summarize eval --update-floors`"):
        apply(good, GateOptions(), {}, floors=tmp_path / "none.json")


@pytest.mark.parametrize(
    ("options", "named", "words"),
    [
        pytest.param(GateOptions(reason="because"), True, "--update-floors only", id="a reason"),
        pytest.param(GateOptions(update=True), False, "names no floors", id="no floors"),
        pytest.param(GateOptions(update=True), True, "only a part of the suite", id="a part"),
    ],
)
def test_what_no_run_could_do_is_refused_before_there_is_one(options, named, words):
    with pytest.raises(InputError, match=words):
        refuse(options, floors=Path("f.json") if named else None, is_whole=False)


def test_floors_that_are_named_may_be_those_of_a_part():
    refuse(GateOptions(update=True, floors=Path("f.json")), floors=None, is_whole=False)


def test_a_command_takes_the_options_as_one_argument(tmp_path):
    @click.command()
    @click.option("--other", is_flag=True)
    @gate_options
    def command(*, other: bool, gate: GateOptions) -> None:
        click.echo(f"{other} {gate.github} {gate.junit} {gate.reason}")

    args = ["--other", "--github", "--junit", "j.xml", "--allow-regression", "why"]
    done = CliRunner().invoke(command, args)
    assert done.output == "True True j.xml why\n", done.output
