"""Labelling on a real terminal: keys, undo, stopping, going on, and what is not shown."""

import fcntl
import json
import os
import pty
import select
import struct
import termios
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from evals.labels.record import load_labels
from tests.cli.commandline import LONGEST, start
from tests.evals.labels.made import saved

LAST = "q stop"
DONE = "q done"


class Editor:
    """Somebody at a terminal."""

    def __init__(self, folder: Path, *arguments: str, lines: int = 40, width: int = 80) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, width, 0, 0))
        self.before = termios.tcgetattr(theirs)
        self.process = start(
            "eval",
            "label",
            *arguments,
            cwd=folder,
            env={"TERM": "xterm", "LOGNAME": "ann"},
            stdin=theirs,
            stdout=theirs,
        )
        self.theirs = theirs
        self.seen = ""

    def sees(self, words: str) -> str:
        """Wait for words, and return what came before their end, since the last time."""
        until = time.monotonic() + LONGEST
        while words not in self.seen:
            assert time.monotonic() < until, self.seen
            if select.select([self.ours], [], [], 0.1)[0]:
                self.seen += os.read(self.ours, 65536).decode().replace("\r\n", "\n")
            elif self.process.poll() is not None:
                raise AssertionError(self.seen + self.told())
        got, found, self.seen = self.seen.partition(words)
        return got + found

    def press(self, keys: str, awaited: str = LAST) -> list[str]:
        """Press keys, each at its own question; return the questions seen before each."""
        seen = []
        for key in keys:
            seen.append(self.sees(awaited))
            os.write(self.ours, key.encode())
        return seen

    def told(self, code: int | None = None) -> str:
        """Return what was said on stderr, once it has ended, with this code."""
        ended = self.process.wait(LONGEST)
        assert code in (None, ended)
        return self.process.stderr.read()

    def close(self) -> None:
        """Go away."""
        self.process.kill()
        self.process.wait(LONGEST)
        self.process.stderr.close()
        os.close(self.ours)
        os.close(self.theirs)

    def leave(self) -> str:
        """Press q, and see that the terminal is as it was; return the last words."""
        os.write(self.ours, b"q")
        words = self.sees(" labels\n")
        assert self.process.wait(LONGEST) == 0
        assert termios.tcgetattr(self.theirs)[3] == self.before[3]
        return words


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    saved(tmp_path, wrong=(1,), open_=5)
    return tmp_path


@pytest.fixture
def sit(folder):
    """Return a function that sits somebody down at a terminal."""
    with ExitStack() as people:

        def down(*arguments: str, **more: int) -> Editor:
            editor = Editor(folder, *arguments, **more)
            people.callback(editor.close)
            return editor

        yield down


def answers(folder: Path, name: str = "run.labels.json") -> list[str]:
    return [label.answer for label in load_labels(folder / name).labels]


def test_one_key_is_an_answer_saved_at_once(folder, sit):
    editor = sit("run.json")
    editor.press("y")
    editor.sees("2 of 30")
    assert answers(folder) == ["yes"]
    editor.press("nC")
    editor.sees("4 of 30")
    assert answers(folder) == ["yes", "no", "cannot-tell"]
    assert "3 of 30 labels" in editor.leave()
    label = load_labels(folder / "run.labels.json").labels[0]
    assert label.by == "ann"
    assert label.at.utcoffset().total_seconds() == 0
    assert 0 < label.chance < 1


def test_undo_brings_the_question_back(folder, sit):
    editor = sit("run.json", "--by", "Bo")
    first, second, again = editor.press("yun")
    assert "1 of 30" in first
    assert "2 of 30" in second
    assert again.split("Summary")[-1] == first.split("Summary")[-1]
    editor.sees("2 of 30")
    editor.leave()
    assert answers(folder) == ["no"]


