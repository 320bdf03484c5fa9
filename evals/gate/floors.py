"""The file of floors: what a run must reach, on which inputs, and what was once let go and why.

It is committed. It changes by `summarize eval --update-floors`, which only raises; whoever lowers
a floor gives a reason, and the reason stays in the file.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from summarize.errors import InputError
from summarize.whole import write_whole

VERSION: Final = "1"
Ids = dict[str, list[str]]
"""Ids of facts or traps, by article."""


class FloorsPart(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )


class Floor(FloorsPart):
    """What one metric must reach: exactly one of `at_least` and `at_most`."""

    at_least: float | None = None
    """In the metric's unit: for a share from 0 to 1."""
    at_most: float | None = None
    """In the amount's unit: words, tokens, seconds."""
    measured: int = Field(default=1, ge=1)
    """In so many articles it must have been measured."""

    @model_validator(mode="after")
    def _exactly_one(self) -> "Floor":
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("write exactly one of at_least and at_most")
        return self

    def holds(self, value: float) -> bool:
        """Say whether a value is good enough."""
        if self.at_least is not None:
            return value >= self.at_least
        return self.at_most is not None and value <= self.at_most

    @property
    def bound(self) -> float:
        """Return the one number."""
        return self.at_least if self.at_least is not None else (self.at_most or 0.0)

    def __str__(self) -> str:
        return f"at {'least' if self.at_least is not None else 'most'} {self.bound:g}"


class SystemFloors(FloorsPart):
    """The floors of one model with one prompt, and what it did when they were set."""

    model: str
    prompt: str
    metrics: dict[str, Floor]
    stated: Ids = {}
    """Facts stated then: those of them that fall are named first."""
    contradicted: Ids = {}
    fell_into: Ids = {}
    """Traps."""


class Regression(FloorsPart):
    """A floor that was lowered on purpose."""

    when: date
    what: str
    """System, metric, and the old and new bound."""
    reason: str


class Floors(FloorsPart):
    """One file of floors."""

    schema_version: Literal["1"] = "1"
    suite: str
    inputs: dict[str, str]
    """Digest of every gold file, prompt and, together, the recordings."""
    must: Ids
    """The must-facts: these are what coverage counts."""
    systems: dict[str, SystemFloors]
    """By "model prompt"."""
    regressions: list[Regression] = []
    """What was let go, oldest first."""


def load_floors(path: Path, *, command: str = "summarize eval SUITE --replay") -> Floors:
    """Return the floors in a file. Raises InputError, naming the first fault and its place.

    `command` makes the run that is held against them: with one option more it sets them.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            f"{path}: there are no floors yet: set them with `{command} --update-floors`"
        ) from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: look at the file") from error
    try:
        return Floors.model_validate_json(content)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "the file"
        raise InputError(
            f"{path}: {where}: {fault['msg']}: mend it by hand, or take it from the last commit"
        ) from error


def save_floors(floors: Floors, path: Path) -> None:
    """Write floors, whole or not at all. Raises InputError when that is not possible."""
    text = floors.model_dump_json(indent=1, exclude_defaults=False, exclude_none=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def named(ids: Mapping[str, list[str]], article: str) -> frozenset[str]:
    """Return the ids kept for an article; none when it is not there."""
    return frozenset(ids.get(article, ()))
