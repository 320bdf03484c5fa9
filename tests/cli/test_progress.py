"""What a person who watches is told, without a terminal and without a clock."""

import io

import pytest

from summarize.cli.progress import Progress, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a.txt:\n no such\tfile", "a.txt: no such file"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("\udcff.txt \u202egpj", "\ufffd.txt \ufffdgpj"),
        ("Präsident “Xi” 习近平", "Präsident “Xi” 习近平"),
    ],
)
def test_a_line_stays_one_line_and_commands_no_terminal(text, shown):
    assert one_line(text) == shown


def test_a_long_task_is_told_at_every_tenth_in_a_log():
    log = io.StringIO()
    with Progress(quiet=False, stream=log) as progress:
        for done in range(101):
            progress.tell("assembling", done / 100)
    lines = log.getvalue().splitlines()
    assert lines[0] == "summarize: assembling 0%"
    assert lines[-1] == "summarize: assembling 100%"
    assert len(lines) == 11


def test_quiet_tells_failures_only():
    log = io.StringIO()
    with Progress(quiet=True, total=2, stream=log) as progress:
        progress.tell("assembling", 0.5)
        progress.done("a.txt: 3 points")
        progress.failed("b.txt: empty: nothing to summarize")
    assert log.getvalue() == "summarize: b.txt: empty: nothing to summarize\n"
