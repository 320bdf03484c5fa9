"""The report of a self-test for people: four tables of at most 100 columns."""

import math
import textwrap
from collections.abc import Iterator
from typing import Final

from evals.selftest.counts import Counts
from evals.selftest.mutators import MUTATORS
from evals.selftest.run import AS_IT_STANDS, Result, Tally
from evals.selftest.targets import ANYTHING, EACH_CHECK, MISSED, at_least, at_most
from evals.selftest.variant import FACTS, SUMMARIES, Origin
from evals.statistics import wilson
from summarize.check import CHECKS

WIDTH: Final = 100
# Whose a summary is, as a reader is told.
WHOSE: Final[dict[Origin, str]] = {
    "reference": "reference",
    "human": "people's",
    "recorded": "recorded",
}
_ERRORS_READ: Final = (
    "Caught of planted, each text once. Share, interval (95%, Wilson) and target are of summaries;",
    "facts are single sentences of the gold, which cite their own words. missed: under the target;",
    "surely: the whole interval is. too few: not under it, but the interval reaches there.",
)
_ALARMS_READ: Final = (
    "Alarms of good statements, and of rewrites that keep the meaning. Left out: rewrites of",
    "statements that raise an alarm as they stand.",
)
_NOTICING_READ: Final = (
    "In summaries and facts. Others only: by checks meant for something else, not by these. Left",
    "out: a check meant for it finds the same fault before. Again: the same words are counted",
    "already. Every check: --json.",
)


def as_text(result: Result, *, shown: bool = False) -> str:
    """Return the tables; with `shown`, also every error missed and every false alarm."""
    blocks = [_errors(result), _alarms(result), _alarms_of_checks(result), _noticing(result)]
    if shown:
        blocks.append(_shown(result))
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks) + "\n"


def _errors(result: Result) -> Iterator[str]:
    """Yield how many of each error are caught, by where the summary is from."""
    whose = [
        (origin, name)
        for origin, name in WHOSE.items()
        if any(tally.of([origin]).n for tally in result.mutators.values())
    ]
    heads = "".join(f" {name}" for _, name in whose)
    yield f"{'Planted errors':<18}{'facts':>8}{heads} summaries{'95%':>16}  target"
    for name, tally in result.mutators.items():
        target, made = MUTATORS[name].target, tally.of(SUMMARIES)
        cells = (f"{_of(tally.of([origin])):>{1 + len(head)}}" for origin, head in whose)
        yield (
            f"{name:<18}{_of(tally.of(FACTS)):>8}{''.join(cells)}{_of(made):>10}"
            f"{_share(made):>7}{_outward(made.noticed, made.n):>9}{target:>5.0%}"
            f"  {at_least(target, made.noticed, made.n)}"
        )
    yield from _ERRORS_READ
    for where, origins in (("summaries", SUMMARIES), ("facts", FACTS)):
        missed = [n for n, t in result.mutators.items() if _missed(n, t.of(origins))]
        if missed:
            yield from textwrap.wrap(f"Missed in {where}: {', '.join(missed)}.", WIDTH)


def _missed(name: str, made: Counts) -> bool:
    return at_least(MUTATORS[name].target, made.noticed, made.n) in MISSED


def _alarms(result: Result) -> Iterator[str]:
    """Yield how many good statements raise an alarm, and how many that were reworded."""
    yield (
        f"{'False alarms':<19}{'facts':>9}{'summaries':>11}{'together':>10}{'95%':>19}"
        f"  left out  target"
    )
    for name, tally in result.rewrites.items():
        yield _alarm(tally, judged=name == AS_IT_STANDS)
    yield _alarm(rewritten(result), judged=True)
    yield from _ALARMS_READ


def _alarm(tally: Tally, *, judged: bool) -> str:
    made = tally.every
    verdict = at_most(ANYTHING, made.noticed, made.n)
    aim = f"{ANYTHING:>6.0%}  {verdict}" if judged else ""
    return (
        f"{tally.name:<19}{_of(tally.of(FACTS)):>9}{_of(tally.of(SUMMARIES)):>11}{_of(made):>10}"
        f"{_share(made):>7}{_interval(made.noticed, made.n):>12}{made.left_out:>10}{aim}"
    )


