"""Many articles: a record each, in the order given, as soon as it can be; failures are records."""

import asyncio
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.cli.commandline import LONGEST, environment, run, start
from tests.cli.newsroom import bridge, by_story, edit, editor, stories, story
from tests.loopback import Loopback, Reply, answer, hang, status


def model(server):
    return ["-m", "m", "--base-url", server.base_url]


def sources(jsonl):
    records = [json.loads(line) for line in jsonl.splitlines()]
    return [r.get("source") or r["article"]["source"] for r in records]


def test_failures_are_records_in_their_place_and_the_run_goes_on(here):
    names = stories(here.folder, 6)
    (here.folder / names[1]).write_bytes(b"")
    cases = {2: status(401), 4: answer("I like it.")}
    with Loopback(otherwise=by_story(cases)) as server:
        ended = here(*names, *model(server), "-f", "jsonl", "-o", "out/", "-j", "4")
    assert ended.out == ""
    text = (here.folder / "out" / "summaries.jsonl").read_text(encoding="utf-8")
    assert sources(text) == names
    records = [json.loads(line) for line in text.splitlines()]
    errors = {n: r["error"] for n, r in enumerate(records) if "error" in r}
    assert {n: error["exit_code"] for n, error in errors.items()} == {1: 2, 2: 3, 4: 4}
    assert errors[4]["answer"] in errors[4]["message"]
    assert ended.code == 4, "the worst of them"
    assert [line.split(":")[0] for line in ended.said] == ["summarize"] * 6
    assert "1/6 s00.txt" in ended.said[0]
    assert "6/6 s05.txt" in ended.said[5], "failures are counted"


class Gate:
    """Holds back what is asked about one story until it is opened."""

    def __init__(self, number):
        self.number = number
        self.opened = threading.Event()

    async def __call__(self, request):
        while bridge(request) == self.number and not self.opened.is_set():
            await asyncio.sleep(0.01)
        reply = editor(request)
        assert isinstance(reply, Reply)
        return reply


def wait_for(condition, process):
    until = time.monotonic() + LONGEST
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_slow_article_holds_back_only_those_after_it(tmp_path):
    names = stories(tmp_path, 5)
    gate = Gate(3)
    out = tmp_path / "out.jsonl"
    with Loopback(otherwise=gate) as server:
        process = start(*names, *model(server), "-o", "out.jsonl", "-j", "5", cwd=tmp_path)
        wait_for(lambda: out.exists() and out.read_text(encoding="utf-8").count("\n") == 3, process)
        assert sources(out.read_text(encoding="utf-8")) == names[:3]
        assert process.poll() is None
        gate.opened.set()
        assert process.wait(LONGEST) == 0
        process.communicate()
    assert sources(out.read_text(encoding="utf-8")) == names


def test_at_most_so_many_articles_are_in_work_at_once(here):
    names = stories(here.folder, 6)
    # Longer than a busy machine takes to read the second while the first is asked about.
    with Loopback(otherwise=editor, delay=0.3) as server:
        assert here(*names, *model(server), "-j", "2", "-f", "jsonl").code == 0
        assert server.most_at_once == 2
        assert here(*names, *model(server), "-j", "6", "-f", "jsonl", "--no-cache").code == 0
        assert 2 < server.most_at_once <= 6


def test_one_hanging_call_in_twenty_does_not_hold_the_rest(here):
    names = stories(here.folder, 20)
    hung: list[object] = []

    async def behave(request):
        if bridge(request) == 0 and not hung:
            hung.append(request)
            await hang(request)
        reply = editor(request)
        assert isinstance(reply, Reply)
        return reply

    with Loopback(otherwise=behave) as server:
        ended = here(*names, *model(server), "-f", "jsonl", "-j", "4", "--timeout", "1")
        order = [bridge(request) for request in server.requests]
    assert ended.code == 0
    assert sources(ended.out) == names
    # Each story takes two requests; the one that hung takes three.
    assert (order.count(0), len(order)) == (3, 41)
    last = len(order) - 1 - order[::-1].index(0)
    assert set(order[:last]) == set(range(20)), "all others were asked about before it was done"
    assert len(order) - last <= 3


@pytest.mark.parametrize(
    ("format_", "ending"), [("text", "txt"), ("md", "md"), ("json", "json"), ("html", "html")]
)
def test_a_folder_gets_a_file_for_each_with_names_of_their_own(here, format_, ending):
    stories(here.folder / "a", 1)
    stories(here.folder / "b", 2)
    ended = here("a", "b", "-m", "lead", "-f", format_, "-o", "out/", "-q")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    names = sorted(path.name for path in (here.folder / "out").iterdir())
    assert names == [f"a-s00.txt.{ending}", f"b-s00.txt.{ending}", f"s01.{ending}"]
    for name in names:
        text = (here.folder / "out" / name).read_text(encoding="utf-8")
        assert "Bridge 10" in text
        assert "\x1b" not in text
    if format_ == "json":
        assert json.loads(text)["article"]["source"] == "b/s01.txt"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.html", "<!DOCTYPE html>"),
        ("a.json", '{\n  "schema_version"'),
        ("a.jsonl", '{"schema_version"'),
        ("a.md", "# Wells council"),
        ("a.txt", "Wells council"),
        ("new/folder/a.md", "# Wells council"),
    ],
)
def test_a_file_is_written_as_its_ending_says(here, name, begins):
    stories(here.folder, 1)
    assert here("s00.txt", "-m", "lead", "-o", name).code == 0
    assert (here.folder / name).read_text(encoding="utf-8").startswith(begins)
    assert here("s00.txt", "-m", "lead", "-o", name, "-f", "jsonl").code == 0
    assert (here.folder / name).read_text(encoding="utf-8").startswith('{"schema_version"')


