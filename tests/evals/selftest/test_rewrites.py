from random import Random

import pytest

from evals.selftest.rewrites import REWRITES
from tests.evals.selftest.made import good


@pytest.mark.parametrize(
    ("name", "statement", "expected"),
    [
        ("date-format", "It was on 12 March 2019.", "It was on March 12, 2019."),
        ("date-format", "It was on 12 March 2019.", "It was on 12th March 2019."),
        ("date-format", "It was on March 12, 2019.", "It was on 12 March 2019."),
        ("number-words", "Two ships were sold.", "2 ships were sold."),
        ("number-words", "About 12 people left.", "About twelve people left."),
        ("number-words", "Profit rose by 58%.", "Profit rose by 58 percent."),
        ("number-words", "It has 1,426 names.", "It has 1426 names."),
        ("typography", 'He said "no".', "He said “no”."),
        ("typography", "The firm's ship left.", "The firm’s ship left."),
        ("synonyms", "It began in July.", "It started in July."),
        ("spelling", "The programme ended.", "The program ended."),
        ("spelling", "The program ended.", "The programme ended."),
        (
            "clause-order",
            "In July 2018, the ship ran aground.",
            "The ship ran aground, in July 2018.",
        ),
        ("clause-order", "Peter Quill said it left.", "It left, Peter Quill said."),
    ],
)
def test_a_rewrite_reads_as_expected(name, statement, expected):
    found = [v.said[0].text for v in REWRITES[name](good(statement), Random(1))]
    assert expected in found


def test_a_clause_about_him_does_not_come_before_his_name():
    assert list(REWRITES["clause-order"](good("Peter Quill said he left."), Random(1))) == []


@pytest.mark.parametrize("name", ["date-format", "number-words", "synonyms", "spelling"])
def test_a_quotation_is_not_reworded(name):
    statement = 'Judge Anna Moir said: "It began with two programmes."'
    assert list(REWRITES[name](good(statement), Random(1))) == []
