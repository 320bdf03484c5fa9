"""`summarize eval --judge` and `summarize rescore --judge`: who judged is part of the run."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.bench.server import answered
from evals.compare.command import compare
from evals.compare.sides import refuse_unlike
from evals.gate.standing import inputs
from evals.report.page import report
from evals.run.price import priced
from evals.run.saved import load_run
from evals.scoring.judging import caution
from evals.suite import Price
from summarize.errors import InputError
from summarize.models.answers import Recorded
from summarize.models.lead import Lead
from summarize.prompt import shipped_prompts
from tests.evals.judges import (
    AT_ITS_WORD,
    Judging,
    at_its_word,
    body_of,
    nonsense,
    sure,
    tells_nothing,
)
from tests.evals.labels.made import labelled
from tests.evals.run.suites import Answering, write_suite
from tests.loopback import Loopback, answer, told

WITHOUT_A_VALUE = """  - id: mayor-spoke
    states: The mayor told people what the repair means for them.
    quote: "Mayor Anna Holt said the repair would cost $4 million"
    weight: must
traps:
"""
REWORDED = (
    "Mayor Anna Holt said the repair would cost $4 million and take until October 2019.",
    "The repair will cost $4 million and will take until October 2019, Mayor Anna Holt said.",
)


class Reworded(Answering):
    """States the cost in words that are not the article's."""

    said = "The mayor expects a bill of $4 million for the repair."

    async def complete(self, request):
        made = await super().complete(request)
        text = made.text.replace(
            "Mayor Anna Holt said the repair would cost $4 million.", self.said
        )
        return type(made)(text, made.finish_reason, made.usage, made.seconds)


@pytest.fixture
def judging(place, monkeypatch):
    """Write a suite with a fact that no value decides; let a summarizer and a judge answer."""
    path = write_suite(place)
    gold = place / "gold" / "bridge.yaml"
    text = gold.read_text(encoding="utf-8").replace("traps:\n", WITHOUT_A_VALUE)
    gold.write_text(text, encoding="utf-8")
    at_its_word(monkeypatch)
    models = {"server/test": Reworded(), "server/judge": Judging(sure("mayor", "Mayor", "storm"))}

    def opened(name, *, answers, **_):
        if name == "lead":
            return Lead()
        return Recorded(models[name], answers) if answers is not None else models[name]

    monkeypatch.setattr("evals.run.asking.open_model", opened)
    monkeypatch.setattr("summarize.models.providers.open_model", opened)
    return path, models


def evaluated(run_eval, path, *more, out="run.json"):
    result = run_eval(path, "-o", out, *more)
    assert result.exit_code == 0, result.stderr
    return result, load_run(Path(out))


def test_a_judge_fills_what_no_value_decides_and_is_recorded(judging, run_eval):
    path, models = judging
    result, run = evaluated(run_eval, path, "--judge", "server/judge")
    lead, trial = run.trials
    assert trial.facts["mayor-spoke"].verdict == "stated"
    assert trial.facts["mayor-spoke"].sure == pytest.approx(0.9, abs=0.01)
    assert {(s.statement, s.supported) for s in trial.supported} >= {(Reworded.said, True)}
    assert {s.by_rule for s in trial.supported if s.statement == Reworded.said} == {False}
    assert {(s.by_rule, s.sure) for s in lead.supported} == {(True, None)}
    assert trial.scores["faithful"].value is not None
    assert trial.amounts["judge-tokens"] > 0
    assert trial.amounts["tokens"] == 120.0 * trial.summary.made_by.usage.calls
    assert lead.scores["faithful"].value == 1.0
    assert run.manifest.judge.model == "server/judge"
    assert set(run.manifest.models) == {"server/test", "lead"}
    assert "faithful" in result.stdout
    assert "judge-seconds" in result.stdout
    assert models["server/judge"].closed


def test_without_a_judge_nothing_changes(judging, run_eval):
    path, models = judging
    result, run = evaluated(run_eval, path)
    assert run.manifest.judge is None
    assert run.trials[1].supported is None
    assert "judge" not in result.stdout
    assert models["server/judge"].judged == []


