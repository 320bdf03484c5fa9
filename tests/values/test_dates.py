"""Dates are found as written, and resolved no further than the day of publication allows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.values.dates import DateValue, absolute, entails, find_dates, written_out

# A Friday.
PUBLISHED = date(2017, 7, 21)

ABSOLUTE = [
    ("on 25 October 2017", "25 October 2017", "2017-10-25"),
    ("on October 25th, 2017, he", "October 25th, 2017", "2017-10-25"),
    ("on Oct. 25, 2017.", "Oct. 25, 2017", "2017-10-25"),
    ("on the 25th of October 2017", "25th of October 2017", "2017-10-25"),
    ("Friday, July 21, 2017", "Friday, July 21, 2017", "2017-07-21"),
    ("FRIDAY, JULY 21, 2017", "FRIDAY, JULY 21, 2017", "2017-07-21"),
    ("dated 2017-10-25.", "2017-10-25", "2017-10-25"),
    ("on 25/10/2017 at", "25/10/2017", "2017-10-25"),
    ("on 10/25/2017 at", "10/25/2017", "2017-10-25"),
    ("on 25\u201110\u20112017", "25\u201110\u20112017", "2017-10-25"),
    ("on 25\u00a0October\u00a02017", "25\u00a0October\u00a02017", "2017-10-25"),
    ("was in July 2016.", "July 2016", "2016-07"),
    ("was in 07/2016.", "07/2016", "2016-07"),
    ("held in 2016 there", "2016", "2016"),
    ("voters chose early in 2016.", "early in 2016", "2016"),
    ("in the 2014 protests", "2014", "2014"),
    ("the post-1959 politics", "1959", "1959"),
    ("in 1066 he", "1066", "1066"),
    ("Fan Expo Canada 2016 in Toronto", "2016", "2016"),
    ("Sun, 5 Nov 2017", "Sun, 5 Nov 2017", "2017-11-05"),
]


@pytest.mark.parametrize(("text", "written", "iso"), ABSOLUTE)
def test_an_absolute_date_needs_no_day_of_publication(text, written, iso):
    (found,) = find_dates(text)
    assert (found.as_written, found.iso(), found.resolved, found.relative) == (
        written,
        iso,
        True,
        False,
    )


RELATIVE = [
    ("It rained yesterday.", "yesterday", "2017-07-20"),
    ("the day before yesterday", "the day before yesterday", "2017-07-19"),
    ("It rains today.", "today", "2017-07-21"),
    ("last night", "last night", "2017-07-20"),
    ("this morning", "this morning", "2017-07-21"),
    ("He leaves tomorrow.", "tomorrow", "2017-07-22"),
    ("It was held on Tuesday.", "Tuesday", "2017-07-18"),
    ("Beijing said on Friday", "Friday", "2017-07-21"),
    ("They will meet on Tuesday.", "Tuesday", "2017-07-25"),
    ("On Wednesday, they are to travel.", "Wednesday", "2017-07-26"),
    ("The vote was held on Sunday and results will come.", "Sunday", "2017-07-16"),
    ("last Friday", "last Friday", "2017-07-14"),
    ("next Friday", "next Friday", "2017-07-28"),
    ("this coming Sunday", "this coming Sunday", "2017-07-23"),
    ("last month", "last month", "2017-06"),
    ("next year", "next year", "2018"),
    ("earlier this year", "earlier this year", "2017"),
    ("two years ago", "two years ago", "2015"),
    ("Seventeen years ago, no", "Seventeen years ago", "2000"),
    ("twenty-five years ago", "twenty-five years ago", "1992"),
    ("10 days ago", "10 days ago", "2017-07-11"),
    ("five months ago", "five months ago", "2017-02"),
    ("last May", "last May", "2017-05"),
    ("June last year", "June last year", "2016-06"),
    ("last summer", "last summer", "2016"),
]


@pytest.mark.parametrize(("text", "written", "iso"), RELATIVE)
def test_a_relative_date_is_resolved_from_the_day_of_publication(text, written, iso):
    (found,) = find_dates(text, published=PUBLISHED)
    assert (found.as_written, found.iso(), found.relative) == (written, iso, True)
    (unknown,) = find_dates(text)
    assert (unknown.value.year, unknown.relative, unknown.resolved) == (None, True, False)


YEARLESS = [
    ("She was arrested on 25 May.", "2017-05-25"),
    ("She was arrested on 25 October.", "2016-10-25"),
    ("The first vote is to be held from November 20.", "2017-11-20"),
    ("The meeting is set for 1 August.", "2017-08-01"),
    ("published on 3 January.", "2017-01-03"),
    ("not since February", "2017-02"),
    ("a nuclear test in June", "2017-06"),
    ("The museum will open in December.", "2017-12"),
    ("It opened in December.", "2016-12"),
]


@pytest.mark.parametrize(("text", "iso"), YEARLESS)
def test_a_date_without_its_year_is_the_one_the_sentence_looks_to(text, iso):
    (found,) = find_dates(text, published=PUBLISHED)
    assert (found.iso(), found.relative) == (iso, False)
    (unknown,) = find_dates(text)
    assert unknown.value.year is None
    assert not unknown.resolved


PERIODS = [
    ("until last week, when", "2017-07-10", "2017-07-16", "the week of 10 July 2017"),
    ("this week", "2017-07-17", "2017-07-23", "the week of 17 July 2017"),
    ("It was held this weekend", "2017-07-15", "2017-07-16", "15 to 16 July 2017"),
    ("the 1990s", "1990", "1999", "the 1990s"),
    ("in the '80s", "1980", "1989", "the 1980s"),
    ("the nineties", "1990", "1999", "the 1990s"),
    ("the 20th century", "1901", "2000", "1901 to 2000"),
    ("the third quarter of 2016", "2016-07", "2016-09", "July to September 2016"),
    ("the 2015-16 season", "2015", "2016", "2015 to 2016"),
    ("the week of 10 July 2017", "2017-07-10", "2017-07-16", "the week of 10 July 2017"),
]


@pytest.mark.parametrize(("text", "first", "last", "words"), PERIODS)
def test_a_period_has_two_ends_and_no_single_iso_date(text, first, last, words):
    (found,) = find_dates(text, published=PUBLISHED)
    assert found.end is not None
    assert (found.value.iso(), found.end.iso(), found.iso()) == (first, last, None)
    assert found.written_out() == words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("from 20 to 25 October 2017", [("20", "2017-10-20"), ("25 October 2017", "2017-10-25")]),
        ("20–25 October 2017", [("20", "2017-10-20"), ("25 October 2017", "2017-10-25")]),
        ("October 25-27, 2017", [("October 25", "2017-10-25"), ("27, 2017", "2017-10-27")]),
        ("on May 24 and 25, 2017", [("May 24", "2017-05-24"), ("25, 2017", "2017-05-25")]),
        ("from 2004 to 2009", [("2004", "2004"), ("2009", "2009")]),
        ("1999–2003", [("1999", "1999"), ("2003", "2003")]),
    ],
)
def test_dates_that_share_a_month_or_stand_in_a_range_are_found_each(text, written):
    assert [(d.as_written, d.iso()) for d in find_dates(text)] == written


@pytest.mark.parametrize(
    "text",
    [
        "2,000 people came",
        "2000 people came",
        "in 2000 people",
        "killed 1426 pilgrims",
        "the 1426 pilgrims",
        "a 2000 year old tradition",
        "500 votes",
        "$1999",
        "US$ 1999",
        "more than 1990 of them",
        "UN Resolution 2094",
        "Flight 2010",
        "at 2000 GMT",
        "1950 Main Street",
        "It may be; they may go",
        "the March on Washington",
        "the troops march on",
        "Prime Minister Theresa May said",
        "a plan by Theresa May, though rejected by May herself",
        "April Jones won",
        "the Sunday Times",
        "Black Friday",
        "every Monday",
        "on Sundays",
        "USA Today",
        "The Sun and the Sat 1",
        "voted 6-3",
        "the 9/11 attacks",
        "open 24/7",
        "on 24/7 alert",
        "by 3/16 of a share",
        "on 10/11",
        "25/10 said so",
        "the third-quarter-final",
        "in her nineties",
        "for two years",
        "the fall of Kabul in spring rolls",
        "the player of the year",
        "in the quarter-final",
        "for the year-round residents",
        "the French quarter",
        "the latest news",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_not_found(text):
    assert find_dates(text, published=PUBLISHED) == ()


def test_the_order_of_day_and_month_is_never_guessed():
    (found,) = find_dates("on 10/11/2017")
    assert (found.value, found.resolved) == (DateValue(2017), False)


def test_a_day_that_does_not_exist_is_not_found():
    assert find_dates("on Feb 30") == ()


def test_29_february_keeps_its_day_where_the_year_has_none():
    (found,) = find_dates("on 29 February", published=PUBLISHED)
    assert found.value == DateValue(None, 2, 29)


@pytest.mark.parametrize("text", ["a few days ago", "more than 20 years ago", "24 hours ago"])
def test_a_vague_distance_is_relative_and_points_at_no_day(text):
    (found,) = find_dates(text, published=PUBLISHED)
    assert (found.as_written, found.relative, found.resolved) == (text, True, False)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("the year before", "the year before"),
        ("the next day", "the next day"),
        ("a year earlier", "year earlier"),
        ("the same month", "the same month"),
        ("Losses grew in the latest quarter.", "the latest quarter"),
        ("Sales for the year fell.", "the year"),
        ("Sales for the full year fell.", "the full year"),
        ("in the first nine months of the year", "the year"),
        ("It closes by the end of the year.", "the end of the year"),
        ("It closes by year-end.", "year-end"),
    ],
)
def test_a_date_that_only_the_story_explains_is_not_resolved(text, written):
    (found,) = find_dates(text, published=PUBLISHED)
    assert found.as_written == written
    assert (found.value, found.relative, found.resolved) == (DateValue(), False, False)


def test_a_season_is_found_after_the_words_that_place_it_in_time():
    text = "Fires spread over the summer, on the winter coat, and well into the autumn."
    assert [d.part for d in find_dates(text, published=PUBLISHED)] == ["summer", "autumn"]


@pytest.mark.parametrize("text", ["on 25/10", "since 10/25"])
def test_a_day_in_figures_needs_no_year_where_it_can_be_no_other(text):
    (found,) = find_dates(text)
    assert found.value == DateValue(None, 10, 25)


def test_5_october_is_never_found_inside_25_october():
    (found,) = find_dates("25 October")
    assert found.value == DateValue(None, 10, 25)


@pytest.mark.parametrize(
    ("source", "stated", "follows"),
    [
        (DateValue(2017, 10, 25), DateValue(2017, 10), True),
        (DateValue(2017, 10, 25), DateValue(2017), True),
        (DateValue(2017, 10, 25), DateValue(None, 10, 25), True),
        (DateValue(2017, 10, 25), DateValue(weekday=2), True),
        (DateValue(2017, 10, 25), DateValue(2017, 10, 25, 2), True),
        (DateValue(None, 10, 25), DateValue(2017, 10, 25), False),
        (DateValue(2017, 10), DateValue(2017, 10, 25), False),
        (DateValue(2017, 10, 25), DateValue(None, 10, 5), False),
        (DateValue(2016, 7), DateValue(2017, 7), False),
        (DateValue(2017, 10, 25), DateValue(2017, 10, 25, 1), False),
        (DateValue(weekday=2), DateValue(weekday=1), False),
    ],
)
def test_a_date_follows_from_an_equal_or_finer_one(source, stated, follows):
    assert entails(source, stated) is follows


@pytest.mark.parametrize(
    "parts",
    [
        {"month": 13},
        {"day": 3},
        {"year": 2017, "month": 2, "day": 29},
        {"weekday": 7},
        {"year": 0, "month": 0},
    ],
)
def test_an_impossible_date_cannot_be_built(parts):
    with pytest.raises(ValueError, match=r"\w"):
        DateValue(**parts)


def test_absolute_adds_the_date_to_relative_words_only():
    text = "It ended on Tuesday, after last week’s delay, not in 2016 nor a few days ago."
    assert absolute(text, published=PUBLISHED) == (
        "It ended on Tuesday (18 July 2017), after last week’s (the week of 10 July 2017) delay, "
        "not in 2016 nor a few days ago."
    )
    assert absolute(text, published=None) == text


@st.composite
def values(draw):
    day = draw(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    shape = draw(st.sampled_from(["day", "month", "year", "no year"]))
    return {
        "day": DateValue(day.year, day.month, day.day),
        "month": DateValue(day.year, day.month),
        "year": DateValue(day.year),
        "no year": DateValue(None, day.month, day.day),
    }[shape]


@given(values())
def test_what_is_written_out_reads_back_as_the_same_date(value):
    (found,) = find_dates(f"It happened in {written_out(value)}.")
    assert found.value == value
    assert entails(found.value, value)


WORDS = (
    "25 5 October May March Tuesday 2016 1999 last next this week year ago two twenty five the in "
    "of on since , . - – ' $ % and to early late second quarter half a one Sunday Times 10/11/2017 "
    "2017-10-25 yesterday people 90s latest full fiscal \n \u00a0 century "
    "day before after months few"
).split(" ")


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)),
    st.none() | st.dates(),
)
def test_any_text_is_searched_without_error_and_spans_are_true(text, published):
    end = 0
    for found in find_dates(text, published=published):
        assert found.as_written == text[found.span.start : found.span.end]
        assert found.span.start >= end
        end = found.span.end
        found.written_out()
    absolute(text, published=published)
