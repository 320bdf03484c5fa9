"""What a check is given, and what it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from summarize.article import Article, Span
from summarize.summary import CheckResult


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement and the words of the article it rests on: the sole input of a check."""

    statement: str
    evidence: tuple[Span, ...]
    article: Article
    speaker: str | None = None
    """Set when the statement is itself a quotation: who is said to have said it."""
    is_quote: bool = False

    def __hash__(self) -> int:
        # That of all fields would be worked out anew for each check.
        return hash((self.statement, self.evidence))

    def evidence_text(self) -> str:
        """Return the evidence's words, one span a line."""
        return "\n".join(span.of(self.article.text) for span in self.evidence)


Check = Callable[[Claim], CheckResult]
"""Deterministic and total: it never raises on any text."""


@cache
def passed(check: str) -> CheckResult:
    """Make the result of a check that found no fault."""
    return CheckResult(check=check, status="passed")


def failed(check: str, reason: str) -> CheckResult:
    """Make the result of a check that found a fault, told so that somebody can mend it."""
    return CheckResult(check=check, status="failed", reason=reason)
