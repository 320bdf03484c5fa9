"""What is on the page, and what is refused."""

import re
from collections.abc import Callable
from time import process_time

import pytest

from evals.report.materials import material
from evals.report.page import report
from evals.report.panes import pane
from evals.report.sheets import sheet
from evals.report.systems import systems
from evals.report.verdicts import state_of
from evals.run.record import Run
from summarize.errors import InputError
from tests.evals.report import samples
from tests.evals.report.samples import INVENTED, MODEL


@pytest.mark.parametrize(
    ("kind", "verdict", "state"),
    [
        ("must", "stated", "stated"),
        ("may", "contradicted", "contradicted"),
        ("must", "missing", "missing"),
        ("may", "cannot-judge", "unclear"),
        ("trap", "stated", "fallen"),
        ("trap", "missing", "avoided"),
        ("trap", "contradicted", "avoided"),
        ("trap", "cannot-judge", "unclear"),
    ],
)
def test_a_trap_that_is_stated_has_been_fallen_into(kind, verdict, state) -> None:
    assert state_of(kind, verdict) == state


def test_every_cell_leads_to_a_fact_that_is_there() -> None:
    page = report([samples.run()])
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]*)"', page)
    assert set(links) - {"${row.id}"} <= set(ids)
    gold = sum(len(i.loaded.gold.facts) + len(i.loaded.gold.traps) for i in samples.gold_articles())
    assert page.count('<a class="cell') == gold * 3


def test_a_fact_is_marked_at_the_statement_that_its_verdict_names() -> None:
    found = systems([samples.run()])
    source = samples.manifest().articles[0]
    trials = [t for t in found.trials.values() if t.article == source.id]
    one = sheet("a1", material(source, trials), found)
    for shown in one.panes:
        for _, lines in shown.groups:
            for line in lines:
                assert all((t.where, t.field) == (line.words, line.field) for t in line.tags)
    told = {t.item.id for _, lines in one.panes[0].groups for line in lines for t in line.tags}
    assert "last-message-july-2016" in told
    assert not one.panes[0].elsewhere


def test_what_is_found_in_words_not_shown_is_listed_and_not_guessed() -> None:
    found = systems([samples.run(MODEL)])
    source = samples.manifest().articles[0]
    trial = samples.trial(0, MODEL)
    id_, verdict = next((i, v) for i, v in trial.facts.items() if v.verdict == "stated")
    elsewhere = verdict.model_copy(update={"where": "Nowhere in the summary."})
    trial = trial.model_copy(update={"facts": {**trial.facts, id_: elsewhere}})
    found.trials[source.id, "s1"] = trial
    one = sheet("a1", material(source, [trial]), found)
    assert [o.item.id for o in one.panes[0].elsewhere] == [id_]


def test_must_facts_come_before_may_facts_and_traps() -> None:
    kinds = [i.kind for i in material(samples.manifest().articles[0], []).items]
    assert kinds == sorted(kinds, key=["must", "may", "trap"].index)
    assert set(kinds) == {"must", "may", "trap"}


def test_other_peoples_text_shows_the_statements_that_decided() -> None:
    trial = samples.trial(0, MODEL).model_copy(update={"summary": None})
    only = samples.manifest(articles=samples.manifest().articles[:1])
    page = report([Run(manifest=only, trials=[trial])])
    assert "The last time KCNA reported a message from Mr Xi was in July 2016." in page
    assert "No summary" not in page


def test_a_trial_that_failed_says_why_and_has_no_score_and_no_cell() -> None:
    article = samples.manifest().articles[0].id
    trials = [samples.failed(article), samples.trial(1, MODEL)]
    page = report([Run(manifest=samples.manifest(), trials=trials)])
    assert "No summary. ModelError: the model is away: start it" in page
    second = samples.gold_articles()[1].loaded.gold
    assert page.count('<a class="cell') == len(second.facts) + len(second.traps)
    assert "Articles without a summary" in page


def test_a_summary_whose_scoring_failed_is_still_shown() -> None:
    broken = samples.failed(samples.manifest().articles[0].id)
    broken = broken.model_copy(update={"summary": samples.summary(0, MODEL)})
    page = report([Run(manifest=samples.manifest(), trials=[broken])])
    assert "Not scored. ModelError" in page
    assert "The last time KCNA reported" in page


def test_a_verdict_that_is_not_there_is_not_measured() -> None:
    trial = samples.trial(0, MODEL).model_copy(update={"facts": {}, "traps": {}})
    page = report([Run(manifest=samples.manifest(), trials=[trial])])
    assert 'class="cell s-unmeasured" href' in page
    assert 'class="cell s-missing" href' not in page


