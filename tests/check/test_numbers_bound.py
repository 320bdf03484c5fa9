"""A number belongs to somebody, to a verb, or before another: elsewhere it fails."""

import pytest

from summarize.check.bindings import bindings
from tests.check.articles import claim


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "Ann Cole, 34, met Tom Reed, 61, in Leeds.",
            "Ann Cole, 61, met Tom Reed, 34, in Leeds.",
            id="ages exchanged",
        ),
        pytest.param(
            "The 34-year-old teacher Ann Cole won.", "Ann Cole (43) won.", id="another age"
        ),
        pytest.param(
            "Ann Cole, 34, and her 61-year-old father Tom Cole won.",
            "Ann Cole, who is 61, won.",
            id="her father's age",
        ),
    ],
)
def test_an_age_that_is_another_s_fails(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param("Ann Cole, 34, won.", "The 34-year-old Ann Cole won.", id="the same age"),
        pytest.param("Ann Cole, 34, won.", "Ann Cole won aged 12.", id="at another time"),
        pytest.param(
            "Mr Cole, 72, and his wife Ann, 67, won.", "Ann Cole, 67, won.", id="one surname"
        ),
        pytest.param("Ann Cole, 34, won in 2015.", "Ann Cole, 2015 winner, won.", id="no age"),
    ],
)
def test_an_age_that_may_be_right_passes(evidence, statement):
    result = bindings(claim(evidence, statement))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param("Leeds won the match 2-1.", "Leeds won 1-2.", id="a win with fewer"),
        pytest.param(
            "The visitors went to lunch on 36 for two.",
            "The visitors were two for 36 at lunch.",
            id="runs and wickets",
        ),
        pytest.param(
            "It teaches children aged three to 11.",
            "It teaches children aged 11 to three.",
            id="the ends of a range",
        ),
        pytest.param(
            "Two out of the three couples are together.",
            "Three out of the two couples are together.",
            id="a proportion",
        ),
        pytest.param(
            "It dates from between 300 BC and 264 BC.",
            "It dates from between 264 BC and 300 BC.",
            id="years before Christ",
        ),
    ],
)
def test_two_numbers_the_wrong_way_round_fail(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param("Leeds won the match 2-1.", "York lost 1-2.", id="told of who lost"),
        pytest.param(
            "Leeds won 2-1 at home and lost 1-2 away.", "Leeds won 2-1.", id="both are there"
        ),
        pytest.param("It took four or five hours.", "It took five or four hours.", id="either"),
        pytest.param("Leeds won the match 2-1.", "Leeds won the match 2-1.", id="the same"),
    ],
)
def test_two_numbers_whose_order_may_be_right_pass(evidence, statement):
    result = bindings(claim(evidence, statement))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "A storm felled the tower, killing 12 or more and injuring 40.",
            "At least 40 people were killed when the tower fell.",
            id="a passive for a participle",
        ),
        pytest.param(
            "Officers arrested 12 people and charged 5.",
            "Officers charged 12 people.",
            id="any verb",
        ),
        pytest.param(
            "The fire left 9 dead and 30 injured.", "Thirty deaths were reported.", id="a noun"
        ),
    ],
)
def test_a_number_that_counts_something_else_fails(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "A storm felled the tower, killing 12 and injuring 40.",
            "Twelve people died and 40 were hurt.",
            id="other words for the same",
        ),
        pytest.param("Officers charged 5 of 12 men.", "Officers held 12 men.", id="worded anew"),
    ],
)
def test_a_number_that_may_count_this_passes(evidence, statement):
    result = bindings(claim(evidence, statement))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(
    ("evidence", "statement", "status"),
    [
        pytest.param(
            "York Town 2-1 Leeds Rovers, May.", "Leeds Rovers 2-1 York Town, May.", "failed",
            id="a result",
        ),
        pytest.param(
            "Ann Cole had Tom Reed caught.", "Tom Reed had Ann Cole caught.", "failed",
            id="a verb that says little",
        ),
        pytest.param(
            "Ann Cole met with Tom Reed.", "Tom Reed met with Ann Cole.", "passed", id="mutual"
        ),
        pytest.param(
            "Ann Cole told Tom Reed. Later Tom Reed told Ann Cole.", "Tom Reed told Ann Cole.",
            "passed", id="both are there",
        ),
    ],
)  # fmt: skip
def test_names_around_the_same_words_keep_their_order(evidence, statement, status):
    assert bindings(claim(evidence, statement)).status == status
