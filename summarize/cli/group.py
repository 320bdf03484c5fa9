"""The command line's own group, with the subcommands that other packages add.

They are found by entry point in the group `summarize.commands`. What a user does to stop a command,
or to stop listening to it, is told apart here from faults.
"""

import os
import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TextIO

import click

from summarize.cli.default import WithDefault


class StoppedError(Exception):
    """The user pressed Ctrl-C."""


class NobodyReadsError(Exception):
    """Who read our output is gone, as in `summarize ... | head`; leave without a word."""


def abandon(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that the end of the process does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class ArticlesOrCommand(WithDefault):
    """`summarize`: its default command takes articles; subcommands are also found installed."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Raises NobodyReadsError and StoppedError.

        Left to click, the one would end with 1, which is a verdict here, and the other would write
        an empty line.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise StoppedError from None
        except BrokenPipeError:
            for stream in (sys.stdout, sys.stderr):
                abandon(stream)
            raise NobodyReadsError from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names, those of other packages included."""
        return [*super().list_commands(ctx), *sorted(_installed())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a subcommand, loading one of another package if need be."""
        if found := super().get_command(ctx, cmd_name):
            return found
        entry = _installed().get(cmd_name)
        return entry.load() if entry else None


@cache
def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group="summarize.commands")}
