"""The floors of the self-test: how much must be caught, and how few alarms may be false.

They are kept as those of a suite are: with the digests of what they were measured on, raised by
`--update-floors`, and lowered only with a reason, which stays in the file. What is no longer
planted has not held.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError

from evals.gate.floors import Floor, FloorsPart, Regression
from evals.gold.load import gold_files
from evals.selftest.known import VERIFIED
from evals.selftest.run import Result, Tally
from summarize.errors import InputError
from summarize.whole import write_whole

FLOORS: Final = Path("evals/selftest/floors.json")
# What is cut off a share here is never seen.
PLACES: Final = 10_000


class KindFloors(FloorsPart):
    """The floors of one mutator or rewrite."""

    noticed: Floor
    """The share noticed by anything: at least for an error, at most for a rewrite."""
    checks: dict[str, int] = Field(default_factory=dict)
    """How many errors each check must catch."""


class SelfTestFloors(FloorsPart):
    """The file."""

    schema_version: Literal["1"] = "1"
    inputs: dict[str, str]
    """Digest of every gold file and of what was verified by hand."""
    mutators: dict[str, KindFloors]
    rewrites: dict[str, KindFloors]
    regressions: list[Regression] = Field(default_factory=list)
    """What was let go, oldest first."""


def inputs(gold: Sequence[Path]) -> dict[str, str]:
    """Return the digests of what a self-test is measured on."""
    files = [*gold_files(list(gold)), VERIFIED]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def load_floors(path: Path = FLOORS) -> SelfTestFloors | None:
    """Return the floors in a file; None when there is none. Raises InputError when unreadable."""
    try:
        return SelfTestFloors.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise InputError(f"{path}: cannot be read: take it from the last commit: {error}") from None


def breaches(result: Result, floors: SelfTestFloors, now: dict[str, str]) -> Iterator[str]:
    """Yield a line for each floor that does not hold, naming the mutator and the check."""
    for name in sorted({*floors.inputs, *now}):
        if floors.inputs.get(name) != now.get(name):
            yield f"{name}: has changed since the floors were set: run with --update-floors"
    for kind, kept, tallies in (
        ("mutator", floors.mutators, result.mutators),
        ("rewrite", floors.rewrites, result.rewrites),
    ):
        for name, floor in kept.items():
            tally = tallies.get(name)
            if tally is None or tally.n < floor.noticed.measured:
                n = tally.n if tally else 0
                yield f"{kind} {name}: {n} made, and the floor asks for {floor.noticed.measured}"
                continue
            if not floor.noticed.holds(_share(tally, kind)):
                yield (
                    f"{kind} {name}: {tally.by_either} of {tally.n} noticed, and the floor is "
                    f"{floor.noticed}{_causes(tally, kind)}"
                )
            for check, count in floor.checks.items():
                if tally.checks[check] < count:
                    yield (
                        f"{kind} {name}: check {check} caught {tally.checks[check]} of {tally.n}, "
                        f"and the floor is {count}"
                    )
        for name in (n for n, tally in tallies.items() if tally.n and n not in kept):
            yield f"{kind} {name}: has no floor: run with --update-floors"


def updated(
    result: Result, old: SelfTestFloors | None, now: dict[str, str], reason: str | None
) -> SelfTestFloors:
    """Return the floors this result sets. Raises InputError when one would fall without reason."""
    new = SelfTestFloors(
        inputs=now,
        mutators={name: _floors(t, "mutator") for name, t in result.mutators.items() if t.n},
        rewrites={name: _floors(t, "rewrite") for name, t in result.rewrites.items() if t.n},
        regressions=old.regressions if old else [],
    )
    fallen = list(breaches(result, old.model_copy(update={"inputs": now}), now)) if old else []
    fallen = [line for line in fallen if "has no floor" not in line]
    if fallen and reason is None:
        raise InputError(
            f"{'; '.join(fallen)}: floors only rise: add --allow-regression REASON to lower them"
        )
    today = datetime.now(UTC).date()
    let_go = [Regression(when=today, what=line, reason=reason or "") for line in fallen]
    return new.model_copy(update={"regressions": [*new.regressions, *let_go]})


def save_floors(floors: SelfTestFloors, path: Path = FLOORS) -> None:
    """Write floors, whole or not at all. Raises InputError when that is not possible."""
    try:
        write_whole(path, floors.model_dump_json(indent=1, exclude_none=True) + "\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def _floors(tally: Tally, kind: str) -> KindFloors:
    share = _share(tally, kind)
    if kind == "rewrite":
        return KindFloors(noticed=Floor(at_most=share, measured=tally.n))
    floor = Floor(at_least=share, measured=tally.n)
    return KindFloors(noticed=floor, checks=dict(sorted(tally.checks.items())))


def _share(tally: Tally, kind: str) -> float:
    """Return the share noticed, cut so that the same result holds its own floor."""
    exact = tally.by_either * PLACES / max(1, tally.n)
    return (int(exact) if kind == "mutator" else -int(-exact // 1)) / PLACES


def _causes(tally: Tally, kind: str) -> str:
    """Name the first that was missed, or that raised an alarm."""
    if not tally.shown:
        return ""
    one = tally.shown[0]
    by = f" by {', '.join(one.by)}" if one.by else ""
    verb = "missed" if kind == "mutator" else "alarm"
    return f": {verb}{by}: {one.summary}: {one.what}"
