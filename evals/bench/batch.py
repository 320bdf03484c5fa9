"""Many articles summarized at once."""

import json
import shutil
from pathlib import Path

from evals.bench.against import AgainstBare
from evals.bench.articles import write_articles
from evals.bench.measure import BenchError, Spent
from evals.bench.plan import Plan
from evals.bench.serving import ROOT, Server


class Batch(AgainstBare):
    """A folder of articles, summarized into one file."""

    def __init__(self, plan: Plan, folder: Path, server: Server) -> None:
        super().__init__(plan, folder, server)
        self._paths = write_articles(ROOT / "seeds", folder / "articles", plan.articles)

    def once(self) -> Spent:
        """Summarize all of them."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        how = ["-f", "jsonl", "-o", str(out), "-j", str(self.plan.jobs), "--model", "server/test"]
        spent = self.summarize(*map(str, self._paths), *how)
        lines = (out / "summaries.jsonl").read_text(encoding="utf-8").splitlines()
        if len(lines) != self.plan.articles or not all(json.loads(s)["key_points"] for s in lines):
            raise BenchError(f"{len(lines)} of {self.plan.articles} summaries, or some empty")
        return spent
