"""A large batch is dealt to several processes, and nobody can tell but by the clock."""

import json
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from summarize.fork import MANY, START
from summarize.models.lead import Lead
from summarize.pipeline.shards import MOST, Batch, dealt, processes_for
from tests.cli.commandline import LONGEST, run, start
from tests.cli.newsroom import bridge, by_story, editor, stories
from tests.cli.test_many import Gate, model, sources, wait_for
from tests.cli.test_stopping import AT_ONCE
from tests.loopback import Loopback, status

COUNT = MANY + 5
CORES = os.cpu_count() or 1

several = pytest.mark.skipif(
    CORES == 1 or not Path("/proc/self/stat").exists(), reason="needs two cores, and /proc"
)


class Named:
    """A model of which only the name is asked."""

    def __init__(self, name):
        self.name = name


@pytest.mark.parametrize(
    ("articles", "name", "jobs", "of"),
    [
        (["a"] * MANY, "server/m", 50, (2, 2)),
        (["a"] * MANY, "openai/m", 50, (MOST, 64)),
        (["a"] * MANY, "server/m", 3, (3, 64)),
        (["a"] * MANY, "server/m", 50, (1, 1)),
        (["a"] * (MANY - 1), "server/m", 50, (1, 2)),
        (["a"] * MANY, "local/m", 50, (1, 2)),
        ([*["a"] * MANY, "-"], "server/m", 50, (1, 2)),
    ],
)
def test_only_many_articles_and_a_server_are_worth_it(monkeypatch, articles, name, jobs, of):
    processes, cores = of
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert processes_for(articles, [Named(name)], jobs) == processes
    assert processes_for(articles, [Named(name), Named("local/judge")], jobs) == 1


@pytest.mark.parametrize("of", [1, 2, 3, 4])
@pytest.mark.parametrize("count", [1, 2, 7, 32, 33])
def test_every_article_is_dealt_once_and_evenly(count, of):
    hands = [dealt(range(count), number, of) for number in range(of)]
    assert sorted(thing for hand in hands for thing in hand) == list(range(count))
    assert max(map(len, hands)) - min(map(len, hands)) <= 1
    assert all(list(hand) == sorted(hand) for hand in hands)


def test_what_may_be_in_work_at_once_is_shared_out_whole():
    names = tuple("abcdefgh")
    batch = Batch(names, names, lambda: (None, Lead()), 7, None)
    assert [batch.part(number, 3).jobs for number in range(3)] == [3, 2, 2]


def running():
    """Return the parent of each process that has not ended; some wait long to be noticed by it."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(path.parent.name)] = int(fields[1])
    return parents


def descendants(pid):
    """Return the processes below one, those furthest down last."""
    parents, found = running(), [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]


def workers(process):
    """Return the processes that work on articles: those that another below `process` started."""
    below = descendants(process.pid)
    return [pid for one in below for pid in descendants(one)]


def kill(pids):
    """Kill the processes; one that is done may have ended by itself."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_the_order_the_failures_and_the_exit_code_are_those_of_one_process(tmp_path):
    names = stories(tmp_path, COUNT)
    (tmp_path / names[1]).write_bytes(b"")
    with Loopback(otherwise=by_story({4: status(401)})) as server:
        given = [*names, *model(server), "-f", "jsonl", "-j", "8"]
        first = run(*given, cwd=tmp_path)
        assert server.most_at_once <= 8
        asked = len(server.requests)
        second = run(*given[1:], names[0], cwd=tmp_path)
    assert sources(first.out) == names
    records = [json.loads(line) for line in first.out.splitlines()]
    errors = {
        n: record["error"]["exit_code"] for n, record in enumerate(records) if "error" in record
    }
    assert errors == {1: 2, 4: 3}
    assert first.code == 3
    assert [line.partition("/")[0] for line in first.said if "points" in line] == [
        f"summarize: {n}" for n in range(1, COUNT + 1) if n - 1 not in errors
    ]
    assert asked == 2 * (COUNT - 2) + 1, "what is refused is asked about once"
    assert sources(second.out) == [*names[1:], names[0]]
    assert len(server.requests) == asked + 1, "answers are kept for all processes"
    ids = [record["article"]["id"] for record in records if "error" not in record]
    assert ids == [Path(name).stem for n, name in enumerate(names) if n not in errors]


@several
def test_a_killed_process_fails_its_articles_and_no_others(tmp_path):
    names = stories(tmp_path, COUNT)
    gate = Gate(COUNT - 1)
    given = ["-f", "jsonl", "-o", "out.jsonl", "-q", "-j", "4"]
    with Loopback(otherwise=gate) as server:
        process = start(*names, *model(server), *given, cwd=tmp_path)
        wait_for(lambda: COUNT - 1 in map(bridge, server.requests), process)
        # All others are done at some time; who still works is held at the gate.
        answers = tmp_path / "cache" / "answers"
        wait_for(lambda: len(list(answers.rglob("*.json"))) == 2 * (COUNT - 1), process)
        # A process that has sent all its outcomes ends by itself.
        wait_for(lambda: len(workers(process)) == 1, process)
        kill(workers(process))
        _, told = process.communicate(timeout=LONGEST)
        gate.opened.set()
        again = run(*names, *model(server), *given, cwd=tmp_path)
    assert process.returncode == 3
    (line,) = told.splitlines()
    assert "was ended: run again" in line
    assert again.code == 0
    assert sources((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == names


@several
def test_ctrl_c_in_a_terminal_ends_all_processes_at_once_with_one_line(tmp_path):
    names = stories(tmp_path, COUNT)
    gate = Gate(3)
    out = tmp_path / "out.jsonl"
    with Loopback(otherwise=gate) as server:
        given = [*names, *model(server), "-o", "out.jsonl", "-q"]
        process = start(*given, cwd=tmp_path, start_new_session=True)
        wait_for(lambda: out.exists() and out.read_text(encoding="utf-8").count("\n") == 3, process)
        below = descendants(process.pid)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        said, told = process.communicate(timeout=LONGEST)
        assert time.monotonic() - began < AT_ONCE
    assert (process.returncode, said) == (130, "")
    assert told.startswith("summarize: stopped; ")
    assert len(told.splitlines()) == 1
    assert sources(out.read_text(encoding="utf-8")) == names[:3]
    assert list((tmp_path / "cache").rglob("*.tmp")) == []
    gone(below)


@several
def test_processes_do_not_outlive_the_one_that_started_them(tmp_path):
    names = stories(tmp_path, COUNT)
    with Loopback(otherwise=Gate(3)) as server:
        process = start(*names, *model(server), "-q", cwd=tmp_path)
        wait_for(lambda: 3 in map(bridge, server.requests), process)
        assert workers(process), "who has that story is held at the gate"
        below = descendants(process.pid)
        process.kill()
        process.communicate()
        gone(below)


def gone(pids):
    until = time.monotonic() + AT_ONCE
    while left := set(pids) & running().keys():
        assert time.monotonic() < until, left
        time.sleep(0.02)


def test_nobody_reading_any_more_is_no_error_with_several_processes(tmp_path):
    names = stories(tmp_path, COUNT)
    with Loopback(otherwise=editor) as server:
        process = start(*names, *model(server), "-q", cwd=tmp_path, bufsize=0)
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = process.stderr.read()
        process.stderr.close()
        assert process.wait(LONGEST) == 141
    assert told == ""


def test_the_way_of_starting_is_one_that_inherits_nothing():
    assert START == "forkserver"
