"""What is asked of a model about a statement and its evidence, and what needs no asking."""

import asyncio
import math

import pytest

from summarize.judge.logistic import Logistic
from summarize.judge.supported import Cited, supported
from summarize.models import Completion, Usage

WEIGHTS = Logistic({"asked": 1.0, "intercept": 0.0}, no=0.4, yes=0.6)


class Doubter:
    """Says No to everything, and counts."""

    name = "server/doubter"

    def __init__(self, **told):
        self.told = {word: math.log(p) for word, p in (told or {"No": 0.99, "Yes": 0.01}).items()}
        self.asked = 0

    async def complete(self, _request):
        self.asked += 1
        return Completion("No", "stop", Usage(), 0.0, first_tokens=self.told)


def judge(statement, evidence, model=None):
    doubter = model or Doubter()
    cited = Cited(statement, evidence, evidence)
    return asyncio.run(supported(cited, doubter, weights=WEIGHTS)), doubter.asked


@pytest.mark.parametrize(
    ("statement", "evidence", "needs_asking"),
    [
        pytest.param("A crane fell.", "A crane fell. Nobody was hurt.", False, id="first"),
        pytest.param("Nobody was hurt.", "A crane fell. Nobody was hurt.", False, id="second"),
        pytest.param("A crane\nfell.", "A  crane fell.", False, id="white space"),
        pytest.param("‘It fell,’ he said.", "“It fell,” he said.", False, id="other quote marks"),
        pytest.param("Crane falls", "Crane falls", False, id="a headline"),
        pytest.param(
            "Mayor Reed resigned.", "He denied that Mayor Reed resigned.", True, id="denied"
        ),
        pytest.param(
            "Mayor Reed resigned", "Mayor Reed resigned, it was falsely said.", True, id="cut"
        ),
        pytest.param("A crane fell.", "Two cranes fell.", True, id="other words"),
    ],
)
def test_only_whole_sentences_of_the_evidence_need_no_judge(statement, evidence, needs_asking):
    said, asked = judge(statement, evidence)
    assert bool(asked) is needs_asking
    assert said.answer is (not needs_asking)


def test_a_doubted_statement_says_why():
    said, _ = judge("Two cranes fell in Dover.", "A crane fell in Dover.")
    assert "does not say all of it (support 0.01)" in said.reason


def test_near_even_is_no_answer():
    said, _ = judge("Two cranes fell.", "A crane fell.", Doubter(No=0.5, Yes=0.5))
    assert said.answer is None
    assert "too near to call" in said.reason


def test_neither_yes_nor_no_is_no_answer():
    said, _ = judge("Two cranes fell.", "A crane fell.", Doubter(Perhaps=0.9))
    assert said.answer is None


def test_a_statement_without_words_is_no_answer():
    said, asked = judge("…", "A crane fell.")
    assert (said.answer, asked) == (None, 0)
