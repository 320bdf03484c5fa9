"""The table says what the statistics say, paired fact by fact; what changed is told in words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.compare.as_json import as_json
from evals.compare.as_text import WIDTH, as_text, chance, interval, number, signed
from evals.compare.command import compare as command
from evals.compare.compare import Compared, Row, compare
from evals.compare.nearest import nearest
from evals.compare.sides import one_run, same_twice, two_runs
from evals.run.saved import save
from summarize.errors import InputError
from tests.evals.compare import made

NAMES = [f"article-{i:02}" for i in range(16)]
A, B = ("local/small", "brief"), ("local/small", "bullets")


@pytest.fixture
def golds(tmp_path: Path) -> dict[str, Path]:
    return made.gold_files(tmp_path / "gold", NAMES)


def of(golds, marks_a: list[str], marks_b: list[str], **given) -> Compared:
    trials = [
        *(made.trial(n, m, system=A, by="A: ") for n, m in zip(golds, marks_a, strict=True)),
        *(
            made.trial(n, m, system=B, by="B: ", **given)
            for n, m in zip(golds, marks_b, strict=True)
        ),
    ]
    return compare(*one_run(made.run(trials, golds), "run.json", prompts=("brief", "bullets")))


def row(compared: Compared, name: str) -> Row:
    return next(row for row in compared.rows if row.name == name)


def test_must_facts_are_compared_fact_by_fact(golds):
    found = row(of(golds, ["+---"] * 16, ["++--"] * 16), "coverage")
    d = found.found.difference
    assert (found.a, found.b, d.mean) == (0.5, 1.0, 0.5)
    assert (d.n_items, d.n_clusters) == (32, 16)
    assert found.found.verdict == "better"


def test_exchanging_the_sides_turns_better_into_worse(golds):
    found = row(of(golds, ["++--"] * 16, ["+---"] * 16), "coverage")
    assert (found.found.verdict, found.found.difference.mean) == ("worse", -0.5)


def test_contradictions_and_traps_go_up_when_there_are_fewer(golds):
    compared = of(golds, ["++-x"] * 16, ["++--"] * 16, traps="+")
    contradictions, traps = row(compared, "contradictions"), row(compared, "traps")
    assert (contradictions.a, contradictions.b) == (0.75, 1.0)
    assert contradictions.found.verdict == "better"
    assert (traps.a, traps.b, traps.found.verdict) == (1.0, 0.0, "worse")


def test_fewer_words_for_a_fact_is_better_and_the_number_keeps_its_sign(golds):
    found = row(of(golds, ["++--"] * 16, ["++--"] * 16, words_per_fact=7.0), "words-per-fact")
    assert found.less_is_better
    assert (found.a, found.b, found.found.difference.mean) == (10.0, 7.0, -3.0)
    # All by the same 3 words: nothing tells how far they vary, but not one went the other way.
    assert (found.found.difference.low, found.found.difference.high) == (None, None)
    assert found.found.verdict == "better"


def test_few_words_more_or_less_for_a_fact_can_be_missed(golds):
    trials = [made.trial(n, "++--", system=A, words_per_fact=36.0) for n in golds]
    apart = [20.0, 50.0] * 8
    trials += [
        made.trial(n, "++--", system=B, words_per_fact=w) for n, w in zip(golds, apart, strict=True)
    ]
    run = made.run(trials, golds)
    found = row(
        compare(*one_run(run, "run.json", prompts=("brief", "bullets"))), "words-per-fact"
    ).found
    assert found.verdict == "underpowered"
    assert "3.60 is worth knowing: take about" in found.reason


def test_what_is_the_same_on_both_sides_gets_one_word_by_one_rule(golds):
    runs = [made.run([made.trial(n, "++--") for n in golds], golds) for _ in range(2)]
    rows = compare(*two_runs(runs, ("a", "b"))).rows
    words = {r.name: r.found.verdict for r in rows if r.found.p is not None}
    assert set(words) == {
        "coverage",
        "coverage-may",
        "traps",
        "contradictions",
        "form",
        "words-per-fact",
    }
    assert set(words.values()) == {"underpowered"}
    for each in rows:
        d = each.found.difference
        assert (d.low, d.high) != (0.0, 0.0)


def test_form_is_a_share_of_its_rules_not_a_fact(golds):
    runs = [made.run([made.trial(n, "++--") for n in golds], golds) for _ in range(2)]
    found = row(compare(*two_runs(runs, ("a", "b"))), "form").found
    # Four rules an article, all kept; were it one fact an article, it would be above a half.
    assert 0.1 < found.smallest < 0.4
    assert found.mcnemar_p is None


def test_what_could_not_be_judged_is_not_compared(golds):
    found = row(of(golds, ["+---"] * 16, ["?+--"] * 16), "coverage").found.difference
    assert (found.mean, found.n_items, found.n_ignored) == (1.0, 16, 16)


def test_a_metric_measured_nowhere_has_no_word_and_costs_the_others_nothing(golds):
    compared = of(golds, ["+---"] * 16, ["++--"] * 16)
    assert row(compared, "faithful").found.verdict is None
    tested = [r for r in compared.rows if r.found.p is not None]
    coverage = row(compared, "coverage").found
    assert coverage.holm_p == pytest.approx((coverage.p or 0) * len(tested))
    assert "coverage-first" not in {r.name for r in tested}


def test_two_articles_can_show_nothing(golds):
    two = dict(list(golds.items())[:2])
    compared = of(two, ["----"] * 2, ["++++"] * 2)
    assert row(compared, "coverage").found.verdict == "underpowered"


def test_without_the_gold_files_articles_are_compared_and_it_is_said(golds):
    for path in golds.values():
        path.rename(path.with_suffix(".gone"))
    trials = [made.trial(n, "++--", system=s) for s in (A, B) for n in golds]
    kept = {name: path.with_suffix(".gone") for name, path in golds.items()}
    run = made.run(trials, kept)
    for path in kept.values():
        path.unlink()
    compared = compare(*one_run(run, "run.json", prompts=("brief", "bullets")))
    assert row(compared, "coverage").found.difference.n_items == 16
    assert compared.notes[0].startswith("16 of 16 gold files are not where the run says: ")


def test_gold_that_has_changed_since_is_told_from_gold_that_is_gone(golds):
    runs = [made.run([made.trial(n, "++--") for n in golds], golds) for _ in range(2)]
    golds[NAMES[3]].write_text("changed", encoding="utf-8")
    told = compare(*two_runs(runs, ("a", "b"))).notes[0]
    assert told.startswith("1 of 16 gold files are not as they were when it was scored (summarize")
    assert told.split(": ")[1].endswith("article-03.yaml")


def test_gold_is_taken_from_beside_either_run(golds):
    a, b = (made.run([made.trial(n, "++--") for n in golds], golds) for _ in range(2))
    gone = [each.model_copy(update={"gold": "gone.yaml"}) for each in a.manifest.articles]
    a = a.model_copy(update={"manifest": a.manifest.model_copy(update={"articles": gone})})
    compared = compare(*two_runs((a, b), ("a", "b")))
    assert row(compared, "coverage").found.difference.n_items == 32


def test_trials_that_are_missing_are_told(golds):
    trials = [made.trial(n, "++--", system=s) for s in (A, B) for n in golds]
    trials += [made.trial(n, "++--", system=B, repeat=1) for n in NAMES[:14]]
    run = made.run([t for t in trials if (t.prompt, t.article) != ("bullets", NAMES[15])], golds)
    notes = compare(*one_run(run, "run.json", prompts=("brief", "bullets"))).notes
    assert notes == (
        "B holds no trial of 1 of its 16 articles (article-15): they are not compared; "
        "for all of them, run it again",
        "B holds fewer repeats of article-14 than of the others",
    )


def test_a_trial_with_an_error_is_told_and_not_compared(golds):
    two = dict(list(golds.items())[:2])
    trials = [made.trial(n, "++--", system=A) for n in two]
    trials += [made.trial(NAMES[0], "++--", system=B), made.failed(NAMES[1], system=B)]
    run = made.run(trials, two)
    compared = compare(*one_run(run, "run.json", prompts=("brief", "bullets")))
    assert row(compared, "coverage").found.difference.n_clusters == 1
    assert compared.notes[0].startswith("B has no summary of article-01, so it is not compared")


def test_a_prompt_that_did_not_change_is_said(golds):
    runs = [made.run([made.trial(n, "++--") for n in golds], golds) for _ in range(2)]
    compared = compare(*two_runs(runs, ("a", "b")))
    assert compared.notes == ("prompt brief is the same in both: any difference is not its doing",)


def test_facts_won_and_lost_come_with_both_wordings_musts_first(golds):
    two = dict(list(golds.items())[:2])
    compared = of(two, ["-+-+", "++--"], ["+-++", "++-x"], traps="+")
    won = [(c.article, c.id, c.weight) for c in compared.changes if c.better]
    lost = [(c.article, c.id, c.weight) for c in compared.changes if not c.better]
    assert won == [("article-00", "fire", "must"), ("article-00", "july", "may")]
    assert lost == [
        ("article-00", "message", "must"),
        ("article-00", "wrong-day", None),
        ("article-01", "envoy", "may"),
        ("article-01", "wrong-day", None),
    ]
    fire = compared.changes[0]
    assert (fire.a.verdict, fire.a.text) == ("missing", None)
    assert (fire.b.verdict, fire.b.text) == ("stated", "B: it says fire")


def test_a_fact_stated_more_often_in_repeats_is_won(golds):
    two = dict(list(golds.items())[:1])
    marks = ["----", "+---", "----", "+---"]
    trials = [made.trial(NAMES[0], m, repeat=i) for i, m in enumerate(marks)]
    compared = compare(*same_twice(made.run(trials, two, repeat=4), "run.json"))
    (fire,) = compared.changes
    assert (fire.id, fire.better, fire.b.times, fire.b.of) == ("fire", True, 2, 2)


def test_facts_asked_twice_still_tell_what_could_have_been_found(golds):
    trials = [
        made.trial(n, m, system=s, repeat=i)
        for s in (A, B)
        for n in golds
        for i, m in enumerate(("++--", "+---"))
    ]
    run = made.run(trials, golds, repeat=2)
    compared = compare(*one_run(run, "run.json", prompts=("brief", "bullets")))
    coverage = row(compared, "coverage").found
    assert coverage.mcnemar_p is None
    assert 0.1 < coverage.smallest < 0.6
    assert coverage.falls is True


def test_the_text_fits_80_columns_and_says_the_words(golds):
    marks_b = ["++--"] * 8 + ["+--x"] * 4 + ["-+++"] * 4
    text = as_text(of(golds, ["+---"] * 16, marks_b, words_per_fact=1234.5))
    assert all(len(line) <= WIDTH for line in text.splitlines()), text
    assert "A  brief: local/small, prompt brief, 16 articles" in text
    assert "    better: chance alone does this " in text
    assert "Won by B: " in text
    assert "+ article-00  message  (must)\n     Mr Xi sent Mr Kim a message.\n" in text
    assert "  A  missing: missing because of message\n" in text
    assert "  B  stated: “B: it says message”\n" in text
    assert "usd" in text


def test_what_could_not_be_judged_is_no_sameness_but_counted_and_listed(golds):
    two = dict(list(golds.items())[:2])
    compared = of(two, ["+---", "?+--"], ["????", "?+--"])
    assert [(u.article, u.id, u.why) for u in compared.uncompared] == [
        *((NAMES[0], id_, "not judged in B") for id_ in ("fire", "message", "july", "envoy")),
        (NAMES[1], "fire", "not judged in either"),
    ]
    assert compared.n_compared == {"fact": 3, "trap": 2}
    text = as_text(compared)
    assert "Not compared: 5 facts\n" in text
    assert "? not judged in B: article-00: fire, message, july, envoy\n" in text
    assert "? not judged in either: article-01: fire\n" in text
    data = json.loads(as_json(compared))
    assert data["not_compared"][0] == {
        "article": NAMES[0],
        "id": "fire",
        "kind": "fact",
        "why": "not judged in B",
    }


@pytest.mark.parametrize(
    ("marks", "traps", "said"),
    [
        pytest.param(
            "????", "-", "no fact was judged on both sides; same on both sides: no trap", id="traps"
        ),
        pytest.param("????", "?", "no fact and no trap was judged on both sides\n", id="neither"),
        pytest.param("++--", "?", "no trap was judged on both sides; same on both", id="facts"),
    ],
)
def test_nothing_judged_is_never_called_the_same(golds, marks, traps, said):
    two = dict(list(golds.items())[:2])
    text = " ".join(as_text(of(two, ["++--"] * 2, [marks] * 2, traps=traps)).split("\n  "))
    assert f"Facts won and lost: {said}" in text


def test_facts_that_only_one_run_has_are_listed(golds):
    one = dict(list(golds.items())[:1])
    a, b = (made.trial(NAMES[0], "++--", system=s) for s in (A, B))
    b = b.model_copy(update={"facts": {k: v for k, v in b.facts.items() if k != "july"}})
    compared = compare(*one_run(made.run([a, b], one), "r.json", prompts=("brief", "bullets")))
    assert [(u.id, u.why) for u in compared.uncompared] == [("july", "not in B")]


def test_a_missing_fact_comes_with_the_nearest_sentence_of_that_side(golds):
    one = dict(list(golds.items())[:1])
    other = made.summary("Shells fell.", "The two countries exchanged words, and no message.")
    a = made.trial(NAMES[0], "----", system=A).model_copy(update={"summary": other})
    b = made.trial(NAMES[0], "+---", system=B, by="The countries exchanged shells: ")
    compared = compare(*one_run(made.run([a, b], one), "r.json", prompts=("brief", "bullets")))
    (fire,) = compared.changes
    assert fire.a.text == "The two countries exchanged words, and no message."
    assert fire.a.field == "key_points"
    assert "  A  missing: missing because of fire; nearest: “The two" in as_text(compared)


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        pytest.param("Mr Xi sent a message to Mr Kim.", None, id="nothing alike"),
        pytest.param("The bridge was closed.", "The bridge was shut.", id="the shorter of two"),
        pytest.param("The bridge cost 40 million.", "Of 40 the bridge was one.", id="a figure"),
        pytest.param("The bridge.", None, id="one word is not near"),
    ],
)
def test_near_is_what_shares_most_words(wording, found):
    said = made.summary(
        "The bridge was shut on Monday.", "The bridge was shut.", "Of 40 the bridge was one."
    )
    near = nearest(said, wording.replace("closed", "shut"))
    assert near == (None if found is None else (found, "key_points"))


def test_what_the_matcher_says_in_its_own_words_is_put_plainly(golds):
    one = dict(list(golds.items())[:1])
    compared = of(one, ["----"], ["+---"])
    gone = replace(compared.changes[0].a, reason="its value is nowhere")
    compared = replace(compared, changes=(replace(compared.changes[0], a=gone),))
    told = " ".join(as_text(compared).split())
    assert "A missing: no sentence gives this date, figure, name or quotation" in told
    assert "nowhere" not in told


def test_the_legend_names_the_test_and_what_decides(golds):
    compared = of(golds, ["+---"] * 16, ["++--"] * 16)
    told = " ".join(as_text(compared).split())
    assert "sign-flip permutation test, the same for every metric" in told
    assert "95% interval: of this metric alone" in told
    metrics = {m["metric"]: m for m in json.loads(as_json(compared))["metrics"]}
    assert metrics["coverage"]["test"] == "sign-flip permutation, by article"
    assert metrics["coverage"]["mcnemar_p"] is not None
    assert metrics["coverage-first"]["test"] is None
    assert metrics["traps"]["smallest_is"] == "fall"


def test_nothing_that_changed_is_said_so(golds):
    assert "no fact and no trap changed" in as_text(of(golds, ["++--"] * 16, ["++--"] * 16))


def test_the_json_has_what_the_text_has(golds):
    data = json.loads(as_json(of(golds, ["+---"] * 16, ["++--"] * 16)))
    coverage = next(m for m in data["metrics"] if m["metric"] == "coverage")
    assert (coverage["a"], coverage["b"], coverage["verdict"]) == (0.5, 1.0, "better")
    assert len(data["won"]) == 16
    assert data["lost"] == []
    assert data["won"][0]["b"]["text"] == "B: it says message"
    assert next(c for c in data["costs"] if c["name"] == "usd")["a"] is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param(number(None), "-", id="nothing is not 0"),
        pytest.param(number(0.0), "0.00", id="zero"),
        pytest.param(number(12.34), "12.3", id="tens"),
        pytest.param(number(12345.6), "12,346", id="thousands"),
        pytest.param(number(0.00012, money=True), "0.0001", id="money"),
        pytest.param(signed(-0.001), "0.00", id="no sign on what rounds to zero"),
        pytest.param(signed(0.125), "+0.12", id="gain"),
        pytest.param(interval(-0.1, 0.2), "-0.10 to +0.20", id="interval"),
        pytest.param(interval(None, None), "-", id="no interval"),
        pytest.param(chance(0.0001), "<.001", id="small chance"),
        pytest.param(chance(0.0123), "0.012", id="chance"),
        pytest.param(chance(1.0), "1.00", id="certain"),
    ],
)
def test_numbers_are_written_short(written, shown):
    assert written == shown


def saved(golds, path: Path, marks: str) -> str:
    save(made.run([made.trial(n, marks, system=s) for s in (A, B) for n in golds], golds), path)
    return str(path)


def test_the_command_compares_two_files_and_two_prompts(golds, tmp_path):
    a, b = saved(golds, tmp_path / "a.json", "+---"), saved(golds, tmp_path / "b.json", "++--")
    done = CliRunner().invoke(command, [a, b, "--prompt", "brief"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("A  a.json: local/small, prompt brief, 16 articles\n")
    inside = CliRunner().invoke(command, [a, "-p", "brief", "-p", "bullets", "--json"])
    assert json.loads(inside.output)["a"]["label"] == "brief"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param([], "nothing to compare: name two saved runs", id="none"),
        pytest.param(["-p", "brief"], "nothing to compare", id="one prompt and no run"),
        pytest.param(["a.json", "a.json", "--aa"], "2 runs given", id="aa"),
        pytest.param(["a.json", "a.json", "a.json"], "3 runs given", id="three"),
        pytest.param(["a.json", "--repeat", "2"], "are for making a run", id="both"),
        pytest.param(["a.json", "--judge", "server/m"], "are for making a run", id="judge"),
        pytest.param(["a.json", "a.json"], "holds several systems", id="unclear"),
        pytest.param(["none.json"], "none.json: cannot be read", id="not there"),
    ],
)
def test_the_command_refuses_what_it_cannot_compare(golds, tmp_path, monkeypatch, given, said):
    monkeypatch.chdir(tmp_path)
    saved(golds, tmp_path / "a.json", "+---")
    done = CliRunner().invoke(command, given)
    assert isinstance(done.exception, InputError)
    assert said in str(done.exception)
    assert done.exception.exit_code == 2


def test_the_command_makes_the_run_that_is_missing(tmp_path, monkeypatch):
    """Both systems are the baseline, which needs no model."""
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    suite = tmp_path / "suite.yaml"
    gold = Path(__file__).parents[3] / "evals/gold"
    (tmp_path / "gold").symlink_to(gold)
    suite.write_text(
        "name: mine\ngold: [gold/*.yaml]\nprompts: [brief]\nmodels: [lead]\n", encoding="utf-8"
    )
    args = ["--suite", str(suite), "-m", "lead", "-p", "brief", "-p", "bullets"]
    done = CliRunner().invoke(command, args)
    assert done.exit_code == 0, done.output
    assert "A  brief: lead, prompt brief, 2 articles" in done.output
    assert len(list((tmp_path / "runs").iterdir())) == 1


def test_where_nothing_was_compared_nothing_is_said_of_facts_and_it_fails(golds, tmp_path):
    trials = [made.trial(n, "++--", system=A) for n in golds]
    trials += [made.failed(n, system=B) for n in golds]
    save(made.run(trials, golds), tmp_path / "a.json")
    done = CliRunner().invoke(command, [str(tmp_path / "a.json"), "-p", "brief", "-p", "bullets"])
    assert done.exit_code == 1
    assert "Facts won and lost: nothing was compared" in done.output


def test_what_a_model_wrote_moves_no_cursor(golds):
    trials = [
        made.trial(n, marks, system=system, by="\x1b[2J")
        for system, marks in ((A, "+---"), (B, "++--"))
        for n in golds
    ]
    compared = compare(*one_run(made.run(trials, golds), "r", prompts=("brief", "bullets")))
    assert "\x1b" not in as_text(compared)