def test_what_was_judged_is_not_asked_again_and_another_judge_is(judging, run_eval):
    path, models = judging
    evaluated(run_eval, path, "--judge", "server/judge")
    asked = len(models["server/judge"].judged)
    again, _ = evaluated(run_eval, path, "--judge", "server/judge", out="b.json")
    assert "2 trials were made before" in again.stderr
    alone, _ = evaluated(run_eval, path, out="c.json")
    assert "were made before" not in alone.stderr
    assert len(models["server/judge"].judged) == asked


def test_its_answers_are_recorded_and_replayed(judging, run_eval):
    path, models = judging
    _, recorded = evaluated(run_eval, path, "--judge", "server/judge", "--record", "said")
    asked = len(models["server/judge"].judged)
    _, replayed = evaluated(
        run_eval, path, "--judge", "server/judge", "--replay", "said", out="b.json"
    )
    assert [t.facts for t in replayed.trials] == [t.facts for t in recorded.trials]
    assert [t.scores for t in replayed.trials] == [t.scores for t in recorded.trials]
    assert len(models["server/judge"].judged) == asked


def test_a_replay_without_its_answers_is_an_error_that_says_how(judging, run_eval):
    path, _ = judging
    evaluated(run_eval, path, "--record", "said")
    result = run_eval(path, "--judge", "server/judge", "--replay", "said", "-o", "b.json")
    assert result.exit_code == 3
    assert "no recorded answer" in result.stderr
    assert "--record said" in result.stderr
    assert load_run(Path("b.json")).trials[1].summary is not None


@pytest.mark.parametrize("shares", [nonsense, tells_nothing])
def test_a_judge_that_tells_nothing_has_judged_nothing(judging, run_eval, run_rescore, shares):
    path, models = judging
    evaluated(run_eval, path, out="plain.json")
    models["server/judge"].shares = shares
    ran = run_eval(path, "--judge", "server/judge", "-o", "run.json", "--model", "server/test")
    rescored = run_rescore("plain.json", "--judge", "server/judge", "-o", "again.json")
    for result, name in ((ran, "run.json"), (rescored, "again.json")):
        run = load_run(Path(name))
        trial = run.trials[1]
        assert trial.facts["mayor-spoke"].verdict == "cannot-judge"
        assert trial.scores["decided"].value < 1
        assert "mayor-spoke" in trial.scores["decided"].reason
        assert trial.scores["faithful"].value is None, "its own words alone would be copies"
        asked = sum(t.questions.asked for t in run.trials)
        assert trial.questions.untold == trial.questions.asked > 0
        assert f"for {asked} of {asked} questions: it has judged nothing" in result.stderr
        assert result.exit_code == 3, "a model that does not answer"
        assert "it has judged nothing" in report([run])


def test_a_judge_that_tells_some_is_said_to_leave_the_others_open(judging, run_eval):
    path, models = judging

    def some(text, statement):
        return {} if statement == Reworded.said else sure("mayor")(text, statement)

    models["server/judge"].shares = some
    result, run = evaluated(run_eval, path, "--judge", "server/judge")
    of_it = [t.questions for t in run.trials]
    asked, untold = sum(q.asked for q in of_it), sum(q.untold for q in of_it)
    assert 0 < untold < asked
    assert f"for {untold} of {asked} questions: what they decide is left open" in result.stderr


