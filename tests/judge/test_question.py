"""Weights are used only with the words they were fitted for."""

from pathlib import Path

import pytest

from evals.match import asked as facts
from evals.match.lexical import WEIGHTS as FACT_WEIGHTS
from summarize.errors import InputError
from summarize.judge.ask import FACT_QUESTIONS, SUPPORT_QUESTION
from summarize.judge.logistic import Logistic
from summarize.judge.question import digests, refuse_others
from summarize.judge.support import ASKED, WEIGHTS, with_a_model

PLACE = Path("weights.json")


def test_the_weights_that_ship_are_for_the_questions_that_ship() -> None:
    assert Logistic.read(FACT_WEIGHTS, ASKED).questions == digests(FACT_QUESTIONS.values())
    assert Logistic.read(WEIGHTS, ASKED).questions == digests([SUPPORT_QUESTION])


@pytest.mark.parametrize(
    "fitted_for",
    [
        pytest.param({}, id="it is not said for which"),
        pytest.param({"states": "0" * 64}, id="another wording"),
        pytest.param({"tells": digests(["tells"])["tells"]}, id="another question"),
    ],
)
def test_weights_for_other_words_are_refused(fitted_for: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"weights\.json: .* prompts/judge/states\.md"):
        refuse_others(fitted_for, ["states"], PLACE)
    refuse_others(digests(["states", "tells"]), ["states"], PLACE)


def test_no_judge_that_asks_is_made_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.judge.question.digests", lambda names: dict.fromkeys(names, ""))
    with_a_model.cache_clear()
    with pytest.raises(InputError, match="fit anew"):
        with_a_model()
    with pytest.raises(InputError, match="fit anew"):
        facts.shipped()
