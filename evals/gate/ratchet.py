"""Set floors from a run: up by themselves, down only with a reason, which is kept.

Floors are set from whole runs only. What would vanish (a system, a metric, an article, a must-fact)
counts as lowered.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from evals.gate.check import check
from evals.gate.floors import Floor, Floors, Ids, Regression, SystemFloors
from evals.gate.standing import Standing, inputs, standings
from evals.gold.load import Loaded
from evals.metrics import AMOUNTS, METRICS
from evals.metrics.coverage import THIRDS
from evals.run.record import Run
from summarize.errors import InputError

# Thirds of coverage say where, and coverage has a floor already. Amounts get one by hand only.
GATED: Final = tuple(m for m in METRICS if m not in {f"coverage-{third}" for third in THIRDS})
# Replayed scores are the same everywhere; what is cut off here is never seen.
PLACES: Final = 10_000


def update(
    run: Run,
    floors: Floors | None,
    golds: Mapping[str, Loaded],
    *,
    reason: str | None = None,
) -> Floors:
    """Return the floors that this run sets; `floors` are those there were.

    `golds` are the gold files by article id. A regression has the day of the run. Raises InputError
    when the run is not whole, and when a floor would be lowered without a reason.
    """
    if faults := check(run, None):
        raise InputError(f"no floors can be set from this run: {faults[0]}")
    if missing := [a.id for a in run.manifest.articles if a.id not in golds]:
        raise InputError(f"{missing[0]}: has no gold here: floors need the gold of every article")
    new = Floors(
        suite=run.manifest.suite,
        inputs=inputs(run),
        must={
            article.id: [f.id for f in golds[article.id].gold.facts if f.weight == "must"]
            for article in run.manifest.articles
        },
        systems={s.name: _system(s, floors) for s in standings(run)},
        regressions=list(floors.regressions) if floors else [],
    )
    if floors is None:
        return new
    lowered = list(_lowered(floors, new))
    if lowered and not (reason and reason.strip()):
        raise InputError(
            f"floors only rise: {'; '.join(lowered)}: mend that, or give --allow-regression REASON"
        )
    kept = [
        Regression(when=run.manifest.made.date(), what=what, reason=reason or "")
        for what in lowered
    ]
    return new.model_copy(update={"regressions": [*new.regressions, *kept]})


def _system(standing: Standing, floors: Floors | None) -> SystemFloors:
    old = floors.systems.get(standing.name) if floors else None
    before = old.metrics if old else {}
    metrics = {}
    for metric in dict.fromkeys([*before, *GATED]):
        value = standing.value(metric)
        if value is None:
            continue
        metrics[metric] = _floor(metric, value, standing.mean(metric).articles, before.get(metric))
    return SystemFloors(
        model=standing.model,
        prompt=standing.prompt,
        metrics=metrics,
        stated=_ids(standing, "stated"),
        contradicted=_ids(standing, "contradicted"),
        fell_into=_ids(standing, "fell into"),
    )


def _floor(metric: str, value: float, measured: int, old: Floor | None) -> Floor:
    if (metric in AMOUNTS) if old is None else (old.at_most is not None):
        return Floor(at_most=math.ceil(value * PLACES) / PLACES, measured=measured)
    return Floor(at_least=math.floor(value * PLACES) / PLACES, measured=measured)


def _ids(standing: Standing, which: str) -> Ids:
    found = {}
    for article in standing.articles:
        verdicts = standing.traps(article) if which == "fell into" else standing.facts(article)
        wanted = "stated" if which == "fell into" else which
        if ids := [id_ for id_, record in verdicts.items() if record.verdict == wanted]:
            found[article] = ids
    return found


def _lowered(old: Floors, new: Floors) -> Iterator[str]:
    for article, ids in old.must.items():
        if article not in new.must:
            yield f"article {article} would no longer be gated"
        for fact in ids:
            if article in new.must and fact not in new.must[article]:
                yield f"{article}: {fact} would no longer be a must-fact"
    for name, system in old.systems.items():
        if name not in new.systems:
            yield f"{name} would no longer be gated"
            continue
        for metric, before in system.metrics.items():
            after = new.systems[name].metrics.get(metric)
            if after is None:
                yield f"{name}: {metric} was not measured: its floor {before} would go"
            elif not before.holds(after.bound):
                yield f"{name}: {metric}: from {before} to {after}"
            elif after.measured < before.measured:
                yield (
                    f"{name}: {metric}: measured in {after.measured} articles, "
                    f"not {before.measured}"
                )
