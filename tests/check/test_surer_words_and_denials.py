"""A word that claims more than the evidence, by what it means and not by a list of phrases."""

import pytest

from summarize.check.hedges import hedges
from tests.check.articles import claim

SURER = [
    (
        "The survey suggests that beavers slow floods in Devon.",
        "The survey establishes that beavers slow floods in Devon.",
    ),
    (
        "The survey indicates that beavers slow floods in Devon.",
        "The survey demonstrated that beavers slow floods in Devon.",
    ),
    (
        "Engineers believe that rust weakened the bridge.",
        "Engineers have shown that rust weakened the bridge.",
    ),
    (
        "Scientists are unsure whether the comet will return in June.",
        "Scientists agreed that the comet will return in June.",
    ),
    (
        "The mayor has proposed a tax on parking in Leeds.",
        "The mayor has introduced a tax on parking in Leeds.",
    ),
    (
        "Ministers are considering a ban on diesel cars.",
        "Ministers have adopted a ban on diesel cars.",
    ),
    (
        "It is a rare portrait of the painter by his sister.",
        "It is a unique portrait of the painter by his sister.",
    ),
    (
        "The levy could cost farmers a fortune each year.",
        "The levy is certain to cost farmers a fortune each year.",
    ),
    ("The lake is one of his favourite haunts.", "The lake is his most cherished haunt."),
    (
        "A man was arrested after the fire and questioned by police.",
        "A man was jailed after the fire.",
    ),
    (
        "A man was arrested after the fire and questioned by police.",
        "A man was sentenced after the fire.",
    ),
    ("A man was charged with arson on Monday.", "A man was punished for arson."),
    (
        "Police are investigating the baker over the fire.",
        "The baker was put on trial over the fire.",
    ),
    ("Police are investigating the baker over the fire.", "The baker was indicted over the fire."),
]
AS_SURE = [
    (
        "The survey suggests that beavers slow floods in Devon.",
        "The survey hints that beavers slow floods in Devon.",
    ),
    (
        "The survey suggests, and a second one proves, that beavers slow floods.",
        "The survey proves that beavers slow floods.",
    ),
    (
        "The team believes that rust weakened the bridge.",
        "The team wants to prove that rust weakened the bridge.",
    ),
    (
        "The survey suggests that beavers slow floods in Devon.",
        "The survey sets out to demonstrate that beavers slow floods in Devon.",
    ),
    (
        "Ministers long considered a ban on diesel cars, and then adopted it.",
        "Ministers have adopted a ban on diesel cars after long talks.",
    ),
    ("The mayor has proposed a tax on parking in Leeds.", "Leeds could adopt a tax on parking."),
    (
        "It is a rare portrait, the only one by his sister.",
        "It is a unique portrait by his sister.",
    ),
    (
        "A man was given nine years in prison for the fire after the trial.",
        "A man was jailed for the fire.",
    ),
    ("A man was sentenced to nine years over the fire.", "A man was convicted over the fire."),
    (
        "The jury heard how the man set the fire, the prosecutor said.",
        "The man went on trial over the fire.",
    ),
    ("A man faces two counts of arson, police said.", "A man was charged with arson."),
    ("It is the largest and most cherished lake.", "It is his most cherished lake."),
]
DENIED = [
    (
        "The council approved the stadium on Monday after a debate.",
        "The council failed to approve the stadium on Monday.",
    ),
    (
        "The minister met the union leaders in Leeds.",
        "The minister refused to meet the union leaders in Leeds.",
    ),
    (
        "The minister met the union leaders in Leeds.",
        "The minister declined to meet the union leaders in Leeds.",
    ),
    (
        "The mayor spoke about the housing crisis for an hour.",
        "The mayor hardly spoke about the housing crisis.",
    ),
    (
        "The firm sold faulty brakes to the army for years.",
        "The firm denied selling faulty brakes to the army.",
    ),
    (
        "The miners repaired the old bridge at night.",
        "The miners never repaired the old bridge at night.",
    ),
    (
        "The mayor hardly spoke about the housing crisis in her speech.",
        "The mayor spoke about the housing crisis.",
    ),
]
DENIED_TOO = [
    ("The bank did not repay its loans in June.", "The bank failed to repay its loans in June."),
    (
        "The bank was ordered to repay its loans in June, and missed the day.",
        "The bank failed to repay its loans in June.",
    ),
    (
        "The firm is accused of selling faulty brakes to the army.",
        "The firm denied selling faulty brakes to the army.",
    ),
    ("The suspect rarely ate while in prison, guards said.", "The suspect hardly ate in prison."),
    ("The team lost the cup final by two goals.", "The team failed to win the cup final."),
    (
        "The pair were far from being in a mood to argue before the match.",
        "Neither was in a mood to argue before the match.",
    ),
    ("The miners barely reached the surface in time.", "The miners reached the surface in time."),
]


@pytest.mark.parametrize(("evidence", "statement"), SURER)
def test_a_word_that_claims_more_fails(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(("evidence", "statement"), AS_SURE)
def test_what_claims_no_more_passes(evidence, statement):
    result = hedges(claim(evidence, statement))
    assert result.status == "passed", result.reason


@pytest.mark.parametrize(("evidence", "statement"), DENIED)
def test_a_denial_by_another_word_than_not_fails(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(("evidence", "statement"), DENIED_TOO)
def test_a_denial_worded_otherwise_in_the_evidence_passes(evidence, statement):
    result = hedges(claim(evidence, statement))
    assert result.status == "passed", result.reason
