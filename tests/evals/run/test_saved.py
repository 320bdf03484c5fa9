"""Saved runs: read back as written, scored again without a model, refused when no runs."""

import json
from pathlib import Path

import pytest

from evals.run.digests import matcher_digest
from evals.run.execute import error_record
from evals.run.provenance import git_state
from evals.run.saved import load_run, save
from evals.run.watch import spoken
from summarize.errors import InputError


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


def test_a_summary_of_another_text_is_not_scored_again(suite, model, run_eval, run_rescore, place):
    run_eval(suite, "-o", "run.json")
    (place / "articles" / "bridge.txt").write_text("Other text.\n", encoding="utf-8")
    result = run_rescore("run.json")
    assert result.exit_code == 2
    assert "has changed" in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("", "is not a run", id="empty"),
        pytest.param("{]", "is not a run", id="not JSON"),
        pytest.param("[]", "is not a run", id="a list"),
        pytest.param('{"schema_version": "2"}', "this version reads '1'", id="another version"),
        pytest.param("{}", "manifest", id="an object"),
    ],
)
def test_what_is_not_a_run_is_refused(tmp_path, content, words):
    path = tmp_path / "run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_run(path)


def test_a_run_with_an_unknown_key_is_refused(suite, model, run_eval):
    run_eval(suite, "-o", "run.json")
    data = json.loads(Path("run.json").read_text(encoding="utf-8"))
    data["trials"][0]["verdict"] = "good"
    Path("run.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError, match="or of another version"):
        load_run(Path("run.json"))


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


def test_the_digest_of_the_matcher_is_that_of_its_code():
    assert len(matcher_digest()) == 64
    assert matcher_digest() == matcher_digest()


@pytest.mark.parametrize(
    ("seconds", "said"), [(4.6, "5 s"), (59.0, "59 s"), (750, "12 min"), (12_000, "3 h 20 min")]
)
def test_a_time_is_told_as_one_says_it(seconds, said):
    assert spoken(seconds) == said
