"""The option that names labels, where they are not found beside their run."""

from pathlib import Path
from typing import Final

import click

labels_option: Final = click.option(
    "--labels",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Labels of the run (`summarize eval label`); repeatable: one file of each editor.  "
    "[default: RUN.labels.json]",
)
