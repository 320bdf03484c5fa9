"""How the models of a run are asked, and where what they say is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.run.plan import BASELINE
from summarize.models import Model
from summarize.models.kept import answers_in, cache
from summarize.models.providers import open_model, server_of
from summarize.models.settings import Tell

RECORDINGS: Final = "recordings"


@dataclass(frozen=True, slots=True)
class Asking:
    """What the command line says about asking."""

    jobs: int
    """Calls at once."""
    record: Path | None = None
    replay: Path | None = None
    no_cache: bool = False
    base_url: str | None = None
    timeout: float | None = None
    context: int | None = None
    judge: str | None = None
    """The model that judges; None: nobody is asked."""

    @property
    def recordings(self) -> Path:
        """Return the folder in which every answer that is used lies."""
        return self.replay or self.record or cache()

    @property
    def server(self) -> str | None:
        """Return the digest of the address at which models are asked that are not in this process;
        None where none is said, or nobody is asked.
        """
        return None if self.replay else server_of("openai/any", self.base_url)


def recordings_of(suite: Path) -> Path:
    """Return the folder of a suite's recordings: beside it, or beside the folder it is in."""
    folder = suite.resolve().parent
    beside = folder / RECORDINGS
    above = folder.parent / RECORDINGS
    found = above if above.is_dir() and not beside.is_dir() else beside
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found


def open_models(
    names: Sequence[str], asking: Asking, tell: Tell = lambda _what, _share: None
) -> dict[str, Model]:
    """Return the models of a run by these names. Raises InputError or ModelError."""
    answers = answers_in(record=asking.record, replay=asking.replay, no_cache=asking.no_cache)
    opened: dict[str, Model] = {}
    for name in names:
        anywhere = name != BASELINE and not name.startswith("local/")
        opened[name] = open_model(
            name,
            base_url=asking.base_url if anywhere else None,
            answers=answers,
            timeout=asking.timeout,
            context=asking.context if name != BASELINE else None,
            tell=tell,
        )
    return opened
