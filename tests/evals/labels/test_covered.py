"""Corrected rates hold what is true: of labels and of known errors, with copies and without."""

import random
from dataclasses import replace

import pytest

from evals.labels.correct import by_errors, by_labels
from evals.statistics.corrected import Corrected
from tests.evals.labels.worlds import World
from tests.evals.statistics.worlds import covered

WORLDS = [
    pytest.param(World(), id="usual"),
    pytest.param(World(rate=0.5), id="half are supported"),
    pytest.param(World(rate=0.97), id="nearly all are"),
    pytest.param(World(articles=6), id="six articles"),
    pytest.param(World(articles=40, each=4), id="forty"),
    pytest.param(World(apart=0.4), id="a bad judge"),
    pytest.param(World(apart=3.5), id="a good judge"),
    pytest.param(World(copied=0.25), id="a quarter copied"),
    pytest.param(World(articles=40, rate=0.5, copied=0.66), id="most copied"),
]


@pytest.mark.parametrize("world", WORLDS)
def test_the_interval_by_labels_holds_the_truth(world):
    chance = random.Random(1)

    def once():
        found, true = world.draw(chance)
        return by_labels(found, *world.labels(chance, found, true, first=30))

    held, _ = covered(world.truth, 120, once)
    # 120 intervals of 95% hold it in fewer than 109 once in forty.
    assert held >= 0.905


@pytest.mark.parametrize("world", WORLDS)
def test_the_interval_by_known_errors_holds_the_truth(world):
    chance = random.Random(2)

    def once():
        made = by_errors(world.draw(chance)[0], world.errors(chance))
        return made if isinstance(made, Corrected) else None

    held, _ = covered(world.truth, 120, once)
    assert held >= 0.905


def test_it_holds_where_a_person_cannot_tell_what_the_judge_gets_wrong():
    world, chance = World(articles=40, rate=0.8, apart=1.7, unsure=0.6), random.Random(3)

    def once():
        found, true = world.draw(chance)
        return by_labels(found, *world.labels(chance, found, true, first=200))

    held, _ = covered(world.truth, 40, once)
    assert held >= 0.905


@pytest.mark.parametrize("apart", [0.4, 2.0, 3.5])
def test_the_judge_never_makes_it_much_wider_than_the_labels_alone(apart):
    world, chance = World(rate=0.7, apart=apart), random.Random(4)
    both = blind = 0.0
    for _ in range(30):
        found, true = world.draw(chance)
        labels = world.labels(chance, found, true, first=30)
        without = [replace(each, sure=0.5) for each in found]
        both += width(by_labels(found, *labels))
        blind += width(by_labels(without, *labels))
    assert both <= (1.02 if apart < 1 else 0.95) * blind


def width(found: Corrected) -> float:
    return found.high - found.low
