"""Run whole processes in turn, and say what each took.

A run that fails is an error, never a time. Times are compared as medians of alternating runs, so
that what else the machine does falls on both sides alike.
"""

import ctypes
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

# ru_maxrss is counted in these on Linux.
KIB = 1024
# From <linux/prctl.h>.
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took, or the medians of several."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of the user and of the system, of all its processes."""
    peak: float
    """Resident memory of the first process at its highest, in bytes."""


class BenchError(Exception):
    """A process under measurement failed, so there is nothing to report."""


def run(
    command: Sequence[str], *, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Spent:
    """Run a command to its end. Raises BenchError when it fails."""
    _adopt()
    before = _children()
    with TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**os.environ, **(environment or {})},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        left = _reap(before | {process.pid})
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace")[-800:].strip()
            raise BenchError(f"{' '.join(command)[:200]}: exit {process.returncode}: {said}")
    cpu = usage.ru_utime + usage.ru_stime + left
    return Spent(wall, cpu, usage.ru_maxrss * KIB)


def _adopt() -> None:
    """Become the parent of the orphans of what is run: what they took counts as well."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _children() -> set[int]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii")
    return {int(pid) for pid in listed.split()}


def _reap(known: set[int]) -> float:
    """Wait for all children but the `known`; return the seconds of processor they took."""
    cpu = 0.0
    while orphans := _children() - known:
        for pid in orphans:
            _, _, usage = os.wait4(pid, 0)
            cpu += usage.ru_utime + usage.ru_stime
    return cpu


def alternate(runs: Mapping[str, Callable[[], Spent]], *, rounds: int) -> dict[str, Spent]:
    """Return the medians of each run's figures: all once to warm up, then all in turn."""
    for one in runs.values():
        one()
    taken: dict[str, list[Spent]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, one in runs.items():
            taken[name].append(one())
    return {name: _medians(spent) for name, spent in taken.items()}


def _medians(spent: Sequence[Spent]) -> Spent:
    return Spent(
        wall=median(s.wall for s in spent),
        cpu=median(s.cpu for s in spent),
        peak=median(s.peak for s in spent),
    )
