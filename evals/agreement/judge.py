"""The seam for judges: statements and a text in, named features out; a probability from these.

    facts       text is a summary, the statements are facts: does the summary state them?
    support     text is an article, the statements are the sentences of one summary, in order:
                does the article support them?

Asking comes apart from weighing, so that a judge whose weights were fitted on people's judgements
can be tried with weights of other articles without being asked again. A judge without weights gives
one feature, its probability.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from evals.fit.logistic import Case, Weights, probability, weights_by_others
from evals.fit.record import items, thresholds_by_others
from summarize.errors import InputError
from summarize.judge.logistic import Logistic

Features = Mapping[str, float]

Weigh = Callable[[Features], float | None]
"""Features to a probability from 0 to 1; None for "cannot judge"."""

Whence = Literal["cross-fitted", "shipped", "none"]
"""Weights fitted on other articles of the same data; those in this package; or none at all."""

_EVEN: Final = (0.5, 0.5)


class Describe(Protocol):
    """Asks about several statements at once."""

    async def __call__(self, text: str, statements: Sequence[str], /) -> Sequence[Features | None]:
        """Return for each statement its features, None for "cannot judge".

        The names are the same in every answer. Raises ModelError when a model does not answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a judge comes by its weights and thresholds: as the shipped ones were made."""

    fit: Callable[[Sequence[Case]], Weights]
    weigh: Callable[[Logistic], Weigh]
    agreeing: tuple[float, float] = _EVEN
    """Of people's judgements, the shares that must agree with a no and with a yes."""
    counts: Callable[[Case], bool] = lambda _case: True
    """Which cases weights are fitted on."""
    decides: Callable[[Case], bool] = lambda _case: True
    """By which of these the thresholds are chosen."""
    features: Callable[[Features], Features] = lambda features: features
    """Those that are weighed."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who says how probably statements hold."""

    name: str
    """As in the table: "without a model"."""
    describe: Describe
    shipped: Weigh
    """By the weights that ship with this package."""
    fitting: Fitting | None = None
    """None for a judge that has no weights."""
    is_probability: bool = True
    """Whether 0.7 means seven in ten; else it only ranks, and has no calibration."""
    asks: bool = False
    """Whether each answer costs a call."""
    thresholds: tuple[float, float] | None = None
    """Those that ship. Below the first it says no, from the second on yes, between them nothing.
    None: it has no verdict of its own."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a judge says of one statement."""

    probability: float | None
    """None: it cannot judge."""
    verdict: bool | None = None
    """At the thresholds that ship, as the product has it; None: left open, or it has no verdict."""
    by_others: bool | None = None
    """At thresholds chosen on other articles."""


CANNOT: Final = Answer(None)

Predict = Callable[[str, Features], Answer]
"""Article and features to an answer, by weights that have not seen the article."""


def predict(judge: Judge, cases: Sequence[Case], *, shipped: bool) -> Predict:
    """Return how a judge weighs: cross-fitted by article on `cases`, or by its shipped weights.

    The cases are those of `fitted_on`. An article without cases is judged by weights of all cases.
    Raises InputError when there are too few articles to cross-fit.
    """
    fitting = judge.fitting
    if fitting is None or shipped:
        return lambda _article, features: _said(judge.shipped, judge.thresholds, features)
    try:
        weights = weights_by_others(cases, fitting.fit)
        on_all = fitting.fit(cases)
    except ValueError as error:
        raise InputError(
            f"{judge.name}: {error}: take more articles, or --shipped to use the shipped weights"
        ) from error
    deciding = [c for c in cases if fitting.decides(c)]
    said = [probability(weights[c.article], c) for c in deciding]
    no, yes = fitting.agreeing
    cuts = {
        article: (cut["no"], cut["yes"])
        for article, cut in thresholds_by_others(items(deciding, said), no=no, yes=yes).items()
    }

    def weigh(article: str, features: Features) -> Answer:
        mine = weights.get(article, on_all)
        ships, others = judge.thresholds or _EVEN, cuts.get(article)
        answer = _said(fitting.weigh(Logistic(mine, *ships)), judge.thresholds, features)
        if others is None or judge.thresholds is None:
            return answer
        chosen = _said(fitting.weigh(Logistic(mine, *others)), others, features)
        return Answer(answer.probability, answer.verdict, chosen.verdict)

    return weigh


def fitted_on(judge: Judge, cases: Sequence[Case]) -> list[Case]:
    """Return the cases that a judge's weights are fitted on, with what is weighed of them."""
    fitting = judge.fitting
    if fitting is None:
        return []
    return [
        Case(c.article, fitting.features(c.features), c.label, c.origin, c.pair)
        for c in cases
        if fitting.counts(c)
    ]


def whence(judge: Judge, *, shipped: bool) -> Whence:
    """Say which weights `predict` uses."""
    if judge.fitting is None:
        return "none"
    return "shipped" if shipped else "cross-fitted"


def _said(weigh: Weigh, thresholds: tuple[float, float] | None, features: Features) -> Answer:
    said = weigh(features)
    if said is None or thresholds is None:
        return Answer(said)
    no, yes = thresholds
    verdict = True if said >= yes else False if said < no else None
    return Answer(said, verdict, verdict)
