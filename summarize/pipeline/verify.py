"""Check a statement against its evidence, and give a failing one a single chance.

Detect, tell why, mend: the model gets the statement alone with what is wrong with it. What fails
again is rejected, with the reasons, and never published.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from summarize.article import Article, Span, story
from summarize.check import check
from summarize.check.claim import Claim
from summarize.check.support import judgement, support
from summarize.draft import StatementDraft, statement_schema
from summarize.ground import evidence, sentence_at
from summarize.pipeline.ask import AskedJudge, Asker
from summarize.pipeline.show import line, single_quoted
from summarize.prompt import FieldName
from summarize.summary import CheckResult, FailedWording, Rejected, Statement
from summarize.values.gazetteer import CALENDAR
from summarize.values.names import find_names
from summarize.values.words import stems, tokens

_JOINED: Final = re.compile(r"(?:And|But),? (?=\w)")
# Sentences shown before the one in question, so that "he" and "the city" can be named.
CONTEXT = 2
# A headline that is a word too long also when mended is published with a warning, and a sentence of
# the article a few words too long stands in for a failing statement: an editor cuts a word sooner
# than writing a headline, or than missing the news.
TOLERANCE = 1.25
# A word of its own can make a shortened sentence read well; with more it tells something else.
ADDED = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement nobody has checked yet."""

    field: FieldName
    statement: str
    evidence: tuple[Span, ...]
    place: int = 0
    """How much it is wanted among its like; the lowest most."""
    own: str | None = None
    """The article's own sentence, where it is short enough to stand in for a failing statement."""
    spared: tuple[str, ...] = ()
    """Checks that do not apply: a later sentence of an abstract may begin with "He"."""
    longest: int | None = None
    """Characters it may have; None where the house style does not count them."""
    shortens: str | None = None
    """The sentence whose words it keeps to; None where it may have words of its own."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement and what became of it."""

    candidate: Candidate
    results: list[CheckResult]
    instead_of: tuple["Checked", ...] = ()
    """The wordings before it, all of which failed, the first one first."""

    @property
    def failed(self) -> list[CheckResult]:
        """The checks it failed; empty when it may be published."""
        return [r for r in self.results if r.status == "failed"]

    @property
    def reasons(self) -> list[str]:
        """What is wrong with it."""
        return [r.reason or r.check for r in self.failed]


async def verify(article: Article, candidate: Candidate, asker: Asker) -> Checked:
    """Check a candidate; send it back once when it fails. Raises ModelError."""
    first = await judged(checked(article, candidate), article, asker)
    if not first.reasons or not candidate.evidence:
        return first
    asker.ledger.repaired += 1
    mended = await _mend(article, first, asker)
    if mended is None:
        return first
    roomier = round(candidate.longest * TOLERANCE) if candidate.longest else None
    again = checked(article, replace(candidate, statement=mended, longest=roomier))
    second = await judged(again, article, asker)
    if second.reasons and candidate.own:
        own = checked(article, replace(candidate, statement=candidate.own))
        last = await judged(own, article, asker)
        if not last.reasons:
            return replace(last, instead_of=(first, second))
    return replace(second, instead_of=(first,))


async def judged(found: Checked, article: Article, asker: Asker) -> Checked:
    """Add what the judge says of a statement that passed, where there is one. Raises ModelError."""
    if found.reasons or asker.judge is None:
        return found
    ledger, by = asker.ledger, AskedJudge(asker.judge, asker.ledger)
    claim = Claim(found.candidate.statement, found.candidate.evidence, article)
    said = await judgement(claim, by)
    ledger.judged += said.asked
    ledger.untold += said.asked and said.probability is None
    return replace(found, results=[*found.results, support(said, by=by.name)])


def checked(article: Article, candidate: Candidate) -> Checked:
    """Run the checks on a candidate."""
    if not candidate.evidence:
        missing = CheckResult(check="evidence", status="failed", reason="it has no evidence")
        return Checked(candidate, [missing])
    claim = Claim(candidate.statement, candidate.evidence, article)
    results = check(claim, spared=candidate.spared)
    length, longest = len(candidate.statement), candidate.longest
    if longest and length > longest:
        reason = f"it has {length} characters: write at most {longest}"
        results.append(CheckResult(check="length", status="failed", reason=reason))
    added = _added_words(candidate, article) if candidate.shortens else []
    if len(added) > ADDED:
        words = ", ".join(map(repr, added))
        reason = f"{words} are no words of the sentence: keep to its words"
        results.append(CheckResult(check="wording", status="failed", reason=reason))
    return Checked(candidate, results)


def _added_words(candidate: Candidate, article: Article) -> list[str]:
    """Return the words of meaning that a shortened sentence does not have; names it may."""
    known = stems(tokens(candidate.shortens or ""))
    known |= {t.stem for name in find_names(story(article)) for t in tokens(name.name)}
    return [
        t.text
        for t in tokens(candidate.statement)
        if t.is_content and t.stem not in known
        if t.low not in CALENDAR and not t.text[0].isdigit()
    ]


async def _mend(article: Article, failed: Checked, asker: Asker) -> str | None:
    numbers = sorted({sentence_at(article, s.start) for s in failed.candidate.evidence})
    shown = [s for s in article.body() if any(n - CONTEXT <= s.number <= n for n in numbers)]
    what = "Headline" if failed.candidate.field == "headline" else "Statement"
    given = "\n".join(
        [
            "Before it:",
            *(line(article, s) for s in shown if s.number not in numbers),
            "Sentence:",
            *(line(article, s) for s in shown if s.number in numbers),
            f"{what}: {single_quoted(failed.candidate.statement)}",
            *(f"Fault: {reason}" for reason in failed.reasons),
        ]
    )
    request = asker.request("repair", given, statement_schema())
    draft = await asker.ask_if_usable(request, StatementDraft)
    return tidy(draft.statement) if draft else None


def published(article: Article, accepted: Checked) -> Statement:
    """Return the record of a statement that passed."""
    return Statement(
        statement=accepted.candidate.statement,
        evidence=evidence(article, accepted.candidate.evidence),
        checks=accepted.results,
        instead_of=[
            FailedWording(statement=one.candidate.statement, failed=one.failed)
            for one in accepted.instead_of
        ],
    )


def rejected(article: Article, failed: Checked) -> Rejected:
    """Return the record of a statement that did not."""
    return Rejected(
        field=failed.candidate.field,
        statement=failed.candidate.statement,
        reasons=failed.reasons,
        evidence=evidence(article, failed.candidate.evidence),
        repaired_from=next((one.candidate.statement for one in failed.instead_of), None),
    )


def tidy(statement: str) -> str:
    """Return a statement on one line, without the "And" that joined it to another sentence."""
    line = " ".join(statement.split())
    alone = _JOINED.sub("", line, count=1)
    return line if alone == line else alone[0].upper() + alone[1:]
