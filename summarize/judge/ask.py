"""Ask a model whether a text says something, or an article supports it, and read how sure it was.

What comes back is evidence for a fitted model (logistic.py), not a probability to believe: a small
model's Yes is as sure for exchanged roles as for the truth. A server that does not tell log
probabilities, or a model that answers neither Yes nor No, gives None: nobody was asked.
"""

import math
from hashlib import sha256
from typing import Final, Protocol

from summarize.errors import DraftError
from summarize.judge.question import Question, load_question
from summarize.judge.reading import sentences
from summarize.judge.retrieve import retrieve
from summarize.models.model import Completion, Request

# As many as OpenAI tells.
TOLD: Final = 20
# A word that is not among those told is less probable than any that is; so much is left for it.
_UNTOLD: Final = 1e-6
SUREST: Final = math.log((1 + _UNTOLD) / _UNTOLD)
"""No log odds are further from even than these."""
# Of an article, the question is asked of so many sentences. A small model that is given all of it
# hardly tells a true sentence from one with an error in it.
_SENTENCES: Final = 3


class Answerer(Protocol):
    """A model, or something that stands before one and keeps account."""

    @property
    def name(self) -> str:
        """Return provider/name."""
        ...

    async def complete(self, request: Request) -> Completion:
        """Answer. Raises ModelError without an answer, DraftError on a refused or empty one."""
        ...


async def log_odds(model: Answerer, question: Question, text: str, statement: str) -> float | None:
    """Return log(P(Yes) / P(No)) of the model's first word, within SUREST; None untold.

    Raises ModelError when there is no answer.
    """
    request = Request(
        model.name, question.messages(text, statement), None, max_tokens=1, top_logprobs=TOLD
    )
    try:
        return read_log_odds(await model.complete(request))
    except DraftError:
        return None


# What a model is asked of a fact and a summary, by the name of the feature it gives. Two wordings
# agree better with people than either: AUC .923 against .913 and .908 on 235 facts.
FACT_QUESTIONS: Final = {"asked": "states", "asked_plainly": "tells"}
# Of a sentence and an article, the short question tells more than the one with worked examples, and
# both together no more than it alone: beside the figures, AUC .86 against .84 on 839 sentences.
# Asked whether anything is wrong, or with the statement before the text, the model is no surer
# (.86 and .53 against .89, by its answer alone, on 90).
SUPPORT_QUESTION: Final = "tells"


def questions_sha256() -> str:
    """Return a digest of all that a judge is asked: weights are fitted for these words only."""
    names = sorted({*FACT_QUESTIONS.values(), SUPPORT_QUESTION})
    digests = (load_question(name).sha256 for name in names)
    return sha256(" ".join(digests).encode()).hexdigest()


async def fact_log_odds(model: Answerer, text: str, fact: str) -> dict[str, float] | None:
    """Return the log odds that a text states a fact, a feature for each question; None untold.

    Raises ModelError when there is no answer.
    """
    told: dict[str, float] = {}
    for feature, name in FACT_QUESTIONS.items():
        odds = await log_odds(model, load_question(name), text, fact)
        if odds is None:
            return None
        told[feature] = odds
    return told


async def support_log_odds(model: Answerer, article: str, statement: str) -> float | None:
    """Return the log odds that an article supports a statement; None untold.

    Each sentence is asked of those of the article that overlap most with it, and the weakest
    counts. Raises ModelError when there is no answer.
    """
    question = load_question(SUPPORT_QUESTION)
    there = sentences(article)
    asked = []
    for said in sentences(statement):
        chosen = retrieve(said, there, most=_SENTENCES)
        text = " ".join(there[i] for i in chosen)
        asked.append(await log_odds(model, question, text, said) if text else -SUREST)
    told = [odds for odds in asked if odds is not None]
    return min(told) if told and len(told) == len(asked) else None


def read_log_odds(completion: Completion) -> float | None:
    """Read the log odds from what was told of the first word."""
    yes = _share(completion, "yes")
    no = _share(completion, "no")
    if yes + no < _UNTOLD:
        return None
    return math.log((yes + _UNTOLD) / (no + _UNTOLD))


def _share(completion: Completion, word: str) -> float:
    """Return the probability of all tokens that write the word."""
    told = completion.first_tokens.items()
    return sum(math.exp(logprob) for token, logprob in told if token.strip().lower() == word)
