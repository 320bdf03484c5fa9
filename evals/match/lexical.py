"""The default matcher: do the words of a fact stand in one or two sentences of the summary?

A logistic model of a few figures (features.py), with weights fitted on what people judged
(`lexical_weights.json`, made by evals/fit/match.py). It reads words, not meaning: a paraphrase in
words that no list has is missed, and it says nothing of facts between its two thresholds. Negation,
hedges and exchanged roles are not its own matter: guards.py refuses those.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evals.match.features import Comparison, compare, features
from evals.match.guards import objection
from evals.match.judgement import Judgement
from evals.match.unit import units
from evals.match.word import words
from evals.trial import Said
from summarize.article import Article
from summarize.judge.logistic import Logistic
from summarize.judge.support import ALONE
from summarize.values.dates import entails, find_dates
from summarize.values.numbers import find_numbers, same_number
from summarize.values.span import Span

__all__ = [
    "MISSING",
    "MODEL",
    "NEAR",
    "SCATTERED",
    "STATED",
    "TOGETHER",
    "WEIGHTS",
    "figure_lacking",
    "lexical",
    "words",
]

WEIGHTS: Final = Path(__file__).with_name("lexical_weights.json")
"""Fitted models by name: one that asks nobody, and one that weighs a language model's answers."""
MODEL: Final = Logistic.read(WEIGHTS, ALONE)
STATED: Final = MODEL.yes
"""From here on people mostly said that it is stated."""
MISSING: Final = MODEL.no
"""Below this they mostly said that it is not."""

# Less than this share of the fact's words, and no guard is worth asking.
NEAR: Final = 0.25
# Where no two sentences hold this share of the words, they are scattered over the summary and say
# nothing together; people judged summaries of a few sentences, where that is rare.
TOGETHER: Final = 0.4
SCATTERED: Final = 0.3
# Numbers that are adverbs, and what else says them.
_TIMES: Final = tuple(
    (re.compile(rf"\b{word}\b"), re.compile(rf"\b(?:{word}|{others})\b", re.IGNORECASE))
    for word, others in (("twice", "two|second|double|2"), ("thrice", "three|third|3"))
)
# "For more than a year" is not "for more than a decade".
_A_TIME: Final = re.compile(
    r"\b(?:a|an|one) (minute|hour|day|week|fortnight|month|year|decade|century)\b", re.IGNORECASE
)


def lexical(states: str, said: Sequence[Said], article: Article) -> Judgement:
    """Judge by the words shared with the nearest sentence; the article is not looked at."""
    del article
    read = tuple(units(said))
    if not read:
        return Judgement(0.0, None, "the summary says nothing")
    compared = compare(states, read)
    probability = MODEL.probability(features(compared))
    if compared.recall < TOGETHER:
        probability = min(probability, SCATTERED)
    return guarded(compared, probability, MODEL)


def guarded(compared: Comparison, probability: float, model: Logistic) -> Judgement:
    """Return the judgement on a fact, unless the nearest sentence says otherwise or less."""
    near, text = compared.unit, compared.text
    span = near.place(Span(0, len(near.text)))
    if compared.recall >= NEAR and probability > model.no:
        against = objection(compared.fact, text)
        if against is not None:
            less = min(probability, 1 - probability) if against.denied else None
            return Judgement(less, near.said, against.reason, span, denied=against.denied)
        lacking = figure_lacking(compared.fact, text)
        if lacking is not None:
            capped = min(probability, (model.no + model.yes) / 2)
            return Judgement(capped, near.said, lacking, span)
    shared = f"{round(100 * compared.recall)}% of its words stand together"
    return Judgement(probability, near.said, shared, span)


def figure_lacking(states: str, text: str) -> str | None:
    """Return the number or date of the fact that the sentence does not have; None when none."""
    numbers = find_numbers(text)
    for number in find_numbers(states):
        if not any(same_number(number, n) for n in numbers) and number.kind != "vague":
            return f'"{number.as_written}" is not there'
    for word, others in _TIMES:
        if word.search(states) and not others.search(text):
            return f'"{word.pattern}" is not there'.replace(r"\b", "")
    lasted = _A_TIME.search(states)
    if lasted is not None:
        times = {m[1].casefold() for m in _A_TIME.finditer(text)}
        if times and lasted[1].casefold() not in times:
            return f'"{lasted.group()}" is not there'
    dates = find_dates(text)
    for date in find_dates(states):
        if not any(entails(d.value, date.value) or entails(date.value, d.value) for d in dates):
            return f'"{date.as_written}" is not there'
    return None
