"""A clause of which the article tells nothing fails; one that words it anew passes."""

import pytest

from summarize.check.subject import subject
from tests.check.articles import claim

MILL = (
    "The old paper mill at Westford burned down on Friday night. Firefighters fought the flames "
    "for six hours, fire chief Ann Cole said. Nobody was hurt. The owner, Orion Paper, had planned "
    "to sell the mill to a developer who wants to build flats. Negotiations with the council are "
    "to go on in spring. The mill had employed forty people until 2009."
)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            "The paper mill at Westford, which generations of schoolchildren had visited, burned "
            "down on Friday.",
            id="a relative clause",
        ),
        pytest.param(
            "The paper mill at Westford burned down on Friday, prompting an emotional vigil beside "
            "the canal.",
            id="a participle",
        ),
        pytest.param(
            "The paper mill, a beloved landmark of Victorian architecture, burned down on Friday.",
            id="an apposition",
        ),
        pytest.param(
            "After decades of neglect and vandalism, the paper mill at Westford burned down.",
            id="in front, with more behind",
        ),
        pytest.param(
            "Firefighters fought the flames for six hours in what neighbours described as a "
            "terrifying spectacle.",
            id="cut off by nothing",
        ),
    ],
)
def test_a_clause_of_invented_detail_fails(statement: str):
    result = subject(claim(MILL, statement))
    assert result.status == "failed"
    assert "says nothing like" in (result.reason or "")


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("The mill, which Orion Paper meant to sell, burned down.", id="told"),
        pytest.param(
            "The mill, where forty workers had jobs until 2009, burned down.", id="two words anew"
        ),
        pytest.param(
            "The mill burned down, while negotiators from the council are to meet in spring.",
            id="of one family",
        ),
        pytest.param(
            "The old mill at Westford burned down on Friday, and nobody was injured or wounded.",
            id="words that mean the same",
        ),
        pytest.param(
            "The paper mill, owned by Orion Paper, was gutted overnight.", id="the clause goes on"
        ),
    ],
)
def test_a_clause_in_other_words_passes(statement: str):
    result = subject(claim(MILL, statement))
    assert result.status == "passed", result.reason


def test_the_reason_shows_the_clause():
    statement = "The mill burned down on Friday, to the horror of stunned holidaymakers nearby."
    reason = subject(claim(MILL, statement)).reason or ""
    assert "horror of stunned holidaymakers nearby" in reason


def test_a_quotation_is_not_looked_at():
    words = "which generations of schoolchildren had visited"
    assert subject(claim(MILL, f"The mill, {words}, burned down", is_quote=True)).status == "passed"
