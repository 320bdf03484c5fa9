"""The default matcher: do the words of a fact stand in one or two sentences of the summary?

A logistic model of a few shares of words, with weights fitted on what people judged
(`lexical_weights.json`, made by fit.py). It reads words, not meaning: a paraphrase in other words
is missed, and it says nothing of facts between its two thresholds. Negation, hedges and exchanged
roles are not its own matter: guards.py refuses those.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from evals.match.guards import objection
from evals.match.judgement import Judgement
from evals.match.unit import Unit, units
from evals.trial import Said
from summarize.article import Article
from summarize.check.words import tokens
from summarize.values.dates import entails, find_dates
from summarize.values.memory import TEXTS
from summarize.values.numbers import find_numbers, same_number
from summarize.values.span import Span

_RECORD: Final[dict[str, Any]] = json.loads(
    Path(__file__).with_name("lexical_weights.json").read_text(encoding="utf-8")
)
WEIGHTS: Final[dict[str, float]] = _RECORD["weights"]
STATED: Final[float] = _RECORD["thresholds"]["stated"]
"""From here on people mostly said that it is stated."""
MISSING: Final[float] = _RECORD["thresholds"]["missing"]
"""Below this they mostly said that it is not."""

# Beginnings of words so long are compared: "resign" and "resignation" share one.
_ROOT: Final = 5
# Words that begin alike are alike from this share of letter trigrams on ("intervened" and
# "intervention").
_ALIKE: Final = 0.4
# Less than this share of the fact's words, and no guard is worth asking.
_NEAR: Final = 0.25
# Two sentences hold more words than one without saying more.
_PAIR: Final = 0.85
# So many words after the first may the second of a pair stand, to be in order.
_WINDOW: Final = 5


# What is as often written short as in full. "us" in small letters is no country.
_SPELT_OUT: Final = (
    (re.compile(r"\b(?:US|U\.S\.A?\.?|USA|u\.s\.)(?!\w)(?!\$)"), "United States"),
    (re.compile(r"\b(?:UK|U\.K\.|u\.k\.)(?!\w)"), "United Kingdom"),
    (re.compile(r"\b(?:UN|U\.N\.|u\.n\.)(?!\w)"), "United Nations"),
)


# Where no two sentences hold this share of the words, they are scattered, and say nothing.
_TOGETHER: Final = 0.4
_SCATTERED: Final = 0.3


# Numbers that are adverbs, and what else says them.
_TIMES: Final = tuple(
    (re.compile(rf"\b{word}\b"), re.compile(rf"\b(?:{word}|{others})\b", re.IGNORECASE))
    for word, others in (("twice", "two|second|double|2"), ("thrice", "three|third|3"))
)


class Words(NamedTuple):
    """The words of meaning of a text, in order."""

    lows: tuple[str, ...]
    """In lower case."""
    roots: tuple[str, ...]
    """The beginnings of their stems."""


@lru_cache(maxsize=TEXTS)
def words(text: str) -> Words:
    """Return the words of `text` that carry meaning."""
    for short, full in _SPELT_OUT:
        text = short.sub(full, text)
    content = [t for t in tokens(text) if t.is_content]
    return Words(tuple(t.low for t in content), tuple(t.stem[:_ROOT] for t in content))


@dataclass(frozen=True, slots=True)
class Near:
    """How near one sentence, or two together, come to a fact."""

    unit: Unit
    text: str
    """The sentence, with the one it was read together with before it."""
    recall: float
    """Share of the fact's words in it."""


def lexical(states: str, said: Sequence[Said], article: Article) -> Judgement:
    """Judge by the words shared with the nearest sentence; the article is not looked at."""
    del article
    read = tuple(units(said))
    if not read:
        return Judgement(0.0, None, "the summary says nothing")
    near = nearest(states, read)
    span = near.unit.place(Span(0, len(near.unit.text)))
    probability = likelihood(features(states, near, read))
    if near.recall >= _NEAR and probability > MISSING:
        against = objection(states, near.text)
        if against is not None:
            less = min(probability, 1 - probability) if against.denied else None
            return Judgement(less, near.unit.said, against.reason, span, denied=against.denied)
        lacking = figure_lacking(states, near.text)
        if lacking is not None:
            capped = min(probability, (MISSING + STATED) / 2)
            return Judgement(capped, near.unit.said, lacking, span)
    shared = f"{round(100 * near.recall)}% of its words stand together"
    return Judgement(probability, near.unit.said, shared, span)


