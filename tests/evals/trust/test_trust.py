"""TRUST.md says what is saved, and what is saved is of this tree and holds no one's texts."""

import json
import re

import pytest

from evals.agreement.figures import FIGURES
from evals.metrics import METRICS
from evals.selftest.counts import Counts
from evals.selftest.mutators import MUTATORS
from evals.selftest.rewrites import REWRITES
from evals.selftest.run import AS_IT_STANDS
from evals.trust import judged
from evals.trust.__main__ import main, own
from evals.trust.kinds import kind_words, rewrite_words
from evals.trust.page import PAGE, page, trust
from evals.trust.planted import OWN, SAVED, Kind, SelfTests, load
from evals.trust.tables import SHOWN
from tests.evals.selftest.made import of_this_project

RESULTS = judged.agreement()
TESTS = load()


def test_the_page_is_what_the_saved_results_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == trust(), "run `python -m evals.trust`"


def test_the_saved_self_test_is_of_this_tree(monkeypatch) -> None:
    monkeypatch.setattr("evals.trust.__main__.self_test", lambda _known: of_this_project()[0])
    same = {"made": TESTS.parts[OWN].made}
    assert own().model_copy(update=same) == TESTS.parts[OWN], (
        "run `python -m evals.trust --selftest`, with DATA where you have it"
    )


def test_the_saved_judgements_are_of_everything() -> None:
    # Facts may be of some systems only, to save hours of a model: the page then says so.
    assert not RESULTS.shipped
    assert {task.name for task in RESULTS.tasks if task.measured} == set(SHOWN)
    assert not re.search(r"(^| )/", RESULTS.command), "measure it from here, by a relative path"


def test_what_is_saved_holds_no_text_of_articles_or_summaries() -> None:
    known = {task.asks for task in RESULTS.tasks} | {task.people for task in RESULTS.tasks}
    known |= {p.items for t in RESULTS.tasks for p in t.published}
    known |= {p.source for t in RESULTS.tasks for p in t.published} | {RESULTS.command}
    for path in (SAVED, judged.SAVED):
        for text in strings(json.loads(path.read_text(encoding="utf-8"))):
            assert text in known or len(text.split()) <= 6, text


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def test_the_page_compares_without_writing(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setattr("sys.argv", ["evals.trust", "--check"])
    assert main() == 0
    monkeypatch.setattr("evals.trust.__main__.PAGE", tmp_path / "TRUST.md")
    assert main() == 1
    assert "run python -m evals.trust" in capsys.readouterr().err
    assert not (tmp_path / "TRUST.md").exists()


def test_every_metric_and_everything_planted_is_on_the_page() -> None:
    written = " ".join(trust().split())
    short = written.partition("## Annex")[0]
    for name in METRICS:
        assert f"`{name}`" in short
        assert f"`{name}`" in written.replace(short, "")
    for name in MUTATORS:
        assert f"| {kind_words(name)} " in written
    for name in REWRITES:
        assert f"| {rewrite_words(name)} " in written


def test_every_figure_has_its_n_and_published_figures_stand_beside_it() -> None:
    written = trust()
    for task, part in judged.parts(RESULTS):
        assert re.search(rf"\| {task.name} .* {part.n:,} \| +{part.articles:,} \|", written)
        for name in SHOWN[task.name]:
            for n in {row.figures[name].n for row in part.rows if name in row.figures}:
                assert re.search(
                    rf"\| {task.name} .*\| {re.escape(FIGURES[name])} .* {n:,} ", written
                )
        for other in task.published:
            if other.kind != "human" and other.figure in SHOWN[task.name]:
                assert f"{other.who} {judged.short(other.value)}" in written


def test_what_others_publish_stands_beside_figures_of_all_items() -> None:
    (facts,) = [t for t in RESULTS.tasks if t.name == "facts"]
    assert facts.left_out is not None
    lines = [line for line in trust().splitlines() if line.startswith("| facts ")]
    beside = [line for line in lines if "GPT-4.1 .843" in line]
    assert len(beside) == 1
    assert re.match(r"\| facts +\| all +\| balanced accuracy ", beside[0])


def test_what_is_measured_elsewhere_stands_apart_and_in_words() -> None:
    away = TESTS.elsewhere
    assert away is not None
    worst = min((m.every for m in away.mutators.values() if m.every.n), key=lambda m: m.share or 0)
    flat = " ".join(page(RESULTS, TESTS).split())
    assert "**Elsewhere it is less.**" in flat
    assert f"({worst.noticed:,} of {worst.n:,} noticed)" in flat
    everything = sum(m.every.n for p in TESTS.parts.values() for m in p.mutators.values())
    assert f"{everything:,} were planted" in flat, "those elsewhere are not counted with them"
    without = TESTS.model_copy(update={"elsewhere": None})
    assert "Elsewhere it is" not in page(RESULTS, without)


def changed(elsewhere: Kind | None = None, **kinds: Kind) -> SelfTests:
    part = TESTS.parts[OWN].model_copy(update={"mutators": kinds})
    away = {name: elsewhere for name in kinds if elsewhere}
    return SelfTests(
        parts={OWN: part},
        elsewhere=part.model_copy(update={"mutators": away}) if elsewhere else None,
    )


def counts(n: int, noticed: int) -> Counts:
    return Counts(n=n, noticed=noticed, meant=noticed, by_checks=noticed)


def written_of(summaries: Counts, facts: Counts | None = None, away: Counts | None = None) -> str:
    """The page when only other days were planted."""
    made = Kind(origins={"human": summaries, "fact": facts or Counts()})
    elsewhere = Kind(origins={"supported": away}) if away else None
    return page(RESULTS, changed(elsewhere, **{"wrong-day": made}))


DAY = "another day of the month, or of the week"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        pytest.param(counts(400, 400), f"Shown to be met: {DAY} (400 of 400", id="all of many"),
        pytest.param(counts(3, 3), f"too few to show it: {DAY} (3 of 3 noticed)", id="few"),
        pytest.param(counts(40, 39), f"**Missed: {DAY} (39 of 40 noticed).**", id="one missed"),
        pytest.param(counts(0, 0), f"Planted nowhere, for want of a place: {DAY}.", id="none"),
    ],
)
def test_what_is_said_of_a_kind_of_error_follows_from_its_counts(made, said) -> None:
    assert said in " ".join(written_of(made).split())


