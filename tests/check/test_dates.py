"""A date of a statement is the evidence's or coarser, and is never relative."""

from datetime import date

import pytest

from summarize.article import Article, Span
from summarize.check.claim import Claim
from summarize.check.dates import dates

# A Friday.
PUBLISHED = date(2017, 7, 21)


def claim(
    statement: str, *evidence: str, published: date | None = PUBLISHED, is_quote: bool = False
) -> Claim:
    text = "\n".join(evidence)
    spans, start = [], 0
    for piece in evidence:
        spans.append(Span(start, start + len(piece)))
        start += len(piece) + 1
    made = Article("a", "a.txt", text, "0" * 64, (), published=published)
    return Claim(statement, tuple(spans), made, is_quote=is_quote)


PASS = [
    ("He won on 25 October 2017.", "On October 25th, 2017, he won."),
    ("He won in October 2017.", "On 25 October 2017 he won."),
    ("He won in 2017.", "On 25 October 2017 he won."),
    ("He won on 25 October.", "On Wednesday, 25 October, he won."),
    ("It was held on 18 July 2017.", "It was held on Tuesday."),
    ("It was held on Tuesday, 18 July 2017.", "It was held on Tuesday."),
    ("It was held in July 2017.", "It was held on Tuesday."),
    ("It was held in 2017.", "It was held this year."),
    ("Visas were refused until the week of 10 July 2017.", "Visas were refused until last week."),
    ("It ran from 10 to 16 July 2017.", "It ran last week."),
    ("He came in 2000.", "Seventeen years ago, he came."),
    ("The vote is set for 20 November 2017.", "The vote is to be held on November 20."),
    ("It began in the 1990s.", "It began in 1994."),
    ("It is early 2016.", "It is early in 2016."),
    ("It began in early 2016.", "It began in January 2016."),
    ("It ended the next day.", "It ended the next day."),
    ("It ended more than 20 years ago.", "It ended more than 20 years ago."),
    ("Nothing is dated.", "It was held on Tuesday."),
    ("Between 2004 and 2009 he led it.", "He led it from 2004 to 2009."),
]


@pytest.mark.parametrize(("statement", "evidence"), PASS)
def test_an_equal_or_coarser_date_passes(statement, evidence):
    assert dates(claim(statement, evidence)).status == "passed"


FAIL = [
    (
        "He won on 25 November.",
        "He won on 25 October.",
        'the date "25 November" is not in the evidence, which says "25 October"',
    ),
    (
        "He won on 5 October.",
        "He won on 25 October.",
        'the date "5 October" is not in the evidence, which says "25 October"',
    ),
    (
        "He won on 25 October 2016.",
        "He won on 25 October 2017.",
        'the date "25 October 2016" is not in the evidence, which says "25 October 2017"',
    ),
    (
        "It was held on 19 July 2017.",
        "It was held on Tuesday.",
        'the date "19 July 2017" is not in the evidence, which says "Tuesday" (18 July 2017)',
    ),
    (
        "It was held on Monday, 18 July 2017.",
        "It was held on Tuesday.",
        'the date "Monday, 18 July 2017" is not in the evidence, '
        'which says "Tuesday" (18 July 2017)',
    ),
    (
        "He won in 2016.",
        "He won.",
        'the date "2016" is not in the evidence, which names no date: leave it out',
    ),
    (
        "He won in early 2016.",
        "He won in 2016.",
        'the date "early 2016" is not in the evidence, which says "2016"',
    ),
    (
        "It was refused on 12 July 2017.",
        "It was refused last week.",
        'the date "12 July 2017" is not in the evidence, '
        'which says "last week" (the week of 10 July 2017)',
    ),
    (
        "It was refused on 10 July 2017.",
        "It was refused last week.",
        'the date "10 July 2017" is not in the evidence, '
        'which says "last week" (the week of 10 July 2017)',
    ),
    (
        "It ended the next day.",
        "It ended.",
        'the date "the next day" is not in the evidence, which names no date: leave it out',
    ),
    (
        "It was held on Tuesday.",
        "It was held on Tuesday.",
        '"Tuesday" is relative: write 18 July 2017',
    ),
    ("It rained yesterday.", "It rained yesterday.", '"yesterday" is relative: write 20 July 2017'),
    (
        "It rained yesterday.",
        "It rained on Thursday.",
        '"yesterday" is relative: write 20 July 2017',
    ),
    (
        "It fell last week.",
        "It fell last week.",
        '"last week" is relative: write the week of 10 July 2017',
    ),
    (
        "This year's theme is water.",
        "This year's theme is water.",
        '"This year" is relative: write 2017',
    ),
    (
        "It rained yesterday.",
        "It rained on Monday.",
        'the date "yesterday" is not in the evidence, which says "Monday" (17 July 2017)',
    ),
]


@pytest.mark.parametrize(("statement", "evidence", "reason"), FAIL)
def test_another_finer_or_relative_date_fails_and_says_what_to_write(statement, evidence, reason):
    result = dates(claim(statement, evidence))
    assert (result.status, result.reason) == ("failed", reason)


@pytest.mark.parametrize(
    ("statement", "evidence", "reason"),
    [
        ("He won on 25 October.", "On Wednesday, 25 October, he won.", None),
        ("He spoke on Thursday.", "He spoke on Thursday.", None),
        (
            "He won on 25 October 2017.",
            "On Wednesday, 25 October, he won.",
            'the year in "25 October 2017" is not in the evidence, '
            'which says "Wednesday, 25 October"',
        ),
        (
            "He spoke on Friday.",
            "He spoke on Thursday.",
            'the date "Friday" is not in the evidence, which says "Thursday"',
        ),
        (
            "He spoke last week.",
            "He spoke last week.",
            '"last week" is relative and the day of publication is not known: leave it out',
        ),
    ],
)
def test_without_a_day_of_publication_nothing_is_completed(statement, evidence, reason):
    assert dates(claim(statement, evidence, published=None)).reason == reason


def test_a_quotation_may_be_relative_when_those_are_the_words():
    said = "This would not have been possible seventeen years ago."
    assert dates(claim(said, f'"{said}" he said.', is_quote=True)).status == "passed"
    assert dates(claim(said, '"This would not do," he said.', is_quote=True)).status == "failed"


def test_each_sentence_of_the_evidence_is_read_apart():
    made = claim(
        "It was held on 18 July 2017 and 2018.", "It was held Tuesday", "It is due in 2018."
    )
    assert dates(made).status == "passed"


def test_every_fault_is_told_once():
    result = dates(claim("In 2015 and in 2015 and in 2014.", "In 2016."))
    assert result.reason == (
        'the date "2015" is not in the evidence, which says "2016"; '
        'the date "2014" is not in the evidence, which says "2016"'
    )
