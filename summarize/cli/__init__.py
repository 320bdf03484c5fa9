"""The command line: `summarize FILE...` and its subcommands."""

import sys

import click

from summarize.cli.commands import root
from summarize.errors import SummarizeError

# 128 + SIGINT and 128 + SIGPIPE, as shells count.
INTERRUPTED = 130
BROKEN_PIPE = 141


def main() -> None:
    """Run the command line. Every error is one line on stderr and an exit code of its own."""
    try:
        code = root.main(prog_name="summarize", standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.ClickException as error:
        code = _say(_usage(error), error.exit_code)
    except SummarizeError as error:
        code = _say(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        code = _say("stopped; every answer the model gave so far is kept", INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads any more, as in `summarize ... | head`; leave without a word.
        sys.stderr.close()
        code = BROKEN_PIPE
    sys.exit(code or 0)


def _usage(error: click.ClickException) -> str:
    text = " ".join(error.format_message().split()).rstrip(".")
    return f"{text}: see `summarize --help`" if isinstance(error, click.UsageError) else text


def _say(message: str, code: int) -> int:
    line = " ".join(message.split())
    click.echo(f"summarize: {line}", err=True)
    return code
