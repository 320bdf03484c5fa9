"""Whether the article supports a statement, as a fitted judge sees it that asks a model.

The only check that asks one, so it is not in CHECKS; a prompt or the caller turns it on. Its
probability was fitted on what people judged (`summarize.judge`); it is sometimes wrong, which is
why it comes after the checks that are not. It is fitted for the answers of one model: of any
other's nobody knows what they are worth, so with another it tells what it finds and decides
nothing.
"""

from typing import Final

from summarize.check.claim import Claim, failed, passed
from summarize.judge.ask import Answerer
from summarize.judge.support import with_a_model
from summarize.judge.supported import Cited, Supported, as_told, body_text, supported
from summarize.summary import CheckResult

NAME: Final = "support"


async def judgement(claim: Claim, model: Answerer) -> Supported:
    """Return what the judge finds of a statement, by its evidence and the article.

    Raises ModelError.
    """
    evidence = as_told(claim.article, claim.evidence)
    return await supported(Cited(claim.statement, evidence, body_text(claim.article)), model)


def support(found: Supported, *, by: str) -> CheckResult:
    """Return the check's result from what was found by asking the model called `by`."""
    if found.answer is None:
        return _open(found.reason)
    if found.asked and not decides(by):
        return _open(f"{found.reason}, if {by} answers as {with_a_model().answers_of} does")
    return passed(NAME) if found.answer else failed(NAME, found.reason)


def decides(model: str) -> bool:
    """Say whether the check is fitted for the answers of a model."""
    return with_a_model().answers_of in (model, None)


def _open(reason: str) -> CheckResult:
    return CheckResult(check=NAME, status="cannot-judge", reason=reason)
