"""This project's judge of support, without a model: see evals/fit/support.py."""

from collections.abc import Callable, Sequence
from functools import cache

from evals.agreement.judge import Features, Fitting, Judge
from evals.fit.logistic import Case, Weights
from evals.fit.pairs import fit_alone
from evals.fit.support import AGREEING_NO, AGREEING_YES, CONFOUNDED, described
from summarize.judge import support
from summarize.judge.logistic import Logistic

NAME = "without a model"


@cache
def seen(article: str, claim: str) -> Features | None:
    """Return what is seen of a sentence without a model: the judge with one sees it again."""
    return described(article, claim)


async def _described(article: str, claims: Sequence[str]) -> list[Features | None]:
    return [seen(article, claim) for claim in claims]


def fitting(fit: Callable[[Sequence[Case]], Weights]) -> Fitting:
    """Return how the shipped weights are fitted; thresholds are chosen without planted errors."""
    return Fitting(
        fit,
        _weigher,
        agreeing=(AGREEING_NO, AGREEING_YES),
        counts=lambda case: case.origin != CONFOUNDED,
        decides=lambda case: not case.pair,
    )


def _weigher(model: Logistic) -> Callable[[Features], float | None]:
    return model.probability


def judge() -> Judge:
    """Return the judge, with its shipped weights."""
    shipped = support.without_a_model()
    return Judge(
        name=NAME,
        describe=_described,
        shipped=shipped.probability,
        fitting=fitting(fit_alone),
        thresholds=(shipped.no, shipped.yes),
    )
