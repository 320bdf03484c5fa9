"""A share of the evidence is not made the whole."""

import pytest

from summarize.check.hedges import hedges
from tests.check.articles import claim

DINNERS = "In May more than half of Cole’s late dinners were paid for by a bank of the city."


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (DINNERS, "Cole’s late dinners were paid for by a bank of the city."),
        ("Most of the passengers were hurt, officials said.", "The passengers were hurt, it said."),
        ("Some 20% of the shops in Leeds closed.", "The shops in Leeds closed."),
        ("Two thirds of its members voted to strike.", "Its members voted to strike."),
        (
            "The deal ends one of the biggest strikes in Leeds.",
            "The deal ends the biggest strike in Leeds.",
        ),
    ],
)
def test_a_lost_share_fails(evidence, statement):
    result = hedges(claim(evidence, statement))
    assert result.status == "failed"
    assert "keep the share" in (result.reason or "")


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (DINNERS, "More than half of Cole’s late dinners were paid for by a bank."),
        (DINNERS, "Cole’s late dinners were mostly paid for by a bank of the city."),
        (DINNERS, "A bank of the city paid for late dinners of Cole."),
        (DINNERS, "Cole’s late dinners took place in Leeds."),
        ("Most of the shops in Leeds closed.", "Shops in Leeds closed."),
        (
            "Half of the shops closed in May. The shops closed for good in June.",
            "The shops closed for good.",
        ),
        ("The deal ends one of the biggest strikes.", "The deal ends a big strike."),
    ],
)
def test_a_share_kept_or_not_comparable_passes(evidence, statement):
    result = hedges(claim(evidence, statement))
    assert result.status == "passed", result.reason
