"""This project's judge of support, without a model: see evals/fit/support.py."""

from collections.abc import Sequence

from evals.agreement.judge import Features, Judge, Weigh
from evals.fit.logistic import Case
from evals.fit.pairs import fit_alone, fit_with_a_model
from evals.fit.support import CONFOUNDED, described
from summarize.judge import support
from summarize.judge.logistic import Logistic

NAME = "without a model"


async def _described(article: str, claims: Sequence[str]) -> list[Features | None]:
    return [described(article, claim) for claim in claims]


def fit(cases: Sequence[Case], *, with_a_model: bool = False) -> Weigh:
    """Fit as the shipped weights are fitted."""
    fitting = fit_with_a_model if with_a_model else fit_alone
    weights = fitting([case for case in cases if case.origin != CONFOUNDED])
    return Logistic(weights, no=0.5, yes=0.5).probability


def judge() -> Judge:
    """Return the judge, with its shipped weights."""
    shipped = support.without_a_model()
    return Judge(
        name=NAME,
        describe=_described,
        shipped=shipped.probability,
        fit=fit,
        thresholds=(shipped.no, shipped.yes),
    )
