"""A number of a statement stands in the evidence with its unit and its bound."""

import pytest

from summarize.article import Article, Span
from summarize.check.claim import Claim
from summarize.check.numbers import numbers


def claim(statement: str, evidence: str) -> Claim:
    made = Article("a", "a.txt", evidence, "0" * 64, ())
    return Claim(statement, (Span(0, len(evidence)),), made)


PASS = [
    ("It killed 107 people.", "It killed 107 pilgrims."),
    ("Forty percent agreed.", "40% agreed."),
    ("25% agreed.", "Only a quarter agreed."),
    ("Half of them left.", "50 per cent of them left."),
    ("It cost $4.2bn.", "It cost US$4,200 million."),
    ("The six-member team left.", "The six - member team left."),
    ("Both sides fired 36 shells.", "They fired 36 shells."),
    ("Two sides fired.", "Both sides fired."),
    ("One team won.", "A team won."),
    ("At least 107 died.", "107 or more were killed."),
    ("At least 100 died.", "More than 100 died."),
    ("About 80 people left.", "80 people left."),
    ("About 2 million voted.", "Around 2 million voters voted."),
    ("It lasted almost 20 years.", "It lasted nearly two decades."),
    ("Dozens of shells fell.", "36 shells fell."),
    ("Dozens of shells fell.", "They fired dozens of rounds."),
    ("Nothing is counted.", "It has 3."),
    ("He won on 25 October 2017.", "He won."),
    ("They voted 6-3.", "The court voted 6–3."),
]


@pytest.mark.parametrize(("statement", "evidence"), PASS)
def test_the_same_number_in_any_writing_passes(statement, evidence):
    result = numbers(claim(statement, evidence))
    assert (result.status, result.reason) == ("passed", None)


FAIL = [
    (
        "It killed 108 people.",
        "It killed 107 people and wounded 238.",
        'the number "108 people" is not in the evidence, which says "107 people", "238"',
    ),
    (
        "There were 1,200 of them.",
        "There were 11,200 of them.",
        'the number "1,200" is not in the evidence, which says "11,200"',
    ),
    (
        "It cost $26 million.",
        "It cost NZ $ 26 million.",
        'the number "$26 million" is not in the evidence, which says "NZ $ 26 million"',
    ),
    (
        "It cost $4.2 million.",
        "It cost $4.2 billion.",
        'the number "$4.2 million" is not in the evidence, which says "$4.2 billion"',
    ),
    (
        "They went 800 miles.",
        "They went about 500 miles (800 km).",
        'the number "800 miles" is not in the evidence, which says "about 500 miles", "800 km"',
    ),
    (
        "It killed 107.",
        "It killed at least 107.",
        '"107" loses "at least": the evidence says "at least 107"',
    ),
    (
        "80 people left.",
        "About 80 people left.",
        '"80 people" loses "about": the evidence says "about 80 people"',
    ),
    (
        "More than 80 people left.",
        "80 people left.",
        '"more than 80 people" adds "more than": the evidence says "80 people"',
    ),
    (
        "More than 80 people left.",
        "About 80 people left.",
        '"more than 80 people" changes the bound: the evidence says "about 80 people"',
    ),
    (
        "He won a second term.",
        "He won a term.",
        'the number "second" is not in the evidence, which gives no number: leave it out',
    ),
    (
        "They voted 7-2.",
        "They voted 6-3.",
        'the number "7" is not in the evidence, which says "6", "3"; '
        'the number "2" is not in the evidence, which says "6", "3"',
    ),
    (
        "36 shells fell.",
        "Dozens of shells fell.",
        'the number "36 shells" is not in the evidence, which says "Dozens"',
    ),
    (
        "Thousands of shells fell.",
        "36 shells fell.",
        'the number "Thousands" is not in the evidence, which says "36 shells"',
    ),
]


@pytest.mark.parametrize(("statement", "evidence", "reason"), FAIL)
def test_another_number_unit_or_bound_fails_and_says_what_stands_there(statement, evidence, reason):
    result = numbers(claim(statement, evidence))
    assert (result.status, result.reason) == ("failed", reason)
