"""Tell how much of a statement is copied from the article word for word. It never fails."""

from functools import lru_cache
from typing import Final

from summarize.check.claim import Claim
from summarize.check.words import tokens
from summarize.summary import CheckResult

NAME: Final = "copying"

# Fewer words in a row are a name or a common phrase, not copying.
RUN: Final = 4


def copying(claim: Claim) -> CheckResult:
    """Give, as the reason, the share of words in runs of four or more of the article."""
    words = [t.low for t in tokens(claim.statement) if t.is_word]
    known = _runs(claim.article.text)
    copied: set[int] = set()
    for start in range(len(words) - RUN + 1):
        if tuple(words[start : start + RUN]) in known:
            copied.update(range(start, start + RUN))
    share = len(copied) / len(words) if words else 0.0
    return CheckResult(check=NAME, status="passed", reason=f"{share:.0%} copied verbatim")


@lru_cache(maxsize=64)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [t.low for t in tokens(text) if t.is_word]
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
