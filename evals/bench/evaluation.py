"""One evaluation: asked, checked, scored and saved."""

import json
from pathlib import Path

from evals.bench.against import AgainstBare
from evals.bench.golds import write_suite
from evals.bench.measure import BenchError, Spent
from evals.bench.plan import Plan
from evals.bench.serving import ROOT, Server


class Evaluation(AgainstBare):
    """A suite with gold for each of its articles."""

    def __init__(self, plan: Plan, folder: Path, server: Server) -> None:
        super().__init__(plan, folder, server)
        self.written = write_suite(ROOT / "seeds", folder, plan.articles)

    def once(self) -> Spent:
        """Evaluate the suite."""
        out = self.folder / "run.json"
        out.unlink(missing_ok=True)
        how = ["-j", str(self.plan.jobs), "--repeat", str(self.plan.repeat), "-o", str(out)]
        spent = self.summarize("eval", str(self.written.suite), *how)
        trials = json.loads(out.read_bytes())["trials"]
        wanted = self.plan.articles * (self.plan.repeat + 1)
        if len(trials) != wanted or not all(t["scores"] and t["summary"] for t in trials):
            raise BenchError(f"{len(trials)} of {wanted} trials, or some not scored")
        return spent
