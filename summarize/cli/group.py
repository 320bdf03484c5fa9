"""One command that is also a group: `summarize FILE...` beside `summarize prompts`.

A first word that is a subcommand's name is that subcommand; anything else is an article to
summarize (write ./prompts for a file called prompts). Further subcommands are found by entry point
in the group `summarize.commands`, so that other packages can add theirs.
"""

import os
import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TextIO

import click

DEFAULT = "articles"


class StoppedError(Exception):
    """The user pressed Ctrl-C."""


class NobodyReadsError(Exception):
    """Who read our output is gone, as in `summarize ... | head`; leave without a word."""


def abandon(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that the end of the process does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class ArticlesOrCommand(click.Group):
    """A group whose default command takes articles."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front when no subcommand is named."""
        if not args or (args[0] not in self.list_commands(ctx) and not _is_own(self, ctx, args)):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

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
        own = [name for name in super().list_commands(ctx) if name != DEFAULT]
        return [*own, *sorted(_installed())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a subcommand, loading one of another package if need be."""
        if found := super().get_command(ctx, cmd_name):
            return found
        entry = _installed().get(cmd_name)
        return entry.load() if entry else None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the help of the default command, then the subcommands."""
        command = self.get_command(ctx, DEFAULT)
        assert command is not None
        with click.Context(command, info_name=ctx.info_name) as inner:
            command.format_help(inner, formatter)
        self.format_commands(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Allow the hidden default name that `parse_args` put in front."""
        if args and args[0] == DEFAULT:
            return DEFAULT, super().get_command(ctx, DEFAULT), args[1:]
        return super().resolve_command(ctx, args)


def _is_own(group: click.Group, ctx: click.Context, args: list[str]) -> bool:
    """Say whether the first word is an option of the group itself, such as --help."""
    own = {name for option in group.get_params(ctx) for name in option.opts}
    return args[0] in own


@cache
def _installed() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group="summarize.commands")}
