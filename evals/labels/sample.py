"""Which verdicts a person is asked about: of each kind its share, by chance, always in one order.

The verdicts are put into cells: those on one question, of one kind (yes, no, left open) and of the
same systems. The order begins with one of each cell, and then takes of each in proportion to its
size, which tells more of a rate than as many of each; each cell is shuffled, and so is what cell is
next, so that their sequence tells nothing. So the first n are a sample for every n: whoever stops
early has one, and whoever asks for more goes on with the same. The baseline comes last: what
it says is the article's beginning, and few want to know more of it. Whole cells can be chosen or
left out without harm, for each is drawn from by itself.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evals.labels.frame import Asked, Judgement
from evals.labels.record import Label, Shown

BASELINE: Final = "lead"


@dataclass(frozen=True)
class Order:
    """What is asked, in its order, and all that could be."""

    asked: tuple[Asked, ...]
    cell_of: Mapping[Shown, str]
    frame: Mapping[str, Sequence[Shown]]
    """By cell, the digests of what it holds, in alphabetical order; what nobody chose too."""

    @property
    def cells(self) -> dict[str, int]:
        """Return how many each cell holds."""
        return {cell: len(own) for cell, own in self.frame.items()}

    def chances(self, first: int) -> dict[str, float]:
        """Return for each cell the probability, 0 to 1, to be among the first so many."""
        taken = dict.fromkeys(self.cells, 0)
        for asked in self.asked[:first]:
            taken[self.cell_of[asked.shown]] += 1
        return {cell: taken[cell] / size for cell, size in self.cells.items()}


def order(
    found: Iterable[Judgement],
    *,
    seed: int,
    wanted: Callable[[Judgement], bool] = lambda _: True,
) -> Order:
    """Return what to ask of the cells with something `wanted` in them.

    The same run and seed give the same order of a cell, whatever is wanted of the others.
    """
    same: dict[Shown, list[Judgement]] = {}
    for each in (each for each in found if each.is_asked):
        same.setdefault(each.asked.shown, []).append(each)
    cells: dict[str, list[Shown]] = {}
    for shown in sorted(same):
        cells.setdefault(_cell(same[shown]), []).append(shown)
    chance = random.Random(seed)
    shuffled = {cell: chance.sample(own, len(own)) for cell, own in sorted(cells.items())}
    asked: list[Shown] = []
    for last in (False, True):
        chosen = [
            own
            for own in shuffled.values()
            if last == all(j.system[0] == BASELINE for s in own for j in same[s])
            and any(wanted(j) for s in own for j in same[s])
        ]
        asked += _in_proportion(chosen, chance)
    return Order(
        tuple(same[shown][0].asked for shown in asked),
        {shown: cell for cell, own in cells.items() for shown in own},
        cells,
    )


def _in_proportion(cells: Sequence[Sequence[Shown]], chance: random.Random) -> list[Shown]:
    """Return one of each, then the others so that any first part has of each cell its share."""
    places: dict[Shown, float] = {}
    for own in cells:
        for number, shown in enumerate(own):
            by_chance = chance.random()
            places[shown] = (number + by_chance) / len(own) if number else -by_chance
    return sorted(places, key=lambda shown: places[shown])


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
