"""What a task works with: the data, the judges, and the rounds that several tasks share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from evals.agreement.judge import Answer, Judge
from evals.agreement.rounds import Asker, Question, Round
from evals.people.data import BUMP, FACTS, FRANK, QAGS, SUMMEDITS, Claim, Fact, File, People
from evals.people.drawn import T, claims_of_articles, facts_of_systems, filled_in, of_articles
from evals.people.same import same_articles

CLAIM_FILES: Final = (FRANK, QAGS, BUMP, SUMMEDITS)
_REALSUMM: Final = "realsumm"


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
    """Ask about the facts of so many systems' summaries of each article; None: all. Judges that
    ask nobody take all."""
    asks_left_out: bool = False
    """Ask also about summaries whose labels look filled in."""
    asked_files: Sequence[File[Claim]] = CLAIM_FILES
    """Sets whose sentences are asked about. The others are fitted on by judges that ask nobody, so
    that a task's figures are the same whichever tasks are wanted."""

    def cut(self, rows: Iterable[T]) -> list[T]:
        """Return the rows of the articles that are looked at."""
        return of_articles(rows, self.first)

    @cached_property
    def facts(self) -> list[Fact]:
        """All facts of these articles, with every system's summary."""
        return self.cut(self.people.rows(FACTS))

    @cached_property
    def left_out(self) -> frozenset[tuple[str, str]]:
        """Article and system of the summaries whose labels look filled in."""
        return filled_in(self.facts)

    @cached_property
    def drawn(self) -> frozenset[tuple[str, str]]:
        """Article and system of the summaries that judges are asked about, left out or not."""
        return frozenset(f.of_summary for f in facts_of_systems(self.facts, self.systems))

    @cached_property
    def fact_round(self) -> Round:
        """Every fact with every summary of its article, in the order of `facts`."""
        questions = [
            Question(
                f.article_id,
                f"{f.article_id} {f.system}",
                f.summary,
                f.fact,
                f.present,
                _REALSUMM,
                is_judgement=f.of_summary not in self.left_out,
                is_asked=f.of_summary in self.drawn
                and (self.asks_left_out or f.of_summary not in self.left_out),
            )
            for f in self.facts
        ]
        return Round("facts", questions, self.asker)

    @cached_property
    def claims(self) -> list[Claim]:
        """The sentences of all sets that are there, each corpus cut alone."""
        there = [self.people.rows(file) for file in self._claim_files if self.people.has(file)]
        return [claim for rows in there for claim in claims_of_articles(rows, self.first)]

    @property
    def _claim_files(self) -> Sequence[File[Claim]]:
        return self.asked_files if self.asker.shipped else CLAIM_FILES

    @cached_property
    def clusters(self) -> dict[str, str]:
        """One name for each article of the claims, whichever sets it is in."""
        keys = dict.fromkeys(claim.key for claim in self.claims)
        return same_articles({key: self.people.article(key) for key in keys})

    @cached_property
    def claim_round(self) -> Round:
        """Every sentence of a summary with its article, in the order of `claims`."""
        asked = {id(c) for f in self.asked_files if self.people.has(f) for c in self.people.rows(f)}
        questions = [
            Question(
                self.clusters[c.key],
                f"{c.key} {c.summary_id} {c.system}",
                self.people.article(c.key),
                c.sentence,
                c.supported,
                c.origin,
                c.pair,
                is_asked=id(c) in asked,
            )
            for c in self.claims
        ]
        return Round("support", questions, self.asker)

    async def judged_claims(
        self, judge: Judge, wanted: Callable[[Claim], bool]
    ) -> list[tuple[Claim, Answer]]:
        """Return the wanted claims with the judge's answers."""
        said = await self.claim_round.answers(judge)
        return [(c, said[at]) for at, c in enumerate(self.claims) if at in said and wanted(c)]
