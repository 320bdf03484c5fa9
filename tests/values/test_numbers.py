"""Numbers are found whole, with magnitude, unit and bound, and nothing else is."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.values.number_words import cardinal
from summarize.values.numbers import find_numbers, same_number

ONE = [
    ("1,200", "1,200", "1200", None, "count", None),
    ("11,200", "11,200", "11200", None, "count", None),
    ("1\u00a0200 people", "1\u00a0200 people", "1200", "people", "count", None),
    (
        "240,000 square meter park",
        "240,000 square meter",
        "240000",
        "square metre",
        "measure",
        None,
    ),
    ("2 million voters voted", "2 million voters", "2000000", "voter", "count", None),
    ("about 80 people in", "80 people", "80", "people", "count", "about"),
    ("at least 107 killed", "107", "107", None, "count", "at least"),
    ("killing 107 or more", "107", "107", None, "count", "at least"),
    ("15+ people", "15", "15", None, "count", "at least"),
    ("over 4 million visitors", "4 million visitors", "4000000", "visitor", "count", "more than"),
    ("in and around the 240,000 seats", "240,000 seats", "240000", "seat", "count", None),
    ("over two days", "two days", "2", "day", "measure", None),
    ("nearly two decades", "two decades", "2", "decade", "measure", "about"),
    ("$4.2bn", "$4.2bn", "4200000000", "USD", "money", None),
    ("US$4,200 million", "US$4,200 million", "4200000000", "USD", "money", None),
    ("4.2 billion dollars", "4.2 billion dollars", "4200000000", "USD", "money", None),
    ("€3m", "€3m", "3000000", "EUR", "money", None),
    ("£1.5m", "£1.5m", "1500000", "GBP", "money", None),
    ("422,000 euros", "422,000 euros", "422000", "EUR", "money", None),
    ("NZ $ 26 million", "NZ $ 26 million", "26000000", "NZD", "money", None),
    ("$ 50,000", "$ 50,000", "50000", "USD", "money", None),
    ("C$27.75", "C$27.75", "27.75", "CAD", "money", None),
    ("A $4 fee", "$4", "4", "USD", "money", None),
    ("58%", "58%", "58", "percent", "percent", None),
    ("58 per cent", "58 per cent", "58", "percent", "percent", None),
    ("58pc", "58pc", "58", "percent", "percent", None),
    ("forty percent.", "forty percent", "40", "percent", "percent", None),
    (
        "three percentage points",
        "three percentage points",
        "3",
        "percentage point",
        "percent",
        None,
    ),
    ("only a quarter of citizens", "a quarter", "0.25", None, "fraction", None),
    ("three-quarters", "three-quarters", "0.75", None, "fraction", None),
    ("more than half", "half", "0.5", None, "fraction", "more than"),
    (
        "four point two billion dollars",
        "four point two billion dollars",
        "4200000000",
        "USD",
        "money",
        None,
    ),
    (
        "two point six million people",
        "two point six million people",
        "2600000",
        "people",
        "count",
        None,
    ),
    (
        "twenty-one point oh five metres",
        "twenty-one point oh five metres",
        "21.05",
        "metre",
        "measure",
        None,
    ),
    ("at one point five per cent", "one point five per cent", "1.5", "percent", "percent", None),
    ("the two point guards", "two point guards", "2", "guard", "count", None),
    ("half a million people", "half a million people", "500000", "people", "count", None),
    ("half an hour", "half an hour", "0.5", "hour", "measure", None),
    ("two and a half years", "two and a half years", "2.5", "year", "measure", None),
    ("one in four visits", "one in four", "0.25", None, "fraction", None),
    ("a dozen", "a dozen", "12", None, "count", None),
    ("twenty-five million", "twenty-five million", "25000000", None, "count", None),
    ("five hundred and six", "five hundred and six", "506", None, "count", None),
    ("Six shells", "Six shells", "6", "shell", "count", None),
    ("The six - member team", "six - member", "6", "member", "count", None),
    ("two more Syrian teams", "two more Syrian teams", "2", "team", "count", None),
    ("a 14-year-old boy", "14-year-old", "14", "year", "measure", None),
    ("increased 18-fold", "18-fold", "18", "fold", "count", None),
    ("a 131-page report", "131-page", "131", "page", "count", None),
    ("an 11\u2011year lull", "11\u2011year", "11", "year", "measure", None),
    ("a 2000 year old tradition", "2000 year old", "2000", "year", "measure", None),
    ("the 22nd", "22nd", "22", None, "ordinal", None),
    ("a second term", "second", "2", None, "ordinal", None),
    ("a third term", "third", "3", None, "ordinal", None),
    ("for the first time", "first", "1", None, "ordinal", None),
    ("her twenty-first birthday", "twenty-first", "21", None, "ordinal", None),
    ("\u22125 degrees", "\u22125 degrees", "-5", "degree", "measure", None),
    ("3½ years", "3½ years", "3.5", "year", "measure", None),
    ("5kg", "5kg", "5", "kilogram", "measure", None),
    ("a 100m race", "100m", "100", "metre", "measure", None),
    ("1.5m people", "1.5m people", "1500000", "people", "count", None),
    ("one shell", "one", "1", None, "count", None),
    ("dozens of rounds", "dozens", "12", None, "vague", None),
    ("hundreds of thousands of people", "hundreds of thousands", "100000", None, "vague", None),
    ("killed 1426 pilgrims", "1426 pilgrims", "1426", "pilgrim", "count", None),
]


@pytest.mark.parametrize("case", ONE, ids=lambda case: case[0])
def test_a_number_is_found_whole(case):
    text, written, value, unit, kind, bound = case
    (found,) = find_numbers(text)
    assert found.as_written == written
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert (found.kind, found.bound) == (kind, bound)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500 miles (800 km)", [("500", "mile"), ("800", "kilometre")]),
        ("voted 6-3", [("6", None), ("3", None)]),
        ("from 9 to 10.", [("9", None), ("10", None)]),
        ("5-10%", [("5", "percent"), ("10", "percent")]),
        ("$5 to $10 million", [("5000000", "USD"), ("10000000", "USD")]),
        ("9 to 10 million people", [("9000000", "people"), ("10000000", "people")]),
        ("from 200 to 2 million", [("200", None), ("2000000", None)]),
        ("posts 542 and 543", [("542", None), ("543", None)]),
        ("30 million euros ($33 million)", [("30000000", "EUR"), ("33000000", "USD")]),
    ],
)
def test_each_number_of_a_pair_has_what_is_written_once_for_both(text, expected):
    assert [(str(n.value), n.unit) for n in find_numbers(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 25 October 2017",
        "2004 to 2009",
        "two years ago",
        "at 22:30",
        "cast at 2:30",
        "15:11 GMT",
        "3 p.m.",
        "the 9/11 attacks",
        "24/7",
        "B-52, COVID-19, 4chan and G20",
        "https://example.org/123 and a1@b2.org",
        "#34 @bob12",
        "version 2.0.1",
        "one of the best",
        "no one came",
        "this one, not the other one.",
        "At first,",
        "First Lady Jane",
        "the FIRST Global",
        "per second",
        "Part XVII",
        "several years",
        "",
    ],
)
def test_what_is_no_number_is_not_found(text):
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("$4.2 billion", "4.2bn dollars"),
        ("$4.2 billion", "US$4,200 million"),
        ("forty percent", "40%"),
        ("a quarter", "25 per cent"),
        ("one third", "33%"),
        ("half of them", "50%"),
        ("one in four", "25%"),
        ("two decades", "20 years"),
        ("6 members", "six-member"),
        ("80", "80 people"),
        ("80 persons", "80 people"),
        ("26 million", "NZ$26 million"),
        ("£10", "10 pounds"),
        ("second", "2nd"),
        ("a dozen", "12"),
    ],
)
def test_the_same_number_in_other_writing_is_the_same(a, b):
    (one,), (other,) = find_numbers(a), find_numbers(b)
    assert same_number(one, other)
    assert same_number(other, one)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1,200", "11,200"),
        ("$4.2 billion", "$4.2 million"),
        ("NZ$26 million", "$26 million"),
        ("30 euros", "30 dollars"),
        ("500 miles", "500 km"),
        ("two weeks", "two days"),
        ("40%", "40 people"),
        ("40 percent", "40 percentage points"),
        ("a quarter", "24%"),
        ("a third of", "3"),
        ("the second", "2"),
        ("dozens", "12"),
    ],
)
def test_another_value_unit_or_kind_is_another_number(a, b):
    (one,), (other,) = find_numbers(a), find_numbers(b)
    assert not same_number(one, other)
    assert not same_number(other, one)


@pytest.mark.parametrize("written", ["six five", "twenty twelve", "nineteen ninety", "and", ""])
def test_words_that_are_not_one_number_have_no_value(written):
    assert cardinal(written) is None


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{}"]))
def test_digits_have_their_value_however_they_are_grouped(value, form):
    (found,) = find_numbers(f"in all {form.format(value)} of them")
    assert found.value == value


TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()


def in_words(value):
    """Write a number below a billion in words, another way than the code reads them."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return in_words(value // size) + f" {name}" + (joint + in_words(rest) if rest else "")
    if value < 20:
        return SMALL[value]
    return TENS[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")


@given(st.integers(0, 10**9 - 1))
def test_number_words_have_the_value_they_say(value):
    assert cardinal(in_words(value)) == value


WORDS = (
    "25 5 1,200 11,200 2.5 million bn m k $ € NZ % per cent about at least or more half a quarter "
    "one two twenty five hundred and third second - – / : . , people miles year old in of 2016 May "
    "½ dozens thousands of B-52 #3 1/3 6-3 \u00a0 \u2212 ٣ ² first First"
).split(" ")


@example("0€0")
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(WORDS)).map(" ".join),
        st.lists(st.sampled_from(WORDS)).map("".join),
    )
)
def test_any_text_is_searched_without_error_and_spans_are_true(text):
    end = 0
    found = find_numbers(text)
    for number in found:
        assert number.as_written == text[number.span.start : number.span.end]
        assert number.span.start >= end
        assert same_number(number, number)
        end = number.span.end
