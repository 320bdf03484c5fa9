"""Finding the sentences a statement may rest on."""

import pytest

from summarize.judge.retrieve import retrieve

SENTENCES = (
    "The council met on Monday.",
    "Mayor Ann Lee proposed a tax on empty houses.",
    "It rained.",
    "The council rejected the tax by seven votes to two.",
)


@pytest.mark.parametrize(
    ("statement", "most", "found"),
    [
        pytest.param("The tax was rejected by seven votes.", 1, (3,), id="the one that tells it"),
        pytest.param("Lee proposed a tax that was rejected.", 2, (1, 3), id="in article order"),
        pytest.param("Snow fell.", 4, (), id="no word shared, nothing found"),
        pytest.param("The council met.", 4, (0, 3), id="fewer than asked for"),
    ],
)
def test_the_sentences_that_share_most_telling_words_are_found(
    statement: str, most: int, found: tuple[int, ...]
) -> None:
    assert retrieve(statement, SENTENCES, most=most) == found


def test_nothing_is_found_in_nothing() -> None:
    assert retrieve("The council met.", ()) == ()
