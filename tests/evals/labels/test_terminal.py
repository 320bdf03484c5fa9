"""Labelling on a real terminal: keys, undo, stopping, going on, and what is not shown."""

import fcntl
import json
import os
import pty
import re
import select
import signal
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
            # A group of its own, as a shell gives it: one without a shell is never stopped.
            process_group=0,
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

    def waits_for(self, state: str) -> None:
        """Wait until the process is in a state that the kernel calls so."""
        until = time.monotonic() + LONGEST
        stat = Path(f"/proc/{self.process.pid}/stat")
        while stat.read_text("utf-8").rpartition(")")[2].split()[0] != state:
            assert time.monotonic() < until, "is in another state"
            time.sleep(0.02)

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
        words = self.sees(" labels")
        assert self.process.wait(LONGEST) == 0
        assert termios.tcgetattr(self.theirs)[3] == self.before[3]
        return words


def words_of(screen: str) -> str:
    """Return what is on a screen, on one line and without its styles."""
    return " ".join(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", screen).split())


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
    assert "Does the article support all that the statement says?" in seen
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


def test_a_second_who_labels_into_a_file_is_told_before_the_first_answer(folder, sit):
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    second = sit("run.json", "--by", "Bo")
    assert "somebody is labelling into it now" in second.told(2)
    own = sit("run.json", "--by", "Bo", "-o", "bo.json")
    own.press("n")
    own.sees(LAST)
    assert (
        "summarize report run.json --labels run.labels.json --labels bo.json\n"
        in own.leave() + own.sees("\n") + own.sees("\n")
    )
    editor.leave()
    assert (answers(folder), answers(folder, "bo.json")) == (["yes"], ["no"])
    assert not list(folder.glob(".*.lock"))


@pytest.mark.parametrize("changed", ["gone", "labelled by another", "another run's", "no labels"])
def test_no_answer_is_lost_when_the_file_is_changed_meanwhile(folder, sit, changed):
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    file = folder / "run.labels.json"
    record = json.loads(file.read_text("utf-8"))
    if changed == "gone":
        file.unlink()
    elif changed == "no labels":
        file.write_text("{}", encoding="utf-8")
    elif changed == "another run's":
        file.write_text(json.dumps(record | {"frame": {}}), encoding="utf-8")
    else:
        theirs = record["labels"][0] | {"by": "Bo", "shown": "other", "answer": "no"}
        file.write_text(json.dumps(record | {"labels": [theirs]}), encoding="utf-8")
    os.write(editor.ours, b"c")
    if changed in ("another run's", "no labels"):
        assert "your labels are in run.labels-2.json" in editor.told(2)
        assert answers(folder, "run.labels-2.json") == ["yes", "cannot-tell"]
        return
    editor.sees(LAST)
    editor.leave()
    theirs = ["no"] if changed == "labelled by another" else []
    assert answers(folder) == [*theirs, "yes", "cannot-tell"]


def test_only_what_was_answered_in_this_session_is_undone(folder, sit):
    editor = sit("run.json")
    editor.press("yn")
    editor.sees(LAST)
    editor.leave()
    editor = sit("run.json", "--by", "Bo")
    editor.press("uuyuu")
    editor.sees(LAST)
    editor.leave()
    assert answers(folder) == ["yes", "no"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_who_is_told_to_end_leaves_the_terminal_as_it_was(folder, sit, number, code):
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    editor.process.send_signal(number)
    assert editor.process.wait(LONGEST) == code
    assert termios.tcgetattr(editor.theirs) == editor.before
    assert answers(folder) == ["yes"]


def test_ctrl_z_gives_the_terminal_back_and_the_question_is_shown_again(folder, sit):
    editor = sit("run.json")
    editor.sees(LAST)
    during = termios.tcgetattr(editor.theirs)
    editor.process.send_signal(signal.SIGTSTP)
    editor.waits_for("T")
    assert termios.tcgetattr(editor.theirs) == editor.before
    editor.process.send_signal(signal.SIGCONT)
    assert "1 of 30" in editor.sees(LAST)
    assert termios.tcgetattr(editor.theirs) == during
    os.write(editor.ours, b"y")
    editor.sees("2 of 30")
    editor.leave()
    assert answers(folder) == ["yes"]


def test_more_of_the_article_is_shown_for_a_key_and_is_no_answer(folder, sit):
    editor = sit("run.json", "--metric", "faithful")
    first, more, most = editor.press("mmm")
    assert "The article says It rained. Statement" in words_of(first)
    assert "Sentence 3." not in first
    assert "Sentence 3." in more
    assert "Sentence 4." not in more
    assert "Sentence 6." in most
    editor.sees(LAST)
    editor.leave()
    assert not (folder / "run.labels.json").exists()


def test_what_to_label_can_be_chosen(folder, sit):
    editor = sit("run.json", "--metric", "coverage", "--system", "A", "-n", "4")
    seen = editor.press("yyyy")
    assert "with 4 labels coverage to ±0." in words_of(seen[0])
    assert "with 8 labels coverage to ±0." in words_of(seen[0])
    assert "faithful" not in seen[0]
    assert "±" not in seen[1]
    editor.sees(DONE)
    editor.leave()
    labels = load_labels(folder / "run.labels.json").labels
    assert {label.question for label in labels} == {"stated"}
    assert all("lead" in label.cell for label in labels)
    editor = sit("run.json", "-n", "2")
    editor.press("yy")
    assert "2 asked for are labelled; 6 labels in all" in editor.sees(DONE)
    assert "2 of 2 labels; 6 in all" in editor.leave() + editor.sees("\n")
    for arguments, words in (
        (["--system", "Z"], "name one of: A lead brief; B server/test brief"),
        (["--system", "A", "--metric", "faithful"], "nothing to label of A for faithful"),
    ):
        assert words in sit("run.json", *arguments).told(2)


def test_what_does_not_go_together_is_refused(folder, sit):
    saved(folder / "other", articles=3)
    editor = sit("run.json")
    editor.press("y")
    editor.sees(LAST)
    editor.leave()
    for arguments, words in (
        (["run.json", "--seed", "2"], "begun with --seed 1"),
        (["other/run.json", "-o", "run.labels.json"], "move it away, or label into another file"),
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
