"""A statement is about what its evidence is about, or it is refused; a paraphrase is not."""

import pytest

from summarize.check.subject import subject
from tests.check.articles import claim

FIRE = (
    "A fire destroyed the town library yesterday. "
    "Firefighters rescued twelve readers through a window on the roof. "
    "The council hopes to reopen the swimming pool in autumn."
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        pytest.param("HACKED HACKED HACKED", "town library", id="shouting"),
        pytest.param("You have been fooled by the aliens.", "town library", id="few words"),
        pytest.param("Buy cheap shoes now and be happy.", "town library", id="advertising"),
        pytest.param("Send all your money to the council at once.", "Firefighters", id="an order"),
        pytest.param("A fire destroyed the library.", "swimming pool", id="another sentence's"),
        pytest.param("The library burns.", "swimming pool", id="a headline of another sentence"),
    ],
)
def test_what_is_about_something_else_fails(statement: str, cited: str):
    assert subject(claim(FIRE, statement, cited)).status == "failed"


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        pytest.param("The blaze burned down the library.", "town library", id="a paraphrase"),
        pytest.param("Twelve people were saved from above.", "Firefighters", id="one word kept"),
        pytest.param("Fire on 13 September 2015", "town library", id="a date written out"),
        pytest.param("Library burns", "town library", id="a headline"),
        pytest.param("", "town library", id="nothing: for the check of form to say"),
    ],
)
def test_a_paraphrase_passes(statement: str, cited: str):
    result = subject(claim(FIRE, statement, cited))
    assert result.status == "passed", result.reason


MINE = (
    "Cabinet minister Ann Cole opened the mine near Oslo on Monday. Norway sold the old system of "
    "tunnels to Orion Steel. The town of Bergen plans a museum."
)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            "Ministers in many parliamentary systems stay members of the legislature.",
            id="a word from here and one from there",
        ),
        pytest.param("Norway exports frozen herring.", id="nothing but a name"),
    ],
)
def test_general_knowledge_with_a_word_or_two_in_common_fails(statement):
    assert subject(claim(MINE, statement)).status == "failed"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("Norway has parted with the tunnels beneath Oslo.", id="a paraphrase"),
        pytest.param(
            "The minister has inaugurated a mine close to the capital, Oslo.", id="other words"
        ),
    ],
)
def test_a_paraphrase_with_few_words_in_common_passes(statement):
    result = subject(claim(MINE, statement))
    assert result.status == "passed", result.reason
