"""A large run is dealt to several processes, and nobody can tell but by the clock."""

import asyncio
import json
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from evals.bench.server import answered
from evals.run import shards
from evals.run.asking import Asking
from evals.run.plan import Selection, make_plan
from evals.run.saved import load_run
from evals.run.shards import Work, processes_for
from evals.suite import load_suite
from summarize.fork import MANY
from tests.cli.commandline import LONGEST, run, start
from tests.cli.test_shards import descendants, gone, kill, several, workers
from tests.evals.run.suites import write_suite
from tests.loopback import Loopback, answer

NAMES = ("bridge", "harbour", "market", "tunnel")
REPEAT = MANY // len(NAMES)


@pytest.fixture
def work(tmp_path):
    """Return a function that makes work of a suite of four articles."""
    suite = load_suite(write_suite(tmp_path, names=NAMES))

    def made(*, repeat=REPEAT, jobs=50, models=("server/test",)):
        plan = make_plan(suite, Selection(repeat=repeat, models=models))
        return Work(plan.cells, plan, Asking(jobs), None)

    return made


@pytest.mark.parametrize(
    ("given", "cores", "processes"),
    [
        pytest.param({}, 2, 2, id="two cores"),
        pytest.param({}, 64, 4, id="no more than can be kept busy"),
        pytest.param({}, 1, 1, id="one core"),
        pytest.param({"jobs": 3}, 64, 3, id="each has a call at least"),
        pytest.param({"repeat": REPEAT - 1}, 2, 1, id="too few trials"),
        pytest.param({"models": ("local/test",)}, 2, 1, id="a model with one memory"),
        pytest.param({"models": ("server/test", "local/test")}, 2, 1, id="one of them has"),
        pytest.param({"models": ("lead",), "repeat": 50}, 2, 1, id="nobody is asked"),
    ],
)
def test_only_many_trials_of_servers_are_worth_it(work, monkeypatch, given, cores, processes):
    monkeypatch.setattr(shards, "cpu_count", lambda: cores)
    whole = work(**given)
    models = {name: SimpleNamespace(name=name) for name in whole.plan.models}
    assert processes_for(whole, models) == processes


@pytest.mark.parametrize("processes", [1, 2, 3, 4])
def test_each_trial_is_dealt_once_and_those_of_an_article_together(work, processes):
    whole = work(jobs=7)
    shares = shards._deal(whole, processes)
    assert sorted(n for numbers, _ in shares for n in numbers) == list(range(len(whole.cells)))
    articles = [{whole.cells[n].item.article.id for n in numbers} for numbers, _ in shares]
    assert sum(map(len, articles)) == len(NAMES)
    assert sum(jobs for _, jobs in shares) == 7


def evaluate(server, *more):
    asking = ("--base-url", server.base_url, "--repeat", str(REPEAT), "-o", "run.json", "-q")
    return ("eval", "suite.yaml", *asking, *more)


def different(requests):
    """Return the requests, each once: two processes may ask the same at the same moment."""
    return {json.dumps(request, sort_keys=True) for request in requests}


def of(path):
    """Return what a run says, without what is never the same twice."""
    trials = load_run(path).trials
    said = [(t.article, t.model, t.repeat, t.scores, t.facts, t.traps) for t in trials]
    return [(*one, t.summary.key_points) for one, t in zip(said, trials, strict=True)]


@several
def test_the_trials_and_their_order_are_those_of_one_process(tmp_path):
    write_suite(tmp_path, names=NAMES)
    with Loopback(otherwise=answer(answered)) as server:
        one = run(*evaluate(server, "-j", "1"), cwd=tmp_path, cache=tmp_path / "one")
        alone = of(tmp_path / "run.json")
        asked = different(server.requests)
        server.requests.clear()
        two = run(*evaluate(server, "-j", "8"), cwd=tmp_path, cache=tmp_path / "two")
        assert different(server.requests) == asked
        assert server.most_at_once <= 8
        server.requests.clear()
        again = run(*evaluate(server, "-j", "8"), cwd=tmp_path, cache=tmp_path / "two")
        assert server.requests == [], "trials are kept for all processes"
    assert (one.err, two.err, again.err) == ("", "", "")
    assert one.out.splitlines()[:20] == two.out.splitlines()[:20]
    assert of(tmp_path / "run.json") == alone


class Gate:
    """Answers, but not about one article until it is opened."""

    def __init__(self, name):
        self.name = name.capitalize()
        self.held = False
        self.opened = False

    async def __call__(self, request):
        while self.name in str(request["messages"]) and not self.opened:
            self.held = True
            await asyncio.sleep(0.01)
        return answer(answered)(request)


def wait_for(condition, process):
    until = time.monotonic() + LONGEST
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.01)


def kept(folder):
    return len(list((folder / "cache" / "trials").rglob("*.json")))


@several
def test_a_killed_process_fails_its_trials_and_no_others(tmp_path):
    write_suite(tmp_path, names=NAMES)
    gate = Gate("tunnel")
    with Loopback(otherwise=gate) as server:
        process = start(*evaluate(server, "-j", "50"), cwd=tmp_path)
        # All others are done at some time, the baseline of that article too.
        wait_for(lambda: kept(tmp_path) == MANY - REPEAT + len(NAMES), process)
        # A process that has sent all its trials ends by itself.
        wait_for(lambda: len(workers(process)) == 1, process)
        kill(workers(process))
        _, told = process.communicate(timeout=LONGEST)
        trials = load_run(tmp_path / "run.json").trials
        gate.opened = True
        again = run(*evaluate(server), cwd=tmp_path)
    assert process.returncode == 3
    assert told.count("the process that worked on it was ended") == REPEAT
    assert [t.article for t in trials if t.error] == ["tunnel"] * REPEAT
    assert again.code == 0
    assert all(not t.error for t in load_run(tmp_path / "run.json").trials)


@several
def test_a_run_that_is_killed_leaves_no_process_and_goes_on_where_it_was(tmp_path):
    write_suite(tmp_path, names=NAMES)
    gate = Gate("tunnel")
    with Loopback(otherwise=gate) as server:
        process = start(*evaluate(server, "-j", "50"), cwd=tmp_path)
        wait_for(lambda: gate.held and kept(tmp_path) > REPEAT, process)
        below = descendants(process.pid)
        process.kill()
        process.communicate()
        gone(below)
        done = kept(tmp_path)
        gate.opened = True
        before = len(server.requests)
        again = run(*evaluate(server), cwd=tmp_path)
        asked = len(server.requests) - before
    assert again.code == 0
    assert asked <= 2 * (MANY + len(NAMES) - done)
    assert len(load_run(tmp_path / "run.json").trials) == MANY + len(NAMES)
    assert not Path(tmp_path / "run.json.tmp").exists()
