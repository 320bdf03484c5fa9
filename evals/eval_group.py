"""`summarize eval SUITE` beside `summarize eval selftest`, `agreement` and `label`."""

from importlib import import_module
from typing import Final

import click

from evals.eval_command import eval_ as of_a_suite
from summarize.cli.default import DEFAULT, WithDefault

# What the harness says of itself, each imported when it is called.
COMMANDS: Final = {
    "agreement": "evals.agreement.command",
    "label": "evals.labels.command",
    "selftest": "evals.selftest.command",
}


class SuiteOrCommand(WithDefault):
    """A group whose default command takes a suite."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names."""
        return [*super().list_commands(ctx), *COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a subcommand, importing it."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group("eval", cls=SuiteOrCommand, context_settings={"help_option_names": ["-h", "--help"]})
def eval_group() -> None:
    """Score summaries against gold facts, and say how far the scores can be trusted."""


eval_group.add_command(of_a_suite, DEFAULT)
