"""The matcher that is measured is the one that ships."""

import asyncio

import pytest

from evals.agreement.baselines import alone, matched, matcher
from evals.match import lexical
from evals.trial import Said
from summarize.article import from_text

SUMMARY = "The mayor of Springfield resigned on Monday. The bridge was closed. Snow fell all night."


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param("The mayor of Springfield resigned", id="stated"),
        pytest.param("The mayor did not resign", id="denied"),
        pytest.param("The mayor resigned on 3 March", id="a figure lacks"),
        pytest.param("The closed mayor fell in the night by the bridge", id="scattered"),
        pytest.param("A library was opened by the queen", id="missing"),
    ],
)
def test_what_is_measured_of_the_matcher_is_what_it_says(fact: str) -> None:
    (features,) = asyncio.run(matched(SUMMARY, [fact]))
    assert features is not None
    said = [Said(SUMMARY, "text", None, None)]
    product = lexical.lexical(fact, said, from_text("An article.")).probability
    assert matcher().shipped(features) == product
    assert alone(lexical.MODEL)(features) == product


def test_of_words_that_are_scattered_no_more_is_made_than_the_product_makes() -> None:
    (features,) = asyncio.run(matched(SUMMARY, ["The mayor of Springfield resigned"]))
    assert features is not None
    there = alone(lexical.MODEL)(features)
    assert there is not None
    assert there > lexical.SCATTERED
    assert alone(lexical.MODEL)({**features, "guard: scattered": 1.0}) == lexical.SCATTERED
