"""`summarize eval`: what is run, what is saved, and how it ends."""

import json
import re
from pathlib import Path

import pytest
from click.exceptions import Abort

from evals.run.saved import load_run
from tests.evals.run.conftest import use
from tests.evals.run.suites import SUITE, Answering, Failing, write_suite


def test_a_run_is_saved_whole_with_its_provenance(suite, model, run_eval, place):
    result = run_eval(suite, "-o", "out/run.json")
    assert result.exit_code == 0, result.stderr
    run = load_run(Path("out/run.json"))
    assert [(t.model, t.article) for t in run.trials] == [
        ("lead", "bridge"),
        ("lead", "tunnel"),
        ("server/test", "bridge"),
        ("server/test", "tunnel"),
    ]
    trial = run.trials[2]
    assert trial.facts["repair-cost"].verdict == "stated"
    assert trial.facts["daily-traffic"].verdict == "missing"
    assert trial.scores["coverage"].value == 0.5
    assert trial.amounts["tokens"] == 120.0 * trial.summary.made_by.usage.calls
    made = run.manifest
    assert made.suite == "small"
    assert made.models == ["server/test", "lead"]
    assert set(made.prompts) == {"brief"}
    assert made.versions.keys() >= {"summarize-news", "python", "openai"}
    assert made.articles[0].text.startswith("Bridge closed")
    assert not [p for p in Path("out").iterdir() if p.name != "run.json"]
    assert model.closed


def test_a_price_makes_the_cost_known_and_holds_for_what_was_made_before(
    suite, model, run_eval, run_rescore
):
    run_eval(suite, "-o", "a.json")
    assert load_run(Path("a.json")).trials[2].amounts["usd"] is None
    priced = "prices: {server/test: {input: 2.5, output: 10}}\n"
    suite.write_text(SUITE + priced, encoding="utf-8")
    result = run_eval(suite, "-o", "b.json")
    lead, *_, trial = load_run(Path("b.json")).trials
    calls = trial.summary.made_by.usage.calls
    assert trial.amounts["usd"] == pytest.approx(calls * (100 * 2.5 + 20 * 10) / 1_000_000)
    assert trial.summary.made_by.cost_usd == trial.amounts["usd"]
    assert lead.amounts["usd"] is None
    assert f"{trial.amounts['usd']:.4f}" in result.stdout
    run_rescore("b.json", "-o", "c.json")
    assert load_run(Path("c.json")).trials[-1].amounts["usd"] == trial.amounts["usd"]


def test_the_baseline_is_always_in_the_table(suite, model, run_eval):
    result = run_eval(suite, "--model", "server/test")
    assert "A  lead, prompt brief" in result.stdout
    assert "B  server/test, prompt brief" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_table_says_of_each_share_what_it_is_of(suite, model, run_eval):
    result = run_eval(suite)
    table, legend = result.stdout.split("Shares from 0 to 1 (best)")
    assert "contradictions: facts not contradicted" in legend
    shares = [line.split()[0] for line in table.splitlines() if "(" in line]
    named = {re.sub("-(may|first|middle|last)$", "", name) for name in shares}
    assert named >= {"coverage", "traps", "contradictions", "concise"}
    assert all(f"{name}: " in legend for name in named)


def test_json_has_every_system_and_nothing_else_is_on_stdout(suite, model, run_eval):
    document = json.loads(run_eval(suite, "--json").stdout)
    assert [s["model"] for s in document["systems"]] == ["lead", "server/test"]
    coverage = document["systems"][1]["metrics"]["coverage"]
    assert coverage == {"value": 0.5, "n": 4, "articles": 2}
    assert document["systems"][1]["metrics"]["faithful"]["value"] is None


@pytest.mark.parametrize(
    ("options", "trials"),
    [
        pytest.param(["--only", "tunnel"], 2, id="one article by id"),
        pytest.param(["--only", "tunnel.yaml"], 2, id="one article by its gold file"),
        pytest.param(["--only", "tunnel", "--only", "bridge"], 4, id="two articles"),
        pytest.param(["-n", "1"], 2, id="the first article"),
        pytest.param(["--repeat", "3"], 8, id="lead is not repeated"),
        pytest.param(["--model", "lead"], 2, id="lead once only"),
        pytest.param(["--prompt", "brief", "--prompt", "bullets"], 8, id="two prompts"),
    ],
)
def test_what_is_selected_is_run(suite, model, run_eval, options, trials):
    assert run_eval(suite, "-o", "run.json", *options).exit_code == 0
    assert len(load_run(Path("run.json")).trials) == trials


