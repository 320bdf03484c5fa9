"""Labels as they are saved: one JSON file beside the run, written whole after each answer.

A label is of the words that were shown, by their digest, so it still holds when the run is scored
again, and holds no longer when a fact is reworded. All that could have been drawn is kept with the
labels, by digest too: of what came into the run later they are no sample.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import ValidationError

from evals.run.record import RunPart
from evals.run.saved import cannot_write
from summarize.errors import InputError
from summarize.whole import write_whole

Question = Literal["stated", "supported"]
"""Does the summary state the fact? Does the article support the statement?"""
Answer = Literal["yes", "no", "cannot-tell"]
Shown = str
"""The digest of all that a person sees of one verdict."""

VERSION: Final = "2"
# What `summarize rescore` adds to a run's name: the summaries in it are the same.
RESCORED: Final = "-rescored"


class Label(RunPart):
    """What a person said of one verdict."""

    question: Question
    article: str
    """The article's id."""
    item: str
    """The fact's id, or the field of the summary that the statement stands in."""
    shown: Shown
    cell: str
    """What the verdict was drawn from: those of one question, one kind and the same systems."""
    chance: float
    """How probable it was to be among so many labels as were asked for, 0 to 1."""
    answer: Answer
    by: str
    at: datetime
    """UTC."""


class Labels(RunPart):
    """The labels of one run."""

    schema_version: Literal["2"] = "2"
    run: str
    """The name of the run's file."""
    seed: int
    """Of the order in which verdicts are shown."""
    labels: list[Label]
    """In the order in which they were given."""
    frame: dict[str, list[Shown]]
    """What could be drawn: by cell, the digest of each verdict."""

    @property
    def cells(self) -> dict[str, int]:
        """Return how many different verdicts each cell has."""
        return {cell: len(own) for cell, own in self.frame.items()}

    @property
    def by(self) -> str:
        """Return who labelled, in alphabetical order."""
        return ", ".join(sorted({label.by for label in self.labels}))

    def within(self, there: Collection[Shown]) -> "Labels":
        """Return what is left of it in a run that has these verdicts: labels and frame."""
        left = {cell: [s for s in own if s in there] for cell, own in self.frame.items()}
        return self.model_copy(
            update={
                "labels": [label for label in self.labels if label.shown in there],
                "frame": {cell: own for cell, own in left.items() if own},
            }
        )


def beside(run: Path) -> Path:
    """Return where the labels of a run go when nobody says."""
    return run.with_name(f"{run.name.removesuffix('.json')}.labels.json")


def find_labels(run: Path) -> Path | None:
    """Return the labels of a run, or of the run it was rescored from; None when there are none."""
    original = run.with_name(run.name.replace(RESCORED, ""))
    return next((p for p in (beside(run), beside(original)) if p.is_file()), None)


def load_labels(path: Path) -> Labels:
    """Return saved labels. Raises InputError for what is none, or cannot be read."""
    try:
        return Labels.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check the path") from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "the file"
        raise InputError(
            f"{path}: is no file of labels of version {VERSION}: {where}: {fault['msg']}: "
            "move it away, or name another"
        ) from error


def save_labels(labels: Labels, path: Path) -> None:
    """Write labels whole or not at all. Raises InputError when that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, labels.model_dump_json(indent=1) + "\n", lasting=True)
    except OSError as error:
        raise cannot_write(path, error) from error
