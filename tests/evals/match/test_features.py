"""What the figures of the word matcher see, worked out by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.match import lexical
from evals.match.features import FEATURES, compare, features
from evals.match.unit import Unit, units
from evals.match.word import likeness, words
from evals.trial import Said

FACT = "Anna Keller opened the new bridge in Hartford."


def read(*sentences: str) -> tuple[Unit, ...]:
    return tuple(units([Said(" ".join(sentences), "text", None, None)]))


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        pytest.param("resigned", "his resignation", 1.0, id="stems that begin alike"),
        pytest.param("reporter", "a journalist wrote", 1.0, id="a word that means the same"),
        pytest.param("4,000", "4000 calories", 1.0, id="thousands with and without a comma"),
        pytest.param("4,000", "4 , 000 calories", 1.0, id="thousands with tokens set apart"),
        pytest.param("bridge", "a tunnel", 0.0, id="another word"),
        pytest.param("5", "5,000 people", 0.0, id="5 is not in 5,000"),
    ],
)
def test_a_word_is_there_when_one_like_it_is(word: str, text: str, expected: float) -> None:
    assert likeness(words(word).each[0], words(text)) == expected


@pytest.mark.parametrize(
    ("sentences", "name", "expected"),
    [
        pytest.param((FACT,), "telling", 1.0, id="all words together"),
        pytest.param((FACT,), "names_lacking", 0.0, id="no name is lacking"),
        pytest.param((FACT,), "phrases", 1.0, id="word for word"),
        pytest.param(("Rain fell.",), "telling", 0.0, id="nothing together"),
        pytest.param(("Rain fell.",), "names_lacking", 3.0, id="Anna, Keller and Hartford"),
        pytest.param(("Rain fell.",), "plain_lacking", 2.0, id="opened and bridge"),
        pytest.param(("A bridge opened in Hartford.",), "last_word", 1.0, id="the last word"),
        pytest.param(("Anna Keller opened a bridge.",), "last_word", 0.0, id="not the last word"),
        pytest.param(("Anna Keller spoke.", "Rain. Wind. Snow. Hail. A bridge opened."),
                     "names_lacking", 1.0, id="a name counts wherever it stands"),
        pytest.param(("Rain fell.",), "figures_lacking", 0.0, id="it has no figure"),
    ],
)  # fmt: skip
def test_a_figure_says_how_much_of_the_wording_is_there(
    sentences: tuple[str, ...], name: str, expected: float
) -> None:
    assert features(compare(FACT, read(*sentences)))[name] == pytest.approx(expected)


def test_the_nearest_may_be_two_sentences_in_a_row() -> None:
    compared = compare(
        FACT, read("It rained.", "Anna Keller came to Hartford.", "A bridge opened.")
    )
    assert compared.text == "Anna Keller came to Hartford. A bridge opened."
    assert compared.recall == 1.0


def test_words_far_from_the_nearest_sentence_do_not_count() -> None:
    far = ["Rain fell."] * 4
    compared = compare("The mayor opened a bridge.", read("A mayor opened it.", *far, "A bridge."))
    assert features(compared)["last_word"] == 0.0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(min_size=1, max_size=120))
def test_any_text_is_described_by_the_same_finite_figures(fact: str, text: str) -> None:
    sentences = read(text)
    if sentences:
        described = features(compare(fact, sentences))
        assert list(described) == list(FEATURES)
        assert 0 <= lexical.MODEL.probability(described) <= 1


def test_the_shipped_weights_are_those_of_the_figures() -> None:
    assert set(lexical.MODEL.weights) == {*FEATURES, "intercept"}
    assert 0 < lexical.MISSING < lexical.STATED < 1
