"""A command that is also a group: `summarize FILE...` beside `summarize prompts`.

A first word that is a subcommand's name is that subcommand; anything else is for the default
command (write ./prompts for a file called prompts).
"""

import click

DEFAULT = "default"


class WithDefault(click.Group):
    """A group whose command called `DEFAULT` takes every first word that is no subcommand's."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front when no subcommand is named."""
        if not args or (args[0] not in self.list_commands(ctx) and not self._is_own(ctx, args)):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names; the default one has none to be called by."""
        return [name for name in super().list_commands(ctx) if name != DEFAULT]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the help of the default command, then the subcommands."""
        command = self.get_command(ctx, DEFAULT)
        assert command is not None
        with click.Context(command, info_name=ctx.info_name, parent=ctx.parent) as inner:
            command.format_help(inner, formatter)
        self.format_commands(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Allow the hidden default name that `parse_args` put in front."""
        if args and args[0] == DEFAULT:
            return ctx.info_name, self.get_command(ctx, DEFAULT), args[1:]
        return super().resolve_command(ctx, args)

    def _is_own(self, ctx: click.Context, args: list[str]) -> bool:
        """Say whether the first word is an option of the group itself, such as --help."""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        return args[0] in own
