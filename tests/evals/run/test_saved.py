"""Saved runs: read back as written, scored again without a model, refused when no runs."""

import json
import math
import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from evals.run.digests import matcher_digest
from evals.run.execute import error_record
from evals.run.provenance import git_state
from evals.run.saved import load_run, save, unused
from evals.run.watch import spoken
from summarize.errors import InputError
from tests.evals.run.suites import SUITE

OURS = Path(__file__).resolve().parents[3]


def test_a_run_is_read_as_it_was_written(suite, model, run_eval):
    run_eval(suite, "-o", "run.json")
    run = load_run(Path("run.json"))
    save(run, Path("again.json"))
    assert Path("again.json").read_bytes() == Path("run.json").read_bytes()
    assert load_run(Path("again.json")) == run


def test_new_gold_is_applied_to_saved_summaries_without_a_call(
    suite, model, run_eval, run_rescore, place
):
    run_eval(suite, "-o", "run.json")
    model.asked.clear()
    gold = place / "gold" / "bridge.yaml"
    text = gold.read_text(encoding="utf-8").replace("amount: 4000000", "amount: 5000000", 1)
    gold.write_text(text, encoding="utf-8")
    result = run_rescore("run.json")
    assert result.exit_code == 0, result.stderr
    assert not model.asked
    old, new = load_run(Path("run.json")), load_run(Path("run-rescored.json"))
    assert old.trials[2].facts["repair-cost"].verdict == "stated"
    assert new.trials[2].facts["repair-cost"].verdict != "stated"
    assert new.trials[3].facts == old.trials[3].facts
    assert new.trials[2].summary == old.trials[2].summary
    assert new.manifest.articles[0].gold_sha256 != old.manifest.articles[0].gold_sha256
    assert new.manifest.prompts == old.manifest.prompts


TIGHT = (
    (OURS / "prompts" / "brief.md").read_text("utf-8").replace("point_words: 35", "point_words: 8")
)


@pytest.mark.parametrize(
    ("models", "options"),
    [
        pytest.param("[tight.md]", [], id="beside the suite"),
        pytest.param("[brief]", ["-p", "./tight.md"], id="by its path"),
        pytest.param("[brief]", ["-p", "tight", "--prompts", "."], id="in a folder of prompts"),
    ],
)
def test_form_is_scored_again_by_the_style_of_then(  # noqa: PLR0917
    suite, model, run_eval, run_rescore, models, options
):
    Path("tight.md").write_text(TIGHT, encoding="utf-8")
    suite.write_text(SUITE.replace("[brief]", models), encoding="utf-8")
    run_eval(suite, "-m", "lead", "-o", "run.json", *options)
    again = run_rescore("run.json", "-o", "again.json")
    assert "is not there" not in again.stderr
    old, new = load_run(Path("run.json")), load_run(Path("again.json"))
    assert old.trials[0].scores["form"].value < 1
    assert [t.scores for t in new.trials] == [t.scores for t in old.trials]


def test_a_run_from_before_it_had_styles_says_when_it_cannot_know_one(
    suite, model, run_eval, run_rescore
):
    Path("tight.md").write_text(TIGHT, encoding="utf-8")
    run_eval(suite, "-p", "./tight.md", "-p", "brief", "-o", "run.json")
    run = load_run(Path("run.json"))
    old = run.model_copy(update={"manifest": run.manifest.model_copy(update={"styles": {}})})
    save(old, Path("run.json"))
    told = run_rescore("run.json").stderr
    assert "prompt tight is not there as it was" in told
    assert "prompt brief is not there" not in told


def test_a_run_says_how_its_words_were_drawn(suite, model, run_eval):
    run_eval(suite, "--only", "bridge", "--repeat", "3", "-o", "run.json")
    run = load_run(Path("run.json"))
    (drawn,) = run.manifest.sampling.values()
    assert set(run.manifest.sampling) == {"server/test brief"}
    assert (drawn.temperature, drawn.max_tokens) == (0.0, model.asked[0].max_tokens)
    assert {request.extra.get("seed") for request in model.asked} == set(drawn.seeds)


