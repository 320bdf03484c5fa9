# ruff: noqa: E501  (a case stays on its line)
"""Sources in more forms, and scores with another number in them."""

import pytest

from summarize.check.attribution import attribution
from summarize.check.bindings import bindings
from summarize.check.quotes import quotes
from summarize.check.roles import roles
from summarize.values.names import find_names
from tests.check.articles import claim

OWN = "The old mill in Settle burned down on Monday. Ann Cole of the Leeds Herald, who said little, owns a shop nearby."


@pytest.mark.parametrize(
    "statement",
    [
        "Tom Reed announced that the old mill in Settle burned down on Monday.",
        "Tom Reed has revealed that the old mill in Settle burned down on Monday.",
        "Tom Reed confirmed that the old mill in Settle burned down on Monday.",
        "According to Tom Reed, the old mill in Settle burned down on Monday.",
    ],
)
def test_a_source_that_announces_what_nobody_did_fails(statement):
    text = OWN + " Tom Reed is the mayor."
    assert roles(claim(text, statement, "mill", "mayor")).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (
            "Tom Reed has revealed that the mill will close in May.",
            "Tom Reed announced that the mill will close in May.",
        ),
        (
            "The mayor of Settle has revealed the mill will close in May.",
            "Tom Reed says that the mill will close in May.",
        ),
        (
            "The mill will close in May, a statement from Tom Reed said.",
            "Tom Reed announced that the mill will close in May.",
        ),
    ],
)
def test_a_source_that_somebody_is_in_the_evidence_passes(evidence, statement):
    result = roles(claim(f"{evidence} Tom Reed is the mayor of Settle.", statement, evidence[:20]))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    ("text", "statement", "cited"),
    [
        pytest.param(
            "Analysts say that visits have become rare, even though Leeds and York used to exchange greetings each spring.",
            "Leeds and York used to exchange greetings each spring.",
            "Analysts",
            id="even though opens a clause of the reporter's",
        ),
        pytest.param(
            'The council reasoned, "because the schools take a fee from pupils, they are a business".',
            "The council reasoned that the schools are a business because they take a fee from pupils.",
            "reasoned",
            id="reasoned",
        ),
        pytest.param(
            "Reed scored his first goal for Leeds on Tuesday night “I never slept after that match,” said Reed.",
            "Reed scored his first goal for Leeds on Tuesday night.",
            "Reed",
            id="a caption run into a quotation",
        ),
    ],
)
def test_what_is_the_reporters_own_needs_no_source(text, statement, cited):
    result = attribution(claim(text, statement, cited))
    assert result.status == "passed", result.reason


def test_a_source_quoted_by_another_may_be_named():
    text = 'According to the Leeds Herald, quoting the City Museum, the roof is "close to falling in at last".'
    said = 'The roof is "close to falling in at last", according to the City Museum.'
    assert quotes(claim(text, said)).status == "passed"


@pytest.mark.parametrize(
    ("evidence", "statement", "status"),
    [
        ("Leeds lost 2-0 to York.", "Leeds lost 2-2 to York.", "failed"),
        ("Leeds lost 2-0 to York.", "Leeds were beaten three-0 by York.", "failed"),
        ("It ran from 1991 until 1998.", "It ran from 1998 until 1998.", "failed"),
        ("Leeds lost 2-0 to York after a 2-2 draw.", "Leeds drew 2-2.", "passed"),
    ],
)
def test_a_score_with_another_number_in_it(evidence, statement, status):
    assert bindings(claim(evidence, statement)).status == status


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The anti-Leeds leaflets were burned.", ["Leeds"]),
        ("Pro-Beijing lawmakers left.", ["Beijing"]),
        ("He joined the Anti-Doping Agency.", ["Anti-Doping Agency"]),
        ("They met anti-Semitism with songs.", []),
    ],
)
def test_what_one_is_for_or_against_is_a_name(text, names):
    assert [n.name for n in find_names(text) if n.name != "Semitism"] == names
