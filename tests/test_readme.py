"""README.md shows what the commands print, and only commands that exist."""

import re
import shlex

import click
import pytest

from summarize.cli.commands import root
from summarize.cli.default import DEFAULT
from tests.readme import README, rewritten

PAGE = README.read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"^\$ (?:cat \S+ \| )?(summarize [^#\n]+)", PAGE, re.MULTILINE)))


def test_the_session_is_what_the_recorded_answers_give() -> None:
    assert rewritten(PAGE) == PAGE, "run `python -m tests.readme`"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shown_is_one_that_exists(command: str) -> None:
    shown = command.removeprefix("summarize").strip()
    for words in map(shlex.split, shown.split(" | ")):
        with click.Context(root, info_name="summarize") as context:
            named = bool(words) and words[0] in root.list_commands(context)
            name, rest = (words[0], words[1:]) if named else (DEFAULT, words)
            command_ = root.get_command(context, name)
        assert command_
        # Parsed and not run: an unknown option raises UsageError.
        command_.make_context(name, rest)


def test_the_python_example_is_python() -> None:
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example
    compile(example.group(1), "README.md", "exec")
