"""How much of what matters is in a summary? (FineSurE's scores of REALSumm summaries)

A judge's score is the share of the article's facts that it expects the summary to state: the mean
of its probabilities. Facts it cannot judge are left out.
"""

from collections.abc import Iterable

from evals.agreement.desk import Desk
from evals.agreement.facts import plain_system
from evals.agreement.figures import Figures, Said, mean, of_scores
from evals.agreement.results import Other, Row
from evals.agreement.rows import row
from evals.people.data import FACTS, SCORES, SummaryScore


async def completeness(desk: Desk) -> tuple[list[Row], list[Other]]:
    """Measure each judge at the level of summaries and of systems."""
    rows = []
    for judge in desk.fact_judges:
        by_summary: dict[tuple[str, str], list[float | None]] = {}
        said = await desk.fact_round.probabilities(judge)
        for fact, probability in zip(desk.facts, said, strict=True):
            key = (fact.article_id, plain_system(fact.system))
            by_summary.setdefault(key, []).append(probability)
        scored = [
            Said(s.article_id, mean(by_summary[key]), s.human_score, s.system)
            for s in scores(desk, "completeness")
            if (key := (s.article_id, s.system)) in by_summary
        ]
        rows.append(row(judge, summaries(scored), shipped=desk.asker.shipped))
    return rows, []


def scores(desk: Desk, dimension: str) -> Iterable[SummaryScore]:
    """Return what people gave the summaries of the articles that are looked at."""
    return [s for s in desk.cut(desk.people.rows(SCORES)) if s.dimension == dimension]


def summaries(scored: list[Said]) -> Figures:
    """Measure scores of summaries."""
    unknown = sum(s.probability is None for s in scored)
    return Figures(len(scored) - unknown, unknown, of_scores(scored))


NEEDS = (FACTS, SCORES)
