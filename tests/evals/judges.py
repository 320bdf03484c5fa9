"""Judges for tests: fitted models that take a language model at its word, and what it says."""

import json
import math
from collections.abc import Callable, Mapping

import pytest

import summarize.pipeline.opening  # noqa: F401 (or it would keep a double of open_model for good)
from summarize.judge.logistic import Logistic
from summarize.models import Completion, Request, Usage
from tests.evals.run.suites import Answering

# The log odds as they are: nothing else counts, so that a test can be followed by eye.
AT_ITS_WORD = Logistic({"asked": 1.0, "intercept": 0.0}, no=0.4, yes=0.6)

Shares = Callable[[str, str], Mapping[str, float]]
"""The text and the statement asked about, to the probabilities of the first words."""


def at_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every judge be read by that model, whatever weights ship."""
    for name in ("shipped", "with_a_model"):
        monkeypatch.setattr(f"evals.scoring.judging.{name}", lambda: AT_ITS_WORD)


def asked_about(request: Request) -> tuple[str, str]:
    """Return the text and the statement that a question is about."""
    return parted(request.messages[-1].content)


def parted(content: str) -> tuple[str, str]:
    """Divide the last message of a question into text and statement."""
    text, _, asked = content.removeprefix("Text: ").rpartition("\n\n")
    plainly = asked.removeprefix("Does the text above state that: ")
    statement = plainly.removesuffix("? Answer Yes or No.")
    return text, f"{statement}." if statement != asked else asked.removeprefix("Statement: ")


class Judging(Answering):
    """Says Yes and No with these probabilities, and answers other requests as ever."""

    name = "server/judge"

    def __init__(self, shares: Shares) -> None:
        super().__init__()
        self.judged: list[tuple[str, str]] = []
        self.shares = shares

    async def complete(self, request: Request) -> Completion:
        """Answer, and note what is to be judged."""
        if not request.top_logprobs:
            return await super().complete(request)
        self.judged.append(asked_about(request))
        told = {word: math.log(p) for word, p in self.shares(*self.judged[-1]).items()}
        return Completion("Yes", "length", Usage(200, 150, 1), 0.25, first_tokens=told)


def sure(*true: str) -> Shares:
    """Say Yes where the statement has one of these words, else No."""
    return lambda _text, statement: (
        {"Yes": 0.9, "No": 0.1}
        if any(word in statement for word in true)
        else {"Yes": 0.1, "No": 0.9}
    )


def nonsense(_text: str, _statement: str) -> Mapping[str, float]:
    """Say neither."""
    return {"Banana": 0.9}


def tells_nothing(_text: str, _statement: str) -> Mapping[str, float]:
    """Answer as a server that has no log probabilities."""
    return {}


def body_of(request: Mapping[str, object]) -> tuple[str, str]:
    """Return text and statement of a request as it came over the wire."""
    messages = json.loads(json.dumps(request["messages"]))
    return parted(messages[-1]["content"])
