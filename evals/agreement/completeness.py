"""How much of what matters is in a summary? (FineSurE's scores of REALSumm summaries)

A judge's score is the share of the article's facts that it expects the summary to state: the mean
of its probabilities. Facts it cannot judge are left out. The scores of summaries whose labels look
filled in (evals/agreement/facts.py) are of those labels, and are kept apart likewise.
"""

from evals.agreement.desk import Desk
from evals.agreement.facts import plain_system
from evals.agreement.figures import Figures, Said, mean, of_scores
from evals.agreement.items import selections
from evals.agreement.results import Part
from evals.agreement.rows import part, row
from evals.people.data import FACTS, SCORES, SummaryScore


async def completeness(desk: Desk) -> list[Part]:
    """Measure each judge at the level of summaries and of systems."""
    parts = []
    given = scores(desk, "completeness")
    for selection in await selections(desk):
        rows = []
        for judge in selection.judges:
            by_summary: dict[tuple[str, str], list[float | None]] = {}
            for at in selection.facts:
                key = (desk.facts[at].article_id, plain_system(desk.facts[at].system))
                said = selection.answers[judge.name][at].probability
                by_summary.setdefault(key, []).append(said)
            scored = [
                Said(s.article_id, mean(by_summary[key]), s.human_score, s.system)
                for s in given
                if (key := (s.article_id, s.system)) in by_summary
            ]
            measured = summaries(scored, of_systems=not selection.is_drawn)
            rows.append(await row(desk.fact_round, judge, measured))
        parts.append(part(rows, items=selection.items))
    return parts


def scores(desk: Desk, dimension: str) -> list[SummaryScore]:
    """Return what people gave the summaries of the articles that are looked at."""
    return [s for s in desk.cut(desk.people.rows(SCORES)) if s.dimension == dimension]


def summaries(scored: list[Said], *, of_systems: bool = True) -> Figures:
    """Measure scores of summaries.

    Not `of_systems` where other systems were drawn for each article: their means would be of a few
    summaries each, of other articles.
    """
    unknown = sum(s.probability is None for s in scored)
    found = of_scores(scored)
    kept = {n: e for n, e in found.items() if of_systems or not n.endswith("by_system")}
    return Figures(len(scored) - unknown, unknown, kept)


NEEDS = (FACTS, SCORES)
