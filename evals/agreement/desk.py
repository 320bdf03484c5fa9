"""What a task works with: the data, the judges, and the rounds that several tasks share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from evals.agreement.judge import Judge
from evals.agreement.rounds import Asker, Question, Round
from evals.people.data import BUMP, FACTS, FRANK, QAGS, SUMMEDITS, Claim, Fact, File, People
from evals.people.drawn import T, claims_of_articles, facts_of_systems, of_articles
from evals.people.same import same_articles

CLAIM_FILES: Final = (FRANK, QAGS, BUMP, SUMMEDITS)


@dataclass(frozen=True)
class Desk:
    """All that tasks share. What is asked for one task is not asked again for another."""

    people: People
    asker: Asker
    fact_judges: Sequence[Judge]
    support_judges: Sequence[Judge]
    first: int | None = None
    """Cut each set, or corpus of a set, to so many articles; None: all."""
    systems: int | None = None
    """Ask about the facts of so many systems' summaries of each article; None: all."""
    claim_files: Sequence[File[Claim]] = CLAIM_FILES
    """Sets whose sentences are judged, and on which weights are fitted."""

    def cut(self, rows: Iterable[T]) -> list[T]:
        """Return the rows of the articles that are looked at."""
        return of_articles(rows, self.first)

    @cached_property
    def facts(self) -> list[Fact]:
        """The facts that are asked about: not those whose labels were filled in."""
        return facts_of_systems(self.cut(self.people.rows(FACTS)), self.systems)

    @cached_property
    def fact_round(self) -> Round:
        """Every fact with every summary of its article."""
        questions = [
            Question(f.article_id, f"{f.article_id} {f.system}", f.summary, f.fact, f.present)
            for f in self.facts
        ]
        return Round("facts", questions, self.asker)

    @cached_property
    def claims(self) -> list[Claim]:
        """The sentences that are asked about, of all sets that are there, each corpus cut alone."""
        there = [self.people.rows(file) for file in self.claim_files if self.people.has(file)]
        return [claim for rows in there for claim in claims_of_articles(rows, self.first)]

    @cached_property
    def clusters(self) -> dict[str, str]:
        """One name for each article of the claims, whichever sets it is in."""
        keys = dict.fromkeys(claim.key for claim in self.claims)
        return same_articles({key: self.people.article(key) for key in keys})

    @cached_property
    def claim_round(self) -> Round:
        """Every sentence of a summary with its article."""
        questions = [
            Question(
                self.clusters[c.key],
                f"{c.key} {c.summary_id} {c.system}",
                self.people.article(c.key),
                c.sentence,
                c.supported,
                c.origin,
                c.pair,
            )
            for c in self.claims
        ]
        return Round("support", questions, self.asker)

    async def judged_claims(
        self, judge: Judge, wanted: Callable[[Claim], bool]
    ) -> list[tuple[Claim, float | None]]:
        """Return the wanted claims with the judge's probabilities."""
        said = await self.claim_round.probabilities(judge)
        return [(c, p) for c, p in zip(self.claims, said, strict=True) if wanted(c)]
