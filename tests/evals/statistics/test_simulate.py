import random
import subprocess
import sys

import pytest

from evals.statistics import wilson
from evals.statistics.paired import average
from evals.statistics.simulate import World, simulate


@pytest.fixture(scope="module")
def usual():
    return simulate(World(), runs=400)


def test_no_difference_is_seldom_called_one(usual):
    # `python -m evals.statistics.simulate` says it with 2,000 runs; here chance has more room.
    assert wilson(usual.false_alarms, usual.runs).low <= 0.05
    assert usual.false_alarms <= 0.065 * usual.runs


def test_facts_taken_one_by_one_would_give_more_false_alarms(usual):
    assert usual.mcnemar_alarms > usual.false_alarms


def test_the_interval_holds_the_truth_in_95_of_100(usual):
    interval = wilson(usual.covered, usual.runs, confidence=0.99)
    assert interval.low <= 0.95 <= interval.high


def test_the_smallest_detectable_difference_is_found_in_80_of_100(usual):
    assert usual.sized == usual.runs
    for found in (usual.found, usual.found_at_mean):
        interval = wilson(found, usual.sized)
        assert interval.low <= 0.85
        assert interval.high >= 0.75


def test_shares_of_articles_too():
    s = simulate(World(shares=True), runs=250)
    assert s.false_alarms <= 0.08 * s.runs
    assert 0.72 <= s.found / s.sized <= 0.88


def test_a_shift_gives_the_difference_asked_for():
    world = World(articles=300, facts=20)
    pairs = world.compared(world.shift_for(0.15), random.Random(2))
    assert average([p.b - p.a for p in pairs]) == pytest.approx(0.15, abs=0.03)
    with pytest.raises(ValueError, match="not possible"):
        world.shift_for(0.9)


def test_at_least_one_run():
    with pytest.raises(ValueError, match="below 1"):
        simulate(World(), runs=0)


def test_the_command_prints_what_it_found():
    done = subprocess.run(
        [sys.executable, "-m", "evals.statistics.simulate", "--runs", "3", "--articles", "5"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "called better or worse" in done.stdout
    assert "smallest detectable" in done.stdout
    assert done.stderr == ""
