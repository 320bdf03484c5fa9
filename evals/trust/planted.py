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

from evals.selftest.counts import NOTHING, Counts
from evals.selftest.run import AS_IT_STANDS, Result
from evals.selftest.variant import FACTS, SUMMARIES, Good, Origin
from summarize.errors import InputError
from summarize.whole import write_whole

SAVED: Final = Path(__file__).with_name("selftest.json")
OWN: Final = "own"
PEOPLE: Final = "people"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Kind(_Record):
    """What became of one kind of error, or of one rewrite, by where the summary is from."""

    origins: dict[Origin, Counts] = {}

    def __add__(self, other: "Kind") -> "Kind":
        """Return both together."""
        names = sorted({*self.origins, *other.origins})
        return Kind(origins={n: self.of(n) + other.of(n) for n in names})

    def of(self, *origins: Origin) -> Counts:
        """Return the counts of some origins together."""
        return sum((self.origins.get(origin, NOTHING) for origin in origins), NOTHING)

    @property
    def summaries(self) -> Counts:
        """Those in what an editor would call a summary: the targets are about these."""
        return self.of(*SUMMARIES)

    @property
    def facts(self) -> Counts:
        """Those in single facts of the gold."""
        return self.of(*FACTS)

    @property
    def every(self) -> Counts:
        """All."""
        return self.of(*self.origins)


class Planted(_Record):
    """One self-test."""

    made: date
    articles: int
    summaries: dict[str, int]
    """How many there were, by where they are from: see `Origin`."""
    mutators: dict[str, Kind]
    rewrites: dict[str, Kind]


class SelfTests(_Record):
    """The file."""

    schema_version: str = Field(default="2", pattern="^2$")
    parts: dict[str, Planted]
    """`own`: of this project's gold. `people`: of people's summaries of other articles."""
    elsewhere: Planted | None = None
    """Of sentences about many other articles that people found supported, by the checks alone; not
    counted with the parts, for which there is gold. None where it was not measured."""

    def mutators(self) -> dict[str, Kind]:
        """Return the errors of all parts together."""
        return _together([part.mutators for part in self.parts.values()])

    def rewrites(self) -> dict[str, Kind]:
        """Return the rewrites of all parts together, and first the summaries as they stand."""
        return _together([part.rewrites for part in self.parts.values()])


def _together(parts: Sequence[Mapping[str, Kind]]) -> dict[str, Kind]:
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: sum((part.get(name, Kind()) for part in parts), Kind()) for name in names}


def standing(rewrites: Mapping[str, Kind]) -> Kind:
    """Return what becomes of good statements as they stand."""
    return rewrites.get(AS_IT_STANDS, Kind())


def reworded(rewrites: Mapping[str, Kind]) -> Kind:
    """Return what becomes of all that were reworded."""
    return sum((made for name, made in rewrites.items() if name != AS_IT_STANDS), Kind())


def planted(result: Result, known: Sequence[Good], *, made: date) -> Planted:
    """Return what is kept of a self-test of the summaries `known`."""
    return Planted(
        made=made,
        articles=len({good.article.sha256 for good in known}),
        summaries=dict(sorted(Counter(good.origin for good in known).items())),
        mutators={n: Kind(origins=tally.by_origin) for n, tally in result.mutators.items()},
        rewrites={n: Kind(origins=tally.by_origin) for n, tally in result.rewrites.items()},
    )


def load(path: Path = SAVED) -> SelfTests:
    """Return what was kept. Raises InputError for a file that cannot be read."""
    remedy = "make it with `python -m evals.trust --selftest`"
    try:
        return SelfTests.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: {remedy}") from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "the file"
        raise InputError(f"{path}: {where}: {fault['msg']}: {remedy}") from error


def save(tests: SelfTests, path: Path = SAVED) -> None:
    """Write it whole."""
    write_whole(path, json.dumps(tests.model_dump(mode="json"), indent=1) + "\n")
