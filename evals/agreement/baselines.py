"""Judges that ask no model: word overlap, the baseline to beat, and this project's own matcher."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from evals.agreement.judge import Features, Fitting, Judge, Weigh
from evals.fit.logistic import fit
from evals.fit.match import AGREEING_NO, AGREEING_YES
from evals.match import lexical
from evals.match.features import compare, features
from evals.match.guards import objection
from evals.match.unit import Unit, units
from evals.trial import Said
from summarize.judge.logistic import Logistic
from summarize.values.words import tokens

_WORD: Final = re.compile(r"[^\W_]+")

OVERLAP: Final = "overlap"
# What the guards of the matcher found: no features of the model, but reasons to overrule it.
_DENIED: Final = "guard: denied"
_OBJECTED: Final = "guard: objected"
_LACKING: Final = "guard: figure lacking"
_SCATTERED: Final = "guard: scattered"
_GUARDS: Final = frozenset([_DENIED, _OBJECTED, _LACKING, _SCATTERED])

Bag = Callable[[str], frozenset[str]]


def word_overlap(bag: Bag) -> Judge:
    """Return the baseline: the share of a statement's words, as `bag` gives them, in the text."""

    async def describe(text: str, statements: Sequence[str]) -> list[Features | None]:
        there = bag(text)
        return [{OVERLAP: _share(bag(statement), there)} for statement in statements]

    return Judge(
        name="word overlap",
        describe=describe,
        shipped=lambda features: features[OVERLAP],
        is_probability=False,
    )


def _share(words: frozenset[str], there: frozenset[str]) -> float:
    return len(words & there) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words with a meaning: the better overlap of fact and summary."""
    return frozenset(token.stem for token in tokens(text) if token.is_content)


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Return all words as they are: the better overlap of a sentence with a whole article."""
    return frozenset(_WORD.findall(text.casefold()))


async def matched(text: str, statements: Sequence[str]) -> list[Features | None]:
    """Describe facts beside a summary, and what the guards of the matcher find."""
    read = tuple(units([Said(text, "text", None, None)]))
    return [_described(statement, read) if read else None for statement in statements]


def _described(fact: str, read: Sequence[Unit]) -> Features:
    near = compare(fact, read)
    against = objection(fact, near.text) if near.recall >= lexical.NEAR else None
    lacking = lexical.figure_lacking(fact, near.text) if near.recall >= lexical.NEAR else None
    return features(near) | {
        _DENIED: float(against is not None and against.denied),
        _OBJECTED: float(against is not None and not against.denied),
        _LACKING: float(lacking is not None),
        _SCATTERED: float(near.recall < lexical.TOGETHER),
    }


def weigher(model: Logistic) -> Weigh:
    """Judge as `lexical.guarded` does."""
    return lambda described: _guarded(model.probability(_plain(described)), described, model)


def alone(model: Logistic) -> Weigh:
    """Judge as `lexical.lexical` does, which makes less of words that are scattered."""

    def weigh(described: Features) -> float | None:
        probability = model.probability(_plain(described))
        if described[_SCATTERED]:
            probability = min(probability, lexical.SCATTERED)
        return _guarded(probability, described, model)

    return weigh


def _guarded(probability: float, described: Features, model: Logistic) -> float | None:
    if probability <= model.no:
        return probability
    if described[_OBJECTED]:
        return None
    if described[_DENIED]:
        return min(probability, 1 - probability)
    if described[_LACKING]:
        return min(probability, (model.no + model.yes) / 2)
    return probability


def _plain(features: Features) -> Features:
    return {name: value for name, value in features.items() if name not in _GUARDS}


def fitting(weigh: Callable[[Logistic], Weigh]) -> Fitting:
    """Return how a judge of facts is fitted: on the words, and guarded by `weigh` afterwards."""
    return Fitting(fit, weigh, agreeing=(AGREEING_NO, AGREEING_YES), features=_plain)


def matcher() -> Judge:
    """Return the matcher that `summarize eval` uses for facts, as it is without a model."""
    return Judge(
        name="without a model",
        describe=matched,
        shipped=alone(lexical.MODEL),
        fitting=fitting(alone),
        thresholds=(lexical.MISSING, lexical.STATED),
    )
