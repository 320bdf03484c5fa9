import pytest

from summarize.check.certainty import added_certainty
from summarize.check.denials import (
    added_denial,
    denied_saying,
    denied_twice,
    lost_denial,
    lost_prefix,
)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("South Korea did not evacuate 80 people.", "South Korea evacuated 80 people in the town."),
        ("Analysts are not unsure of it now.", "Analysts are unsure of it now."),
        (
            "Leeds has not long been accused of failing its staff.",
            "Leeds has long been accused of failing its staff.",
        ),
        ("The team was not twice denied visas.", "They were twice denied visas by the team."),
    ],
)
def test_a_denial_that_is_new_is_told(statement, evidence):
    assert added_denial(statement, evidence) is not None


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The firm did not appeal the fine.", "The firm did not appeal against the fine."),
        ("The suspect has not been caught by police.", "The suspect escaped from police custody."),
        ("The bill was not passed by the council.", "The council rejected the bill on Monday."),
        ("No visitors were hurt.", "Everybody got out in time."),
    ],
)
def test_a_denial_that_follows_is_not_told(statement, evidence):
    assert added_denial(statement, evidence) is None


@pytest.mark.parametrize(
    ("statement", "evidence", "is_lost"),
    [
        (
            "Malta is one of the nations covered by the ban.",
            "Malta is not one of the nations covered by the ban.",
            True,
        ),
        ("The new law is retroactive in Leeds.", "The new law is not retroactive in Leeds.", True),
        ("The new law is not retroactive.", "The new law is not retroactive in Leeds.", False),
        ("The law failed to pass in May.", "The law did not pass in May.", False),
    ],
)
def test_a_denial_that_is_lost_is_told(statement, evidence, is_lost):
    assert (lost_denial(statement, evidence) is not None) == is_lost


@pytest.mark.parametrize(
    ("statement", "evidence", "is_lost"),
    [
        ("The cause is known.", "The cause is unknown.", True),
        ("Analysts are certain of it.", "Analysts are unsure of it.", True),
        ("The cause is not known.", "The cause is unknown.", False),
        ("He is known for it.", "He is known, and the cause is unknown.", False),
    ],
)
def test_a_lost_prefix_is_told(statement, evidence, is_lost):
    assert (lost_prefix(statement, evidence) is not None) == is_lost


@pytest.mark.parametrize(
    ("statement", "evidence", "is_added"),
    [
        (
            "The mill has decided to close in May.",
            "The mill plans to close in May. It has 80 workers.",
            True,
        ),
        (
            "The mill had resolved to close.",
            "The owner hoped to close the mill, and will sell it.",
            True,
        ),
        (
            "The mill has decided to close.",
            "The mill decided it, and plans to close in May.",
            False,
        ),
        (
            "The mill has decided to close.",
            "The mill plans to open in May, and will close in June.",
            False,
        ),
        ("The note proves that they agree.", "The note suggests that they agree.", True),
        ("It was the first mention ever.", "It was the first mention since May.", True),
        ("It was an unprecedented message.", "It was a rare message.", True),
        ("Prices will certainly rise.", "Prices may rise.", True),
        ("Exactly 80 people left.", "About 80 people left.", True),
        ("It proved to be costly.", "It was costly.", False),
        ("They are certain of it.", "They are convinced of it.", False),
        ("It was the worst storm ever.", "It was the worst storm in history.", False),
        ("A certain amount was paid.", "Some was paid.", False),
    ],
)
def test_certainty_that_is_added_is_told(statement, evidence, is_added):
    assert (added_certainty(statement, evidence) is not None) == is_added


def test_a_second_not_is_told():
    evidence = "No injuries or deaths were reported in Leeds."
    assert denied_twice("No injuries or deaths were not reported in Leeds.", evidence) is not None
    assert denied_twice(evidence, evidence) is None


def test_what_somebody_said_is_not_said_to_be_unsaid():
    stated = "Ann Cole did not say that sales fell."
    assert denied_saying(stated, "Sales fell in May, said Ann Cole.") is not None
    assert denied_saying(stated, "Ann Cole said much, and did not say that sales fell.") is None
    assert denied_saying(stated, "Sales fell in May, said Tom Reed.") is None
