"""Tell how much of a statement is copied from the article word for word. It never fails."""

from functools import lru_cache
from typing import Final

from summarize.article import Article
from summarize.check.claim import Claim
from summarize.check.words import sentence_lows
from summarize.summary import CheckResult
from summarize.values.memory import ARTICLES
from summarize.values.words import lows

NAME: Final = "copying"

# Fewer words in a row are a name or a common phrase, not copying.
RUN: Final = 4


def copying(claim: Claim) -> CheckResult:
    """Give, as the reason, the share of words in runs of four or more of the article."""
    words = lows(claim.statement)
    known = _told(claim.article)
    copied: set[int] = set()
    for start in range(len(words) - RUN + 1):
        if words[start : start + RUN] in known:
            copied.update(range(start, start + RUN))
    share = len(copied) / len(words) if words else 0.0
    return CheckResult(check=NAME, status="passed", reason=f"{share:.0%} copied verbatim")


@lru_cache(maxsize=ARTICLES)
def _told(article: Article) -> frozenset[tuple[str, ...]]:
    """Return every run of so many words of the article."""
    words = [low for sentence in sentence_lows(article) for low in sentence]
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))
