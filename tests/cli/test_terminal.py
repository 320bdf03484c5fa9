"""On a real terminal: no line is too wide, colour where it is wanted, progress that goes away."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time

from tests.cli.commandline import LONGEST, start
from tests.cli.newsroom import editor, stories
from tests.cli.test_many import model
from tests.loopback import Loopback

COLOUR = re.compile(r"\x1b\[[\d;]*m")
ERASE = "\r\x1b[K"


def terminal(width):
    """Open a terminal of this width; return our side and the program's."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    return ours, theirs


def seen(ours, process):
    """Return what the terminal was sent until the program ended."""
    data = b""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.02)[0]:
            try:
                data += os.read(ours, 65536)
            except OSError:
                break
        elif process.poll() is not None:
            break
    os.close(ours)
    assert process.wait(LONGEST) == 0
    return data.decode("utf-8").replace("\r\n", "\n")


def on_terminal(*arguments, width, cwd, streams=("stdout",), env=None):
    """Run with some streams on one terminal; return what it showed, and what went elsewhere."""
    ours, theirs = terminal(width)
    given = dict.fromkeys(streams, theirs)
    process = start(*arguments, cwd=cwd, env={"TERM": "xterm-256color"} | (env or {}), **given)
    os.close(theirs)
    shown = seen(ours, process)
    return shown, "".join(part or "" for part in process.communicate())


def widest(lines):
    """Return how wide lines are once colours are taken out; all characters here are narrow."""
    return max(len(COLOUR.sub("", line)) for line in lines)


def test_no_line_is_wider_than_the_terminal(tmp_path):
    stories(tmp_path, 1)
    shown, told = on_terminal("s00.txt", "-m", "lead", width=100, cwd=tmp_path)
    assert 70 < widest(shown.splitlines()) <= 100, "the width there is, is used"
    assert COLOUR.search(shown)
    assert told.startswith("summarize: s00.txt: ")


def test_no_colour_where_it_is_not_wanted(tmp_path):
    stories(tmp_path, 1)
    env = {"NO_COLOR": "1"}
    shown, _ = on_terminal("s00.txt", "-m", "lead", width=80, cwd=tmp_path, env=env)
    assert "\x1b" not in shown
    assert "Bridge 100" in shown


def test_progress_is_rewritten_in_place_gone_at_the_end_and_not_in_a_pipe(tmp_path):
    names = stories(tmp_path, 2)
    with Loopback(otherwise=editor, delay=0.28) as server:
        given = [*names, *model(server), "-j", "1"]
        shown, product = on_terminal(*given, width=30, cwd=tmp_path, streams=("stderr",))
    assert product.count("Key points") == 2
    assert "\r" not in product
    assert "\x1b" not in product
    assert 30 < widest(product.splitlines()) <= 80
    assert shown.count(ERASE) >= 2, "it was shown, and taken back"
    pieces = shown.split(ERASE)
    assert any(re.match(r"\d/2 articles, reading and ask$", piece) for piece in pieces)
    left = [line.rpartition(ERASE)[2] for line in shown.split("\n")]
    assert left[-1] == "", "nothing is left on the last line"
    assert [line.split(": ")[1] for line in left[:-1]] == [
        f"{n + 1}/2 {s}" for n, s in enumerate(names)
    ]


def test_on_one_terminal_product_and_progress_do_not_mix(tmp_path):
    names = stories(tmp_path, 2)
    with Loopback(otherwise=editor, delay=0.15) as server:
        given = [*names, *model(server), "-j", "1"]
        shown, _ = on_terminal(*given, width=60, cwd=tmp_path, streams=("stdout", "stderr"))
    lines = [line.rpartition(ERASE)[2] for line in shown.split("\n")]
    assert 42 < widest(line for line in lines if not line.startswith("summarize: ")) <= 60
    assert COLOUR.search(shown)
    assert not any("articles, " in line for line in lines)


def test_a_dumb_terminal_gets_plain_lines(tmp_path):
    stories(tmp_path, 1)
    with Loopback(otherwise=editor, delay=0.3) as server:
        given = ["s00.txt", *model(server)]
        both = ("stdout", "stderr")
        shown, _ = on_terminal(*given, width=60, cwd=tmp_path, streams=both, env={"TERM": "dumb"})
    assert "\x1b" not in shown
