"""Does the article support this sentence of a summary? (FRANK, QAGS, BUMP, SummEdits-News)

Sentences are judged; a summary's score is the mean over its sentences. FRANK and QAGS pooled over
CNN/DM and XSum mostly show which of the two a summary is of: read CNN/DM alone. Of a BUMP pair, the
reference must score higher than its edited twin; equal is not right. Its sentences are the same
in many pairs, so each counts once. What the summarizer passes unasked, a sentence that stands in
its evidence word for word, is judged here like the others.
"""

from collections.abc import Callable, Mapping
from typing import Final

from evals.agreement.desk import Desk
from evals.agreement.figures import Said, mean, of_labels, of_scores
from evals.agreement.judge import Answer
from evals.agreement.results import Part
from evals.agreement.rows import part, row
from evals.people.data import FRANK_SCORES, Claim
from evals.statistics.resampled import Estimate, ratio

Judged = list[tuple[Claim, Answer]]
CNNDM: Final = "cnndm"


async def supported(
    desk: Desk,
    wanted: Callable[[Claim], bool],
    more: Callable[[Desk, Judged], Mapping[str, Estimate]],
    *,
    once: bool = False,
) -> list[Part]:
    """Measure each judge on the wanted sentences; `more` are figures of whole summaries.

    `once`: a sentence that several summaries of an article have counts once.
    """
    rows = []
    for judge in desk.support_judges:
        judged = await desk.judged_claims(judge, wanted)
        counted = _each_once(judged) if once else judged
        said = [Said.of(desk.clusters[c.key], a, float(c.supported)) for c, a in counted]
        measured = of_labels(judge, said)
        rows.append(await row(desk.claim_round, judge, measured, more(desk, judged)))
    return [part(rows)]


async def frank_cnndm(desk: Desk) -> list[Part]:
    """FRANK's CNN/DM summaries."""
    return await supported(desk, lambda c: c.dataset == "frank" and c.corpus == CNNDM, _scored)


async def frank(desk: Desk) -> list[Part]:
    """FRANK, both corpora pooled."""
    return await supported(desk, lambda c: c.dataset == "frank", _scored)


async def qags(desk: Desk) -> list[Part]:
    """QAGS, both corpora pooled."""
    return await supported(desk, lambda c: c.dataset == "qags", _labelled)


async def bump(desk: Desk) -> list[Part]:
    """BUMP's sentences, and its pairs."""
    return await supported(desk, lambda c: c.dataset == "bump", _pairs, once=True)


async def summedits(desk: Desk) -> list[Part]:
    """SummEdits-News: whole summaries of a sentence or more."""
    return await supported(desk, lambda c: c.dataset == "summedits_news", lambda _desk, _judged: {})


def _each_once(judged: Judged) -> Judged:
    return list({(c.key, c.sentence): (c, p) for c, p in judged}.values())


def _scored(desk: Desk, judged: Judged) -> dict[str, Estimate]:
    """Compare summaries with the scores people gave them."""
    if not desk.people.has(FRANK_SCORES):
        return {}
    given = {
        (s.article_id, s.system): s.human_score
        for s in desk.people.rows(FRANK_SCORES)
        if s.dimension == "factuality"
    }
    groups = _by_summary(judged)
    return of_scores(
        [
            Said(desk.clusters[claims[0][0].key], _mean(claims), given[key], key[1])
            for key, claims in groups.items()
            if key in given
        ]
    )


def _labelled(desk: Desk, judged: Judged) -> dict[str, Estimate]:
    """Compare summaries with the share of their sentences that people found supported."""
    return {
        name: estimate
        for name, estimate in of_scores(
            [
                Said(
                    desk.clusters[claims[0][0].key],
                    _mean(claims),
                    sum(c.supported for c, _ in claims) / len(claims),
                )
                for claims in _by_summary(judged).values()
            ]
        ).items()
        # Each article has one summary, so there is nothing to correlate within it.
        if not name.endswith("_averaged")
    }


def _by_summary(judged: Judged) -> dict[tuple[str, str], Judged]:
    groups: dict[tuple[str, str], Judged] = {}
    for claim, answer in judged:
        groups.setdefault((claim.article_id, claim.system), []).append((claim, answer))
    return groups


def _mean(claims: Judged) -> float | None:
    return mean([answer.probability for _, answer in claims])


def _pairs(desk: Desk, judged: Judged) -> dict[str, Estimate]:
    """Count the pairs in which the reference scores higher; those without a score are not right."""
    sides: dict[str, dict[str, list[float | None]]] = {}
    articles = {}
    for claim, answer in judged:
        sides.setdefault(claim.pair_id, {}).setdefault(claim.pair_side, []).append(
            answer.probability
        )
        articles[claim.pair_id] = desk.clusters[claim.key]
    parts = []
    for pair, said in sides.items():
        if said.keys() == {"reference", "edited"}:
            reference, edited = mean(said["reference"]), mean(said["edited"])
            right = reference is not None and edited is not None and reference > edited
            parts.append((articles[pair], float(right), 1.0))
    return {"ordered_right": ratio(parts)}