def test_one_fact_shows_its_verdicts_and_the_words_that_decided(suite, model, run_eval):
    result = run_eval(suite, "--fact", "repair-cost", "--only", "bridge", "-o", "run.json")
    assert "repair-cost (bridge)" in result.stdout
    assert "server/test brief: stated" in result.stdout
    assert "the repair would cost $4 million" in result.stdout
    assert "daily-traffic" not in result.stdout
    trial = load_run(Path("run.json")).trials[-1]
    assert list(trial.facts) == ["repair-cost"]
    assert list(trial.traps) == ["wrong-cost"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--only", "bridg"], "did you mean bridge?", id="article"),
        pytest.param(["--fact", "repair-costs"], "did you mean repair-cost?", id="fact"),
        pytest.param(
            ["--only", "bridge", "--fact", "nothing"], "name one of bridge-closed", id="other fact"
        ),
        pytest.param(["--prompt", "brif"], "prompt 'brif'", id="prompt"),
        pytest.param(["--replay", "nowhere"], "no such folder", id="recordings"),
        pytest.param(["--replay", "suite.yaml"], "a suite comes first", id="suite after it"),
        pytest.param(["--no-cache", "--record", "x"], "exclude each other", id="two ways to keep"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_is_asked(suite, model, run_eval, options, words):
    result = run_eval(suite, *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not model.asked


@pytest.mark.parametrize("named", ["local/qwen9", "qwen2.5"])
def test_a_model_that_is_none_is_told_with_its_line_in_the_suite(suite, run_eval, named):
    text = suite.read_text("utf-8")
    suite.write_text(text.replace("models: [server/test", f"models: [lead, {named}"), "utf-8")
    result = run_eval(suite)
    assert result.exit_code == 2
    assert result.stderr.startswith("suite.yaml:4: model ") or result.stderr.startswith(
        f"{suite}:4: model "
    )
    other = run_eval(suite, "-m", "local/qwen8")
    assert other.stderr.startswith("model local/qwen8: ")


def test_an_error_in_a_trial_is_no_score_and_fails_the_run(suite, run_eval, monkeypatch):
    use(Failing(), monkeypatch)
    result = run_eval(suite, "-o", "run.json")
    assert result.exit_code == 1
    assert "ZeroDivisionError: by zero" in result.stderr
    failed = load_run(Path("run.json")).trials[2]
    assert failed.error.kind == "ZeroDivisionError"
    assert failed.scores == {}
    assert failed.summary is None


def test_a_metric_that_nobody_measured_fails_the_run(suite, model, run_eval, place):
    for gold in (place / "gold").iterdir():
        text = gold.read_text(encoding="utf-8")
        gold.write_text(text.partition("traps:")[0], encoding="utf-8")
    result = run_eval(suite)
    assert result.exit_code == 1
    assert "metric traps: not measured in any trial" in result.stderr
    assert "faithful" not in result.stderr


def test_a_repeat_is_asked_anew_and_the_first_is_what_it_always_was(suite, model, run_eval):
    run_eval(suite, "--only", "bridge")
    first = {request.digest() for request in model.asked}
    assert all(not request.extra for request in model.asked)
    model.asked.clear()
    run_eval(suite, "--only", "bridge", "--repeat", "3")
    assert {request.extra["seed"] for request in model.asked} == {1, 2}
    assert not first & {request.digest() for request in model.asked}


def test_a_finished_trial_is_taken_up_again(suite, model, run_eval):
    run_eval(suite, "--only", "bridge", "-o", "a.json")
    asked = len(model.asked)
    result = run_eval(suite, "-o", "b.json")
    assert "2 trials were made before" in result.stderr
    assert all("Tunnel" in str(request.messages) for request in model.asked[asked:-1])
    again = run_eval(suite, "-o", "c.json")
    assert "4 trials were made before" in again.stderr
    b, c = load_run(Path("b.json")), load_run(Path("c.json"))
    assert [t.facts for t in b.trials] == [t.facts for t in c.trials]
    assert all(t.summary.made_by.cached for t in c.trials if t.model != "lead")


def test_a_run_that_was_killed_goes_on_where_it_was(suite, run_eval, monkeypatch):
    class Killed(Answering):
        async def complete(self, request):
            if "Tunnel" in request.messages[-1].content:
                raise KeyboardInterrupt
            return await super().complete(request)

    use(Killed(), monkeypatch)
    with pytest.raises((KeyboardInterrupt, Abort)):
        run_eval(suite, "-j", "1", "-o", "run.json")
    assert not Path("run.json").exists()
    model = Answering()
    use(model, monkeypatch)
    result = run_eval(suite, "-o", "run.json")
    assert "trials were made before" in result.stderr
    assert len(load_run(Path("run.json")).trials) == 4
    assert not any("Bridge" in str(request.messages) for request in model.asked)


def test_a_trial_is_made_again_when_a_recording_of_it_is_gone(suite, model, run_eval, place):
    run_eval(suite, "--only", "bridge")
    asked = len(model.asked)
    for recording in (place / "cache" / "answers").rglob("*.json"):
        recording.unlink()
    run_eval(suite, "--only", "bridge")
    assert len(model.asked) == 2 * asked


def test_a_trial_is_made_again_when_the_gold_has_changed(suite, model, run_eval, place):
    run_eval(suite, "-o", "a.json")
    gold = place / "gold" / "bridge.yaml"
    gold.write_text(gold.read_text(encoding="utf-8").replace("daily-traffic", "every-day"))
    result = run_eval(suite, "-o", "b.json")
    assert "2 trials were made before" in result.stderr
    assert "every-day" in load_run(Path("b.json")).trials[0].facts


def test_no_cache_keeps_nothing(suite, model, run_eval, place):
    run_eval(suite, "--no-cache", "--only", "bridge")
    asked = len(model.asked)
    run_eval(suite, "--no-cache", "--only", "bridge")
    assert len(model.asked) == 2 * asked
    assert not (place / "cache").exists()


def test_what_was_recorded_is_replayed_without_the_model(suite, model, run_eval):
    assert run_eval(suite, "--record", "-o", "a.json").exit_code == 0
    model.asked.clear()
    result = run_eval(suite, "--replay", "-o", "b.json")
    assert result.exit_code == 0
    assert not model.asked
    a, b = load_run(Path("a.json")), load_run(Path("b.json"))
    assert [t.scores for t in a.trials] == [t.scores for t in b.trials]
    assert b.manifest.replayed
    assert not a.manifest.replayed


def test_a_replay_miss_says_how_to_record(suite, model, run_eval, place):
    (place / "recordings").mkdir()
    result = run_eval(suite, "--replay")
    assert result.exit_code == 3
    assert "--record recordings" in result.stderr


def test_a_damaged_recording_is_named(suite, model, run_eval, place):
    run_eval(suite, "--record", "-o", "a.json")
    damaged = sorted((place / "recordings").rglob("*.json"))[0]
    damaged.write_bytes(damaged.read_bytes()[:200])
    result = run_eval(suite, "--replay", "-o", "b.json")
    assert result.exit_code == 2
    assert (
        f": recordings/{damaged.relative_to(place / 'recordings')}: is damaged: " in result.stderr
    )
    assert "no recorded answer" not in result.stderr


def test_a_place_that_cannot_be_written_is_told_before_a_model_is_asked(
    suite, model, run_eval, place
):
    (place / "file").write_text("", encoding="utf-8")
    result = run_eval(suite, "-o", "file/run.json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert not model.asked


def test_without_a_suite_the_one_of_the_project_is_run(place, model, run_eval):
    write_suite(place / "evals" / "suites", suite=SUITE.replace("small", "mine"))
    (place / "evals" / "suites" / "suite.yaml").rename(place / "evals" / "suites" / "default.yaml")
    assert run_eval().stdout.startswith("mine: 1 article, 2 trials")
    assert list((place / "runs").glob("mine-*.json"))


def test_articles_are_worked_on_at_once_but_never_more_than_asked(place, run_eval, monkeypatch):
    class Counting(Answering):
        now = most = 0

        async def complete(self, request):
            import asyncio

            Counting.now += 1
            Counting.most = max(Counting.most, Counting.now)
            await asyncio.sleep(0.01)
            Counting.now -= 1
            return await super().complete(request)

    use(Counting(), monkeypatch)
    suite = write_suite(place, names=("a", "b", "c", "d", "e"))
    assert run_eval(suite, "-j", "3").exit_code == 0
    assert Counting.most == 3


def test_a_part_of_the_suite_does_not_set_its_floors(suite, model, run_eval):
    suite.write_text(SUITE + "floors: floors.json\n", encoding="utf-8")
    result = run_eval(suite, "-n", "1", "--update-floors")
    assert (result.exit_code, model.asked) == (2, [])
    assert "only a part of the suite would be run" in result.stderr


def test_a_part_may_have_floors_of_its_own(suite, model, run_eval, place):
    suite.write_text(SUITE + "floors: floors.json\n", encoding="utf-8")
    part = (suite, "-n", "1", "--floors", "part.json")
    assert run_eval(*part, "--update-floors").exit_code == 0
    assert not (place / "floors.json").exists()
    checked = run_eval(*part)
    assert checked.exit_code == 0
    assert "not checked" not in checked.stderr
    assert "not checked" in run_eval(suite, "-n", "1").stderr


def test_what_was_made_before_counts_and_a_failure_is_told_once(suite, model, run_eval, place):
    run_eval(suite, "--only", "bridge")
    resumed = run_eval(suite, "-o", "run.json").stderr
    assert "4/4 tunnel, server/test brief" in resumed
    (place / "recordings").mkdir()
    failed = run_eval(suite, "--replay").stderr
    assert failed.count("bridge, server/test brief: server/test: no recorded answer") == 1
    assert failed.count("no recorded answer") == 2, "one for each article"
