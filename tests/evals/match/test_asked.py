"""What a language model says is weighed beside the words, and only where it was asked."""

import math

import pytest

from evals.match import match_all
from evals.match.asked import UNTOLD, Asked, in_words, to_ask
from evals.match.features import compare, features
from evals.match.unit import units
from evals.trial import Said
from summarize.judge.logistic import Logistic
from tests.evals.judges import AT_ITS_WORD
from tests.evals.match.case import Case, fact, trap

STATES = "Kim Jong-un thanked Xi Jinping."
# In other words, which no list of words knows.
REWORDED = "The North Korean leader expressed his gratitude to the Chinese president."


def verdict_of(case: Case, odds: float | None, model: Logistic = AT_ITS_WORD):
    trial = case.trial()
    told = None if odds is None else {"asked": odds}
    matcher = Asked(trial.said, dict.fromkeys(to_ask(trial), told), model)
    return match_all(trial, matcher=matcher).facts["fact"]


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [
        pytest.param(0.9, "stated", id="sure of it"),
        pytest.param(0.6, "stated", id="from its own threshold on"),
        pytest.param(0.5, "cannot-judge", id="between its own thresholds"),
        pytest.param(0.1, "missing", id="sure of the contrary"),
    ],
)
def test_the_answer_decides_by_the_thresholds_fitted_for_it(probability, verdict):
    case = Case("", fact(STATES), (REWORDED,), "missing")
    odds = math.log(probability / (1 - probability)) + 1e-9
    found = verdict_of(case, odds)
    assert found.verdict == verdict
    assert found.sure == pytest.approx(probability)


def test_a_model_that_tells_nothing_leaves_it_open():
    found = verdict_of(Case("", fact(STATES), (STATES,), "stated"), None)
    assert (found.verdict, found.reason) == ("cannot-judge", UNTOLD)


def test_a_denial_is_no_statement_however_sure_the_model_is():
    case = Case("", fact(STATES), ("Kim Jong-un did not thank Xi Jinping.",), "contradicted")
    assert verdict_of(case, 9.0).verdict == "contradicted"


def test_words_and_answer_are_weighed_together():
    case = Case("", fact(STATES), (STATES,), "stated")
    other = Case("", fact(STATES), ("It rained in Beijing.",), "missing")
    near, far = (features(compare(STATES, tuple(units(c.trial().said)))) for c in (case, other))
    telling = next(name for name in near if near[name] - far[name] >= 0.5)
    doubting = Logistic({"asked": 1.0, telling: 4.0, "intercept": -4.0}, 0.4, 0.6)
    assert verdict_of(case, 1.0, doubting).verdict == "stated"
    assert verdict_of(other, 1.0, doubting).verdict == "missing"


def test_what_a_value_decides_is_not_asked():
    dated = fact("They met on 3 June 2019.", "met", date="2019-06-03")
    spoken = fact("He spoke.", quote={"text": "the town has no choice in all this"})
    for item in (dated, spoken):
        assert to_ask(Case("", item, (REWORDED,), "missing").trial()) == []


def test_facts_and_traps_without_a_value_are_asked_in_order_and_once():
    false = trap("Xi Jinping thanked Kim Jong-un.")
    case = Case("", fact(STATES), (REWORDED, "It rained."), "missing", traps=(false,))
    assert to_ask(case.trial()) == [STATES, false.states]


def test_of_an_empty_summary_nothing_is_asked():
    case = Case("", fact(STATES), (), "missing")
    assert to_ask(case.trial()) == []
    assert verdict_of(case, None).verdict == "missing"


def test_a_part_of_the_summary_is_left_to_the_default():
    trial = Case("", fact(STATES), (STATES, "It rained."), "stated").trial()
    matcher = Asked(trial.said, {STATES: {"asked": -9.0}}, AT_ITS_WORD)
    assert matcher(STATES, trial.said, trial.article).probability < 0.1
    assert matcher(STATES, trial.said[:1], trial.article).probability > 0.5


def test_the_summary_is_shown_as_one_text_that_says_who_is_quoted():
    said = [
        Said("Talks in\nBeijing", "headline", None, None),
        Said("They met.", "key_points", None, None),
        Said("It is over", "quotes", None, None, speaker="Kim"),
    ]
    assert in_words(said) == "Talks in Beijing. They met. Kim: “It is over”"
