"""Check that a statement is about what its evidence is about.

It compares words by crude stems, names included. A paraphrase keeps some of them; advertising, an
answer to some other question or what a hidden order asked for keeps next to none, and may yet hold
no number, name or link that another check would stop.
"""

from calendar import month_name
from typing import Final

from summarize.check.claim import Claim, failed, passed
from summarize.check.words import stem, stems, tokens
from summarize.summary import CheckResult

NAME: Final = "subject"

# Of 959 sentences that people wrote in summaries of news, 0.6% share less with the one sentence of
# the article that is nearest to them; of sentences from other articles' summaries, 97% do.
BARELY: Final = 0.25
# Dates are written out where the evidence says "yesterday"; the check of dates compares them.
_MONTHS: Final = frozenset(stem(month.casefold()) for month in month_name[1:])


def subject(claim: Claim) -> CheckResult:
    """Fail when fewer than a quarter of the statement's words are in its evidence."""
    words = {
        token.stem
        for token in tokens(claim.statement)
        if token.is_content and not token.text[0].isdigit() and token.stem not in _MONTHS
    }
    known = stems(tokens(claim.evidence_text()))
    if words and len(words & known) / len(words) < BARELY:
        return failed(NAME, "the cited sentences say nothing like this: state only what they say")
    return passed(NAME)
