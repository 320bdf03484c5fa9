"""How many processor cores this process may really use."""

import os
from pathlib import Path


def usable_cores() -> int:
    """Return how many physical cores may be used, at least 1.

    A second hardware thread of the same core does not speed up a model, and a container's limit
    is less than what the machine shows.
    """
    try:
        allowed = os.sched_getaffinity(0)
    except AttributeError:
        return max(1, os.cpu_count() or 1)
    siblings = {_siblings(cpu) for cpu in allowed}
    quota = _quota(Path("/sys/fs/cgroup/cpu.max"))
    return max(1, min(len(siblings), int(quota or len(siblings))))


def _siblings(cpu: int) -> str:
    path = Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list")
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return str(cpu)


def _quota(path: Path) -> float | None:
    """Return the cores a container may use, or None when it is not limited."""
    try:
        allowed, period = path.read_text(encoding="ascii").split()
        return int(allowed) / int(period)
    except (OSError, ValueError):
        return None
