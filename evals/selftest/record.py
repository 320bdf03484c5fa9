"""The report of a self-test for programs: everything, shares in full precision."""

import json
from collections.abc import Iterable
from typing import Any

from evals.selftest.counts import Counts
from evals.selftest.mutators import MUTATORS
from evals.selftest.run import AS_IT_STANDS, Result, Tally
from evals.selftest.table import rewritten
from evals.selftest.targets import ANYTHING, EACH_CHECK, at_least, at_most
from evals.selftest.variant import FACTS, SUMMARIES
from evals.statistics import wilson
from summarize.check import CHECKS


def as_json(result: Result) -> str:
    """Return everything as JSON, ending in a newline."""
    document = {
        "schema_version": "2",
        "mutators": {name: _mutator(tally) for name, tally in result.mutators.items()},
        "rewrites": {name: _tally(tally) for name, tally in result.rewrites.items()},
        "false_alarms": {
            "target": ANYTHING,
            "target_of_each_check": EACH_CHECK,
            AS_IT_STANDS: _alarms(result.rewrites.get(AS_IT_STANDS, Tally(AS_IT_STANDS)).every),
            "rewrites": _alarms(rewritten(result).every),
        },
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _mutator(tally: Tally) -> dict[str, Any]:
    target, made = MUTATORS[tally.name].target, tally.of(SUMMARIES)
    return {
        "target": target,
        "reached": at_least(target, made.noticed, made.n),
        "meant": list(tally.meant),
        **_tally(tally),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    """Return the counts of summaries, of facts, of all, and of each origin."""
    return {
        "summaries": _record(tally.of(SUMMARIES), tally.meant),
        "facts": _record(tally.of(FACTS), tally.meant),
        "together": _record(tally.every, tally.meant),
        "origins": {
            origin: _record(counts, tally.meant)
            for origin, counts in sorted(tally.by_origin.items())
        },
        "shown": [
            {"summary": s.summary, "what": s.what, "text": s.text, "by": list(s.by)}
            for s in tally.shown
        ],
    }


def _record(made: Counts, meant: Iterable[str] = ()) -> dict[str, Any]:
    there = [name for name in CHECKS if name in made.checks or name in meant]
    return {
        "n": made.n,
        "left_out": made.left_out,
        "again": made.again,
        "meant": made.meant,
        "by_checks": made.by_checks,
        "by_gold": made.by_gold,
        **_noticed(made.noticed, made.n),
        "checks": {name: _noticed(made.by(name), made.n) for name in there},
    }


def _noticed(count: int, n: int) -> dict[str, Any]:
    interval = wilson(count, n)
    return {
        "noticed": count,
        "share": count / n if n else None,
        "interval": [interval.low, interval.high] if interval else None,
    }


def _alarms(made: Counts) -> dict[str, Any]:
    """Return how the alarms stand to their targets, in all and check by check."""
    return {
        "reached": at_most(ANYTHING, made.noticed, made.n),
        "reached_by_check": {name: at_most(EACH_CHECK, made.by(name), made.n) for name in CHECKS},
        **_record(made),
    }
