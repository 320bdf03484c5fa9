"""What labels and known errors make of the rates of a run, and how it is shown."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.labels.frame import judgements
from evals.labels.given import given as given_of
from evals.labels.known import known
from evals.labels.rates import rates_of
from evals.labels.record import beside, find_labels, load_labels, save_labels
from evals.labels.sample import order
from evals.labels.table import as_data, as_text
from evals.labels.width import widths
from evals.match.asked import shipped
from evals.report.command import report as report_command
from evals.report.page import report
from evals.run.digests import matcher_digest
from evals.run.record import JudgeRecord
from evals.run.saved import load_run
from evals.scoring.judging import weights_sha256
from evals.statistics.corrected import KnownErrors
from summarize.errors import InputError
from summarize.judge.ask import questions_sha256
from summarize.judge.support import with_a_model
from tests.evals.labels.made import FACTS, SYSTEMS, is_stated, labelled, saved

TRUE = sum(is_stated(a, n) for a in range(12) for n in range(FACTS)) / (12 * FACTS)
ERRORS = {"coverage": KnownErrors(0.9, 500, 0.9, 500)}


def rates(path, **more):
    return rates_of(load_run(path), path, **({"known": {}} | more))


def test_without_labels_and_known_errors_there_is_nothing_to_show(tmp_path):
    assert rates(saved(tmp_path)) is None


def test_labels_correct_what_the_judge_gets_wrong(tmp_path):
    # He is wrong on one fact of six in each article, and leaves one open.
    path = saved(tmp_path, wrong=(1,), open_=5)
    run = load_run(path)
    labelled(path, run, 10_000)
    found = rates(path)
    for rate in (r for r in found.rates if r.metric == "coverage"):
        assert rate.by == "labels"
        assert rate.corrected.rate == pytest.approx(TRUE)
        assert rate.corrected.labels == 72
        assert rate.corrected.clusters == 12
    labelled(path, run, 160)
    for rate in rates(path).rates:
        assert rate.corrected.low <= TRUE <= rate.corrected.high or rate.metric == "faithful"


def test_agreement_is_told_by_what_the_judge_said(tmp_path):
    path = saved(tmp_path, wrong=(1,))
    labelled(path, load_run(path), 10_000)
    stated, supported = rates(path).agreement
    assert stated.question == "stated"
    assert stated.share.rate == pytest.approx(5 / 6)
    assert sum(w.n for w in stated.where) == 144
    assert sum(w.agreed for w in stated.where) == 120
    assert [(w.said, w.agreed, w.n) for w in supported.where] == [("yes", 48, 48)]


def test_too_few_labels_say_which_are_lacking(tmp_path):
    path = saved(tmp_path)
    labelled(path, load_run(path), 1)
    reasons = [r.why for r in rates(path).rates]
    assert "no labels of: yes, no" in reasons
    assert all(r.corrected is None for r in rates(path).rates if r.why)


def test_known_errors_serve_where_labels_do_not(tmp_path):
    path = saved(tmp_path)
    found = rates(path, known=ERRORS)
    assert [(r.metric, r.by) for r in found.rates] == [
        ("coverage", "known errors"),
        ("coverage", "known errors"),
        ("faithful", "nothing"),
    ]
    assert found.rates[0].corrected.rate == pytest.approx((TRUE - 0.1) / 0.8)


def test_what_rules_decided_is_left_as_it_is(tmp_path):
    path = saved(tmp_path)
    run = load_run(path)
    by_rule = [
        t.model_copy(
            update={"facts": {i: v.model_copy(update={"sure": None}) for i, v in t.facts.items()}}
        )
        for t in run.trials
    ]
    all_, half = by_rule, [*by_rule[:6], *run.trials[6:12], *by_rule[12:]]
    found = rates_of(run.model_copy(update={"trials": all_}), path, known=ERRORS)
    assert (found.rates[0].corrected, found.rates[0].why) == (None, "rules decided all of it")
    made = run.model_copy(update={"trials": half})
    found = rates_of(made, path, known=ERRORS)
    first = found.rates[0]
    assert (first.verdicts, first.decided, first.by_rule) == (72, 72, 36)
    assert first.corrected.rate == pytest.approx((TRUE + (TRUE - 0.1) / 0.8) / 2)
    assert "What rules decided is taken as right: coverage A 36 of 72" in as_text(found, made)


def test_labels_hold_for_the_run_rescored(tmp_path):
    path = saved(tmp_path)
    labelled(path, load_run(path), 60)
    again = path.with_name("run-rescored.json")
    again.write_bytes(path.read_bytes())
    assert find_labels(again) == beside(path)
    assert rates(again).labels == 60


def test_labels_of_reworded_facts_are_not_counted(tmp_path):
    path = saved(tmp_path)
    labelled(path, load_run(path), 10_000)
    run = load_run(path)
    first = run.trials[0].summary.model_copy(update={"key_points": []})
    trials = [run.trials[0].model_copy(update={"summary": first}), *run.trials[1:]]
    found = rates_of(run.model_copy(update={"trials": trials}), path, known={})
    assert found.stale == FACTS
    assert "Not counted: 6 labels" in as_text(found, run)


def test_it_is_shown_in_80_columns_and_as_json(tmp_path):
    path = saved(tmp_path, wrong=(1,), open_=5)
    labelled(path, load_run(path), 60, cannot_tell=2)
    found = rates(path)
    shown = as_text(found, load_run(path))
    assert max(map(len, shown.splitlines())) <= 80
    assert "60 labels by Ann, 2 of them cannot tell: intervals hold" in shown
    assert "of its 72 verdicts labelled" in shown
    data = json.loads(json.dumps(as_data(found)))
    assert [(r["model"], r["prompt"]) for r in data["rates"][:2]] == [
        list(s) and s for s in SYSTEMS
    ]
    assert data["rates"][0]["corrected"] is None, "nothing of the baseline was labelled"
    assert data["rates"][1]["corrected"]["labels"] > 0


def test_what_rests_on_known_errors_says_what_it_takes_for_granted(tmp_path):
    path = saved(tmp_path, open_=5)
    found = rates(path, known=ERRORS)
    shown = as_text(found, load_run(path))
    assert "if it errs as elsewhere, 60 of 72" in shown
    assert "which is taken to hold here" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80
    assert "of the 60 of 72 verdicts decided" in report([load_run(path)], corrected=[found])


def test_errors_that_cannot_be_those_of_this_run_correct_nothing(tmp_path):
    # 2 of 3 facts are stated, and this judge would call no more than 4 of 10 so.
    path = saved(tmp_path)
    found = rates(path, known={"coverage": KnownErrors(0.4, 500, 0.99, 500)})
    assert (found.rates[0].corrected, found.rates[0].by) == (None, "nothing")
    assert found.rates[0].why == "more yes than its known errors allow"
    assert "gets one from labels" in as_text(found, load_run(path))


def _judged_by(run, **other):
    judge = JudgeRecord(
        model="server/other",
        question=questions_sha256(),
        weights=weights_sha256(shipped(), with_a_model()),
    )
    manifest = run.manifest.model_copy(update={"judge": judge, "matcher": matcher_digest()} | other)
    return run.model_copy(update={"manifest": manifest})


def test_a_run_whose_judge_is_unknown_says_so_in_a_line(tmp_path):
    path = saved(tmp_path)
    other = _judged_by(load_run(path))
    found = rates_of(other, path)
    assert found.rates == ()
    assert as_text(found, other).split("\n")[1].startswith("Rates are as judged: how often server/")
    assert "server/other errs is not known" in report([other], corrected=[found])
    older = rates_of(_judged_by(other, matcher="0" * 64), path)
    assert "summarize rescore" in older.unknown


def test_of_the_articles_own_sentences_nothing_is_corrected(tmp_path):
    path = saved(tmp_path)
    run = load_run(path)
    trials = [
        t.model_copy(
            update={
                "supported": t.supported
                and [s.model_copy(update={"by_rule": True}) for s in t.supported]
            }
        )
        for t in run.trials
    ]
    found = rates_of(
        run.model_copy(update={"trials": trials}),
        path,
        known={"faithful": KnownErrors(0.9, 500, 0.9, 500)},
    )
    (faithful,) = (r for r in found.rates if r.metric == "faithful")
    assert (faithful.corrected, faithful.why) == (None, "all are the article's own sentences")


def test_who_cannot_tell_widens_the_interval_to_either_answer(tmp_path):
    path = saved(tmp_path)
    labelled(path, load_run(path), 60)
    narrow = rates(path).rates[1].corrected
    labelled(path, load_run(path), 60, cannot_tell=12)
    wide = rates(path).rates[1].corrected
    assert wide.labels < narrow.labels
    assert wide.high - wide.low > 1.15 * (narrow.high - narrow.low)


def test_few_articles_are_marked(tmp_path):
    path = saved(tmp_path, articles=3)
    labelled(path, load_run(path), 10_000)
    assert "* for these articles only: fewer than six" in as_text(rates(path), load_run(path))


@pytest.mark.parametrize("content", ["", "{}", '{"schema_version": "2"}'])
def test_what_are_no_labels_is_refused(tmp_path, content):
    path = tmp_path / "x.labels.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="is no file of labels"):
        load_labels(path)


def test_known_errors_are_read_from_the_weights(tmp_path, monkeypatch):
    record = {"sensitivity": 0.8, "positives": 90.5, "specificity": 0.7, "negatives": 80}
    path = tmp_path / "weights.json"
    asked = {"errors": record | {"sensitivity": 0.9}, "model": "server/judge"}
    content = {"models": {"lexical": {"errors": record}, "asked": asked}}
    path.write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setattr("evals.labels.known.WEIGHTS", {"coverage": path})
    assert known() == {}
    judge = JudgeRecord(model="server/judge", question=questions_sha256(), weights="w" * 64)
    assert known(judge) == {"coverage": KnownErrors(0.9, 90.5, 0.7, 80)}
    # Of another model, or another question, nothing is known.
    assert known(judge.model_copy(update={"model": "server/other"})) == {}
    assert known(judge.model_copy(update={"question": "q" * 64})) == {}
    path.write_text('{"models": {"lexical": {}}}', encoding="utf-8")
    assert known(judge) == {}


def test_the_report_shows_them(tmp_path):
    path = saved(tmp_path, wrong=(1,))
    assert "corrected-h" not in report([load_run(path)])
    labelled(path, load_run(path), 60, by="Ann <b>")
    page = report([load_run(path)], corrected=[rates(path)])
    assert "of its 72 verdicts labelled" in page
    assert "60 labels by <bdi>Ann &lt;b&gt;</bdi>" in page


def changed(run, articles, words):
    """The run with other summaries of some articles by the second system, judged as before."""
    trials = []
    for t in run.trials:
        if t.model != "lead" and t.article in articles:
            points = [
                p.model_copy(update={"statement": f"{words} {n}."})
                for n, p in enumerate(t.summary.key_points)
            ]
            said = [
                s.model_copy(update={"statement": p.statement})
                for s, p in zip(t.supported, points, strict=True)
            ]
            summary = t.summary.model_copy(update={"key_points": points})
            t = t.model_copy(update={"summary": summary, "supported": said})  # noqa: PLW2901
        trials.append(t)
    return run.model_copy(update={"trials": trials})


def test_labels_of_another_run_at_the_same_path_correct_nothing(tmp_path):
    path = saved(tmp_path)
    run = load_run(path)
    labelled(path, run, 10_000)
    other = changed(run, {f"a{n}" for n in range(4, 12)}, "It snowed")
    found = rates_of(other, path, known={})
    lead, server, faithful = found.rates
    assert lead.by == "labels", "its summaries are those that were labelled"
    assert (server.corrected, server.why) == (None, "48 of 72 are new")
    assert (faithful.corrected, faithful.why) == (None, "32 of 48 are new")
    assert all(each.share is None for each in found.agreement)
    shown = as_text(found, other)
    assert "80 of 192 verdicts are new since labelling: label again." in shown
    assert "Not counted: 80 labels of words no longer in this run." in shown
    assert "80 of 192 verdicts are new" in report([other], corrected=[found])
    known_too = rates_of(other, path, known=ERRORS).rates[1]
    assert known_too.by == "known errors"


def test_what_is_gone_from_a_run_does_not_weigh_what_is_left(tmp_path):
    # Of the systems' verdicts that are left all are labelled, so the rate is theirs.
    path = saved(tmp_path, wrong=(1,))
    run = load_run(path)
    labelled(path, run, 10_000)
    left = run.model_copy(update={"trials": [t for t in run.trials if t.article != "a3"]})
    found = rates_of(left, path, known={})
    stated = [is_stated(a, n) for a in range(12) if a != 3 for n in range(FACTS)]
    assert found.rates[0].corrected.rate == pytest.approx(sum(stated) / len(stated))
    assert found.new == 0


def test_labels_of_statements_that_nobody_judged_now_are_not_words_that_are_gone(tmp_path):
    path = saved(tmp_path)
    run = load_run(path)
    labelled(path, run, 10_000)
    trials = [t.model_copy(update={"supported": None}) for t in run.trials]
    found = rates_of(run.model_copy(update={"trials": trials}), path, known={})
    assert (found.unjudged, found.stale) == (48, 0)
    shown = as_text(found, run)
    assert "Not counted: 48 labels of statements nobody judged in this run." in shown
    assert "no longer in this run" not in shown


def test_two_files_of_labels_are_put_together_and_their_agreement_is_told(tmp_path):
    path = saved(tmp_path)
    run = load_run(path)
    first = labelled(path, run, 60, cannot_tell=3)
    other = tmp_path / "bo.json"
    second = labelled(path, run, 40, by="Bo", where=other)
    theirs = [
        label.model_copy(update={"answer": "no" if label.answer == "yes" else "yes"})
        if number % 4 == 0
        else label
        for number, label in enumerate(second.labels)
    ]
    save_labels(second.model_copy(update={"labels": theirs}), other)
    found = rates(path, labels=[beside(path), other])
    assert {each.who for each in found.between} == {("Ann", "Bo")}
    assert (sum(e.agreed for e in found.between), sum(e.n for e in found.between)) == (28, 37)
    assert (found.labels, found.cannot_tell, found.by) == (60, 0, ("Ann", "Bo"))
    alone = rates(path)
    assert alone.between == ()
    shown = as_text(found, run)
    assert "Ann and Bo say the same of" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80
    assert "Ann and Bo say the same of" in report([run], corrected=[found])
    merged = given_of(run, judgements(run, tmp_path), [load_labels(beside(path)), second])
    answers = {label.shown: label.answer for label in merged.labels.labels}
    assert all(answers[label.shown] == label.answer for label in first.labels[3:])


def test_labels_of_different_runs_are_not_put_together(tmp_path):
    path, other = saved(tmp_path), saved(tmp_path / "other", articles=3)
    labelled(path, load_run(path), 10)
    labelled(other, load_run(other), 10)
    with pytest.raises(InputError, match="was drawn from other verdicts"):
        rates(path, labels=[beside(path), beside(other)])


def test_labels_written_elsewhere_are_read_where_they_are_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = saved(tmp_path)
    labelled(path, load_run(path), 60, where=tmp_path / "mine.json")
    run = CliRunner().invoke
    assert run(report_command, ["run.json"]).exit_code == 0
    assert "verdicts labelled" not in Path("run.html").read_text("utf-8")
    assert run(report_command, ["run.json", "--labels", "mine.json"]).exit_code == 0
    assert "of its 72 verdicts labelled" in Path("run.html").read_text("utf-8")
    two = run(report_command, ["run.json", "run.json", "--labels", "mine.json"])
    assert "labels are of one run" in str(two.exception)
    none = run(report_command, ["run.json", "--labels", "none.json"])
    assert "none.json: cannot be read" in str(none.exception)


def test_the_intervals_promised_are_about_those_that_come(tmp_path):
    path = saved(tmp_path, wrong=(1,), open_=5)
    run = load_run(path)
    found = judgements(run, tmp_path)
    server = [j for j in found if j.system[0] != "lead"]
    drawn = order(found, seed=1)
    promised = [widths([server], drawn, n)["stated"] for n in (30, 60, 120)]
    assert promised == sorted(promised, reverse=True)
    labelled(path, run, 60)
    came = rates(path).rates[1].corrected
    assert promised[1] == pytest.approx((came.high - came.low) / 2, rel=0.5)


def test_nothing_is_promised_of_the_articles_own_sentences(tmp_path):
    path = saved(tmp_path)
    found = [
        replace(j, by_rule=j.asked.question == "supported")
        for j in judgements(load_run(path), tmp_path)
    ]
    assert set(widths([found], order(found, seed=1), 60)) == {"stated"}
