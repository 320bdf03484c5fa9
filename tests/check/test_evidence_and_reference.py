import pytest

from summarize.check.evidence import evidence
from summarize.check.reference import reference
from summarize.check.roles import roles
from tests.check.articles import claim

FIRE = (
    "A fire destroyed the town library on Monday. "
    "Firefighters rescued twelve readers through a window on the roof. "
    "The council hopes to reopen the swimming pool in autumn."
)


@pytest.mark.parametrize(
    ("statement", "cited", "says"),
    [
        pytest.param(
            "Firefighters rescued readers through a roof window.",
            "swimming pool",
            "cite sentence 2",
            id="another sentence",
        ),
        pytest.param(
            "Exports of copper doubled after the trade agreement.",
            "swimming pool",
            "the article says nothing like this",
            id="nowhere",
        ),
    ],
)
def test_evidence_that_says_something_else_fails(statement, cited, says):
    result = evidence(claim(FIRE, statement, cited))
    assert result.status == "failed"
    assert says in (result.reason or "")


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        pytest.param("The blaze burned down the library.", "town library", id="paraphrase"),
        pytest.param("Twelve people were saved from above.", "Firefighters", id="other words"),
        pytest.param("Library burns", "swimming pool", id="too short to judge"),
        pytest.param("", "swimming pool", id="empty"),
    ],
)
def test_a_paraphrase_is_not_called_wrong_evidence(statement, cited):
    result = evidence(claim(FIRE, statement, cited))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    "statement",
    [
        "He was arrested on Monday.",
        "Their requests were refused.",
        "Her lawyer, Tom Reed, denied it.",
        "We won the cup.",
        "She said that Maria Lopez was away.",
        "Now she is free again.",
        "Witnesses said he ran.",
        "“Maria Lopez was away,” he said.",
        "The 34-year-old was arrested.",
        "The 34-year-old, who lives in Leeds, was arrested.",
    ],
)
def test_a_statement_that_names_nobody_first_fails(statement):
    result = reference(claim("Maria Lopez was arrested.", statement))
    assert result.status == "failed"
    assert "write the name" in (result.reason or "")


@pytest.mark.parametrize(
    "statement",
    [
        "Lopez said she was away.",
        "It was the first case.",
        "This marks a change.",
        "His home in ruins, John Smith left the country.",
        "“We won the cup,” Lopez said.",
        "I-95 was closed for hours.",
        "Lopez, 34, said that she was away.",
        "The driver said he ran.",
        "Mr reed said he ran.",
        "Police chiefs say the man lied when he was asked.",
        "The 34-year-old Maria Lopez was arrested.",
        "The 34-year-old driver was arrested.",
        "The 34-year-old was arrested, said Maria Lopez.",
    ],
)
def test_a_statement_that_names_or_shows_what_it_means_passes(statement):
    result = reference(claim("Maria Lopez was arrested.", statement))
    assert result.status == "passed", result.reason


def test_a_quotation_may_begin_with_anybody():
    made = claim("“We won the cup,” Lopez said.", "We won the cup,", is_quote=True)
    assert reference(made).status == "passed"


PAIRED = "Ann Lee and Bo Strand of respectively the Green Party and the Labour Party were elected."


@pytest.mark.parametrize(
    ("statement", "status"),
    [
        ("Ann Lee and Bo Strand of the Green Party and the Labour Party were elected.", "failed"),
        ("Ann Lee of the Green Party and Bo Strand of the Labour Party were elected.", "passed"),
        ("Ann Lee and Bo Strand were elected.", "passed"),
    ],
)
def test_names_that_were_paired_stay_paired(statement, status):
    assert roles(claim(PAIRED, statement)).status == status
