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
            "The ship ran aground in July 2018.",
        ),
        (
            "clause-order",
            "On Friday, 6 July, the ship ran aground.",
            "The ship ran aground on Friday, 6 July.",
        ),
        (
            "clause-order",
            "Peter Quill said the ship left.",
            "The ship left, Peter Quill said.",
        ),
        (
            "clause-order",
            "The ship left, according to Peter Quill.",
            "According to Peter Quill, the ship left.",
        ),
        ("synonyms", "He is an ally.", "He is a partner."),
        ("number-words", "A 2,000-year-old bell rang.", "A 2000-year-old bell rang."),
        ("number-words", "The sixth ship sank.", "The 6th ship sank."),
    ],
)
def test_a_rewrite_reads_as_expected(name, statement, expected):
    known = good(statement)
    found = [v.said[0].text for seed in range(9) for v in REWRITES[name](known, Random(seed))]
    assert expected in found


@pytest.mark.parametrize("who", ["he", "it", "they", "its crew"])
def test_a_clause_about_him_does_not_come_before_his_name(who):
    assert list(REWRITES["clause-order"](good(f"Peter Quill said {who} left."), Random(1))) == []


def test_no_text_is_made_twice_of_one_date():
    for statement in ("It was on 5 May 2019.", "It was on 20 July 2018."):
        for seed in range(9):
            made = [v.said[0].text for v in REWRITES["date-format"](good(statement), Random(seed))]
            assert len(made) == len(set(made))


def test_a_day_that_may_be_a_month_is_not_written_in_figures_alone():
    made = {
        v.said[0].text
        for seed in range(9)
        for v in REWRITES["date-format"](good("It was on 5 May 2019."), Random(seed))
    }
    assert not any("5/5" in text for text in made)
    assert any("2019-05-05" in text for text in made)


def test_a_form_that_the_parser_misreads_is_made_none_the_less(monkeypatch):
    monkeypatch.setattr("summarize.values.numbers.find_numbers", lambda _text: ())
    monkeypatch.setattr("summarize.values.dates.find_dates", lambda _text, **_: ())
    for name, text in (("number-words", "It has 2,100 names."), ("date-format", "On 5 May 2019.")):
        assert list(REWRITES[name](good(text), Random(1)))


@pytest.mark.parametrize("name", ["date-format", "number-words", "synonyms", "spelling"])
def test_a_quotation_is_not_reworded(name):
    statement = 'Judge Anna Moir said: "It began with two programmes."'
    assert list(REWRITES[name](good(statement), Random(1))) == []