def test_rescore_asks_a_judge_and_without_one_there_is_none(judging, run_eval, run_rescore):
    path, models = judging
    _, judged = evaluated(run_eval, path, "--judge", "server/judge", out="judged.json")
    _, plain = evaluated(run_eval, path, out="plain.json")
    models["server/judge"].judged.clear()
    assert run_rescore("plain.json", "--judge", "server/judge", "-o", "again.json").exit_code == 0
    again = load_run(Path("again.json"))
    assert again.manifest.judge == judged.manifest.judge
    assert [t.facts for t in again.trials] == [t.facts for t in judged.trials]
    assert [t.supported for t in again.trials] == [t.supported for t in judged.trials]
    assert models["server/judge"].judged == [], "all of it was asked before"
    unjudged = run_rescore("judged.json", "-o", "without.json")
    assert unjudged.exit_code == 0
    assert "was judged by server/judge, and nobody is asked now" in unjudged.stderr
    assert "add --judge server/judge" in unjudged.stderr
    without = load_run(Path("without.json"))
    assert without.manifest.judge is None
    assert [t.facts for t in without.trials] == [t.facts for t in plain.trials]


def test_a_run_rescored_elsewhere_says_how_its_labels_are_read(judging, run_eval, run_rescore):
    path, _ = judging
    _, run = evaluated(run_eval, path, "--judge", "server/judge")
    labelled(Path("run.json"), run, 100)
    asking = ("run.json", "--judge", "server/judge")
    beside = run_rescore(*asking)
    other = run_rescore(*asking, "-o", "other.json")
    command = "summarize report other.json --labels run.labels.json"
    assert command in other.stderr
    assert "its labels" not in beside.stderr
    assert "by Ann" in beside.stdout
    assert "by Ann" in other.stdout
    assert "by Ann" not in run_rescore("other.json", "--judge", "server/judge").stdout
    named = run_rescore("other.json", "--judge", "server/judge", "--labels", "run.labels.json")
    assert "by Ann" in named.stdout


def test_runs_judged_otherwise_are_not_compared(judging, run_eval):
    path, _ = judging
    _, judged = evaluated(run_eval, path, "--judge", "server/judge")
    _, plain = evaluated(run_eval, path)
    with pytest.raises(InputError, match=r"the judge differs \(server/judge, none\)"):
        refuse_unlike(judged, plain, ("a", "b"))
    with pytest.raises(InputError, match="not judged alike"):
        report([judged, plain])
    refuse_unlike(judged, judged, ("a", "b"))
    other = judged.manifest.judge.model_copy(update={"weights": "f" * 64})
    moved = judged.model_copy(
        update={"manifest": judged.manifest.model_copy(update={"judge": other})}
    )
    with pytest.raises(InputError, match="weights ffffffff"):
        refuse_unlike(judged, moved, ("a", "b"))
    assert inputs(judged)["judge"] != inputs(moved)["judge"]
    assert "judge" not in inputs(plain)
    assert judged.trials[1].answers != plain.trials[1].answers


def test_a_judge_at_another_address_is_another_judge(judging, run_eval):
    path, _ = judging
    how = "--judge", "server/judge", "--record", "said"
    here, there = (("--base-url", f"http://127.0.0.1:{port}/v1") for port in (1, 2))
    _, one = evaluated(run_eval, path, *how, *here)
    again, same = evaluated(run_eval, path, *how, *here, out="b.json")
    assert "2 trials were made before" in again.stderr
    elsewhere, other = evaluated(run_eval, path, *how, *there, out="c.json")
    assert "were made before" not in elsewhere.stderr
    refuse_unlike(one, same, ("a", "b"))
    with pytest.raises(InputError, match=r"the judge differs \(server/judge at address \w{8}, "):
        refuse_unlike(one, other, ("a", "b"))
    with pytest.raises(InputError, match="not judged alike"):
        report([one, other])
    _, replayed = evaluated(run_eval, path, *how[:2], "--replay", "said", out="d.json")
    refuse_unlike(one, replayed, ("a", "b"))
    refuse_unlike(replayed, other, ("a", "b"))
    assert inputs(one)["judge"] == inputs(replayed)["judge"]