def altered(**changes) -> Run:
    first, *others = samples.manifest().articles
    articles = [first.model_copy(update=changes), *others]
    return samples.run().model_copy(update={"manifest": samples.manifest(articles=articles)})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"gold": "gone.yaml"}, "The gold file is not at gone.yaml", id="gone"),
        pytest.param({"gold_sha256": "0" * 64}, "summarize rescore", id="changed"),
    ],
)
def test_gold_that_is_not_what_was_scored_is_not_shown_and_said_to_be(changes, said) -> None:
    page = report([altered(**changes)])
    assert said in page
    grid = page[page.index('<table class="facts') : page.index('id="changes"')]
    # Unknown is not may: the row of the article that is not there has neither.
    assert grid.count('<td class="fact" colspan="2">') == 3
    assert grid.count('<td class="must">') == grid.count('<td class="may">') == 3
    first, second = page.split('<article class="sheet"')[1:]
    assert "Must or may: not known here" in first
    assert "May be stated" not in first
    assert "Must or may" not in second
    assert "It was Xi&#39;s first public communication" not in page
    assert "first-in-over-a-year" in page


def test_a_tally_leaves_out_what_could_not_be_judged_and_says_so() -> None:
    trial = samples.trial(0, MODEL)
    gold = samples.gold_articles()[0].loaded.gold
    must = [fact.id for fact in gold.facts if fact.weight == "must"]
    stated = [id_ for id_ in must if trial.facts[id_].verdict == "stated"]
    open_ = trial.facts[stated[0]].model_copy(update={"verdict": "cannot-judge"})
    trial = trial.model_copy(update={"facts": {**trial.facts, stated[0]: open_}})
    only = samples.manifest(articles=samples.manifest().articles[:1])
    page = report([Run(manifest=only, trials=[trial])])
    lane = page[page.index('<td class="must">') : page.index('<td class="may">')]
    assert f">{len(stated) - 1}<small>/{len(must) - 1}</small>" in lane
    assert "1 not judged" in lane
    assert page.count("not judged<") == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"text": None}, None, id="read from its file"),
        pytest.param({"text": None, "path": "gone.txt"}, "not at gone.txt", id="gone"),
        pytest.param({"text": None, "sha256": "0" * 64}, "has changed since the run", id="changed"),
    ],
)
def test_without_the_article_the_words_cited_are_shown(changes, said) -> None:
    page = report([altered(**changes)])
    assert ("Words cited" in page) is bool(said)
    assert (said or "The article") in page
    assert "The last time KCNA reported a message from Mr Xi was in July 2016." in page


def of_one_article() -> Run:
    first = samples.manifest(articles=samples.manifest().articles[:1])
    return Run(manifest=first, trials=[samples.trial(0, INVENTED)])


def of_another_matcher() -> Run:
    manifest = samples.manifest(matcher="b" * 64)
    return samples.run(INVENTED).model_copy(update={"manifest": manifest})


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (lambda: [samples.run(MODEL).model_copy(update={"trials": []})], "no trials"),
        (lambda: [samples.run(MODEL), of_another_matcher()], "matched differently"),
        (lambda: [samples.run(), altered(gold_sha256="0" * 64)], "other gold"),
        (lambda: [samples.run(), altered(sha256="0" * 64)], "another text"),
        (lambda: [samples.run(MODEL), of_one_article()], "only A has article"),
        (lambda: [of_one_article(), samples.run(MODEL)], "only B has article"),
        (lambda: [altered(text="Another text. " * 500)], "is not what the run cites"),
        (
            lambda: [samples.run().model_copy(update={"manifest": samples.manifest(articles=[])})],
            "does not list it",
        ),
    ],
)
def test_runs_that_would_mislead_are_refused(runs: Callable[[], list[Run]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        report(runs())


def test_two_runs_stand_side_by_side() -> None:
    page = report([samples.run(MODEL, "lead"), samples.run(INVENTED, "lead")])
    assert "Run A" in page
    assert "Run B" in page
    assert re.search(r'data-first="s1" data-beside="s2"', page)


def test_the_same_runs_make_the_same_page() -> None:
    assert report([samples.run()]) == report([samples.run()])


def test_fourteen_articles_and_four_systems_are_built_quickly_into_a_small_page() -> None:
    run = samples.many(14, 4)
    report([samples.run()])
    began = process_time()
    page = report([run])
    # 0.25 s of one core; the bound leaves room for slower machines.
    assert process_time() - began < 1.0
    assert len(page.encode()) < 3_000_000


def test_pages_of_hostile_runs_hold_no_markup_of_theirs() -> None:
    page = report([samples.hostile()])
    assert page.count("<script") == 1
    assert "<img" not in page
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "{{ 7 * 7 }}" in page


def test_a_pane_of_a_system_without_a_trial_says_so() -> None:
    found = systems([samples.run(MODEL)])
    shown = pane(found.all[0], None, [], sheet_places())
    assert "has none of this article" in shown.error


def sheet_places():
    from evals.report.panes import Places
    from summarize.render.notes import Notes

    return Places({}, Notes((), {}), {})