def test_what_is_missed_in_single_facts_or_elsewhere_is_said_and_marked() -> None:
    written = written_of(counts(9, 9), counts(100, 80), counts(200, 196))
    flat = " ".join(written.split())
    assert "100%, missed" not in flat
    assert f"**In single facts missed: {DAY} (80 of 100 noticed).**" in flat
    assert f"miss these targets: {DAY} (196 of 200 noticed)" in flat
    assert "| 80 of 100 (80.0%, missed) | 196 of 200 (98.0%, missed) |" in flat


def test_what_other_checks_notice_by_chance_is_said() -> None:
    made = Counts(n=100, noticed=100, meant=40, by_checks=100, checks={"names": 100, "dates": 40})
    flat = " ".join(written_of(made).split())
    assert f"less than the target of: {DAY} (40 of 100)" in flat
    assert re.search(rf"\| {DAY} +\| dates +\| 40 of 100 \| 30.9–49.8% \| 60 \|", flat)


def test_what_is_left_out_is_told_with_what_it_would_change() -> None:
    flat = " ".join(written_of(counts(300, 300) + Counts(left_out=9)).split())
    assert "Left out, and counted nowhere, are 9" in flat
    assert f"they would put under its target: {DAY}." in flat


@pytest.mark.parametrize(
    ("made", "written"),
    [(counts(3000, 2999), "99.9%"), (counts(300, 300), "100%"), (counts(3000, 1), "0.1%")],
)
def test_what_is_not_all_is_not_written_as_all(made, written) -> None:
    row = f"| {made.noticed:,} of {made.n:,} | {written} |"
    assert row in " ".join(written_of(made).split())


def test_false_alarms_are_judged_as_they_stand_and_reworded_apart() -> None:
    alarms = Counts(n=100, noticed=7, by_checks=7, checks={"dates": 7})
    rewrites = {
        AS_IT_STANDS: Kind(origins={"fact": alarms}),
        "synonyms": Kind(origins={"fact": Counts(n=900, left_out=30)}),
    }
    part = TESTS.parts[OWN].model_copy(update={"rewrites": rewrites})
    written = page(RESULTS, SelfTests(parts={OWN: part}))
    flat = " ".join(written.split())
    assert "Of 100 good statements, 7 raise an alarm (7 of 100) as they stand" in flat
    assert "at most 5 of 100 are aimed at: missed" in flat
    assert "30 more rewordings, of statements that raise an alarm" in flat
    assert "dates (7 of 100 as they stand)" in flat
    assert re.search(r"\| dates \| 7 of 100 \| 3.4–13.7% \| 1%, surely missed \| 0 of 900", flat)


def test_rules_changed_since_are_admitted() -> None:
    admitted = "Rules have changed since"
    assert admitted in page(RESULTS.model_copy(update={"matcher": "0" * 64}), TESTS)


def test_what_was_cut_or_has_no_data_is_admitted() -> None:
    first = RESULTS.tasks[0].model_copy(update={"measured": False, "parts": []})
    cut = RESULTS.model_copy(update={"first": 5, "tasks": [first, *RESULTS.tasks[1:]]})
    written = " ".join(page(cut, TESTS).split())
    assert "Only 5 articles of each set were measured" in written
    assert f"No data were at hand for `{first.name}`." in written
