"""The floors of the self-test: how much must be caught, and how few alarms may be false.

They are kept as those of a suite are: with the digests of what they were measured on, raised by
`--update-floors`, and lowered only with a reason, which stays in the file. What is no longer
planted has not held.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError

from evals.gate.floors import Floor, FloorsPart, Regression
from evals.gold.load import gold_files
from evals.selftest.counts import Counts
from evals.selftest.known import VERIFIED
from evals.selftest.run import Result, Shown, Tally
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
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: look at the file") from None
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "the file"
        raise InputError(f"{path}: {where}: {fault['msg']}: take it from the last commit") from None


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
            tally = tallies.get(name, Tally(name))
            yield from (f"{kind} {name}: {fault}" for fault in _faults(tally, floor, kind))
        for name in (n for n, tally in tallies.items() if tally.every.n and n not in kept):
            yield f"{kind} {name}: has no floor: run with --update-floors"


def _faults(tally: Tally, floor: KindFloors, kind: str) -> Iterator[str]:
    made = tally.every
    if made.n < floor.noticed.measured:
        yield f"{made.n} made, and the floor asks for {floor.noticed.measured}"
        return
    if not floor.noticed.holds(_share(made, kind)):
        causes = _causes(tally.shown, kind)
        yield f"{made.noticed} of {made.n} noticed, and the floor is {floor.noticed}{causes}"
    for check, count in floor.checks.items():
        if made.by(check) < count:
            yield f"check {check} caught {made.by(check)} of {made.n}, and the floor is {count}"


def updated(
    result: Result, old: SelfTestFloors | None, now: dict[str, str], reason: str | None
) -> SelfTestFloors:
    """Return the floors this result sets.

    Raises InputError when one would fall and no reason is given, or a blank one.
    """
    new = SelfTestFloors(
        inputs=now,
        mutators=_floors(result.mutators, "mutator"),
        rewrites=_floors(result.rewrites, "rewrite"),
        regressions=old.regressions if old else [],
    )
    fallen = list(breaches(result, old.model_copy(update={"inputs": now}), now)) if old else []
    fallen = [line for line in fallen if "has no floor" not in line]
    reason = (reason or "").strip()
    if fallen and not reason:
        raise InputError(
            f"{'; '.join(fallen)}: floors only rise: add --allow-regression REASON to lower them"
        )
    today = datetime.now(UTC).date()
    let_go = [Regression(when=today, what=line, reason=reason) for line in fallen]
    return new.model_copy(update={"regressions": [*new.regressions, *let_go]})


def save_floors(floors: SelfTestFloors, path: Path = FLOORS) -> None:
    """Write floors, whole or not at all. Raises InputError when that is not possible."""
    try:
        write_whole(path, floors.model_dump_json(indent=1, exclude_none=True) + "\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def _floors(tallies: Mapping[str, Tally], kind: str) -> dict[str, KindFloors]:
    made = {name: tally.every for name, tally in tallies.items()}
    return {name: _floor(counts, kind) for name, counts in made.items() if counts.n}


def _floor(made: Counts, kind: str) -> KindFloors:
    share = _share(made, kind)
    if kind == "rewrite":
        return KindFloors(noticed=Floor(at_most=share, measured=made.n))
    return KindFloors(noticed=Floor(at_least=share, measured=made.n), checks=made.checks)


def _share(made: Counts, kind: str) -> float:
    """Return the share noticed, cut so that the same result holds its own floor."""
    exact = made.noticed * PLACES / max(1, made.n)
    return (int(exact) if kind == "mutator" else -int(-exact // 1)) / PLACES


def _causes(shown: Sequence[Shown], kind: str) -> str:
    """Name the first that was missed, or that raised an alarm."""
    if not shown:
        return ""
    one = shown[0]
    by = f" by {', '.join(one.by)}" if one.by else ""
    verb = "missed" if kind == "mutator" else "alarm"
    return f": {verb}{by}: {one.summary}: {one.what}"
