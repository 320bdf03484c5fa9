"""Check that a statement that stands alone does not begin with a "he" nobody has named.

Only the first word is looked at: a later "he" may mean somebody named before it. "It", "this" and
"these" pass, because they often mean what a reader can see.
"""

import re
from typing import Final

from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult

NAME: Final = "reference"

_NOBODY: Final = re.compile(r"(?:He|She|They|I|We|His|Her|Their|My|Our)\b(?!-)")
# "His home in ruins, John Smith left": a name after the first comma, and no second comma after it.
_NAMED_LATER: Final = re.compile(r"(?:His|Her|Their)\b[^,.]*, (?:the )?[A-Z][^,.]*(?:\.|$)")


def reference(claim: Claim) -> CheckResult:
    """Fail when the first word leaves open who is meant; inside quotation marks it may."""
    statement = claim.statement.strip()
    nobody = _NOBODY.match(statement)
    if claim.is_quote or not nobody or _NAMED_LATER.match(statement):
        return passed(NAME)
    return failed(NAME, f"{nobody.group()!r} does not say who: write the name")
