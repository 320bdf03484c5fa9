"""Start early what the processes of a large run are forked from: see summarize/fork.py.

Called before this process imports what is slow, so this module imports nothing slow.
"""

from collections.abc import Collection
from typing import Final

from evals.run.digests import trials_folder
from summarize.fork import MANY, warm_up

# Imported before processes are forked, beside what `summarize` imports there.
IMPORTED: Final = ("evals.run.shards", "jinja2.sandbox")


def warm_up_for(trials: int, models: Collection[str], *, base_url: str | None) -> None:
    """Start it where so many trials, of models on servers, may be too much for one core.

    Where as many are kept already they are probably those. A wrong guess costs part of a second.
    """
    remote = bool(models) and all(base_url or name.startswith("openai/") for name in models)
    if remote and trials >= MANY and _kept() < trials:
        warm_up(*IMPORTED)


def _kept() -> int:
    """Return how many trials are kept, of whatever suite."""
    try:
        return sum(1 for _ in trials_folder().iterdir())
    except OSError:
        return 0
