"""Describing how a statement stands to its evidence, and weighing that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.judge.support import FEATURES, features, without_a_model

ARTICLE = (
    "North Korea and South Korea exchanged artillery fire on Thursday. "
    "Wanda bought 20 per cent of the club for 45 million euros, said Wang Jianlin. "
    "Police may charge Ann Smith with theft. "
    "Her brother Tom Jones has not been arrested. "
    '"We will appeal," said her lawyer.'
)


@pytest.mark.parametrize(
    ("statement", "raised"),
    [
        pytest.param("Wanda sold 20 per cent of the club.", "opposed", id="an opposite"),
        pytest.param("Wanda sold 20 per cent of the club.", "slot_opposed", id="in its place"),
        pytest.param("Wanda bought 30 per cent of the club.", "slot_figure", id="for a figure"),
        pytest.param("Carlos Slim bought 20 per cent of the club.", "name_unknown", id="a name"),
        pytest.param("Wanda bought 30 per cent of the club.", "figure_unproved", id="a number"),
        pytest.param("Wanda bought the club on 3 May 2015.", "date_unproved", id="a date"),
        pytest.param("Carlos Slim bought the club.", "name_unproved", id="a name not cited"),
        pytest.param("South Korea has been arrested.", "pairs_far", id="from far apart"),
        pytest.param("Police bought South Korea on Thursday.", "left_by_one", id="not in one"),
        pytest.param("Police accuse Ann Smith of theft.", "reworded", id="in other words"),
        pytest.param("Wanda didn't buy 20 per cent of the club.", "denial_new", id="a negation"),
        pytest.param("Police charge Ann Smith with theft.", "hedge_lost", id="a hedge lost"),
        pytest.param("Police may charge Wang Jianlin with theft.", "pairs_apart", id="swapped"),
        pytest.param("He has not been arrested.", "opens_with_pronoun", id="who is he"),
        pytest.param("Police police police may charge.", "not_verbatim", id="not copied"),
        pytest.param("Fire fire fire fire on Thursday.", "repeats", id="said twice"),
        pytest.param("Police may charge Ann Smith with", "unended", id="cut off"),
    ],
)
def test_a_fault_raises_its_figure(statement: str, raised: str) -> None:
    sound = features("Wanda bought 20 per cent of the club for 45 million euros.", ARTICLE)
    assert sound[raised] == 0
    assert features(statement, ARTICLE)[raised] > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Tom Jones hasn't been arrested.", "Tom Jones has not been arrested.", id="not"
        ),
        pytest.param(
            "Wanda 's owner bought 20 per cent .", "Wanda's owner bought 20 per cent.", id="spaces"
        ),
    ],
)
def test_spelling_of_the_same_words_makes_no_difference(one: str, other: str) -> None:
    assert features(one, ARTICLE) == features(other, ARTICLE)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            "Police may charge Ann Smith with theft.", "Police may charge Ann Smith with murder."
        ),
        pytest.param(
            "Wanda bought 20 per cent of the club.", "Wanda sold 20 per cent of the club."
        ),
        pytest.param("Tom Jones has not been arrested.", "Ann Smith has not been arrested."),
        pytest.param(
            "North Korea and South Korea exchanged artillery fire on Thursday.",
            "North Korea and South Korea exchanged artillery fire on Monday.",
        ),
    ],
)
def test_the_true_statement_is_the_more_probable(better: str, worse: str) -> None:
    judge = without_a_model()
    assert judge.probability(features(better, ARTICLE)) > judge.probability(
        features(worse, ARTICLE)
    )


def test_of_several_sentences_the_worst_counts() -> None:
    sound, wrong = "Tom Jones has not been arrested.", "Wanda sold 30 per cent of the club."
    both = features(f"{sound} {wrong}", ARTICLE)
    assert both["slot_figure"] == features(wrong, ARTICLE)["slot_figure"] > 0


def test_the_shipped_weights_are_of_these_figures() -> None:
    assert without_a_model().weights.keys() == FEATURES.keys() | {"intercept"}


@pytest.mark.parametrize(("statement", "evidence"), [("", ARTICLE), ("...", ARTICLE), ("Yes.", "")])
def test_nothing_cannot_be_judged(statement: str, evidence: str) -> None:
    with pytest.raises(ValueError, match="must have words"):
        features(statement, evidence)


@given(st.text(min_size=1, max_size=80))
def test_any_text_is_described_in_bounds(text: str) -> None:
    described = features(f"a {text}", f"a {text} b", ARTICLE)
    assert described.keys() == FEATURES.keys()
    assert all(0 <= v <= 1 for v in described.values())
