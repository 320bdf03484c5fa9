"""Check a statement against its evidence, and give a failing one a single chance.

Detect, tell why, mend: the model gets the statement alone with what is wrong with it. What fails
again is rejected, with the reasons, and never published.
"""

from dataclasses import dataclass, replace

from summarize.article import Article, Span
from summarize.check import check
from summarize.check.claim import Claim
from summarize.draft import StatementDraft, statement_schema
from summarize.errors import DraftError
from summarize.ground import evidence, sentence_at
from summarize.pipeline.ask import Asker
from summarize.pipeline.show import line
from summarize.prompt import FieldName
from summarize.summary import CheckResult, Rejected, Statement

# Sentences shown before the one in question, so that "he" and "the city" can be named.
CONTEXT = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement nobody has checked yet."""

    field: FieldName
    statement: str
    evidence: tuple[Span, ...]
    place: int = 0
    """How much it is wanted among its like; the lowest most."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement and what became of it."""

    candidate: Candidate
    results: list[CheckResult]
    repaired_from: str | None = None

    @property
    def reasons(self) -> list[str]:
        """What is wrong with it; empty when it may be published."""
        return [r.reason or r.check for r in self.results if r.status == "failed"]


async def verify(article: Article, candidate: Candidate, asker: Asker) -> Checked:
    """Check a candidate; send it back once when it fails. Raises ModelError."""
    first = checked(article, candidate)
    if not first.reasons or not candidate.evidence:
        return first
    asker.ledger.repaired += 1
    try:
        mended = await _mend(article, first, asker)
    except DraftError:
        return first
    second = checked(article, replace(candidate, statement=mended))
    return replace(second, repaired_from=candidate.statement)


def checked(article: Article, candidate: Candidate) -> Checked:
    """Run the checks on a candidate."""
    if not candidate.evidence:
        missing = CheckResult(check="evidence", status="failed", reason="it has no evidence")
        return Checked(candidate, [missing])
    return Checked(candidate, check(Claim(candidate.statement, candidate.evidence, article)))


async def _mend(article: Article, failed: Checked, asker: Asker) -> str:
    numbers = sorted({sentence_at(article, s.start) for s in failed.candidate.evidence})
    shown = [s for s in article.body() if any(n - CONTEXT <= s.number <= n for n in numbers)]
    given = "\n".join(
        [
            "Before it:",
            *(line(article, s) for s in shown if s.number not in numbers),
            "Sentence:",
            *(line(article, s) for s in shown if s.number in numbers),
            f"Statement: {failed.candidate.statement}",
            *(f"Fault: {reason}" for reason in failed.reasons),
        ]
    )
    draft = await asker.ask(asker.request("repair", given, statement_schema()), StatementDraft)
    return tidy(draft.statement)


def published(article: Article, accepted: Checked) -> Statement:
    """Return the record of a statement that passed."""
    return Statement(
        statement=accepted.candidate.statement,
        evidence=evidence(article, accepted.candidate.evidence),
        checks=accepted.results,
    )


def rejected(article: Article, failed: Checked) -> Rejected:
    """Return the record of a statement that did not."""
    return Rejected(
        field=failed.candidate.field,
        statement=failed.candidate.statement,
        reasons=failed.reasons,
        evidence=evidence(article, failed.candidate.evidence),
        repaired_from=failed.repaired_from,
    )


def tidy(statement: str) -> str:
    """Return a statement on one line, without white space around it."""
    return " ".join(statement.split())