def figure_lacking(states: str, text: str) -> str | None:
    """Return the number or date of the fact that the sentence does not have; None when none."""
    numbers = find_numbers(text)
    for number in find_numbers(states):
        if not any(same_number(number, n) for n in numbers) and number.kind != "vague":
            return f'"{number.as_written}" is not there'
    for word, others in _TIMES:
        if word.search(states) and not others.search(text):
            return f'"{word.pattern}" is not there'.replace(r"\b", "")
    dates = find_dates(text)
    for date in find_dates(states):
        if not any(entails(d.value, date.value) or entails(date.value, d.value) for d in dates):
            return f'"{date.as_written}" is not there'
    return None


def nearest(states: str, read: Sequence[Unit]) -> Near:
    """Return the sentence, or two that follow each other, with most of the fact's words."""
    wanted = frozenset(words(states).roots)
    best = Near(read[0], read[0].text, -1.0)
    there: frozenset[str] = frozenset()
    for index, unit in enumerate(read):
        before, there = there, wanted & frozenset(words(unit.text).roots)
        alone = len(there) / max(1, len(wanted))
        if alone > best.recall:
            best = Near(unit, unit.text, alone)
        together = _PAIR * len(before | there) / max(1, len(wanted))
        if index and together > best.recall:
            best = Near(unit, f"{read[index - 1].text} {unit.text}", together)
    return best


def features(states: str, near: Near, read: Sequence[Unit]) -> Mapping[str, float]:
    """Describe how a summary stands to a fact, each figure from 0 to 1 but `missing`."""
    fact, there = words(states), words(near.text)
    if not fact.lows:
        return dict.fromkeys(
            ("together", "anywhere", "missing", "last", "last_together", "order"), 0
        )
    roots = frozenset(there.roots)
    all_roots = frozenset().union(*(words(u.text).roots for u in read))
    all_lows = frozenset().union(*(words(u.text).lows for u in read))
    kept = {
        (root, other)
        for index, root in enumerate(there.roots)
        for other in there.roots[index + 1 : index + _WINDOW]
    }
    pairs = list(pairwise(fact.roots))
    # Where hardly a word is shared, likeness of letters is chance, and slow to work out.
    far = near.recall < _NEAR
    nothing: frozenset[str] = frozenset()
    return {
        "together": _alike(fact, roots, nothing if far else frozenset(there.lows)),
        "anywhere": _alike(fact, all_roots, nothing if far else all_lows),
        "missing": float(sum(root not in all_roots for root in fact.roots)),
        "last": float(fact.roots[-1] in all_roots),
        "last_together": float(fact.roots[-1] in roots),
        "order": sum(p in kept for p in pairs) / len(pairs) if pairs else 0.0,
    }


def likelihood(described: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return the probability of the logistic model."""
    total = weights["intercept"] + sum(weights[n] * v for n, v in described.items())
    probability = 1 / (1 + math.exp(-total))
    return probability if described["together"] >= _TOGETHER else min(probability, _SCATTERED)


def _alike(fact: Words, roots: frozenset[str], lows: frozenset[str]) -> float:
    """Return the mean, over the fact's words, of how like the likest word is."""
    total = 0.0
    for low, root in zip(fact.lows, fact.roots, strict=True):
        if root in roots:
            total += 1
        else:
            alike = (_likeness(low, other) for other in lows if other[:2] == low[:2])
            best = max(alike, default=0.0)
            total += best if best >= _ALIKE else 0.0
    return total / len(fact.lows)


@lru_cache(maxsize=65536)
def _likeness(a: str, b: str) -> float:
    """Dice coefficient of letter trigrams."""
    one, two = _trigrams(a), _trigrams(b)
    return 2 * len(one & two) / (len(one) + len(two))


@lru_cache(maxsize=8192)
def _trigrams(word: str) -> frozenset[str]:
    marked = f"^{word}$"
    return frozenset(marked[i : i + 3] for i in range(len(marked) - 2))
