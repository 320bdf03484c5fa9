"""This project's judge of support, without a model: its features over the sentences that overlap.

An article of the human data has no sentence cited for a claim, so the evidence is retrieved, as it
is where a summary cites none.
"""

from collections.abc import Sequence

from evals.agreement.judge import Features, Judge, Weigh
from evals.fitting import Case
from evals.judge_weights import fit_judge, fit_with_a_model
from summarize.judge import support
from summarize.judge.logistic import Logistic
from summarize.judge.retrieve import evidence_in

NAME = "without a model"
# Nearly all of it is unsupported: a model would learn the corpus.
CONFOUNDED = "frank xsum"
# The name of the fitted model in the file of weights.
_LEXICAL = "lexical"


async def _described(article: str, claims: Sequence[str]) -> list[Features | None]:
    return [described(article, claim) for claim in claims]


def described(article: str, claim: str) -> Features | None:
    """Return the features of one claim; None where claim or article has no words."""
    try:
        return support.features(claim, evidence_in(article, claim), article)
    except ValueError:
        return None


def fit(cases: Sequence[Case], *, with_a_model: bool = False) -> Weigh:
    """Fit as the shipped weights are fitted."""
    fitting = fit_with_a_model if with_a_model else fit_judge
    weights = fitting([case for case in cases if case.origin != CONFOUNDED])
    return Logistic(weights, no=0.5, yes=0.5).probability


def judge() -> Judge:
    """Return the judge, with its shipped weights where there are any."""
    shipped = Logistic.read(support.WEIGHTS, _LEXICAL) if support.WEIGHTS.is_file() else None
    return Judge(
        name=NAME,
        describe=_described,
        shipped=shipped.probability if shipped else lambda _features: None,
        fit=fit,
        thresholds=(shipped.no, shipped.yes) if shipped else None,
    )
