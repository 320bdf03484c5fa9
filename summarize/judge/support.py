"""Does this evidence support this statement? What can be told without a model.

A statement is described by named figures, each the larger the worse but the length; weights fitted
on what people judged (`support_weights.json`) make a probability of them. They see copied words,
pieces put together, values and names that are not there, exchanged words, negations and opposites.
They do not see what words mean: a true paraphrase in other words looks like an invention.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from summarize.judge.absent import absent, nearest
from summarize.judge.copied import apart, copied
from summarize.judge.form import denials, form
from summarize.judge.intruder import antecedent, intruders
from summarize.judge.logistic import Logistic
from summarize.judge.reading import known, sentences, words
from summarize.judge.slots import slotted
from summarize.judge.unproved import unproved

ASKED: Final = "asked"
"""The feature that a language model gives: the log odds of Yes (ask.py)."""
WEIGHTS: Final = Path(__file__).with_name("support_weights.json")


FEATURES: Final[Mapping[str, str]] = {
    "uncopied": "share of words outside runs of three or more that the article has",
    "not_verbatim": "1 unless the whole stands in one sentence of the article",
    "dispersed": "1 less the sum of the squared shares of the runs copied",
    "pairs_apart": "neighbouring words that no sentence of the article has together",
    "pairs_far": "the same, nor any two sentences that follow each other",
    "new_order": "neighbouring words that no sentence has near each other and in this order",
    "absent_rare": "words that the article does not have, and that are not everyday ones",
    "absent_unlike": "words of which the article has neither themselves nor a word like them",
    "opposed": "words where the evidence has the opposite instead",
    "reworded": "words where the evidence has a word that means the same",
    "left_by_one": "weight of the words that the nearest sentence of the article lacks",
    "left_by_two": "weight of the words that the nearest two sentences lack",
    "subject_apart": "share of the first two words of meaning that the nearest sentence lacks",
    "intruder_name": "how much better a sentence fits without a name than any with it",
    "intruder_figure": "the same of a figure",
    "intruder_word": "the same of another word",
    "antecedent_lost": "a pronoun early on, and nobody it could be is named here or before",
    "antecedent_elsewhere": "the same, and what was said before comes from elsewhere",
    "slot_name": "a name in the very place where the article has another",
    "slot_figure": "a figure in the very place where the article has another",
    "slot_opposed": "a word in the very place where the article has its opposite",
    "denial_new": "a negation that the nearest sentence of the evidence has not",
    "denial_lost": "a negation of the nearest sentence that is gone",
    "hedge_lost": "a hedge of the nearest sentence that is gone",
    "skipped": "share of the nearest sentence's words that are not taken over",
    "opens_with_pronoun": "the first word is a pronoun",
    "pronoun": "there is a pronoun",
    "opens_late": "the first word joins it to something before",
    "unended": "no mark ends it",
    "repeats": "share of pairs of words said twice",
    "short": "under six words",
    "long": "logarithm of the number of words",
    "figure_unproved": "numbers that the evidence does not have",
    "figure_unknown": "numbers that the article does not have",
    "date_unproved": "dates that the evidence does not have",
    "name_unproved": "names that the evidence does not have",
    "name_unknown": "names that the article does not have",
    "quote_unknown": "a quotation that the article does not have word for word",
}
"""What each figure says; from 0 to 1, but `long`. Counts reach 1 at two to five."""


def features(
    statement: str, evidence: str, article: str | None = None, before: str = ""
) -> Mapping[str, float]:
    """Describe how a statement stands to the evidence cited for it, and to the whole article.

    Of several sentences the worst counts, figure by figure. Without the article, the evidence
    stands for it. `before` is what the reader has read already, where a pronoun may find its name.
    Raises ValueError when statement or evidence has no words.
    """
    said = sentences(statement)
    if not said or not sentences(evidence):
        raise ValueError("cannot judge support: statement and evidence must have words")
    each = [
        _of_one(one, evidence, article or evidence, " ".join((before, *said[:i])))
        for i, one in enumerate(said)
    ]
    return {name: max(described[name] for described in each) for name in FEATURES}


def _of_one(statement: str, evidence: str, article: str, before: str) -> dict[str, float]:
    stated, there, whole = words(statement), known(evidence), known(article)
    return {
        **copied(stated, whole),
        **apart(stated, whole),
        **absent(stated, there, whole),
        **nearest(stated, whole),
        **intruders(stated, whole),
        **antecedent(stated, before, whole),
        **slotted(stated, whole),
        **denials(stated, there),
        **form(statement, stated),
        **unproved(statement, evidence, article, whole),
    }


@cache
def without_a_model() -> Logistic:
    """Return the fitted model that asks nobody: features in, probability out."""
    return Logistic.read(WEIGHTS, "lexical")


@cache
def with_a_model() -> Logistic:
    """Return the fitted model that also weighs `ASKED`, how sure a language model was."""
    return Logistic.read(WEIGHTS, "asked")
