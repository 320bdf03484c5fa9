"""Ask a model whether an article supports a statement, and weigh its answer with what is to see.

The answer is yes, no, or none between the two thresholds that were fitted. A model that says
neither Yes nor No gives none, with the reason: it is never taken for a no. The article's own words,
copied whole, need nobody's judgement.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from summarize.article import Article, Span
from summarize.judge.ask import Answerer, least_log_odds
from summarize.judge.logistic import Logistic
from summarize.judge.question import load_question
from summarize.judge.support import ASKED, features, with_a_model
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.write_out import write_out_dates

QUESTION: Final = "states"
"""The question that the weights were fitted for."""
_ENDS: Final = (".", "!", "?", "'")
UNTOLD: Final = "the model does not tell how sure it is of Yes or No"


@dataclass(frozen=True, slots=True)
class Supported:
    """What the judge says of one statement."""

    answer: bool | None
    """Whether it is supported; None where the judge cannot tell."""
    reason: str
    """One line; "" for the article's own words."""
    probability: float | None = None
    """From 0 to 1; None where none was worked out."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement and what it is judged by."""

    statement: str
    evidence: str
    """What is cited for it, or was found where nothing is cited."""
    article: str
    """All that the article tells."""


async def supported(cited: Cited, model: Answerer, *, weights: Logistic | None = None) -> Supported:
    """Judge one statement; `weights` are those that ship when None.

    Raises ModelError when there is no answer.
    """
    if is_copied(cited.statement, cited.evidence):
        return Supported(True, "")
    try:
        described = features(cited.statement, cited.evidence, cited.article)
    except ValueError as fault:
        return Supported(None, str(fault))
    odds = await least_log_odds(model, load_question(QUESTION), cited.article, cited.statement)
    if odds is None:
        return Supported(None, UNTOLD)
    judge = weights or with_a_model()
    probability = judge.probability({**described, ASKED: odds})
    answer = judge.answer(probability)
    if answer is None:
        return Supported(None, f"support {probability:.2f} is too near to call", probability)
    if answer:
        return Supported(True, f"support {probability:.2f}", probability)
    reason = f"the article does not say all of it (support {probability:.2f})"
    return Supported(False, reason, probability)


def body_text(article: Article) -> str:
    """Return what an article tells, its boilerplate left out, as the judge reads it."""
    return as_told(article, [sentence.words for sentence in article.body()])


def as_told(article: Article, spans: Iterable[Span]) -> str:
    """Return parts of an article with their dates written out, as statements have them.

    A statement says "on 18 July 2017" where the article says "on Tuesday": to a reader who does not
    know the day of publication, that would be something else.
    """
    return " ".join(_dated(span.of(article.text), article.published) for span in spans)


@lru_cache(maxsize=TEXTS)
def _dated(text: str, published: date | None) -> str:
    return write_out_dates(text, published=published)


def is_copied(statement: str, evidence: str) -> bool:
    """Say whether a statement is a sentence of the evidence, not what follows "denied that"."""
    said, there = _flat(statement), _flat(evidence)
    at = there.find(said)
    begins = at == 0 or there[max(0, at - 2) : at - 1] in _ENDS
    ends = said.endswith(_ENDS) or at + len(said) == len(there)
    return at >= 0 and begins and ends


def _flat(text: str) -> str:
    """Return words on one line, every quotation mark alike: a statement has ‘’ where it quotes."""
    return fold(text).text.replace('"', "'").strip()