def test_a_summary_of_another_text_is_not_scored_again(suite, model, run_eval, run_rescore, place):
    run_eval(suite, "-o", "run.json")
    (place / "articles" / "bridge.txt").write_text("Other text.\n", encoding="utf-8")
    result = run_rescore("run.json")
    assert result.exit_code == 2
    assert "has changed" in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("", "is no run: it is empty: ", id="empty"),
        pytest.param("hello\n", "is no run: no JSON: ", id="text"),
        pytest.param("{]", "is no run: no JSON: ", id="not JSON"),
        pytest.param("[]", "is no run: it is JSON of another kind: ", id="a list"),
        pytest.param("{}", "is no run: it has no manifest: ", id="an object"),
    ],
)
def test_what_is_not_a_run_is_refused_with_its_fault_and_the_way_out(tmp_path, content, words):
    path = tmp_path / "run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as told:
        load_run(path)
    assert str(told.value) == (
        f"{path}: {words}give a file that `summarize eval` has written, or run it again"
    )


def test_scores_of_others_are_no_run(tmp_path):
    path = tmp_path / "scores.json"
    path.write_text('{"schema_version": "1", "systems": [], "trials": [], "errors": []}')
    with pytest.raises(InputError, match="holds scores of `summarize score`, not a run"):
        load_run(path)


