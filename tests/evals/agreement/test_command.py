import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.agreement.command import agreement
from evals.agreement.results import load
from summarize.errors import InputError
from tests.evals.agreement import made

DATA = Path(os.environ.get("SUMMARIZE_DATA", Path(__file__).resolve().parents[3] / ".." / "shared"))
HUMAN = DATA / "human"


def run(*words: str | Path) -> Result:
    given = [str(word) for word in words]
    return CliRunner().invoke(agreement, given, standalone_mode=False, catch_exceptions=False)


def test_the_table_the_file_and_the_plots(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    file, plots = tmp_path / "out" / "results.json", tmp_path / "plots"
    result = run(tmp_path, "-o", file, "--plots", plots)
    assert result.return_value == 0
    assert "facts: Is this fact stated in this summary? (REALSumm)" in result.stdout
    assert "no data: needs articles, frank.claims" in result.stdout
    assert "people: one against the others .919" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert str(file) in result.stderr
    saved = load(file)
    assert saved.tasks[0].rows[0].judge == "word overlap"
    assert saved.data["realsumm.facts"].rows == 72
    drawn = sorted(path.name for path in plots.iterdir())
    assert "facts-without-a-model.svg" in drawn
    assert not any("overlap" in name for name in drawn)  # it is no probability
    svg = ET.parse(plots / drawn[0]).getroot()
    words = ["".join(part.itertext()) for part in svg.iter() if part.tag.endswith("text")]
    assert "share to which people said yes" in words
    assert "n" in words
    assert sum(int(word) for word in words if word.isdigit()) >= 48
    assert svg.attrib["role"] == "img"


def test_the_same_data_give_the_same_results(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    made.claims(tmp_path)
    documents = []
    for _ in range(2):
        result = run(tmp_path, "--json", "-q", "-o", tmp_path / "r.json")
        document = json.loads(result.stdout)
        del document["made"]
        documents.append(document)
        assert result.stderr == ""
    assert documents[0] == documents[1]


def test_a_task_asked_for_must_have_data(tmp_path: Path) -> None:
    made.realsumm(tmp_path)
    output = ("-o", tmp_path / "r.json", "-q")
    result = run(tmp_path, "--task", "frank", "--task", "facts", *output)
    assert result.return_value == 1
    assert "task frank" in result.stderr
    assert run(tmp_path, "--task", "facts", "-n", "4", *output).return_value == 0
    assert load(tmp_path / "r.json").tasks[0].articles == 4
    with pytest.raises(InputError, match="no such task: one of facts"):
        run(tmp_path, "--task", "fact")


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        pytest.param(["-o", "{there}"], "is a directory.*-o", id="a folder"),
        pytest.param(["-o", "/proc/x/y.json"], "cannot be written.*-o", id="no place"),
        pytest.param(["--plots", "/dev/null"], "--plots /dev/null: cannot be written", id="plots"),
        pytest.param(["-m", "lead"], "lead: answers no question", id="a model that says nothing"),
    ],
)
def test_what_must_fail_in_the_end_fails_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], fault: str
) -> None:
    made.realsumm(tmp_path)
    monkeypatch.setattr("evals.agreement.run.measure", lambda *_, **__: pytest.fail("measured"))
    with pytest.raises(InputError, match=fault):
        run(tmp_path, *(word.format(there=tmp_path) for word in options))
    assert not list(tmp_path.glob(".*tried"))


def test_a_set_with_nothing_to_measure_is_a_failure(tmp_path: Path) -> None:
    made.claims(tmp_path)
    made.write(tmp_path, "polnear.structured", [])
    result = run(tmp_path, "-q", "-o", tmp_path / "r.json", "--task", "quotes")
    assert result.return_value == 1
    assert "task quotes: its files in" in result.stderr


def test_what_is_marked_in_an_article_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    made.claims(tmp_path)
    made.write(tmp_path, "polnear.structured", [{"article_id": "lost", "attributions": []}])
    with pytest.raises(InputError, match="has no article 'polnear:lost'"):
        run(tmp_path, "-q", "-o", tmp_path / "r.json", "--task", "quotes")


def test_n_stands_beside_a_figure_that_is_not_of_all_items(tmp_path: Path) -> None:
    made.claims(tmp_path)
    lines = run(tmp_path, "-q", "-o", tmp_path / "r.json", "--task", "bump").stdout.splitlines()
    assert "  14 items, 7 articles, people say yes to 50%" in lines
    (ordered,) = [line for line in lines if line.startswith("  pairs ordered right")]
    assert ordered.count(" n 7") == 2


def test_a_usage_error_names_the_help_of_its_command() -> None:
    words = [sys.executable, "-m", "summarize", "eval", "agreement", "x", "-n", "1"]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stderr
    assert "see `summarize eval agreement --help`" in said


def test_another_file_is_no_result(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"schema_version": "0"}')
    with pytest.raises(InputError, match="schema_version"):
        load(tmp_path / "x.json")


@pytest.mark.skipif(not HUMAN.is_dir(), reason="the human data are not here")
def test_the_human_data_are_read_and_the_baseline_is_where_it_was_measured(tmp_path: Path) -> None:
    tasks = ("facts", "frank-cnndm", "frank", "qags", "summedits", "dates", "when")
    words = [word for task in tasks for word in ("--task", task)]
    result = run(HUMAN, *words, "-n", "4", "-q", "-o", tmp_path / "few.json")
    assert result.return_value == 0
    few = load(tmp_path / "few.json")
    assert all(task.measured and task.rows for task in few.tasks)
    assert {"gpt-4.1", "o3"} <= {other.who for other in few.tasks[0].parts[0].others}


@pytest.mark.skipif(not HUMAN.is_dir(), reason="the human data are not here")
def test_word_overlap_agrees_as_it_was_measured_before() -> None:
    """On all 13,000 facts the README beside the data has AUC .812, .753 and Pearson .50; these are
    the 9,854 that people judged, where word overlap does better.
    """
    import asyncio

    from evals.agreement.baselines import stems, word_overlap
    from evals.agreement.rounds import Asker
    from evals.agreement.run import Wanted, measure
    from evals.people.data import People

    wanted = Wanted(("facts", "completeness"), [word_overlap(stems)], [], None, None)
    results = asyncio.run(measure(People(HUMAN), wanted, Asker(), command="test"))
    facts, completeness = results.tasks
    assert (facts.n, facts.articles) == (9_854, 49)
    assert facts.rows[0].figures["auc"].value == pytest.approx(0.862, abs=0.01)
    assert facts.rows[0].figures["balanced_accuracy"].value == pytest.approx(0.798, abs=0.01)
    assert completeness.rows[0].figures["pearson_pooled"].value == pytest.approx(0.59, abs=0.015)
    theirs = {other.who: other.measured.value for other in facts.parts[0].others}
    assert theirs["gpt-4.1"] == pytest.approx(0.883, abs=0.001)
