"""Whether the article supports a statement, as a fitted judge sees it that asks a model.

The only check that asks one, so it is not in CHECKS; a prompt turns it on. Its probability was
fitted on what people judged (`summarize.judge`); it is sometimes wrong, which is why it comes after
the checks that are not.
"""

from summarize.check.claim import Claim, failed, passed
from summarize.judge.ask import Answerer
from summarize.judge.supported import Cited, as_told, body_text, supported
from summarize.summary import CheckResult

NAME = "support"


async def support(claim: Claim, model: Answerer) -> CheckResult:
    """Judge the statement by its evidence and the article. Raises ModelError."""
    evidence = as_told(claim.article, claim.evidence)
    cited = Cited(claim.statement, evidence, body_text(claim.article))
    judged = await supported(cited, model)
    if judged.answer is None:
        return CheckResult(check=NAME, status="cannot-judge", reason=judged.reason)
    return passed(NAME) if judged.answer else failed(NAME, judged.reason)