def test_a_run_that_is_cut_off_is_told_with_its_line(suite, model, run_eval):
    run_eval(suite, "-o", "run.json")
    whole = Path("run.json").read_bytes()
    Path("run.json").write_bytes(whole[: len(whole) // 2])
    line = whole[: len(whole) // 2].count(b"\n") + 1
    with pytest.raises(InputError, match=rf"is no whole run: it is cut off in line {line}: give"):
        load_run(Path("run.json"))


@pytest.mark.parametrize(
    ("version", "words"),
    [
        pytest.param('"schema_version":"2",', "this version reads '1'", id="another"),
        pytest.param("", "is no run: it has no schema_version: give", id="none"),
    ],
)
def test_a_run_of_another_form_is_refused(suite, model, run_eval, version, words):
    run_eval(suite, "-o", "run.json")
    text = Path("run.json").read_text(encoding="utf-8")
    text = text.replace('"schema_version":"1",', version, 1)
    Path("run.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_run(Path("run.json"))


def test_runs_of_one_second_have_files_of_their_own(tmp_path):
    path = tmp_path / "runs" / "desk-20261122T140000Z.json"
    with ThreadPoolExecutor(8) as several:
        taken = list(several.map(unused, [path] * 8))
    assert {p.name for p in taken} == {
        path.name,
        *(f"desk-20261122T140000Z-{n}.json" for n in range(2, 9)),
    }
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        unused(tmp_path / "file" / "run.json")


def test_a_run_with_an_unknown_key_is_refused(suite, model, run_eval):
    run_eval(suite, "-o", "run.json")
    data = json.loads(Path("run.json").read_text(encoding="utf-8"))
    data["trials"][0]["verdict"] = "good"
    Path("run.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError, match=r"another version, or was changed: trials\.0\.verdict"):
        load_run(Path("run.json"))


def edited(change: Callable[[dict[str, Any]], None]) -> Path:
    """Change the run saved as run.json by hand."""
    data = json.loads(Path("run.json").read_text(encoding="utf-8"))
    change(data)
    Path("run.json").write_text(json.dumps(data), encoding="utf-8")
    return Path("run.json")


def _a_share_of(value: float) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["trials"][0]["scores"]["form"].update(value=value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(
            lambda data: data["trials"].append(data["trials"][0]), "repeat 0, twice", id="doubled"
        ),
        pytest.param(
            lambda data: data["trials"][0].update(article="moon"),
            "moon by lead .*, an article that is not among its inputs",
            id="of no article",
        ),
        pytest.param(_a_share_of(7.5), "form.value: .* less than or equal to 1", id="share of 7.5"),
        pytest.param(_a_share_of(-0.1), "form.value: .* greater than or", id="share below 0"),
        pytest.param(_a_share_of(math.nan), "form.value", id="share that is no number"),
    ],
)
def test_a_run_that_cannot_be_is_refused_in_one_line(suite, model, run_eval, change, words):
    run_eval(suite, "-o", "run.json")
    with pytest.raises(InputError, match=words) as raised:
        load_run(edited(change))
    assert "\n" not in str(raised.value)
    assert raised.value.exit_code == 2


def test_a_run_finds_its_gold_from_anywhere(suite, model, run_eval, place, monkeypatch):
    run_eval(suite, "-o", "out/run.json")
    saved = json.loads(Path("out/run.json").read_text(encoding="utf-8"))["manifest"]["articles"]
    assert saved[0]["gold"] == os.path.relpath(
        place / "gold" / "bridge.yaml", Path("out").resolve()
    )
    path = Path("out/run.json").resolve()
    before = load_run(path)
    monkeypatch.chdir("/")
    assert load_run(path).manifest.articles == before.manifest.articles
    assert Path(before.manifest.articles[0].gold) == place / "gold" / "bridge.yaml"


def test_a_folder_with_run_and_gold_may_be_moved(suite, model, run_eval, place, monkeypatch):
    run_eval(suite, "-o", str(place / "run.json"))
    moved = place.with_name("moved")
    place.rename(moved)
    monkeypatch.chdir("/")
    gold = Path(load_run(moved / "run.json").manifest.articles[0].gold)
    assert gold == moved / "gold" / "bridge.yaml"
    assert gold.is_file()


def test_a_name_from_where_the_run_was_made_is_looked_for_above_it(
    suite, model, run_eval, place, monkeypatch
):
    run_eval(suite, "-o", str(place / "runs" / "deep" / "run.json"))
    path = place / "runs" / "deep" / "run.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["manifest"]["articles"][0]["gold"] = "sub/../gold/bridge.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    # One of that name nearer by is not the one of then.
    (path.parent / "gold").mkdir()
    (path.parent / "gold" / "bridge.yaml").write_text("other", encoding="utf-8")
    monkeypatch.chdir("/")
    found = load_run(path).manifest.articles[0].gold
    assert found == str(place / "gold" / "bridge.yaml")


def test_what_is_found_nowhere_keeps_its_name(suite, model, run_eval, place):
    run_eval(suite, "-o", "run.json")
    path = edited(lambda data: data["manifest"]["articles"][0].update(gold="gone/bridge.yaml"))
    run = load_run(path)
    assert run.manifest.articles[0].gold == "gone/bridge.yaml"
    save(run, Path("out/again.json"))
    assert load_run(Path("out/again.json")).manifest.articles[0].gold == "gone/bridge.yaml"


def test_a_fault_nobody_foresaw_says_where_it_happened():
    def broken():
        raise KeyError("x")

    with pytest.raises(KeyError) as caught:
        broken()
    record = error_record("a.txt", caught.value)
    assert record.exit_code == 1
    assert "a.txt: a fault of this program at test_saved.py:" in record.message


def test_outside_a_repository_there_is_no_commit(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert git_state(tmp_path) == (None, None)


def test_an_input_that_is_not_in_the_commit_makes_the_tree_differ(tmp_path, monkeypatch):
    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", "-C", tmp_path, *who, *words], check=True, capture_output=True)

    git("init")
    (tmp_path / ".gitignore").write_text("own.md\n", encoding="utf-8")
    git("add", ".gitignore")
    git("commit", "-m", "first")
    for name in ("own.md", "notes.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    commit, dirty = git_state(tmp_path, [tmp_path / ".gitignore", Path("/elsewhere.md")])
    assert len(commit) == 40
    assert not dirty, "nobody reads the notes"
    own = [tmp_path / ".gitignore", tmp_path / "own.md"]
    assert git_state(tmp_path, own) == (commit, True)
    monkeypatch.setattr("evals.run.provenance.PACKAGE", tmp_path)
    assert git_state(tmp_path, own) == (commit, False), "shipped with us, and known by its version"


def test_the_digest_of_the_matcher_is_that_of_its_code():
    assert len(matcher_digest()) == 64
    assert matcher_digest() == matcher_digest()


def test_the_rest_is_estimated_with_what_it_costs(suite, model, run_eval, monkeypatch):
    monkeypatch.setattr("evals.run.watch.WORTH_SAYING", 0.0)
    suite.write_text(SUITE + "prices: {server/test: {input: 0, output: 9000}}\n", "utf-8")
    told = run_eval(suite, "-j", "1").stderr
    # Three calls an article, of 100 + 20 tokens each.
    assert "and 360 tokens ($0.54) left" in told
    suite.write_text(SUITE, "utf-8")
    assert "$" not in run_eval(suite, "-j", "1", "--repeat", "2").stderr.replace("$4", "")


@pytest.mark.parametrize(
    ("seconds", "said"), [(4.6, "5 s"), (59.0, "59 s"), (750, "12 min"), (12_000, "3 h 20 min")]
)
def test_a_time_is_told_as_one_says_it(seconds, said):
    assert spoken(seconds) == said
