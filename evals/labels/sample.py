"""Which verdicts a person is asked about: so many of each kind, by chance, always in one order.

The verdicts are put into cells: those on one question, of one kind (yes, no, left open) and of the
same systems. The order takes one of each cell in turn, each cell shuffled, and the cells too in
every turn, so that their sequence tells nothing. So the first n are a sample for every n: whoever
stops early has one, and whoever asks for more goes on with the same.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.labels.frame import Asked, Judgement
from evals.labels.record import Label, Shown


@dataclass(frozen=True)
class Order:
    """All that could be asked, in the order in which it is."""

    asked: tuple[Asked, ...]
    cell_of: Mapping[Shown, str]
    cells: Mapping[str, int]
    """How many each cell holds."""

    def chances(self, first: int) -> dict[str, float]:
        """Return for each cell the probability, 0 to 1, to be among the first so many."""
        taken = dict.fromkeys(self.cells, 0)
        for asked in self.asked[:first]:
            taken[self.cell_of[asked.shown]] += 1
        return {cell: taken[cell] / size for cell, size in self.cells.items()}


def order(found: Iterable[Judgement], *, seed: int) -> Order:
    """Return what to ask. The same run and seed give the same order."""
    same: dict[Shown, list[Judgement]] = {}
    for each in (each for each in found if each.is_asked):
        same.setdefault(each.asked.shown, []).append(each)
    cells: dict[str, list[Asked]] = {}
    cell_of: dict[Shown, str] = {}
    for shown in sorted(same):
        cell = _cell(same[shown])
        cell_of[shown] = cell
        cells.setdefault(cell, []).append(same[shown][0].asked)
    chance = random.Random(seed)
    for cell in sorted(cells):
        chance.shuffle(cells[cell])
    asked: list[Asked] = []
    for turn in range(max(map(len, cells.values()), default=0)):
        there = [cell for cell in sorted(cells) if turn < len(cells[cell])]
        chance.shuffle(there)
        asked += [cells[cell][turn] for cell in there]
    return Order(tuple(asked), cell_of, {cell: len(own) for cell, own in cells.items()})


def _cell(same: Sequence[Judgement]) -> str:
    systems = sorted({" ".join(each.system) for each in same})
    return f"{same[0].asked.question}: {same[0].kind}: {', '.join(systems)}"


def achieved(labels: Iterable[Label], cells: Mapping[str, int]) -> dict[Shown, float]:
    """Return for each label how probable it was to be given, 0 to 1, by what was labelled so far.

    Who could not tell has given none: it is taken that what is hard to tell is like the rest.
    """
    told = [label for label in labels if label.answer != "cannot-tell"]
    given: dict[str, int] = {}
    for label in told:
        given[label.cell] = given.get(label.cell, 0) + 1
    return {label.shown: given[label.cell] / cells[label.cell] for label in told}
