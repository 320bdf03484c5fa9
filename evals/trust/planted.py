"""What is kept of self-tests: counts, and no word of any summary.

`summarize eval selftest --json` shows the statements themselves, and those of the suite of other
people's articles are not ours to publish. A self-test of this project's own gold can be repeated
anywhere; one of people's summaries needs their data, so the two are kept apart, each with its day.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.selftest.run import Result, Tally
from evals.selftest.variant import Good
from evals.statistics import Interval, wilson
from summarize.errors import InputError
from summarize.whole import write_whole

SAVED: Final = Path(__file__).with_name("selftest.json")
OWN: Final = "own"
PEOPLE: Final = "people"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Counts(_Record):
    """What became of one kind of error, or of one rewrite."""

    n: int = Field(ge=0)
    """How many were made."""
    noticed: int = Field(ge=0)
    """By a check, or by the gold."""
    by_checks: int = Field(ge=0)
    by_gold: int = Field(ge=0)
    left_out: int = Field(ge=0)
    """In statements that raise an alarm as they stand."""
    checks: dict[str, int]
    """How many each check noticed."""

    def __add__(self, other: "Counts") -> "Counts":
        """Return both together."""
        return Counts(
            n=self.n + other.n,
            noticed=self.noticed + other.noticed,
            by_checks=self.by_checks + other.by_checks,
            by_gold=self.by_gold + other.by_gold,
            left_out=self.left_out + other.left_out,
            checks=dict(Counter(self.checks) + Counter(other.checks)),
        )

    @property
    def share(self) -> float | None:
        """What was noticed, from 0 to 1; None when nothing was made."""
        return self.noticed / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the share (Wilson); None when nothing was made."""
        return wilson(self.noticed, self.n)


NOTHING: Final = Counts(n=0, noticed=0, by_checks=0, by_gold=0, left_out=0, checks={})


class Planted(_Record):
    """One self-test."""

    made: date
    articles: int
    summaries: dict[str, int]
    """How many there were, by where they are from: see `Origin`."""
    mutators: dict[str, Counts]
    rewrites: dict[str, Counts]


class SelfTests(_Record):
    """The file."""

    schema_version: str = Field(default="1", pattern="^1$")
    parts: dict[str, Planted]
    """`own`: of this project's gold. `people`: of people's summaries of other articles."""
    elsewhere: Planted | None = None
    """Of sentences about many other articles that people found supported, by the checks alone; not
    counted with the parts, for which there is gold. None where it was not measured."""

    def mutators(self) -> dict[str, Counts]:
        """Return the errors of all parts together."""
        return _together([part.mutators for part in self.parts.values()])

    def rewrites(self) -> dict[str, Counts]:
        """Return the rewrites of all parts together."""
        return _together([part.rewrites for part in self.parts.values()])


def _together(parts: Sequence[Mapping[str, Counts]]) -> dict[str, Counts]:
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: sum((part.get(name, NOTHING) for part in parts), NOTHING) for name in names}


def planted(result: Result, known: Sequence[Good], *, made: date) -> Planted:
    """Return what is kept of a self-test of the summaries `known`."""
    return Planted(
        made=made,
        articles=len({good.article.sha256 for good in known}),
        summaries=dict(sorted(Counter(good.origin for good in known).items())),
        mutators={name: _counts(tally) for name, tally in result.mutators.items()},
        rewrites={name: _counts(tally) for name, tally in result.rewrites.items()},
    )


def _counts(tally: Tally) -> Counts:
    return Counts(
        n=tally.n,
        noticed=tally.by_either,
        by_checks=tally.by_checks,
        by_gold=tally.by_gold,
        left_out=tally.left_out,
        checks=dict(sorted(tally.checks.items())),
    )


def load(path: Path = SAVED) -> SelfTests:
    """Return what was kept. Raises InputError for a file that cannot be read."""
    try:
        return SelfTests.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise InputError(
            f"{path}: cannot be read: make it with `python -m evals.trust --selftest`: {error}"
        ) from error


def save(tests: SelfTests, path: Path = SAVED) -> None:
    """Write it whole."""
    write_whole(path, json.dumps(tests.model_dump(mode="json"), indent=1) + "\n")
