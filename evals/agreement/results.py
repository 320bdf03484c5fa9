"""The results of `summarize eval agreement` as one file: all that TRUST.md is made from.

Nothing of the data's texts is in it.
"""

from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from evals.agreement.figures import FIGURES
from evals.agreement.judge import Weights
from summarize.errors import InputError
from summarize.whole import write_whole

VERSION: Final = "1"


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
    weights: Weights
    n: int
    undecided: int
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
    n: int = 0
    """Items that people judged."""
    articles: int = 0
    rows: list[Row] = []
    others: list[Other] = []
    published: list[Published] = []


class DataFile(Record):
    """A file of judgements that was read."""

    sha256: str
    rows: int


class Results(Record):
    """One run of `summarize eval agreement`."""

    schema_version: Literal["1"] = "1"
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
    """Facts were asked of so many systems' summaries of each article; None: all."""
    shipped: bool
    """Judges weighed by their shipped weights; else by weights of other articles."""
    resamples: int
    seed: int
    data: dict[str, DataFile]
    tasks: list[TaskRecord]


def save(results: Results, path: Path) -> None:
    """Write results. Raises InputError when that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, results.model_dump_json(indent=1) + "\n")
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
