import pytest

from summarize.check.bindings import bindings
from summarize.check.described import described_as_another
from summarize.check.tied import tied_to_another
from tests.check.articles import claim

MAYOR = "Tom Reed, the mayor of Leeds, praised the crew. Ann Cole led the crew."


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "Kim Jong-un sent a note to Xi Jinping, who has been elected chief of the party.",
            "Kim Jong-un has been elected chief of the party.",
            id="who it was is said after 'who'",
        ),
        pytest.param(
            "The last time KCNA reported a message from Xi Jinping was in July.",
            "The last time Xi Jinping reported a message from KCNA was in July.",
            id="exchanged",
        ),
        pytest.param(
            "Ann Cole told Tom Reed that sales fell.",
            "Ann Cole told John Baker that sales fell.",
            id="told to another",
        ),
        pytest.param(
            "Tom Reed's schedule included a panel with Ann Cole.",
            "Ann Cole's schedule included a panel in the hall.",
            id="another's schedule",
        ),
    ],
)
def test_a_name_tied_to_what_is_anothers_is_told(evidence, statement):
    assert tied_to_another(claim(evidence, statement)) is not None


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("Tom Reed praised the crew.", "The crew was praised by Tom Reed."),
        ("A note from Tom Reed arrived in May.", "Tom Reed's note arrived in May."),
        ("Tom Reed thanked the crew. Ann Cole thanked the crew.", "Ann Cole thanked the crew."),
        ("The firm's head, Tom Reed, said sales fell.", "Acme Group said sales fell."),
        ("He praised the crew after Tom Reed praised it.", "Ann Cole praised the crew."),
        (
            "The Harbour Council on Friday made a strong condemnation of Acme Group's plan.",
            "The Harbour Council condemned Acme Group's plan.",
        ),
        ("Tom Reed met Ann Cole in Leeds.", "Ann Cole met Tom Reed in Leeds."),
        ("Sales fell in May, Ann Cole said.", "Ann Cole, the head, said Tom Reed sold in May."),
    ],
)
def test_a_name_with_its_own_ties_passes(evidence, statement):
    assert tied_to_another(claim(evidence, statement)) is None


@pytest.mark.parametrize(
    "statement",
    [
        "Ann Cole, mayor of Leeds, praised the crew.",
        "The mayor of Leeds, Ann Cole, praised the crew.",
        "Leeds mayor Ann Cole praised the crew.",
    ],
)
def test_anothers_description_is_told_in_any_order(statement):
    assert described_as_another(claim(MAYOR, statement)) is not None
    assert bindings(claim(MAYOR, statement)).status == "failed"


@pytest.mark.parametrize(
    "statement",
    [
        "Leeds mayor Tom Reed praised the crew.",
        "The mayor of Leeds, Tom Reed, praised the crew.",
        "Ann Cole, the mayor of York, led the crew.",
    ],
)
def test_ones_own_description_passes(statement):
    assert described_as_another(claim(MAYOR, statement)) is None
