"""Stopped in any way, nothing that was finished is lost, and nothing is asked twice."""

import json
import signal
import subprocess
import time

import pytest

from tests.cli.commandline import LONGEST, start
from tests.cli.newsroom import bridge, stories
from tests.cli.test_many import Gate, model, sources, wait_for
from tests.loopback import Loopback, hang

# Seconds, on a machine busy with other things; less than any wait of the program itself.
AT_ONCE = 5


def test_after_kill_9_nothing_finished_is_asked_again(here, tmp_path):
    names = stories(here.folder, 8)
    gate = Gate(5)
    given = [*names, "-f", "jsonl", "-o", "out", "-j", "2", "-q"]
    cache = tmp_path / "cache"
    with Loopback(otherwise=gate) as server:
        process = start(*given, *model(server), cwd=here.folder, cache=cache)
        # One worker is held at story 5; the other has finished the rest.
        wait_for(lambda: len(list((cache / "answers").rglob("*.json"))) == 14, process)
        process.kill()
        process.communicate()
        before = len(server.requests)
        assert [bridge(r) for r in server.requests].count(5) == 1
        gate.opened.set()
        ended = here(*given, *model(server))
        after = [bridge(r) for r in server.requests[before:]]
    assert (ended.code, ended.err) == (0, "")
    assert after == [5, 5]
    text = (here.folder / "out" / "summaries.jsonl").read_text(encoding="utf-8")
    assert sources(text) == names
    cached = [json.loads(line)["made_by"]["cached"] for line in text.splitlines()]
    assert cached == [True] * 5 + [False] + [True] * 2
    assert [p.name for p in cache.rglob("*.tmp")] == []


def test_ctrl_c_ends_at_once_with_one_line_and_whole_records(here, tmp_path):
    names = stories(here.folder, 6)
    gate = Gate(3)
    out = here.folder / "out.jsonl"
    with Loopback(otherwise=gate) as server:
        given = [*names, *model(server), "-o", "out.jsonl", "-q"]
        process = start(*given, cwd=here.folder, cache=tmp_path / "cache")
        wait_for(lambda: out.exists() and out.read_text(encoding="utf-8").count("\n") == 3, process)
        wait_for(lambda: len(list((tmp_path / "cache").rglob("*.json"))) == 10, process)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=LONGEST)
        assert time.monotonic() - began < AT_ONCE
        assert sources(out.read_text(encoding="utf-8")) == names[:3]
        before = len(server.requests)
        gate.opened.set()
        assert here(*given).code == 0
        assert [bridge(r) for r in server.requests[before:]] == [3, 3]
    assert (process.returncode, said) == (130, "")
    assert told == "summarize: stopped; what is finished is kept\n"
    assert sources(out.read_text(encoding="utf-8")) == names


def test_ctrl_c_does_not_wait_for_a_page_that_never_comes(tmp_path):
    with Loopback(otherwise=hang) as server:
        # A request without a body, as any page is asked for, is never answered either.
        process = start(f"{server.base_url}/page", "-m", "lead", cwd=tmp_path)
        wait_for(lambda: server.requests, process)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=LONGEST)
        assert time.monotonic() - began < AT_ONCE
    assert (process.returncode, said, len(told.splitlines())) == (130, "", 1)


@pytest.mark.parametrize("arguments", [["schema"], ["-m", "lead"]])
def test_nobody_reading_any_more_is_no_error(tmp_path, arguments):
    names = [] if arguments == ["schema"] else stories(tmp_path, 40)
    process = start(*arguments, *names, cwd=tmp_path, bufsize=0)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(LONGEST) == 141
    assert "Traceback" not in told
    assert "Exception" not in told


def test_a_run_in_a_pipe_to_head_says_nothing_of_it(tmp_path):
    names = stories(tmp_path, 5)
    process = start(*names, "-m", "lead", "-q", cwd=tmp_path)
    head = subprocess.run(
        ["head", "-n", "1"], stdin=process.stdout, capture_output=True, check=True
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait(LONGEST)
    assert head.stdout == b"Wells council approves Bridge 100\n"


def test_the_honest_editor_stays_honest(here, server):
    """What other tests here rest on: two requests a story, and nothing rejected."""
    stories(here.folder, 1)
    record = json.loads(here("s00.txt", *model(server), "-f", "json").out)
    assert (record["rejected"], len(server.requests)) == ([], 2)
    assert record["headline"]["statement"] == "The council of Wells approved Bridge 100"
    assert server.requests[0]["messages"][-1]["content"].startswith("<article ")
