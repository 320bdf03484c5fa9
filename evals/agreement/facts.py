"""Is this fact stated in this summary? (REALSumm's content units)

The facts come from reference summaries, not from the article. The texts are set apart by spaces,
and a third of the summaries are lower-cased, so this shows how a matcher reads wording, and less
how it reads capitals. Of some 290 of 1,225 summaries the labels look filled in, not judged: five
times yes and then no (evals/people/drawn.py tells more). The first figures leave these out; those
of all items stand beside them, and only they compare with what others publish.

A fact that a guard of the matcher objects to has no probability: it is in no ranking, and counts as
left open, as where the product cannot tell.
"""

import re
from collections.abc import Mapping
from typing import Final

from evals.agreement.desk import Desk
from evals.agreement.figures import Said, known, of_labels
from evals.agreement.items import Selection, selections
from evals.agreement.results import Other, Part, figure
from evals.agreement.rows import part, row
from evals.people.data import ANSWERED, FACTS, Answered
from evals.statistics import agreement
from evals.statistics.resampled import Item

# "gpt-4.1-2025-04-14" is long for a table, and there is one of each.
_DATE: Final = re.compile(r"-\d{4}-\d\d-\d\d$")

Place = tuple[str, str, int]
"""Article, system, and number of the fact."""


async def facts(desk: Desk) -> list[Part]:
    """Measure each judge; beside it, models of others on the facts they were asked about."""
    parts = []
    for selection in await selections(desk):
        said = _said(desk, selection)
        rows = [
            await row(desk.fact_round, judge, of_labels(judge, list(said[judge.name].values())))
            for judge in selection.judges
        ]
        others = _others(desk, said) if desk.people.has(ANSWERED) else []
        parts.append(part(rows, items=selection.items, others=others))
    return parts


def _said(desk: Desk, selection: Selection) -> dict[str, dict[Place, Said]]:
    found: dict[str, dict[Place, Said]] = {judge.name: {} for judge in selection.judges}
    for at in selection.facts:
        fact = desk.facts[at]
        place = (fact.article_id, plain_system(fact.system), number(fact.fact_id))
        for name, places in found.items():
            answer = selection.answers[name][at]
            places[place] = Said.of(fact.article_id, answer, float(fact.present))
    return found


def _others(desk: Desk, said: Mapping[str, Mapping[Place, Said]]) -> list[Other]:
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
