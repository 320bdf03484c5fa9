"""What was planted and what was noticed, in tables: counts, intervals, and how targets are reached.

A target is of errors in summaries. What holds in single facts, and elsewhere, stands beside it.
"""

from collections.abc import Iterator
from typing import Final

from evals.selftest.counts import Counts
from evals.selftest.mutators import MUTATORS
from evals.selftest.run import AS_IT_STANDS
from evals.selftest.targets import ANYTHING, EACH_CHECK, MISSED, Reached, at_least, at_most
from evals.selftest.variant import Origin
from evals.statistics import wilson
from evals.trust.kinds import kind_words, rewrite_words
from evals.trust.markdown import table
from evals.trust.planted import Kind, SelfTests, reworded, standing
from summarize.check import CHECKS

_WHOSE: Final[dict[Origin, str]] = {
    "reference": "references",
    "human": "people's",
    "recorded": "recorded",
}


def reached(name: str, made: Counts) -> Reached | None:
    """Say how an error's target is reached; None where it is no longer planted."""
    mutator = MUTATORS.get(name)
    return at_least(mutator.target, made.noticed, made.n) if mutator else None


def is_missed(name: str, made: Counts) -> bool:
    """Say whether less of an error is noticed than is aimed at."""
    return reached(name, made) in MISSED


def missed_if_counted(tests: SelfTests) -> list[str]:
    """Return the errors whose target would be missed as well, were those left out not noticed."""
    every = {name: made.every for name, made in tests.mutators().items()}
    return [
        kind_words(name)
        for name, made in every.items()
        if not is_missed(name, made)
        and is_missed(name, made.model_copy(update={"n": made.n + made.left_out}))
    ]


def errors(tests: SelfTests) -> str:
    """Return what was planted, kind by kind, by where the summaries are from."""
    away = tests.elsewhere.mutators if tests.elsewhere else {}
    return table(
        (
            "planted",
            *_WHOSE.values(),
            "summaries",
            "share",
            "95% interval",
            "target",
            "single facts",
            "elsewhere",
        ),
        [
            (
                kind_words(name),
                *(_of(made.of(origin)) for origin in _WHOSE),
                _of(made.summaries),
                _share(made.summaries),
                _interval(made.summaries.noticed, made.summaries.n),
                _aim(name, made.summaries),
                _beside(name, made.facts),
                _beside(name, away.get(name, Kind()).every),
            )
            for name, made in tests.mutators().items()
        ],
        right=(1, 2, 3, 4, 5, 6),
    )


def _aim(name: str, made: Counts) -> str:
    mutator = MUTATORS.get(name)
    return f"{mutator.target:.0%}, {reached(name, made)}" if mutator else "–"


def _beside(name: str, made: Counts) -> str:
    """Return counts with their share, and that they are under the target where they are."""
    if not made.n:
        return "–"
    return f"{_of(made)} ({_share(made)}{', missed' if is_missed(name, made) else ''})"


def by_check(tests: SelfTests) -> str:
    """Return by what each error is noticed: the checks meant for it, others, or the gold."""
    return table(
        (
            "planted",
            "meant for it",
            "noticed by it",
            "95% interval",
            "by others only",
            "by gold only",
            "missed",
            "left out",
            "again",
        ),
        [row for name, made in tests.mutators().items() for row in _by_check(name, made.every)],
        right=(2, 3, 4, 5, 6, 7, 8),
    )


def _by_check(name: str, made: Counts) -> Iterator[tuple[str, ...]]:
    meant = MUTATORS[name].checks if name in MUTATORS else ()
    rest = (
        made.by_checks - made.meant,
        made.noticed - made.by_checks if meant else 0,
        made.n - made.noticed,
        made.left_out,
        made.again,
    )
    for index, check in enumerate(meant or ("the gold",)):
        count = made.by(check) if meant else made.by_gold
        caught = f"{count:,} of {made.n:,}" if made.n else "–"
        told = map(str, rest) if not index else [""] * len(rest)
        yield (
            kind_words(name) if not index else "",
            check,
            caught,
            _interval(count, made.n),
            *told,
        )


def alarms(tests: SelfTests) -> str:
    """Return the false alarms of good statements, and rewrite by rewrite."""
    made = tests.rewrites()
    away = tests.elsewhere.rewrites if tests.elsewhere else {}
    lines = [
        _alarm(rewrite_words(name), kind, away.get(name, Kind()), judged=name == AS_IT_STANDS)
        for name, kind in made.items()
    ]
    lines.append(_alarm("all that was reworded", reworded(made), reworded(away), judged=True))
    return table(
        (
            "what was done",
            "facts",
            "summaries",
            "together",
            "share",
            "95% interval",
            "left out",
            "target",
            "elsewhere",
        ),
        lines,
        right=(1, 2, 3, 4, 5, 6, 8),
    )


def _alarm(words: str, kind: Kind, away: Kind, *, judged: bool) -> tuple[str, ...]:
    made = kind.every
    return (
        words,
        _of(kind.facts),
        _of(kind.summaries),
        _of(made),
        _share(made),
        _interval(made.noticed, made.n),
        str(made.left_out),
        f"{ANYTHING:.0%}, {at_most(ANYTHING, made.noticed, made.n)}" if judged else "",
        f"{_of(away.every)} ({_share(away.every)})" if away.every.n else "–",
    )


def checks(tests: SelfTests) -> str:
    """Return the false alarms of each check."""
    sides = [kind(tests.rewrites()).every for kind in (standing, reworded)]
    return table(
        ("check", "as they stand", "95% interval", "target", "reworded", "95% interval", "target"),
        [
            (name, *(cell for made in sides for cell in _of_check(made.by(name), made.n)))
            for name in CHECKS
        ],
        right=(1, 2, 4, 5),
    )


def _of_check(count: int, n: int) -> tuple[str, str, str]:
    aim = f"{EACH_CHECK:.0%}, {at_most(EACH_CHECK, count, n)}"
    return (f"{count:,} of {n:,}" if n else "–", _interval(count, n), aim)


def _of(made: Counts) -> str:
    return f"{made.noticed:,} of {made.n:,}" if made.n else "–"


def _share(made: Counts) -> str:
    """Return a share in percent; what is not all is never written as 100%, nor as 0% what is."""
    if made.share is None:
        return "–"
    if made.share in (0, 1):
        return f"{made.share:.0%}"
    return f"{min(max(made.share, 0.001), 0.999):.1%}"


def _interval(count: int, n: int) -> str:
    interval = wilson(count, n)
    if interval is None:
        return "–"
    ends = (f"{100 * end:.1f}".removesuffix(".0") for end in (interval.low, interval.high))
    return f"{'–'.join(ends)}%"