def _alarms_of_checks(result: Result) -> Iterator[str]:
    """Yield the false alarms of each check that raised any."""
    sides = (result.rewrites.get(AS_IT_STANDS, Tally(AS_IT_STANDS)).every, rewritten(result).every)
    yield f"{'Each check':<15}{'as it stands':>14}{'95%':>12}  {f'target {EACH_CHECK:.0%}':<13}" + (
        f"{'rewrites':>12}{'95%':>12}  target {EACH_CHECK:.0%}"
    )
    loud = [name for name in CHECKS if any(made.by(name) for made in sides)]
    for name in loud:
        yield f"{name:<15}" + _both([made.by(name) for made in sides], sides)
    if len(loud) < len(CHECKS):
        yield f"{'every other':<15}" + _both([0, 0], sides)


def _both(counts: list[int], sides: tuple[Counts, Counts]) -> str:
    cells = []
    for count, made, width in zip(counts, sides, (14, 12), strict=True):
        verdict = at_most(EACH_CHECK, count, made.n)
        share = f"{count}/{made.n}" if made.n else "-"
        cells.append(f"{share:>{width}}{_interval(count, made.n):>12}  {verdict:<13}")
    return "".join(cells)


def _noticing(result: Result) -> Iterator[str]:
    """Yield by what each error is noticed: checks meant for it, others alone, the gold alone."""
    yield (
        f"{'Noticed by':<19}{'meant for it':<13}{'caught':>9}{'95%':>9}{'others only':>13}"
        f"{'gold only':>11}{'missed':>8}{'left out':>10}{'again':>7}"
    )
    for name, tally in result.mutators.items():
        made = tally.every
        checks = tally.meant or ("(the gold)",)
        for index, check in enumerate(checks):
            count = made.by(check) if tally.meant else made.by_gold
            caught = f"{count}/{made.n}" if made.n else "-"
            line = f"{name if not index else '':<19}{check:<13}{caught:>9}"
            line += f"{_outward(count, made.n):>9}"
            if not index:
                others = made.by_checks - made.meant
                gold = made.noticed - made.by_checks if tally.meant else 0
                line += f"{others:>13}{gold:>11}{made.n - made.noticed:>8}{made.left_out:>10}"
                line += f"{made.again:>7}"
            yield line
    yield from _NOTICING_READ


def _shown(result: Result) -> Iterator[str]:
    for title, tallies in (("Missed", result.mutators), ("False alarm", result.rewrites)):
        for tally in tallies.values():
            for one in tally.shown:
                by = f" [{', '.join(one.by)}]" if one.by else ""
                yield f"{title}: {tally.name}: {one.summary}: {one.what}{by}: {one.text}"


def rewritten(result: Result) -> Tally:
    """Return all rewrites together, without the summaries as they stand."""
    every = Tally("rewrites together")
    for name, tally in result.rewrites.items():
        if name != AS_IT_STANDS:
            for origin, counts in tally.by_origin.items():
                every.add(origin, counts)
    return every


def _of(made: Counts) -> str:
    """Return "41/46"; a dash when nothing was made."""
    return f"{made.noticed}/{made.n}" if made.n else "-"


def _share(made: Counts) -> str:
    """Return the share; what is not all is never written as 100%, nor as 0% what is something."""
    if made.share is None:
        return "-"
    written = f"{made.share:.1%}"
    rounded_off = (written == "100.0%") != (made.share == 1) or (written == "0.0%") != (
        made.share == 0
    )
    return f"{made.share:.2%}" if rounded_off else written


def _outward(count: int, n: int) -> str:
    """Return the interval in whole percents, never narrower than it is."""
    interval = wilson(count, n)
    if interval is None:
        return "-"
    return f"{math.floor(100 * interval.low)}-{math.ceil(100 * interval.high)}%"


def _interval(count: int, n: int) -> str:
    interval = wilson(count, n)
    return f"{100 * interval.low:.1f}-{100 * interval.high:.1f}%" if interval else "-"
