"""The report of a self-test: a table for people, and everything as JSON."""

import json
from collections import Counter
from typing import Any, Final

from evals.selftest.mutators import MUTATORS
from evals.selftest.run import Result, Tally
from evals.statistics import wilson
from summarize.check import CHECKS

# False alarms: of each check, and of anything at all.
EACH_CHECK: Final = 0.01
ANYTHING: Final = 0.05


def as_text(result: Result, *, shown: bool = False) -> str:
    """Return the tables; with `shown`, also every error missed and every false alarm."""
    lines = [
        "Planted errors",
        f"{'':<20}{'planted':>8}{'checks':>8}{'gold':>7}{'either':>8}  {'95%':<13}{'target':>7}",
    ]
    for name, tally in result.mutators.items():
        target = MUTATORS[name].target
        lines.append(f"{_row(tally)}{_percent(target):>7}{_verdict(tally, target)}")
    left_out = sum(t.left_out for t in result.mutators.values())
    if left_out:
        lines.append(f"left out: {left_out} in statements that raise an alarm as they stand")
    lines += [
        "",
        "False alarms, where the meaning is kept",
        f"{'':<20}{'made':>8}{'checks':>8}{'gold':>7}{'either':>8}  {'95%':<13}{'target':>7}",
    ]
    lines += [_row(tally) for tally in result.rewrites.values()]
    every = _together(result)
    over = "  missed" if every.by_either > ANYTHING * every.n else ""
    lines.append(f"{_row(every)}{_percent(ANYTHING):>7}{over}")
    lines += ["", *_checks(result)]
    if shown:
        lines += ["", *_shown(result)]
    return "\n".join(lines) + "\n"


def _row(tally: Tally) -> str:
    """Return counts and shares; a share of nothing is a dash."""
    if not tally.n:
        return f"{tally.name:<20}{0:>8}{'-':>8}{'-':>7}{'-':>8}  {'-':<13}"
    by = [_percent(count / tally.n) for count in (tally.by_checks, tally.by_gold, tally.by_either)]
    return (
        f"{tally.name:<20}{tally.n:>8}{by[0]:>8}{by[1]:>7}{by[2]:>8}"
        f"  {_interval(tally.by_either, tally.n):<13}"
    )


def _verdict(tally: Tally, target: float) -> str:
    if not tally.n:
        return "  nothing planted"
    return "  missed" if tally.by_either < target * tally.n else ""


def _checks(result: Result) -> list[str]:
    """Return how much each check catches of all errors, and its false alarms."""
    caught: Counter[str] = sum((t.checks for t in result.mutators.values()), Counter())
    planted = sum(t.n for t in result.mutators.values())
    every = _together(result)
    lines = [
        f"Each check, of {planted} errors and {every.n} rewrites",
        f"{'':<20}{'caught':>8}{'of all':>8}{'alarms':>8}{'of all':>8}  {'95%':<13}{'target':>7}",
    ]
    for name in CHECKS:
        if not caught[name] and not every.checks[name]:
            continue
        alarms = every.checks[name]
        over = "  missed" if alarms > EACH_CHECK * every.n else ""
        lines.append(
            f"{name:<20}{caught[name]:>8}{_percent(caught[name] / max(1, planted)):>8}"
            f"{alarms:>8}{_percent(alarms / max(1, every.n)):>8}"
            f"  {_interval(alarms, every.n):<13}{_percent(EACH_CHECK):>7}{over}"
        )
    return lines


def _shown(result: Result) -> list[str]:
    lines = []
    for title, tallies in (("Missed", result.mutators), ("False alarm", result.rewrites)):
        for tally in tallies.values():
            for one in tally.shown:
                by = f" [{', '.join(one.by)}]" if one.by else ""
                lines.append(f"{title}: {tally.name}: {one.summary}: {one.what}{by}: {one.text}")
    return lines


def _together(result: Result) -> Tally:
    every = Tally("all together")
    for tally in result.rewrites.values():
        every.n += tally.n
        every.by_checks += tally.by_checks
        every.by_gold += tally.by_gold
        every.by_either += tally.by_either
        every.checks.update(tally.checks)
    return every


def _percent(share: float) -> str:
    return f"{100 * share:.3g}%" if 0 < share < 0.01 else f"{100 * share:.1f}%"


def _interval(successes: int, n: int) -> str:
    interval = wilson(successes, n)
    return f"{100 * interval.low:.1f}-{100 * interval.high:.1f}%" if interval else "-"


def as_json(result: Result) -> str:
    """Return everything, shares in full precision, ending in a newline."""
    every = _together(result)
    document = {
        "schema_version": "1",
        "mutators": {
            name: {"target": MUTATORS[name].target, **_record(tally)}
            for name, tally in result.mutators.items()
        },
        "rewrites": {name: _record(tally) for name, tally in result.rewrites.items()},
        "false_alarms": {
            "target": ANYTHING,
            "target_of_each_check": EACH_CHECK,
            **_record(every),
        },
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _record(tally: Tally) -> dict[str, Any]:
    interval = wilson(tally.by_either, tally.n)
    return {
        "n": tally.n,
        "left_out": tally.left_out,
        "by_checks": tally.by_checks,
        "by_gold": tally.by_gold,
        "by_either": tally.by_either,
        "share": tally.by_either / tally.n if tally.n else None,
        "interval": [interval.low, interval.high] if interval else None,
        "checks": dict(sorted(tally.checks.items())),
        "origins": dict(sorted(tally.origins.items())),
        "shown": [
            {"summary": s.summary, "what": s.what, "text": s.text, "by": list(s.by)}
            for s in tally.shown
        ],
    }
