"""A judge's sureness is read from the log probabilities of its first word, or there is none."""

import asyncio
import math

import pytest

from summarize.errors import DraftError
from summarize.judge.ask import log_odds, read_log_odds
from summarize.judge.question import load_question
from summarize.models.model import Completion, Request, Usage

QUESTION = load_question("states")


def _told(**shares: float) -> Completion:
    tokens = {token.replace("_", " "): math.log(share) for token, share in shares.items()}
    return Completion("Yes", "length", Usage(), 0.1, first_tokens=tokens)


class _Model:
    name, context, chooses = "test/judge", 4096, False

    def __init__(self, answer: Completion | Exception) -> None:
        self.answer = answer
        self.asked: list[Request] = []

    async def complete(self, request: Request) -> Completion:
        self.asked.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def count_tokens(self, text: str) -> int:
        return len(text) // 4

    async def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("told", "yes", "no"),
    [
        (_told(Yes=0.8, No=0.1), 0.8, 0.1),
        (_told(Yes=0.5, yes=0.2, _Yes=0.1, NO=0.1, Maybe=0.1), 0.8, 0.1),
        (_told(Yes=0.9), 0.9, 0.0),
        (_told(Yesterday=0.6, Not=0.3, No=0.1), 0.0, 0.1),
    ],
)
def test_every_way_to_write_the_word_counts(told: Completion, yes: float, no: float) -> None:
    assert read_log_odds(told) == pytest.approx(math.log((yes + 1e-6) / (no + 1e-6)))


@pytest.mark.parametrize("told", [_told(), _told(Perhaps=0.9)])
def test_neither_yes_nor_no_is_no_answer(told: Completion) -> None:
    assert read_log_odds(told) is None


def test_the_statement_comes_last_and_what_is_common_first() -> None:
    one = QUESTION.messages("It rained.", "It was wet.")
    other = QUESTION.messages("It rained.", "It was dry.")
    assert one[:-1] == other[:-1]
    assert one[-1].content.startswith("Text: It rained.")
    assert one[-1].content.endswith("It was wet.")


def test_the_examples_answer_both_ways() -> None:
    answers = [m.content for m in QUESTION.messages("t", "s") if m.role == "assistant"]
    assert answers.count("Yes") == answers.count("No") == 5


def test_one_word_is_asked_for_with_its_alternatives() -> None:
    model = _Model(_told(Yes=0.9, No=0.1))
    assert asyncio.run(log_odds(model, QUESTION, "It rained.", "It was wet.")) == pytest.approx(
        math.log(9), abs=1e-4
    )
    (request,) = model.asked
    assert (request.max_tokens, request.top_logprobs, request.temperature) == (1, 20, 0.0)


def test_a_refusal_is_no_answer() -> None:
    model = _Model(DraftError("refused"))
    assert asyncio.run(log_odds(model, QUESTION, "It rained.", "It was wet.")) is None


def test_braces_of_an_article_are_left_alone() -> None:
    text = "{{ text }} {statement} {% raw %}"
    assert text in QUESTION.messages(text, "It was wet.")[-1].content
