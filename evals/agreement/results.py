"""The results of `summarize eval agreement` as one file: all that TRUST.md is made from.

Nothing of the data's texts is in it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from errno import EISDIR
from os import strerror
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from evals.agreement.figures import FIGURES
from evals.agreement.judge import Whence
from summarize.errors import InputError
from summarize.whole import write_whole

VERSION: Final = "2"

Items = Literal["judged", "asked", "all", "asked-all"]
"""See evals/agreement/items.py; "judged" where there is but one kind."""


class Record(BaseModel):
    """What is common to all parts of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Figure(Record):
    """A figure with its 95% interval."""

    value: float | None
    """None when there was nothing to measure."""
    low: float | None
    """None without a value, or with fewer than six articles."""
    high: float | None
    n: int
    """What it is a figure over: items, articles or systems."""
    articles: int


class ReliabilityBin(Record):
    """What was said with about the same probability."""

    low: float
    high: float
    n: int
    said: float | None
    people: float | None


class Row(Record):
    """One judge in one task."""

    judge: str
    weights: Whence
    fitted_on: list[str] = []
    """The sets of its weights; empty unless cross-fitted."""
    n: int
    """Items with a probability."""
    undecided: int
    """Items without one."""
    yes: float | None
    """Share of the items to which people said yes; None where they gave scores."""
    figures: dict[str, Figure]
    reliability: list[ReliabilityBin] = []

    @field_validator("figures")
    @classmethod
    def _are_known(cls, figures: dict[str, Figure]) -> dict[str, Figure]:
        for name in figures:
            _known(name)
        return figures


class Other(Record):
    """Somebody else's answers to some of the same items, measured here."""

    who: str
    figure: str
    measured: Figure
    ours: dict[str, Figure]
    """The same figure of our judges, by name, on those very items."""


class Published(Record):
    """A figure somebody has published, or measured on the full set."""

    task: str
    figure: str
    who: str
    kind: Literal["human", "model", "metric"]
    """human: one annotator against the others, the ceiling."""
    value: float
    items: str
    """On what: never quite our items."""
    source: str

    @field_validator("figure")
    @classmethod
    def _is_known(cls, name: str) -> str:
        return _known(name)


class Part(Record):
    """What was measured on the same items."""

    items: Items
    n: int
    articles: int
    rows: list[Row]
    others: list[Other]


class LeftOut(Record):
    """Summaries that are not in a task's first figures, as their labels look filled in."""

    summaries: int
    of_summaries: int


class TaskRecord(Record):
    """What was measured in one task."""

    name: str
    asks: str
    """The question, as an editor would put it."""
    people: str
    """Whose answers."""
    files: list[str]
    measured: bool
    """False: the files are not there."""
    left_out: LeftOut | None = None
    """None: nothing is left out."""
    parts: list[Part] = []
    """The main one first; empty where nothing was measured."""
    published: list[Published] = []

    @property
    def n(self) -> int:
        """Items of the main part."""
        return self.parts[0].n if self.parts else 0

    @property
    def articles(self) -> int:
        """Articles of the main part."""
        return self.parts[0].articles if self.parts else 0

    @property
    def rows(self) -> list[Row]:
        """The judges of the main part."""
        return self.parts[0].rows if self.parts else []


class DataFile(Record):
    """A file of judgements that was read."""

    sha256: str
    rows: int


class Results(Record):
    """One run of `summarize eval agreement`."""

    schema_version: Literal["2"] = "2"
    made: datetime
    """UTC."""
    command: str
    versions: dict[str, str]
    matcher: str
    """The digest of the code and weights that decide verdicts."""
    model: str | None
    """The model that judged; None: none was asked."""
    first: int | None
    """Each task was cut to so many articles; None: all."""
    systems: int | None = None
    """The model was asked about so many systems' summaries of each article; None: all."""
    shipped: bool
    """Judges weighed by their shipped weights; else by weights of other articles."""
    deals: int
    """How often the articles were dealt into folds; weights are the means."""
    resamples: int
    seed: int
    data: dict[str, DataFile]
    tasks: list[TaskRecord]


def save(results: Results, path: Path) -> None:
    """Write results. Raises InputError when that is not possible."""
    with _writing(path):
        write_whole(path, results.model_dump_json(indent=1) + "\n")


def refuse_unwritable(path: Path) -> None:
    """Raise InputError when results could not be saved there: hours before they are."""
    with _writing(path):
        if path.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
        write_whole(path.with_name(f".{path.name}.tried"), "")
        path.with_name(f".{path.name}.tried").unlink()


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Make the folder of `path`; what goes wrong inside is an InputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(
            f"{path}: cannot be written ({why}): name another place with -o"
        ) from error


def load(path: Path) -> Results:
    """Return saved results. Raises InputError for what is none, or of another version."""
    try:
        return Results.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check the path") from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"]))
        raise InputError(
            f"{path}: is not the result of `summarize eval agreement` in version {VERSION}: "
            f"{where}: {fault['msg']}: run it again"
        ) from error


def figure(estimate: Any) -> Figure:
    """Return an estimate as it is saved."""
    return Figure(
        value=estimate.value,
        low=estimate.low,
        high=estimate.high,
        n=estimate.n,
        articles=estimate.articles,
    )


def _known(name: str) -> str:
    if name not in FIGURES:
        raise ValueError(f"no such figure: {name!r}: one of {', '.join(FIGURES)}")
    return name