def test_another_key_is_no_answer(folder, sit):
    editor = sit("run.json")
    editor.sees(LAST)
    for keys in (b"x", b"\x1b[A", b"\x1b[1;5C", b"\x1bOP", b"\r", "ø".encode(), b" "):
        os.write(editor.ours, keys)
    os.write(editor.ours, b"y")
    editor.sees("2 of 30")
    editor.leave()
    assert answers(folder) == ["yes"]


def test_it_goes_on_where_it_was_and_asks_nothing_twice(folder, sit):
    editor = sit("run.json")
    before = editor.press("yn")
    editor.sees("3 of 30")
    editor.leave()
    editor = sit("run.json", "-n", "4")
    after = editor.press("yy")
    assert "3 of 4" in after[0]
    editor.sees(DONE)
    editor.leave()
    labels = load_labels(folder / "run.labels.json").labels
    assert len({label.shown for label in labels}) == 4
    assert not {q.split("Summary")[-1] for q in before} & {q.split("Summary")[-1] for q in after}


def test_the_last_answer_can_still_be_undone(folder, sit):
    editor = sit("run.json", "-n", "1", "-o", "mine.json")
    editor.press("y")
    editor.press("u", DONE)
    editor.press("n")
    editor.sees(DONE)
    assert "1 of 1 labels" in editor.leave()
    assert answers(folder, "mine.json") == ["no"]


def test_neither_verdict_nor_arm_is_shown_nor_what_would_command_the_terminal(folder, sit):
    editor = sit("run.json")
    seen = "".join(editor.press("y" * 20))
    editor.sees(LAST)
    editor.leave()
    assert "Hear␛[31m hear (Mayor)" in seen
    assert "\x1b[31m" not in seen
    for told in ("lead", "server", "brief", "cannot-judge", "missing", "0.6", "a1"):
        assert told not in seen
    assert "Does these" not in seen
    assert "Do these words of the article" in seen
    assert "In short: Town" in seen


def test_lines_fit_a_narrow_terminal(folder, sit):
    editor = sit("run.json", width=40)
    seen = editor.press("y")[0]
    editor.sees(LAST)
    editor.leave()
    assert max(len(line) for line in seen.splitlines() if "\x1b" not in line) <= 40


def test_an_end_of_input_stops_it(folder, sit):
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    os.write(editor.ours, b"\x04")
    assert "1 of 30 labels" in editor.sees(" labels\n")
    assert editor.process.wait(LONGEST) == 0


def test_ctrl_c_stops_it_and_keeps_what_is_given(folder, sit):
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    editor.process.send_signal(2)
    assert editor.process.wait(LONGEST) == 130
    assert termios.tcgetattr(editor.theirs)[3] == editor.before[3]
    assert answers(folder) == ["yes"]


def test_two_who_write_into_one_file_do_not_lose_answers(folder, sit):
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    record = json.loads((folder / "run.labels.json").read_text("utf-8"))
    (folder / "run.labels.json").write_text(json.dumps(record), encoding="utf-8")
    os.write(editor.ours, b"n")
    assert "somebody else has written" in editor.told(2)
    assert answers(folder) == ["yes"]


def test_what_does_not_go_together_is_refused(folder, sit):
    saved(folder / "other", articles=3)
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    editor.leave()
    for arguments, words in (
        (["run.json", "--seed", "2"], "begun with --seed 1"),
        (["other/run.json", "-o", "run.labels.json"], "other verdicts"),
        (["none.json"], "cannot be read"),
    ):
        assert words in sit(*arguments).told(2)


@pytest.mark.parametrize("stream", ["input", "output"])
def test_without_a_terminal_it_ends_with_2_and_says_so(folder, stream):
    ours, theirs = pty.openpty()
    given = {"stdout": theirs} if stream == "input" else {"stdin": theirs}
    process = start("eval", "label", "run.json", cwd=folder, **given)
    _, said = process.communicate(timeout=LONGEST)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 2
    assert f"standard {stream} is no terminal" in said
    assert "Traceback" not in said
    assert not (folder / "run.labels.json").exists()
