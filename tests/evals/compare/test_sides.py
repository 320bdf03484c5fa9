"""What is compared is chosen by name, and unlike runs are refused, naming what differs."""

from pathlib import Path

import pytest

from evals.compare.sides import one_run, refuse_unlike, same_twice, two_runs
from summarize.errors import InputError
from tests.evals.compare import made

BRIEF, BULLETS = ("local/small", "brief"), ("local/small", "bullets")
LEAD, LEAD_BULLETS = ("lead", "brief"), ("lead", "bullets")
LABELS = ("a.json", "b.json")


@pytest.fixture
def golds(tmp_path: Path) -> dict[str, Path]:
    return made.gold_files(tmp_path / "gold", ["korea", "trade"])


def of(golds, *systems, **given):
    trials = [made.trial(name, "++--", system=s) for s in systems for name in golds]
    return made.run(trials, golds, **given)


@pytest.mark.parametrize(
    ("a", "b", "models", "prompts", "found"),
    [
        pytest.param([BRIEF], [BRIEF], (), (), (BRIEF, BRIEF), id="one on each side"),
        pytest.param([LEAD, BRIEF], [LEAD, BULLETS], (), (), (BRIEF, BULLETS), id="but lead"),
        pytest.param([LEAD], [LEAD, BRIEF], (), (), (LEAD, BRIEF), id="lead when alone"),
        pytest.param(
            [BRIEF, BULLETS], [BRIEF, BULLETS], (), ("bullets",), (BULLETS, BULLETS), id="once"
        ),
        pytest.param(
            [BRIEF, BULLETS], [BRIEF, BULLETS], (), ("brief", "bullets"), (BRIEF, BULLETS), id="two"
        ),
        pytest.param(
            [LEAD, BRIEF],
            [LEAD, BRIEF],
            ("lead", "local/small"),
            (),
            (LEAD, BRIEF),
            id="lead by name",
        ),
    ],
)
def test_two_runs_are_compared_by_the_systems_named_or_alone(  # noqa: PLR0917
    golds, a, b, models, prompts, found
):
    sides = two_runs((of(golds, *a), of(golds, *b)), LABELS, models=models, prompts=prompts)
    assert tuple((side.model, side.prompt) for side in sides) == found
    assert tuple(side.label for side in sides) == LABELS


@pytest.mark.parametrize(
    ("prompts", "said"),
    [
        pytest.param(
            (), "a.json: holds several systems: name one of --model local/small", id="any"
        ),
        pytest.param(("brif",), "a.json: has no trial of brif: it has --model", id="misspelt"),
        pytest.param(("a", "b", "c"), "--prompt: is given 3 times", id="three"),
    ],
)
def test_what_is_not_clear_is_asked_for(golds, prompts, said):
    runs = of(golds, BRIEF, BULLETS), of(golds, BRIEF)
    with pytest.raises(InputError) as raised:
        two_runs(runs, LABELS, prompts=prompts)
    assert said in str(raised.value)


def test_two_prompts_of_one_run_are_named_by_prompt(golds):
    run = of(golds, LEAD, LEAD_BULLETS, BRIEF, BULLETS)
    sides = one_run(run, "a.json", prompts=("brief", "bullets"))
    assert [(s.model, s.prompt, s.label) for s in sides] == [
        (*BRIEF, "brief"),
        (*BULLETS, "bullets"),
    ]


def test_two_models_of_one_run_are_named_by_model(golds):
    sides = one_run(of(golds, LEAD, BRIEF), "a.json", models=("lead", "local/small"))
    assert [side.label for side in sides] == ["lead", "local/small"]


@pytest.mark.parametrize("prompts", [(), ("brief",), ("brief", "brief")])
def test_a_system_is_not_compared_with_itself(golds, prompts):
    with pytest.raises(InputError, match="cannot be compared with itself"):
        one_run(of(golds, BRIEF), "a.json", prompts=prompts)


def test_repeats_of_one_system_are_compared_with_one_another(golds):
    trials = [made.trial(name, "++--", repeat=i) for name in golds for i in range(3)]
    once, again = same_twice(made.run(trials, golds, repeat=3), "a.json")
    assert {t.repeat for t in once.trials()} == {0, 2}
    assert {t.repeat for t in again.trials()} == {1}


def test_what_was_asked_once_has_no_noise_to_show(golds):
    with pytest.raises(InputError, match="--repeat 2"):
        same_twice(of(golds, LEAD, BRIEF), "a.json")


def test_a_baseline_is_not_advised_to_be_repeated(golds):
    with pytest.raises(InputError, match="says the same however often") as raised:
        same_twice(of(golds, LEAD, repeat=3), "a.json")
    assert "a model with `summarize eval -m MODEL --repeat 2`" in str(raised.value)


def test_an_empty_run_is_refused(golds):
    with pytest.raises(InputError, match="holds no trial"):
        two_runs((made.run([], golds), of(golds, BRIEF)), LABELS)


def test_other_gold_is_refused_by_article(golds):
    a = of(golds, BRIEF)
    golds["korea"].write_text(golds["korea"].read_text(encoding="utf-8") + "#", encoding="utf-8")
    with pytest.raises(InputError, match=r"the gold of korea differs.*summarize rescore"):
        refuse_unlike(a, of(golds, BRIEF), LABELS)


def test_other_articles_are_refused_by_name(golds):
    one = {"korea": golds["korea"]}
    with pytest.raises(InputError, match="only A has article trade") as raised:
        refuse_unlike(of(golds, BRIEF), of(one, BRIEF), LABELS)
    assert "rescoring adds no article: make both of the same ones" in str(raised.value)
    assert "rescore RUN" not in str(raised.value)


def test_another_text_is_not_mended_by_scoring_again(golds):
    a, b = of(golds, BRIEF), of(golds, BRIEF)
    moved = [each.model_copy(update={"sha256": "b" * 64}) for each in b.manifest.articles]
    b = b.model_copy(update={"manifest": b.manifest.model_copy(update={"articles": moved})})
    with pytest.raises(
        InputError, match="the text of korea, trade differs: a summary of"
    ) as raised:
        refuse_unlike(a, b, LABELS)
    assert "rescore" not in str(raised.value)


def test_another_matcher_and_other_metrics_are_refused_at_once(golds):
    a = of(golds, BRIEF, metrics=["coverage", "form"])
    b = of(golds, BRIEF, matcher="n" * 64, metrics=["coverage", "traps"])
    with pytest.raises(InputError) as raised:
        refuse_unlike(a, b, LABELS)
    told = str(raised.value)
    assert "the matcher differs (mmmmmmmm, nnnnnnnn); " in told
    assert "only A has metric form; only B has metric traps" in told
    assert raised.value.exit_code == 2


def test_other_prompts_and_models_are_what_one_compares(golds):
    refuse_unlike(of(golds, BRIEF), of(golds, LEAD, prompts={"brief": "q" * 64}), LABELS)
