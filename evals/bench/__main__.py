"""`make bench`: the ratios, their targets, and what they were measured with.

Start: `summarize --help` against an import of typer, which a command line with types pays for.
Throughput: many articles, and evaluations, each against a bare `openai` client that makes the same
calls, the bodies taken from what `summarize` really sent. Run it from the repository: the server is
the tests' own.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from evals.bench.against import AgainstBare
from evals.bench.batch import Batch
from evals.bench.evaluation import Evaluation
from evals.bench.measure import BenchError, Spent, alternate, run
from evals.bench.plan import Plan
from evals.bench.serving import PYTHON, ROOT, serving

MEGABYTE = 1_000_000
# At most; the reasons are that nobody should notice the start, nor the checks beside the waiting.
HELP_TARGET = 2.0
BATCH_TARGET = 1.2
# Seconds that an evaluation may take whose every answer is known: nobody looks away so soon.
CACHED_TARGET = 1.0
# Summaries a second: a thousand are scored while one waits.
SCORING_TARGET = 300
# Articles, and repeats of each: as many calls either way.
MIXES = ((25, 10), (250, 1))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=50)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds a call takes")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each, after one to warm up")
    given = parser.parse_args()
    plan = Plan(given.articles, given.jobs, given.delay, given.rounds)
    try:
        _start(plan)
        with tempfile.TemporaryDirectory() as folder, serving(plan.delay) as server:
            _batch(Batch(plan, Path(folder), server))
            _steps(Path(folder) / "articles")
            for articles, repeat in MIXES:
                mixed = replace(plan, articles=articles, repeat=repeat)
                place = Path(folder) / f"{articles}"
                _evaluation(Evaluation(mixed, place, server))
            _scoring(place / "suite.yaml")
    except BenchError as error:
        sys.stderr.write(f"bench: {error}\n")
        return 2
    return 0


def _start(plan: Plan) -> None:
    commands = {
        "summarize --help": ["-m", "summarize", "--help"],
        "import typer": ["-c", "import typer"],
        "import openai": ["-c", "import openai"],
        "pass": ["-c", "pass"],
    }
    if importlib.util.find_spec("typer") is None:
        del commands["import typer"]
        _say("typer is not installed, so there is no ratio to its import: pip install typer")
    # These are short, and so more easily disturbed.
    rounds = 3 * plan.rounds
    spent = alternate(
        {
            name: lambda rest=rest: run([PYTHON, *rest], cwd=ROOT)  # type: ignore[misc]
            for name, rest in commands.items()
        },
        rounds=rounds,
    )
    _say(f"Start (medians of {rounds}, alternating; {_load()})")
    _table(spent)
    for other in list(spent)[1:]:
        target = HELP_TARGET if other == "import typer" else None
        _ratio(spent, "summarize --help", other, target)


def _batch(batch: Batch) -> None:
    plan = batch.plan
    spent = _against_bare(batch, f"{plan.articles} articles")
    _ratio(spent, "full cache", "empty cache", None)


def _evaluation(evaluation: Evaluation) -> None:
    plan, written = evaluation.plan, evaluation.written
    spent = _against_bare(
        evaluation,
        f"summarize eval: {plan.articles} articles asked about {plan.repeat} times, "
        f"{written.facts} facts and {written.traps} traps, scored and saved",
    )
    seconds = spent["full cache"].wall
    _say(f"  full cache: {seconds:.2f} s{_met(seconds <= CACHED_TARGET, f'{CACHED_TARGET:g} s')}")


def _against_bare(command: AgainstBare, what: str) -> dict[str, Spent]:
    runs = {"empty cache": command.cold, "bare client": command.bare, "full cache": command.warm}
    plan = command.plan
    spent = alternate(runs, rounds=plan.rounds)
    calls, most = command.made
    ideal = -(-calls // plan.jobs) * plan.delay
    _say(
        f"\n{what}: {calls} calls of {plan.delay:g} s, {most} at once, at least {ideal:.1f} s "
        f"(medians of {plan.rounds}, alternating; {_load()})"
    )
    _table(spent)
    _ratio(spent, "empty cache", "bare client", BATCH_TARGET)
    _ratio(spent, "full cache", "bare client", None)
    return spent


def _scoring(suite: Path) -> None:
    command = [PYTHON, "-m", "evals.bench.scoring", str(suite)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rates: dict[str, float] = json.loads(done.stdout)
    _say("\nScoring alone, every metric that asks no model, summaries a CPU second:")
    for what, rate in rates.items():
        met = _met(rate >= SCORING_TARGET, f"{SCORING_TARGET}", least=True)
        _say(f"  {what}: {rate:.0f}{met}")


def _steps(folder: Path) -> None:
    command = [PYTHON, "-m", "evals.bench.stages", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    spent: dict[str, float] = json.loads(done.stdout)
    steps = ", ".join(f"{name} {ms:.1f} ms" for name, ms in spent.items())
    _say(f"\nCPU an article: {steps}; together {sum(spent.values()):.1f} ms")


def _table(spent: dict[str, Spent]) -> None:
    _say(f"  {'':18}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}")
    for name, s in spent.items():
        _say(f"  {name:18}{s.wall:9.3f}{s.cpu:9.3f}{s.peak / MEGABYTE:9.1f}")


def _ratio(spent: dict[str, Spent], ours: str, other: str, target: float | None) -> None:
    ratio = spent[ours].wall / spent[other].wall
    verdict = "" if target is None else _met(ratio <= target, f"{target:g}")
    _say(f"  {ours} / {other}: {ratio:.2f}{verdict}")


def _met(met: bool, target: str, *, least: bool = False) -> str:
    bound = "at least" if least else "at most"
    return f"  (target: {bound} {target}: {'met' if met else 'NOT met'})"


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
