# ruff: noqa: E501  (a case stays on its line)
"""Times of day, dates told by their distance from another, and years that are numbers."""

from datetime import date

import pytest

from summarize.check.dates import dates
from summarize.check.numbers import numbers
from summarize.values.clock import find_clock
from tests.check.test_dates import claim

# A Wednesday.
PUBLISHED = date(2016, 9, 7)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The ferry left at 2:37 p.m. from Hull.", "The ferry left Hull at 2:30 p.m. today."),
        ("The alarm rang at 22:45.", "The alarm rang at 22:30."),
        ("The alarm rang at 9 a.m.", "The alarm rang at 9 p.m."),
        ("The shop opens at noon.", "The shop opens at 10 a.m."),
        ("The shop opens at 10 a.m.", "The shop opens late."),
        ("The shop opens around 10 a.m.", "The shop opens at 1 p.m."),
    ],
)
def test_another_time_of_day_fails(statement, evidence):
    assert "the time" in (dates(claim(statement, evidence)).reason or "")


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The ferry left at 14:30.", "The ferry left Hull at 2.30pm."),
        ("The ferry left at 2:30.", "The ferry left Hull at 14:30 GMT."),
        ("The ferry left at 3 p.m.", "The ferry left at three o'clock."),
        ("The shop is open from 9 a.m.", "The shop is open 9-11 a.m."),
        ("The shop opens at noon.", "The shop opens at 12 p.m."),
        ("The shop opens around 10 a.m.", "The shop opens at 10:20 a.m."),
        ("The shop opens at 2:30 p.m.", "The shop opens at half past two."),
    ],
)
def test_the_same_time_of_day_passes(statement, evidence):
    assert dates(claim(statement, evidence)).status == "passed"


@pytest.mark.parametrize(
    "text", ["a 2:1 win", "a share of 50:50", "2:03:15", "10.30 euros", "17 amps"]
)
def test_what_is_no_time_of_day_is_not_found(text):
    assert find_clock(text) == ()


@pytest.mark.parametrize(
    ("statement", "evidence", "status"),
    [
        ("The fair was held on the weekend before 7 September 2016.", "The fair was held this weekend.", "passed"),
        ("The fair was held on the weekend before 17 September 2016.", "The fair was held this weekend.", "failed"),
        ("It fell in the week before 7 September 2016.", "It fell last week.", "passed"),
        ("It fell the day before 7 September 2016.", "It fell yesterday.", "passed"),
        ("It fell the day before 5 September 2016.", "It fell yesterday.", "failed"),
        ("It fell the week before.", "It fell last week.", "failed"),
        ("By 7 September 2016 six had left.", "In the past few days six have left.", "passed"),
        ("By 8 September 2016 six had left.", "In the past few days six have left.", "failed"),
        ("On 7 September 2016 six left.", "In the past few days six have left.", "failed"),
        ("The 2016 fair has a new theme.", "The theme of this years fair is new.", "passed"),
    ],
)  # fmt: skip
def test_a_date_told_by_its_distance(statement, evidence, status):
    assert dates(claim(statement, evidence, published=PUBLISHED)).status == status


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("It is a 2000-year-old custom.", "It is a 2,000-year-old custom."),
        ("It is a 2,000-year-old custom.", "It is a 2000 year old custom."),
        ("The hall seats 2,000.", "It is a 2000-seat hall."),
        ("It took in 2100 US dogs.", "It took in 2,100 US dogs."),
        ("It took in 2,100 US dogs.", "It took in 2100 US dogs."),
    ],
)
def test_four_digits_are_not_always_a_year(statement, evidence):
    for check in (dates, numbers):
        result = check(claim(statement, evidence))
        assert result.status == "passed", result.reason


def test_a_number_is_no_year_of_another_value():
    assert (
        numbers(claim("It took in 2,100 US dogs.", "It took in 2000 US dogs.")).status == "failed"
    )
