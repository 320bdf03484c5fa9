"""The options that say where a model's answers are kept, and where they come from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

_FOLDER: Final = click.Path(path_type=Path)
_OPTIONS: Final = (
    click.option(
        "--record",
        type=_FOLDER,
        metavar="DIR",
        help="Keep the model's answers in DIR too, to replay them.",
    ),
    click.option(
        "--replay",
        type=_FOLDER,
        metavar="DIR",
        help="Answer from DIR alone; never ask a model.",
    ),
    click.option("--no-cache", is_flag=True, help="Ask everything anew and keep nothing."),
)


def kept_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --record, --replay and --no-cache; `answers_in` says what they mean."""
    # The first to be added is the last to be shown.
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
