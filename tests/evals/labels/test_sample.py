"""What is drawn to be labelled: of each kind its share, by chance, once, always the same."""

from collections import Counter

import pytest

from evals.labels.frame import judgements
from evals.labels.sample import achieved, order
from evals.run.saved import load_run
from summarize.errors import InputError
from tests.evals.labels.made import labelled, saved


@pytest.fixture
def path(tmp_path):
    return saved(tmp_path, wrong=(1,), open_=5)


@pytest.fixture
def found(path):
    return judgements(load_run(path), path.parent)


def test_must_facts_and_judged_statements_are_asked_about(found):
    asked = Counter((j.asked.question, j.system[0]) for j in found)
    assert asked == {
        ("stated", "lead"): 72,
        ("stated", "server/test"): 72,
        ("supported", "server/test"): 48,
    }
    assert {j.asked.item for j in found if j.asked.question == "stated"} == {
        f"bridge-{n}" for n in range(6)
    }


def test_a_sentence_of_the_article_is_not_asked_about(path):
    run = load_run(path)
    trials = [
        t.model_copy(
            update={
                "supported": [
                    s.model_copy(update={"by_rule": number == 0})
                    for number, s in enumerate(t.supported or [])
                ]
            }
        )
        for t in run.trials
    ]
    found = judgements(run.model_copy(update={"trials": trials}), path.parent)
    copied = {j.asked.shown for j in found if j.by_rule and j.asked.question == "supported"}
    drawn = order(found, seed=1)
    assert len(copied) == 12
    assert not copied & {a.shown for a in drawn.asked}
    assert sum(drawn.cells.values()) == len({j.asked.shown for j in found}) - 12


@pytest.mark.parametrize("first", [15, 28, 60, 100])
def test_each_cell_gets_its_share(found, first):
    for seed in range(20):
        drawn = order(found, seed=seed)
        given = Counter(drawn.cell_of[a.shown] for a in drawn.asked[:first])
        cells = {cell: n for cell, n in drawn.cells.items() if "lead" not in cell}
        total = sum(cells.values())
        assert all(abs(given[cell] - first * n / total) < 2 for cell, n in cells.items())
        assert sum(drawn.cells.values()) == len(drawn.asked) == len({a.shown for a in drawn.asked})


def test_one_of_each_cell_comes_first_and_none_before_the_others(found):
    begins: Counter[str] = Counter()
    for seed in range(200):
        drawn = order(found, seed=seed)
        cells = [drawn.cell_of[a.shown] for a in drawn.asked[:4]]
        assert set(cells) == {cell for cell in drawn.cells if "lead" not in cell}
        begins.update(cells[:1])
    assert min(begins.values()) > 30, "what is asked first tells nothing of the verdict"


def test_a_single_verdict_of_a_kind_is_among_the_first(found):
    rare = [j for j in found if j.system[0] != "lead" and j.asked.question == "stated"]
    only = next(j for j in rare if j.kind == "no")
    kept = [j for j in rare if j.kind == "yes"] + [only]
    drawn = order(kept, seed=1)
    assert only.asked.shown in {a.shown for a in drawn.asked[:2]}


def test_the_chances_are_those_of_the_cells(found):
    drawn = order(found, seed=1)
    given = Counter(drawn.cell_of[a.shown] for a in drawn.asked[:28])
    for cell, chance in drawn.chances(28).items():
        assert chance == (0 if "lead" in cell else given[cell] / drawn.cells[cell])


def test_the_same_seed_draws_the_same_and_another_does_not(found):
    one, again, other = (order(found, seed=s).asked for s in (1, 1, 2))
    assert one == again
    assert one != other


def test_verdicts_within_a_cell_are_all_as_likely(found):
    firsts: Counter[str] = Counter()
    for seed in range(300):
        drawn = order(found, seed=seed)
        firsts.update(a.shown for a in drawn.asked[:4] if "no: server" in drawn.cell_of[a.shown])
    size = next(n for cell, n in drawn.cells.items() if "no: server" in cell)
    assert len(firsts) == size
    assert max(firsts.values()) < 4 * 300 / size


def test_what_looks_the_same_is_asked_once(path):
    run = load_run(path)
    twice = [t.model_copy(update={"prompt": "other"}) for t in run.trials if t.model == "lead"]
    both = run.model_copy(update={"trials": [*run.trials, *twice]})
    before = order(judgements(run, path.parent), seed=1)
    after = order(judgements(both, path.parent), seed=1)
    assert len(after.asked) == len(before.asked)
    assert any("lead brief, lead other" in cell for cell in after.cells)


def test_who_cannot_tell_has_given_no_label(path):
    labels = labelled(path, load_run(path), 28, cannot_tell=4)
    chances = achieved(labels.labels, labels.cells)
    told = [label for label in labels.labels if label.answer != "cannot-tell"]
    given = Counter(label.cell for label in told)
    assert len(chances) == len(told) == 24
    assert chances == {x.shown: given[x.cell] / labels.cells[x.cell] for x in told}


def test_the_baseline_comes_last_unless_it_is_chosen(found):
    drawn = order(found, seed=1)
    systems = ["lead" in drawn.cell_of[a.shown] for a in drawn.asked]
    assert systems == [False] * 120 + [True] * 72
    alone = order(found, seed=1, wanted=lambda j: j.system[0] == "lead")
    assert len(alone.asked) == 72
    assert alone.frame == drawn.frame


def test_what_is_chosen_changes_nothing_of_how_a_cell_is_drawn(found):
    every = order(found, seed=1)
    some = order(found, seed=1, wanted=lambda j: j.asked.question == "supported")
    assert {a.question for a in some.asked} == {"supported"}
    assert list(some.asked) == [a for a in every.asked if a.question == "supported"]


def test_gold_that_has_changed_or_is_gone_is_told(path):
    gold = path.parent / "gold" / "a3.yaml"
    gold.write_text(gold.read_text("utf-8") + "# new\n", encoding="utf-8")
    with pytest.raises(InputError, match="summarize rescore"):
        judgements(load_run(path), path.parent)
    gold.unlink()
    with pytest.raises(InputError, match="is not there"):
        judgements(load_run(path), path.parent)
