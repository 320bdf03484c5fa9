"""Relative dates are written out where they can be worked out, and left alone elsewhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Span
from summarize.values.write_out import write_out_dates

PUBLISHED = date(2015, 9, 11)  # a Friday


@pytest.mark.parametrize(
    ("written", "out"),
    [
        ("A crane fell yesterday.", "A crane fell on 10 September 2015."),
        ("Yesterday a crane fell.", "On 10 September 2015 a crane fell."),
        ("A crane will fall tomorrow.", "A crane will fall on 12 September 2015."),
        ("The vote is today.", "The vote is on 11 September 2015."),
        ("It closed last year.", "It closed in 2014."),
        ("It opens next month.", "It opens in October 2015."),
        ("The fair is this weekend.", "The fair is on 12 to 13 September 2015."),
        ("It rained this weekend.", "It rained on 5 to 6 September 2015."),
        ("He left earlier this year.", "He left in 2015."),
        ("He left early this year.", "He left in early 2015."),
        ("Yesterday's storm was strong.", "10 September 2015's storm was strong."),
        ("It was decided after yesterday.", "It was decided after 10 September 2015."),
        ("The storm of yesterday passed.", "The storm of 10 September 2015 passed."),
        ("It was said on Thursday.", "It was said on 10 September 2015."),
        ("It opened in May 2014.", "It opened in May 2014."),
        ("Nothing is dated here.", "Nothing is dated here."),
    ],
)
def test_a_relative_date_is_written_out(written: str, out: str):
    assert write_out_dates(written, published=PUBLISHED) == out


@pytest.mark.parametrize(
    "text",
    [
        "The vote is on the next Tuesday.",
        "Troops arrived the day before, and left the following year.",
        "Over the last two years it grew.",
        "It opened in 1990.",
    ],
)
def test_what_cannot_be_worked_out_stays_as_it_was_written(text: str):
    assert write_out_dates(text, published=PUBLISHED) == text


@given(
    st.lists(
        st.sampled_from(
            [
                "yesterday",
                "today",
                "last week",
                "on Monday",
                "in May",
                "said",
                "he",
                "fell",
                ".",
                "“",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_an_unknown_day_of_publication_changes_nothing(text: str):
    assert write_out_dates(text, published=None) == text


@given(
    st.lists(
        st.sampled_from(
            ["yesterday", "last year", "she", "fell", "Today", "on", "5 May", "’s", ","]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_quotations_stay_as_they_were_said(text: str):
    whole = [Span(0, len(text))] if text else []
    assert write_out_dates(text, published=PUBLISHED, quoted=whole) == text


def test_only_what_stands_outside_a_quotation_is_written_out():
    text = "He said yesterday: “I saw it yesterday.”"
    start = text.index("“")
    made = write_out_dates(text, published=PUBLISHED, quoted=[Span(start, len(text))])
    assert made == "He said on 10 September 2015: “I saw it yesterday.”"
