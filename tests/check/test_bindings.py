import pytest

from summarize.check.bindings import bindings
from tests.check.articles import claim


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The fall killed 107 people and wounded 238.",
            "The fall killed 238 people and wounded 107.",
            id="two numbers",
        ),
        pytest.param(
            "The fall killed 107 people and wounded 238.",
            "The fall killed 238 people.",
            id="a number with another's words",
        ),
        pytest.param(
            "North Korea fired rounds at loudspeakers in South Korea.",
            "South Korea fired rounds at loudspeakers in North Korea.",
            id="two countries",
        ),
        pytest.param(
            "The vote runs from 20 November to 11 December.",
            "The vote runs from 11 December to 20 November.",
            id="the ends of a period",
        ),
        pytest.param(
            "Mayor Tom Reed praised the crew. Judge Ann Cole fined the firm.",
            "Mayor Ann Cole praised the crew.",
            id="a name with another's words",
        ),
    ],
)
def test_a_value_with_the_words_of_another_fails(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The fall killed 107 people and wounded 238.",
            "At least 107 people were killed and 238 wounded.",
            id="the same in the passive",
        ),
        pytest.param(
            "Tom Reed sent Ann Cole a letter.",
            "Ann Cole was sent a letter by Tom Reed.",
            id="people in the passive",
        ),
        pytest.param(
            "The vote of 2016 was held on Sunday.", "The 2016 vote was large.", id="coarser date"
        ),
        pytest.param(
            "Beijing backed the measures of the council.",
            "China backed the measures of the council.",
            id="a capital for its country",
        ),
        pytest.param(
            "He is worth £13.2bn, more than 12 others.", "He is worth £13.17bn.", id="rounded"
        ),
        pytest.param("Tom Reed sold his house.", "A family home changed hands.", id="worded anew"),
    ],
)
def test_a_value_with_its_own_words_passes(evidence, statement):
    assert bindings(claim(evidence, statement)).status == "passed"
