"""Is this fact stated in this summary? (REALSumm's content units)

The facts come from reference summaries, not from the article; the texts are lower-cased and their
tokens set apart by spaces. Of some 290 of 1,225 summaries the labels are no judgements but five
times yes and then no (evals/people/drawn.py tells more): those are left out here and of
completeness, so published figures, which count them, are of somewhat other items. This shows how a
matcher reads wording, not how it reads capitals.
"""

import re
from typing import Final

from evals.agreement.desk import Desk
from evals.agreement.figures import Said, known, of_labels
from evals.agreement.judge import Judge
from evals.agreement.results import Other, Row, figure
from evals.agreement.rows import row
from evals.people.data import ANSWERED, FACTS, Answered
from evals.statistics import agreement
from evals.statistics.resampled import Item

# "gpt-4.1-2025-04-14" is long for a table, and there is one of each.
_DATE: Final = re.compile(r"-\d{4}-\d\d-\d\d$")

Place = tuple[str, str, int]
"""Article, system, and number of the fact."""


async def facts(desk: Desk) -> tuple[list[Row], list[Other]]:
    """Measure each judge; beside it, models of others on the facts they were asked about."""
    rows, said = [], {}
    for judge in desk.fact_judges:
        said[judge.name] = await _said(desk, judge)
        measured = of_labels(judge, list(said[judge.name].values()))
        rows.append(row(judge, measured, shipped=desk.asker.shipped))
    return rows, _others(desk, said) if desk.people.has(ANSWERED) else []


async def _said(desk: Desk, judge: Judge) -> dict[Place, Said]:
    probabilities = await desk.fact_round.probabilities(judge)
    return {
        (f.article_id, plain_system(f.system), number(f.fact_id)): Said(
            f.article_id, p, float(f.present)
        )
        for f, p in zip(desk.facts, probabilities, strict=True)
    }


def _others(desk: Desk, said: dict[str, dict[Place, Said]]) -> list[Other]:
    people = next(iter(said.values()), {})
    by_model: dict[str, list[tuple[Place, Answered]]] = {}
    for answered in desk.people.rows(ANSWERED):
        place = (answered.article_id, answered.system, answered.sentence_index)
        if place in people:
            by_model.setdefault(answered.metric, []).append((place, answered))
    others = []
    for model, answers in sorted(by_model.items()):
        theirs = [Item(p[0], a.score, people[p].people) for p, a in answers]
        ours = {
            name: agreement.balanced_accuracy(known([mine[p] for p, _ in answers]))
            for name, mine in said.items()
        }
        others.append(
            Other(
                who=_DATE.sub("", model),
                figure="balanced_accuracy",
                measured=figure(agreement.balanced_accuracy(theirs, at=0.5)),
                ours={name: figure(estimate) for name, estimate in ours.items()},
            )
        )
    return others


def plain_system(name: str) -> str:
    """Return a system of the facts' file by the name the other files have for it."""
    kind, _, rest = name.partition("_")
    # Both an extractive and an abstractive BART took part.
    return f"{rest}_{kind}" if rest == "bart_out" else rest


def number(fact_id: str) -> int:
    """Return the number of a fact within its article, from 0: its id is "article#number"."""
    return int(fact_id.rpartition("#")[2])


NEEDS = (FACTS,)
