"""Does this evidence support this statement? What can be told without a model.

A statement is described by named figures, each the larger the worse but `reworded`; weights fitted
on what people judged (`support_weights.json`) make a probability of them. They see copied words,
pieces put together, values and names that are not there, exchanged words, negations and opposites.
They do not see what words mean: a true paraphrase in other words looks like an invention.

There were 38. Those went without which, judged on other articles, nothing was told worse: who a
pronoun is, which word fits best elsewhere, length, the everyday words that are nowhere.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from summarize.judge.absent import absent
from summarize.judge.ask import SUPPORT_QUESTION
from summarize.judge.copied import apart, copied
from summarize.judge.form import denials, form
from summarize.judge.logistic import Logistic
from summarize.judge.question import refuse_others
from summarize.judge.reading import known, sentences, words
from summarize.judge.slots import slotted
from summarize.judge.unproved import unproved

ALONE: Final = "lexical"
"""The fitted model that asks nobody, in each file of them."""
ASKED: Final = "asked"
"""The feature that a language model gives, the log odds of Yes (ask.py), and the model with it."""
WEIGHTS: Final = Path(__file__).with_name("support_weights.json")

FEATURES: Final[Mapping[str, str]] = {
    "not_verbatim": "1 unless the whole stands in one sentence of the article",
    "dispersed": "1 less the sum of the squared shares of the runs copied",
    "pairs_apart": "neighbouring words that no sentence of the article has together",
    "pairs_far": "the same, nor any two sentences that follow each other",
    "opposed": "words where the evidence has the opposite instead",
    "reworded": "words where the evidence has a word that means the same",
    "left_by_one": "weight of the words that the nearest sentence of the article lacks",
    "slot_name": "a name in the very place where the article has another",
    "slot_figure": "a figure in the very place where the article has another",
    "slot_opposed": "a word in the very place where the article has its opposite",
    "denial_new": "a negation that the nearest sentence of the evidence has not",
    "hedge_lost": "a hedge of the nearest sentence that is gone",
    "opens_with_pronoun": "the first word is a pronoun",
    "pronoun": "there is a pronoun",
    "unended": "no mark ends it",
    "repeats": "share of pairs of words said twice",
    "figure_unproved": "numbers that the evidence does not have",
    "date_unproved": "dates that the evidence does not have",
    "name_unproved": "names that the evidence does not have",
    "name_unknown": "names that the article does not have",
}
"""What each figure says; from 0 to 1. Counts reach 1 at two or three."""


def features(statement: str, evidence: str, article: str | None = None) -> Mapping[str, float]:
    """Describe how a statement stands to the evidence cited for it, and to the whole article.

    Of several sentences the worst counts, figure by figure. Without the article, the evidence
    stands for it. Raises ValueError when statement or evidence has no words.
    """
    said = sentences(statement)
    if not said or not sentences(evidence):
        raise ValueError("cannot judge support: statement and evidence must have words")
    each = [_of_one(one, evidence, article or evidence) for one in said]
    return {name: max(described[name] for described in each) for name in FEATURES}


def _of_one(statement: str, evidence: str, article: str) -> dict[str, float]:
    stated, there, whole = words(statement), known(evidence), known(article)
    return {
        **copied(stated, whole),
        **apart(stated, whole),
        **absent(stated, there, whole),
        **slotted(stated, whole),
        **denials(stated, there),
        **form(statement, stated),
        **unproved(statement, evidence, article),
    }


@cache
def without_a_model() -> Logistic:
    """Return the fitted model that asks nobody: features in, probability out."""
    return Logistic.read(WEIGHTS, ALONE)


@cache
def with_a_model() -> Logistic:
    """Return the fitted model that also weighs `ASKED`, how sure a language model was.

    Raises InputError when it was fitted for another question than is asked.
    """
    model = Logistic.read(WEIGHTS, ASKED)
    refuse_others(model.questions, [SUPPORT_QUESTION], WEIGHTS)
    return model
