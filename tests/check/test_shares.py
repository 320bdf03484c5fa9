"""A share of the evidence is not made the whole."""

import pytest

from summarize.check.hedges import hedges
from tests.check.articles import claim

MEETINGS = (
    "In her first years more than half of Cole’s private meetings were with donors of the fund."
)


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (MEETINGS, "Cole’s private meetings were with donors of the fund."),
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
        (MEETINGS, "More than half of Cole’s private meetings were with donors."),
        (MEETINGS, "Cole’s private meetings were mostly with donors of the fund."),
        (MEETINGS, "Donors of the fund had private meetings with Cole."),
        (MEETINGS, "Cole’s private meetings took place in Leeds."),
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
