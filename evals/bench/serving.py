"""Run the loopback server in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evals.bench.measure import BenchError

ROOT = Path(__file__).resolve().parents[2]
"""The repository: what is measured runs from there, and the server is its tests' own."""
PYTHON = sys.executable


class Server:
    """The server process, and the one way to ask how many calls it answered."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.base_url = self._line()

    def calls(self, bodies: Path | None = None) -> tuple[int, int]:
        """Return how many calls came since last asked, and the most of them at once."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{bodies or ''}\n")
        self._process.stdin.flush()
        count, most = self._line().split()
        return int(count), int(most)

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line:
            raise BenchError("the loopback server did not start: run this from the repository")
        return line


@contextmanager
def serving(delay: float) -> Iterator[Server]:
    """Run the server in a process of its own."""
    command = [PYTHON, "-m", "evals.bench.server", "--delay", str(delay)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield Server(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(10)
