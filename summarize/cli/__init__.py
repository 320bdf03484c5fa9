"""The command line: `summarize FILE...` and its subcommands."""

import io
import sys

import click

from summarize.cli.commands import root
from summarize.cli.group import NobodyReadsError, StoppedError
from summarize.cli.progress import one_line
from summarize.errors import SummarizeError
from summarize.garbage import search_seldom

# 128 + SIGINT and 128 + SIGPIPE, as shells count.
INTERRUPTED = 130
BROKEN_PIPE = 141


def main() -> None:
    """Run the command line. Every error is one line on stderr and an exit code of its own."""
    _take_every_character()
    search_seldom()
    try:
        code = root.main(prog_name="summarize", standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.ClickException as error:
        code = _say(_usage(error), error.exit_code)
    except SummarizeError as error:
        code = _say(str(error), error.exit_code)
    except (StoppedError, click.Abort, KeyboardInterrupt):
        code = _say("stopped; what is finished is kept", INTERRUPTED)
    except NobodyReadsError:
        code = BROKEN_PIPE
    sys.exit(code or 0)


def _take_every_character() -> None:
    """Let a pipe or a file have UTF-8 whatever the locale says, and a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _usage(error: click.ClickException) -> str:
    text = " ".join(error.format_message().split()).rstrip(".")
    if not isinstance(error, click.UsageError):
        return text
    words = error.ctx.command_path.split() if error.ctx else ["summarize"]
    # A default command has its group's name.
    named = words[:-1] if words[-2:-1] == words[-1:] else words
    return f"{text}: see `{' '.join(named)} --help`"


def _say(message: str, code: int) -> int:
    click.echo(f"summarize: {one_line(message)}", err=True)
    return code
