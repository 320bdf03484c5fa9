import asyncio
import json
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from evals.gold.load import load, load_article
from evals.scoring.command import score
from summarize.errors import InputError
from summarize.models.answers import Recorded
from summarize.models.lead import Lead
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import load_prompt
from tests.evals.judges import Judging, at_its_word, sure, tells_nothing
from tests.evals.metrics.made import STORY
from tests.evals.scoring.files import SCHOOLS, gold, row, rows

SUITE = (
    Path(os.environ.get("SUMMARIZE_DATA", Path(__file__).resolve().parents[3] / ".." / "shared"))
    / "suites"
    / "gum-news"
)


def run(*words: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(
        score, [str(w) for w in words], input=text, standalone_mode=False, catch_exceptions=False
    )


def test_the_table_has_a_line_for_each_system(tmp_path: Path) -> None:
    wrong = "The council of Leeds voted on 9 June 2017."
    file = rows(tmp_path, row(), row(wrong, system="bob"))
    result = run(file, "--gold", gold(tmp_path))
    assert (result.return_value, result.stderr) == (0, "")
    lines = {line.split()[0]: line.split() for line in result.stdout.splitlines()[:3]}
    assert lines["ann"][1:] == ["1", "1.00", "0.00", "1.00", "–", "0.00", "1.00", "1.00", "1.00"]
    assert lines["bob"][2] == "0.00"
    assert lines["bob"][7] == "0.00"


def test_evidence_is_not_measured_where_there_is_none(tmp_path: Path) -> None:
    file = rows(tmp_path, row())
    document = json.loads(run(file, "--gold", gold(tmp_path), "--json").stdout)
    (trial,) = document["trials"]
    assert trial["scores"]["grounded"]["value"] is None
    assert trial["scores"]["faithful"]["value"] is None
    assert trial["facts"]["schools-closed"]["verdict"] == "stated"
    assert trial["facts"]["schools-closed"]["where"] == SCHOOLS
    (system,) = document["systems"]
    assert system["metrics"]["grounded"] == {"mean": None, "articles": 0}


def test_gold_may_be_several_files_as_a_shell_gives_them(tmp_path: Path) -> None:
    file, one = rows(tmp_path, row(), row(article="other")), gold(tmp_path)
    two = gold(tmp_path, "other", f"{STORY}\nNobody else was there.\n")
    assert "ann" in run(file, "--gold", one, two).stdout
    assert "ann                2" in run(file, "--gold", tmp_path).stdout


def test_gold_may_be_several_folders(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b")]
    for folder, name in zip(folders, ("schools", "other"), strict=True):
        folder.mkdir()
        gold(folder, name, f"{STORY}\nFrom our desk {name}.")
    file = rows(tmp_path, row(), row(article="other"))
    assert "ann                2" in run(file, "--gold", *folders).stdout
    with pytest.raises(InputError, match="is a directory: give the files in it"):
        run(tmp_path, "--gold", *folders)


@pytest.mark.parametrize("known", [True, False])
def test_form_goes_by_the_style_of_the_prompt_that_a_summary_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    brief = Path(__file__).resolve().parents[3] / "prompts" / "brief.md"
    tight = tmp_path / "prompts" / "tight.md"
    tight.parent.mkdir()
    tight.write_text(brief.read_text("utf-8").replace("point_words: 35", "point_words: 8"))
    monkeypatch.chdir(tmp_path)
    about, prompt = gold(tmp_path), load_prompt("tight")
    made = asyncio.run(summarize_article(load_article(load(about)), prompt, Lead()))
    given = rows(tmp_path, made.model_dump(mode="json"), name="ours.jsonl")
    if not known:
        tight.write_text(brief.read_text("utf-8"), encoding="utf-8")
    (trial,) = json.loads(run(given, "--gold", about, "--json").stdout)["trials"]
    assert (trial["scores"]["form"]["value"] < 1) == known


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        pytest.param(
            "to close 12 schools for good",
            "to close 2 schools",
            "7: fact schools-closed: the quote",
            id="quote",
        ),
        pytest.param("sha256: ", "sha256: 00", "2: ", id="no digest"),
        pytest.param(
            "id: march\n", "id: schools-closed\n", '11: id "schools-closed"', id="id twice"
        ),
    ],
)
def test_gold_that_would_score_wrong_is_refused_with_its_line(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    file = gold(tmp_path)
    file.write_text(file.read_text("utf-8").replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(InputError) as told:
        run(rows(tmp_path, row()), "--gold", file)
    assert str(told.value).startswith(f"{file}:{message}")


def test_repeats_of_a_system_are_numbered(tmp_path: Path) -> None:
    file = rows(tmp_path, row(), row())
    document = json.loads(run(file, "--gold", gold(tmp_path), "--json").stdout)
    assert [trial["repeat"] for trial in document["trials"]] == [0, 1]
    assert document["systems"][0]["articles"] == 1


def test_one_text_is_told_fact_by_fact(tmp_path: Path) -> None:
    result = run("-", "--article", "schools", "--gold", gold(tmp_path), text=SCHOOLS)
    assert "missing (may)  march: Parents march on 9 June 2017." in result.stdout


def test_what_has_no_gold_is_left_out_and_told(tmp_path: Path) -> None:
    result = run(rows(tmp_path, row(), row(article="zoo")), "--gold", gold(tmp_path))
    assert result.return_value == 0
    assert result.stderr == "left out, as there is no gold of them: zoo\n"


def test_an_article_without_a_summary_ends_with_1_and_is_no_score(tmp_path: Path) -> None:
    error = {"kind": "ModelError", "message": "no answer", "exit_code": 3, "answer": None}
    failed = {"schema_version": "1", "source": "schools.txt", "error": error}
    result = run(rows(tmp_path, row(), failed), "--gold", gold(tmp_path))
    assert result.return_value == 1
    assert result.stderr.endswith("theirs.jsonl:2: schools.txt: no summary: no answer\n")
    assert "ann                1  1.00" in result.stdout


def test_nothing_scored_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold of zoo: what is given is of schools"):
        run(rows(tmp_path, row(article="zoo")), "--gold", gold(tmp_path))
    with pytest.raises(InputError, match="no summaries given"):
        run("--gold", gold(tmp_path))


def test_without_gold_the_error_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="no gold given"):
        run(rows(tmp_path, row()))


def test_an_id_that_two_gold_files_share_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(InputError, match="could be that of"):
        run(rows(tmp_path, row()), "--gold", gold(tmp_path), "--gold", gold(other))


def test_an_unknown_field_is_named(tmp_path: Path) -> None:
    with pytest.raises(click.BadParameter, match="'zoo' is none of headline"):
        run(rows(tmp_path, row()), "--gold", gold(tmp_path), "--fields", "abstract,zoo")


@pytest.mark.skipif(not SUITE.is_dir(), reason="needs the shared suite")
def test_a_table_of_real_systems_fits_a_terminal_of_80_columns() -> None:
    result = run(SUITE / "summaries.jsonl", "--gold", SUITE / "gold")
    assert result.return_value == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    for system in ("human1", "gpt4o", "Qwen2.5-7B-Instruct"):
        assert f"\n{system} " in result.stdout


def test_a_judge_says_what_is_supported_and_its_cost_is_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_its_word(monkeypatch)
    model = Judging(sure("teachers"))
    monkeypatch.setattr(
        "summarize.models.providers.open_model", lambda *_, answers, **__: Recorded(model, answers)
    )
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    file = rows(tmp_path, row(), row("Schools in Leeds lose teachers.", system="bob"))
    with_judge = (file, "--gold", gold(tmp_path), "--judge", "server/judge")
    document = json.loads(run(*with_judge, "--json").stdout)
    ann, bob = document["trials"]
    assert ann["supported"] == [{"statement": SCHOOLS, "field": "text", "supported": False}]
    assert (ann["scores"]["faithful"]["value"], bob["scores"]["faithful"]["value"]) == (0.0, 1.0)
    assert (bob["amounts"]["judge-tokens"], bob["amounts"]["tokens"]) == (201.0, None)
    shown = run(*with_judge)
    assert "Judging a summary" in shown.stdout
    assert "rates are as judged" in shown.stderr
    assert len(model.judged) == 2, "the second time they are answered from the cache"
    assert "Judging a summary" not in run(file, "--gold", gold(tmp_path)).stdout


def test_a_judge_that_tells_nothing_is_said_and_ends_with_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_its_word(monkeypatch)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    model = Judging(tells_nothing)
    monkeypatch.setattr("summarize.models.providers.open_model", lambda *_, **__: model)
    file = rows(tmp_path, row())
    result = run(file, "--gold", gold(tmp_path), "--judge", "server/judge", "--no-cache")
    asked = len(model.judged)
    assert asked
    assert f"for {asked} of {asked} questions: it has judged nothing" in result.stderr
    assert result.return_value == 3
