"""The two tables at the top: how good, metric by metric, and what it took.

There is no composite and no winner: which metric matters is the editor's to say.
"""

import inspect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evals.metrics import METRICS
from evals.report.levels import Level, level
from evals.report.systems import Maker, Systems
from evals.run.record import Run, TrialRecord
from evals.scoring.scored import mean


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One metric, for all makers."""

    name: str
    meaning: str
    """What it is, in one sentence; "" for one that this version does not know."""
    limits: str
    """What it does not show."""
    levels: list[Level]
    baselines: list[float | None]
    """For each maker the mean of the baseline it has to beat: of its own run and prompt, for the
    first sentences are as many as the prompt asks for. None where there is none, and for itself."""


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One amount, for all makers; None where nobody knows it."""

    name: str
    form: str
    values: list[float | None]


# How each amount is written, in the table's own words; others are written as they are called.
_WRITTEN: Final[dict[str, tuple[str, str]]] = {
    "words": ("Words", "{:,.0f}"),
    "facts": ("Facts stated", "{:,.1f}"),
    "words-per-fact": ("Words per fact stated", "{:,.1f}"),
    "tokens": ("Tokens read and written", "{:,.0f}"),
    "seconds": ("Model time, seconds", "{:,.1f}"),
    "usd": ("US dollars", "{:,.4f}"),
    "repaired": ("Statements mended", "{:,.1f}"),
    "rejected": ("Statements rejected", "{:,.1f}"),
}


def metric_rows(runs: Sequence[Run], found: Systems, makers: Sequence[Maker]) -> list[MetricRow]:
    """Return a row for each metric that a run has."""
    names = dict.fromkeys(name for run in runs for name in run.manifest.metrics)
    names |= dict.fromkeys(n for t in found.trials.values() for n in t.scores)
    trials = {maker: found.of(maker) for maker in makers}
    return [_metric_row(name, makers, trials) for name in names]


def _metric_row(
    name: str, makers: Sequence[Maker], trials: dict[Maker, list[TrialRecord]]
) -> MetricRow:
    levels = [level(trials[maker], name) for maker in makers]
    pairs = zip(makers, levels, strict=True)
    of_lead = {maker: one.mean for maker, one in pairs if maker.baseline}
    baselines = [None if m.baseline else of_lead.get(m.to_beat) for m in makers]
    meaning, _, limits = (inspect.getdoc(METRICS.get(name)) or "").partition("\n\n")
    if name not in METRICS:
        meaning = limits = ""
    return MetricRow(name, _line(meaning), _line(limits), levels, baselines)


def _line(words: str) -> str:
    return " ".join(words.split())


def amount_rows(found: Systems, makers: Sequence[Maker]) -> list[AmountRow]:
    """Return what an article took on average, by maker; what nobody knows is left out."""
    rows = []
    trials = {maker: found.of(maker) for maker in makers}
    for key in dict.fromkeys(key for t in found.trials.values() for key in t.amounts):
        name, form = _WRITTEN.get(key, (key, "{:,.1f}"))
        values = [mean((t.article, t.amounts.get(key)) for t in trials[m]).value for m in makers]
        if any(value is not None for value in values):
            rows.append(AmountRow(name, form, values))
    return rows


def failures(found: Systems, makers: Sequence[Maker], articles: Iterable[str]) -> list[int]:
    """Return how many articles ended in an error or were never tried, by maker, with repeats."""
    asked = [(article, system) for article in articles for system in found.all]
    missing = Counter(
        system.maker
        for article, system in asked
        if (trial := found.trials.get((article, system.key))) is None or trial.error is not None
    )
    return [missing[maker] for maker in makers]
