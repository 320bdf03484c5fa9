"""One evaluation, whole process against whole process: asked, checked, scored and saved."""

import json
import shutil
from pathlib import Path

from evals.bench.golds import write_suite
from evals.bench.measure import BenchError, Spent, run
from evals.bench.plan import Plan
from evals.bench.serving import PYTHON, ROOT, Server


class Evaluation:
    """A suite in a folder of its own, and a server to ask."""

    def __init__(self, plan: Plan, folder: Path, server: Server) -> None:
        self._plan, self._folder, self._server = plan, folder, server
        self.written = write_suite(ROOT / "seeds", folder, plan.articles)
        self._bodies = folder / "bodies.jsonl"
        self.made: tuple[int, int] = (0, 0)
        """Calls made by the last run from an empty cache, and the most at once."""

    def cold(self) -> Spent:
        """Evaluate with nothing in the cache."""
        shutil.rmtree(self._folder / "cache", ignore_errors=True)
        spent = self._evaluate()
        # The first run is to warm up; the bodies it sent are what the bare client will send.
        self.made = self._server.calls(None if self._bodies.exists() else self._bodies)
        return spent

    def warm(self) -> Spent:
        """Evaluate once more, every answer and every trial in the cache."""
        spent = self._evaluate()
        if self._server.calls() != (0, 0):
            raise BenchError("an evaluation from the cache asked the server")
        return spent

    def bare(self) -> Spent:
        """Make the same calls without `summarize`."""
        out = self._folder / "bare.jsonl"
        given = [str(self._bodies), str(out), self._server.base_url, str(self._plan.jobs)]
        spent = run([PYTHON, "-m", "evals.bench.bare", *given], cwd=ROOT)
        if self._server.calls()[0] != self.made[0]:
            raise BenchError("the bare client did not make the same number of calls")
        return spent

    def _evaluate(self) -> Spent:
        out = self._folder / "run.json"
        out.unlink(missing_ok=True)
        how = ["-j", str(self._plan.jobs), "--repeat", str(self._plan.repeat), "-o", str(out)]
        suite = [str(self.written.suite), "--base-url", self._server.base_url]
        spent = run(
            [PYTHON, "-m", "summarize", "eval", *suite, *how],
            environment={"SUMMARIZE_CACHE": str(self._folder / "cache")},
            cwd=ROOT,
        )
        trials = json.loads(out.read_bytes())["trials"]
        wanted = self._plan.articles * (self._plan.repeat + 1)
        if len(trials) != wanted or not all(t["scores"] and t["summary"] for t in trials):
            raise BenchError(f"{len(trials)} of {wanted} trials, or some not scored")
        return spent
