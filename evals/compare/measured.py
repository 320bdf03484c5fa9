"""What one side scored, item by item: what the statistics pair and test.

A metric that counts facts or traps is taken apart into them, so that two sides are compared fact by
fact; any other has one value for an article, and tells how many things (statements, say) it is the
share of. A fact that could not be judged and an article without
a summary are not measured: never 0.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.compare.sides import Side
from evals.gold.fault import GoldError
from evals.gold.load import Loaded, load
from evals.metrics import AMOUNTS
from evals.run.record import Run, TrialRecord, VerdictRecord
from evals.statistics import Measurement
from evals.suite import file_sha256

# Parts of coverage, and a property of the matcher: shown, not tested, so that they do not cost the
# others their significance.
FOR_INFORMATION: Final = frozenset(
    {"coverage-first", "coverage-middle", "coverage-last", "decided"}
)
# Amounts that are a fault by themselves when they grow; the others are among the costs.
TESTED_AMOUNTS: Final = ("words-per-fact",)


@dataclass(frozen=True, slots=True)
class Measured:
    """One metric on both sides."""

    name: str
    less_is_better: bool
    tested: bool
    """False for information only."""
    a: tuple[Measurement, ...]
    """In the metric's own unit and direction."""
    b: tuple[Measurement, ...]
    """As `a`."""


def measured(a: Side, b: Side, golds: Mapping[str, Loaded]) -> list[Measured]:
    """Return every metric of the runs, in their order, on both sides."""
    kept = [name for name in a.run.manifest.metrics if name not in AMOUNTS]
    return [
        Measured(
            name=name,
            less_is_better=name in AMOUNTS,
            tested=name not in FOR_INFORMATION,
            a=tuple(_measurements(a, name, golds)),
            b=tuple(_measurements(b, name, golds)),
        )
        for name in [*kept, *TESTED_AMOUNTS]
    ]


def golds_of(*runs: Run) -> dict[str, Loaded]:
    """Return the gold files of runs of the same gold, by article, those that are here as then."""
    found: dict[str, Loaded] = {}
    for article in (article for run in runs for article in run.manifest.articles):
        path = Path(article.gold)
        try:
            if article.id not in found and file_sha256(path) == article.gold_sha256:
                found[article.id] = load(path)
        except (OSError, GoldError):
            continue
    return found


def _measurements(side: Side, name: str, golds: Mapping[str, Loaded]) -> Iterator[Measurement]:
    by_item = _ITEMS.get(name)
    for trial in side.trials():
        if trial.error is not None:
            continue
        if name in AMOUNTS:
            yield Measurement(trial.article, "", trial.amounts.get(name), trial.repeat)
            continue
        if by_item is None or trial.article not in golds:
            yield _share(trial, name)
            continue
        for item, value in by_item(trial, golds[trial.article]):
            # Repeats are averaged: a fact stated now and then is a share of one thing.
            yield Measurement(trial.article, item, value, trial.repeat, parts=1)


def _share(trial: TrialRecord, name: str) -> Measurement:
    score = trial.scores.get(name)
    value = score.value if score else None
    parts = (score.n or None) if score else None
    return Measurement(trial.article, "", value, trial.repeat, parts)


Items = Iterator[tuple[str, float | None]]


def _value(record: VerdictRecord, *, good: bool) -> float | None:
    return None if record.verdict == "cannot-judge" else float(good)


def _stated(weight: str) -> Callable[[TrialRecord, Loaded], Items]:
    def stated(trial: TrialRecord, gold: Loaded) -> Items:
        for fact in gold.gold.facts:
            if fact.weight == weight and (record := trial.facts.get(fact.id)):
                yield fact.id, _value(record, good=record.verdict == "stated")

    return stated


def _not_contradicted(trial: TrialRecord, gold: Loaded) -> Items:
    del gold
    for id_, record in trial.facts.items():
        yield id_, _value(record, good=record.verdict != "contradicted")


def _avoided(trial: TrialRecord, gold: Loaded) -> Items:
    del gold
    for id_, record in trial.traps.items():
        yield id_, _value(record, good=record.verdict != "stated")


_ITEMS: Final[Mapping[str, Callable[[TrialRecord, Loaded], Items]]] = {
    "coverage": _stated("must"),
    "coverage-may": _stated("may"),
    "contradictions": _not_contradicted,
    "traps": _avoided,
}