def test_a_prompt_has_its_statements_judged_by_whom_it_names(judging, run_eval, tmp_path):
    path, models = judging
    text = (shipped_prompts() / "brief.md").read_text(encoding="utf-8")
    prompt = tmp_path / "careful.md"
    named = text.replace("sampling:", "support: server/judge\nsampling:", 1)
    prompt.write_text(named, encoding="utf-8")
    _, run = evaluated(run_eval, path, "--prompt", str(prompt))
    made = run.trials[1].summary.made_by
    assert (made.model, made.judge.model) == ("server/test", "server/judge")
    assert made.judge.calls
    paid = priced(run.trials[1], {"server/test": Price(input=1.0, output=0.0)}).amounts["usd"]
    own = made.usage.prompt_tokens - made.judge.prompt_tokens
    assert paid == pytest.approx(own / 1_000_000)
    assert made.judge.prompt_tokens > 0
    assert len(models["server/judge"].judged) <= made.judge.calls
    assert models["server/judge"].closed
    assert run.manifest.judge is None
    assert set(run.manifest.models) == {"server/test", "lead"}
    again, _ = evaluated(run_eval, path, "--prompt", str(prompt), out="b.json")
    assert "trials were made before" in again.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--judge", "lead"], "answers no question", id="no model"),
        pytest.param(["--record", "said"], "name a model with --judge", id="nobody to record"),
    ],
)
def test_a_judge_that_there_cannot_be_is_refused(judging, run_eval, run_rescore, options, words):
    path, _ = judging
    evaluated(run_eval, path)
    result = run_rescore("run.json", *options)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_judge_that_the_weights_are_not_made_for_is_said_to_be(judging, run_eval, monkeypatch):
    path, _ = judging
    fitted = replace(AT_ITS_WORD, answers_of="local/one")
    for name in ("shipped", "with_a_model"):
        monkeypatch.setattr(f"evals.scoring.judging.{name}", lambda: fitted)
    result, run = evaluated(run_eval, path, "--judge", "server/judge")
    assert "judge server/judge: its answers are weighed as those of local/one" in result.stderr
    assert "weighed as those of local/one" in report([run])
    assert caution("local/one") is None


@pytest.fixture
def wired(place, monkeypatch):
    """Write the suite, and serve a summarizer and a judge on loopback."""
    path = write_suite(place)
    gold = place / "gold" / "bridge.yaml"
    text = gold.read_text(encoding="utf-8").replace("traps:\n", WITHOUT_A_VALUE)
    gold.write_text(text, encoding="utf-8")
    at_its_word(monkeypatch)
    summarizer = answer(lambda request: answered(request).replace(*REWORDED))
    judge = told(lambda request: sure("mayor", "Mayor", "storm", "city")(*body_of(request)))

    def serve(request):
        return judge(request) if request["model"] == "judge" else summarizer(request)

    with Loopback(otherwise=serve) as server:
        yield path, server


def asked_of_the_judge(server):
    return [request for request in server.requests if request["model"] == "judge"]


def test_a_suite_is_judged_over_the_wire(wired, run_eval):
    path, server = wired
    where = ("--base-url", server.base_url)
    _, run = evaluated(run_eval, path, "--judge", "server/judge", *where)
    questions = asked_of_the_judge(server)
    assert {(q["logprobs"], q["top_logprobs"], q["max_tokens"]) for q in questions} == {
        (True, 20, 1)
    }
    trial = run.trials[1]
    assert trial.facts["mayor-spoke"].verdict == "stated"
    assert REWORDED[1] in {statement for _, statement in map(body_of, questions)}
    assert trial.scores["faithful"].value == 1.0
    # What both say is asked once, and counted for both.
    assert sum(t.amounts["judge-tokens"] for t in run.trials) >= 15.0 * len(questions)
    assert trial.amounts["tokens"] == 15.0 * trial.summary.made_by.usage.calls


def test_two_prompts_are_compared_by_a_judge_over_the_wire(wired):
    path, server = wired
    given = ["--suite", str(path), "-p", "brief", "-p", "bullets", "--judge", "server/judge"]
    done = CliRunner().invoke(compare, [*given, "--base-url", server.base_url])
    assert done.exit_code == 0, done.output
    assert "faithful" in done.output
    assert asked_of_the_judge(server)
    (saved,) = Path("runs").iterdir()
    assert load_run(saved).manifest.judge.model == "server/judge"
