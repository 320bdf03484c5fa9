"""A command against a bare client that makes the same calls, whole process against whole process.

The bodies that the bare client sends are those the command sent, so both ask the same.
"""

import shutil
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Final

from evals.bench.measure import BenchError, Spent, run
from evals.bench.plan import Plan
from evals.bench.serving import PYTHON, ROOT, Server


class AgainstBare(ABC):
    """A command of `summarize`, in a folder of its own, against a server."""

    def __init__(self, plan: Plan, folder: Path, server: Server) -> None:
        self.plan: Final = plan
        self.folder: Final = folder
        self.server: Final = server
        self._bodies = folder / "bodies.jsonl"
        self.made: tuple[int, int] = (0, 0)
        """Calls made by the last run from an empty cache, and the most at once."""

    @abstractmethod
    def once(self) -> Spent:
        """Run the command. Raises BenchError where what it made is not whole."""

    def cold(self) -> Spent:
        """Run it with nothing in the cache."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        spent = self.once()
        # The first run is to warm up; the bodies it sent are what the bare client will send.
        self.made = self.server.calls(None if self._bodies.exists() else self._bodies)
        return spent

    def warm(self) -> Spent:
        """Run it once more, with all that it made in the cache."""
        spent = self.once()
        if self.server.calls() != (0, 0):
            raise BenchError("a run from the cache asked the server")
        return spent

    def bare(self) -> Spent:
        """Make the same calls without `summarize`."""
        out = self.folder / "bare.jsonl"
        given = [str(self._bodies), str(out), self.server.base_url, str(self.plan.jobs)]
        spent = run([PYTHON, "-m", "evals.bench.bare", *given], cwd=ROOT)
        if self.server.calls()[0] != self.made[0]:
            raise BenchError("the bare client did not make the same number of calls")
        return spent

    def summarize(self, *arguments: str) -> Spent:
        """Run `summarize` with the server as its model, and a cache of its own."""
        return run(
            [PYTHON, "-m", "summarize", *arguments, "--base-url", self.server.base_url],
            environment={"SUMMARIZE_CACHE": str(self.folder / "cache")},
            cwd=ROOT,
        )
