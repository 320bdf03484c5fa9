import random
import subprocess
import sys

import pytest

from evals.statistics import Pair, sign_flip, smallest_detectable, wilson
from evals.statistics.paired import average
from evals.statistics.simulate import LEVELS, World, main, power, simulate


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
    interval = wilson(usual.found, usual.sized)
    assert interval.low <= 0.85
    assert interval.high >= 0.75


def test_shares_of_articles_too():
    s = simulate(World(shares=True), runs=100)
    assert s.false_alarms <= 0.1 * s.runs
    assert wilson(s.found, s.sized).high >= 0.75


# With 2,000 runs each (`simulate --levels`) these are found in 75% to 85%; 100 runs of a kind are
# known to about 8 in 100, and 400 to 4.
@pytest.mark.parametrize("shares", [False, True], ids=["facts", "shares"])
@pytest.mark.parametrize(
    ("articles", "facts", "alpha"),
    [
        pytest.param(14, 8, 0.05, id="14 articles"),
        pytest.param(14, 6, 0.05 / 9, id="nine metrics"),
        pytest.param(9, 8, 0.05, id="9 articles"),
    ],
)
def test_it_is_found_as_often_near_the_top_as_in_the_middle(*, shares, articles, facts, alpha):
    usual = World(articles=articles, facts=facts, shares=shares)
    found = [power(usual.at(level), runs=60, alpha=alpha) for level in (0.3, 0.6, 0.9, 0.97)]
    for each in found:
        assert wilson(each.found, each.sized).low <= 0.85
        assert wilson(each.found, each.sized).high >= 0.75
    assert 0.75 <= sum(p.found for p in found) / sum(p.sized for p in found) <= 0.86


def test_what_is_printed_where_nothing_failed_is_found_too():
    # 14 articles of 7 statements, all good on both sides: what then falls, falls at random.
    size = smallest_detectable([Pair(str(i), "", 1.0, 1.0, 7, 7) for i in range(14)])
    draw, found = random.Random(4), 0
    for _ in range(200):
        shares = [sum(draw.random() >= size for _ in range(7)) / 7 for _ in range(14)]
        found += sign_flip([Pair(str(i), "", 1.0, s) for i, s in enumerate(shares)]) < 0.05
    assert 0.75 <= found / 200 <= 0.92


def test_a_shift_gives_the_difference_asked_for():
    world = World(articles=300, facts=20)
    pairs = world.compared(world.shift_for(0.15), random.Random(2))
    assert average([p.b - p.a for p in pairs]) == pytest.approx(0.15, abs=0.03)
    with pytest.raises(ValueError, match="not possible"):
        world.shift_for(0.9)


def test_a_world_can_be_set_to_a_level():
    assert World().at(0.95).stated(0.0) == pytest.approx(0.95, abs=1e-3)


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


def test_the_command_prints_every_level(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["simulate", "--levels", "--runs", "2", "--articles", "14"])
    main()
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 1 + 2 * len(LEVELS)
    assert told[1].startswith("facts  0.30  smallest 0.")