def test_several_are_one_array_in_json_and_one_page_in_html(here):
    names = stories(here.folder, 3)
    (here.folder / names[1]).write_bytes(b"")
    records = json.loads(here(*names, "-m", "lead", "-f", "json").out)
    assert [r.get("source") or r["article"]["source"] for r in records] == names
    page = here(*names, "-m", "lead", "-f", "html").out
    assert page.count("<html") == 1
    assert all(name in page for name in names)
    assert isinstance(json.loads(here(names[0], "-m", "lead", "-f", "json").out), dict)


def test_articles_come_from_files_globs_folders_lists_and_stdin(here):
    names = stories(here.folder / "news", 3)
    paths = [f"news/{name}" for name in names]
    (here.folder / "news" / "notes.pdf").write_bytes(b"%PDF")
    (here.folder / "list").write_text(f"{paths[2]}\n\n{paths[0]}\r\n", encoding="utf-8")
    lead = ["-m", "lead", "-f", "jsonl"]
    assert sources(here("news", *lead).out) == paths
    assert sources(here("news/*.txt", *lead).out) == paths
    assert sources(here("--files-from", "list", *lead).out) == [paths[2], paths[0]]
    listed = "\n".join(paths).encode()
    assert sources(here("--files-from", "-", *lead, stdin=listed).out) == paths
    assert sources(here(paths[1], "news", *lead).out) == [paths[1], paths[0], paths[2]], "once each"
    record = json.loads(here("-", "-m", "lead", "-f", "json", stdin=story(4).encode()).out)
    assert record["article"]["source"] == "-"
    assert record["key_points"][0]["statement"].startswith("The council of Perth")


def test_a_file_that_is_not_there_among_others_is_an_article_that_failed(here, server):
    stories(here.folder, 2)
    ended = here("s00.txt", "s01.tx", "s01.txt", *model(server), "-f", "jsonl")
    assert (ended.code, "s01.tx: no such file: did you mean s01.txt?" in ended.err) == (2, True)
    assert sources(ended.out) == ["s00.txt", "s01.tx", "s01.txt"]
    assert "no such file" in json.loads(ended.out.splitlines()[1])["error"]["message"]


def test_what_stands_for_no_article_is_told_before_anything_is_done(here, server):
    stories(here.folder, 2)
    ended = here.refused("s00.txt", "*.tx", *model(server))
    assert (ended.code, "no file matches" in ended.err) == (2, True)
    assert server.requests == []


def test_a_file_name_may_hold_anything(tmp_path):
    name = b"b\xffd \x1b[31m\nx.txt"
    (tmp_path / "x.txt").write_text(story(), encoding="utf-8")
    (tmp_path / "x.txt").rename(tmp_path / name.decode("utf-8", "surrogateescape"))
    for format_ in ("html", "text"):
        ended = run(".", "-m", "lead", "-f", format_, cwd=tmp_path)
        assert (ended.code, len(ended.said)) == (0, 1), ended.err
        assert "\x1b" not in ended.out + ended.err


@pytest.mark.parametrize("closed", ["stdout", "stdin"])
def test_a_closed_stream_is_one_line(tmp_path, closed):
    stories(tmp_path, 1)
    source, descriptor = ("s00.txt", 1) if closed == "stdout" else ("-", 0)
    redirected = f'exec {descriptor}>&-; exec "$0" -m summarize {source} -m lead -q'
    ended = subprocess.run(
        ["/bin/sh", "-c", redirected, sys.executable],
        cwd=tmp_path,
        env=environment(tmp_path / "cache"),
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1), ended.stderr
    assert "is closed" in ended.stderr


def test_a_full_disk_behind_stdout_is_one_line(tmp_path):
    stories(tmp_path, 1)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = run("s00.txt", "-m", "lead", "-q", cwd=tmp_path, stdout=full)
    assert (ended.code, len(ended.said)) == (2, 1), ended.err
    assert "standard output: cannot be written (no space left on device)" in ended.err


def test_a_pipe_gets_utf_8_whatever_the_locale_and_quiet_says_nothing_more(tmp_path):
    stories(tmp_path, 1)
    ended = run("s00.txt", "-m", "lead", "-q", cwd=tmp_path, env={"PYTHONIOENCODING": "latin-1"})
    assert (ended.code, ended.err) == (0, "")
    assert "“This is a good day for Wells”" in ended.out


def test_under_strict_a_rejected_statement_exits_1(here):
    stories(here.folder, 1)

    def invent(request):
        return edit(request).replace("$4 million", "$9 million")

    with Loopback(otherwise=answer(invent)) as server:
        loose = here("s00.txt", *model(server), "-f", "json")
        strict = here("s00.txt", *model(server), "-f", "json", "--strict")
    assert (loose.code, strict.code) == (0, 1)
    rejected = json.loads(strict.out)["rejected"]
    assert ["$9 million" in r["statement"] for r in rejected] == [True]
    assert "$9 million" not in json.dumps(json.loads(strict.out)["key_points"])
