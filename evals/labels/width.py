"""How wide the intervals of corrected rates will be, said before anybody has labelled anything."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from evals.labels.correct import by_labels
from evals.labels.frame import Judgement, Kind
from evals.labels.record import Answer, Label, Question
from evals.labels.sample import Order

# People agree with the judges that ship in some 8 of 10 (TRUST.md): here they differ in each fifth
# verdict of a cell. With a better judge the interval is not much narrower, for few labels show it.
_RIGHT: Final = 5
_TOLD: Final[dict[Kind, tuple[Answer, Answer]]] = {
    "yes": ("yes", "no"),
    "no": ("no", "yes"),
    "open": ("yes", "no"),
}


def widths(own: Sequence[Sequence[Judgement]], order: Order, first: int) -> dict[Question, float]:
    """Return how far, roughly, a corrected rate will be from either end of its interval.

    `own` are the verdicts on each system that is labelled; the mean over systems, by question. A
    question of which so few labels correct nothing is left out.
    """
    labels = _imagined([each for some in own for each in some], order, first)
    questions: tuple[Question, ...] = ("stated", "supported")
    found: dict[Question, float] = {}
    for question in questions:
        halves = []
        for some in own:
            these = [j for j in some if j.asked.question == question]
            corrected = by_labels(these, labels, order.cells)
            if corrected is not None:
                halves.append((corrected.high - corrected.low) / 2)
        if halves:
            found[question] = math.fsum(halves) / len(halves)
    return found


def _imagined(found: Sequence[Judgement], order: Order, first: int) -> list[Label]:
    """Return the first labels as they would be given if the judge were as good as most are."""
    kinds = {each.asked.shown: each.kind for each in found}
    given: dict[str, int] = {}
    labels = []
    for asked in order.asked[:first]:
        if asked.shown not in kinds:
            continue
        cell = order.cell_of[asked.shown]
        given[cell] = given.get(cell, 0) + 1
        kind = kinds[asked.shown]
        differs = given[cell] % 2 == 0 if kind == "open" else given[cell] % _RIGHT == 0
        labels.append(
            Label(
                question=asked.question,
                article=asked.article,
                item=asked.item,
                shown=asked.shown,
                cell=cell,
                chance=1.0,
                answer=_TOLD[kind][differs],
                by="",
                at=datetime.now(UTC),
            )
        )
    return labels
