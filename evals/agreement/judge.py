"""The seam for judges: statements and a text in, named features out; a probability from these.

    facts       text is a summary, the statements are facts: does the summary state them?
    support     text is an article, the statements are the sentences of one summary, in order:
                does the article support them?

Asker comes apart from weighing, so that a judge whose weights were fitted on people's judgements
can be tried with weights of other articles without being asked again. A judge without weights gives
one feature, its probability.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from evals.fit.logistic import Case, by_others
from summarize.errors import InputError

Features = Mapping[str, float]

Weigh = Callable[[Features], float | None]
"""Features to a probability from 0 to 1; None for "cannot judge"."""

Weights = Literal["cross-fitted", "shipped", "none"]
"""Fitted on other articles of the same data; those in this package; or nothing is fitted."""


class Describe(Protocol):
    """Asks about several statements at once."""

    async def __call__(self, text: str, statements: Sequence[str], /) -> Sequence[Features | None]:
        """Return for each statement its features, None for "cannot judge".

        The names are the same in every answer. Raises ModelError when a model does not answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who says how probably statements hold."""

    name: str
    """As in the table: "without a model"."""
    describe: Describe
    shipped: Weigh
    """By the weights that ship with this package."""
    fit: Callable[[Sequence[Case]], Weigh] | None = None
    """How its weights are fitted. None for a judge that has none."""
    is_probability: bool = True
    """Whether 0.7 means seven in ten; else it only ranks, and has no calibration."""
    asks: bool = False
    """Whether each answer costs a call."""
    thresholds: tuple[float, float] | None = None
    """Below the first it says no, from the second on yes, between them nothing. None: it has no
    verdict of its own."""


Predict = Callable[[str, Features], float | None]
"""Article and features to a probability, by weights that have not seen the article."""


def predict(judge: Judge, cases: Sequence[Case], *, shipped: bool) -> Predict:
    """Return how a judge weighs: cross-fitted by article on `cases`, or by its shipped weights.

    An article without cases is judged by weights of all cases. Raises InputError when there are too
    few articles to cross-fit.
    """
    if judge.fit is None or shipped:
        return lambda _article, features: judge.shipped(features)
    try:
        by_article = by_others(cases, judge.fit)
        on_all = judge.fit(cases)
    except ValueError as error:
        raise InputError(
            f"{judge.name}: {error}: take more articles, or --shipped to use the shipped weights"
        ) from error
    return lambda article, features: by_article.get(article, on_all)(features)


def weights_of(judge: Judge, *, shipped: bool) -> Weights:
    """Say which weights `predict` uses."""
    if judge.fit is None:
        return "none"
    return "shipped" if shipped else "cross-fitted"
