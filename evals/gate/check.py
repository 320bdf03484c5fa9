"""Check a run against its floors, and name what fell.

Everything that keeps a floor from being compared is a breach too: an empty run, a summary that is
missing or ended in an error, a metric that nobody knows or that was not measured, an input that is
not the one the floors were set with.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from evals.gate.breach import Breach
from evals.gate.floors import Floor, Floors, SystemFloors, named
from evals.gate.standing import Standing, inputs, standings
from evals.metrics import AMOUNTS, METRICS
from evals.run.record import Run, ScoreRecord, VerdictRecord
from summarize.cli.progress import one_line

# A digest's beginning, enough to tell two apart by eye.
SHOWN: Final = 8
# Answers that need no model are the same every time and are made once.
BASELINE: Final = "lead"


def check(run: Run, floors: Floors | None) -> list[Breach]:
    """Return every breach; none means that the run passes.

    Without floors the run must still be whole. Answers are compared with those the floors were set
    with when they come from recordings: a model that is asked may answer anything.
    """
    if not run.trials:
        return [Breach("the run is empty: no summary was made, so nothing holds")]
    breaches = [*_incomplete(run)]
    if floors is not None:
        breaches += _inputs(run, floors)
        breaches += _systems(run, floors)
    return breaches


def _incomplete(run: Run) -> Iterator[Breach]:
    for trial in run.trials:
        if trial.error is not None:
            system = f"{trial.model} {trial.prompt}".strip()
            why = one_line(trial.error.message)
            yield Breach(
                f"{system}: {trial.article}: no summary (repeat {trial.repeat}): "
                f"{trial.error.kind}: {why}",
                system=system,
                article=trial.article,
                is_error=True,
            )
    for standing in standings(run):
        repeats = 1 if standing.model == BASELINE else run.manifest.repeat
        for article in run.manifest.articles:
            made = sum(trial.article == article.id for trial in standing.trials)
            if made < repeats:
                yield Breach(
                    f"{standing.name}: {article.id}: {made} of {repeats} trials are in the run: "
                    "run it again to the end",
                    system=standing.name,
                    article=article.id,
                )


def _inputs(run: Run, floors: Floors) -> Iterator[Breach]:
    if run.manifest.suite != floors.suite:
        yield Breach(f"the floors are those of suite {floors.suite}, not {run.manifest.suite}")
    now, then = inputs(run), dict(floors.inputs)
    if not run.manifest.replayed or any(trial.error for trial in run.trials):
        # What a model says may differ; and of a trial that failed not all was asked.
        now.pop("recordings", None)
        then.pop("recordings", None)
    again = f"run `{run.manifest.command} --update-floors`"
    for name in [*then, *(name for name in now if name not in then)]:
        old, new = then.get(name), now.get(name)
        if old == new:
            continue
        if new is None:
            what = "is not in this run, and the floors were set with it"
        elif old is None:
            what = f"is not among the inputs the floors were set with: {again}"
        else:
            what = (
                f"has changed since the floors were set (digest {old[:SHOWN]}, now {new[:SHOWN]}): "
                f"look at the scores, then {again}"
            )
        article = name.removeprefix("gold ") if name.startswith("gold ") else None
        yield Breach(f"{name} {what}", article=article)


def _systems(run: Run, floors: Floors) -> Iterator[Breach]:
    if not any(system.metrics for system in floors.systems.values()):
        yield Breach("the floors hold no floor: nothing would be compared")
    there = {standing.name: standing for standing in standings(run)}
    for name, system in floors.systems.items():
        standing = there.get(name)
        if standing is None:
            yield Breach(f"{name}: has floors and is not in this run", system=name)
            continue
        yield from _facts_present(standing, floors.must)
        for metric, floor in system.metrics.items():
            if metric not in {*METRICS, *AMOUNTS, *run.manifest.metrics}:
                known = ", ".join([*METRICS, *AMOUNTS])
                yield Breach(
                    f"{name}: {metric}: no such metric: the floors may name {known}", name, metric
                )
                continue
            yield from _metric(standing, system, metric, floor, must=floors.must)


def _facts_present(standing: Standing, must: Mapping[str, list[str]]) -> Iterator[Breach]:
    for article, ids in must.items():
        facts = standing.facts(article)
        for fact in ids:
            if facts and fact not in facts:
                yield Breach(
                    f"{standing.name}: coverage: {article}: {fact}: this must-fact was not looked "
                    "for: leave out --fact, or update the floors with the gold",
                    standing.name,
                    "coverage",
                    article,
                    fact,
                )


def _metric(
    standing: Standing,
    system: SystemFloors,
    metric: str,
    floor: Floor,
    *,
    must: Mapping[str, list[str]],
) -> Iterator[Breach]:
    about = f"{standing.name}: {metric}"
    value = standing.value(metric)
    if value is None:
        yield Breach(f"{about}: was not measured, and has a floor", standing.name, metric)
        return
    if (measured := standing.mean(metric).articles) < floor.measured:
        articles = "1 article" if measured == 1 else f"{measured} articles"
        yield Breach(
            f"{about}: was measured in {articles}, and the floor asks for {floor.measured}",
            standing.name,
            metric,
        )
        # A mean over other articles says nothing of these.
        return
    if not floor.holds(value):
        side = "below" if floor.at_least is not None else "above"
        head = f"{about} is {value:.4f}, {side} its floor {floor.bound:g}"
        causes = _causes(standing, system, metric, floor, must)
        yield from _told(head, standing.name, metric, causes)


Cause = tuple[str, str, str]
"""Article, fact ("" where it is none), and why."""


def _told(head: str, system: str, metric: str, causes: list[Cause]) -> list[Breach]:
    """Return one breach for each cause, and one without any where none is known."""
    if not causes:
        return [Breach(head, system, metric)]
    return [
        Breach(
            one_line(f"{head}: {article}: {fact + ': ' if fact else ''}{why}"),
            system,
            metric,
            article,
            fact or None,
        )
        for article, fact, why in causes
    ]


def _causes(
    standing: Standing,
    system: SystemFloors,
    metric: str,
    floor: Floor,
    must: Mapping[str, list[str]],
) -> list[Cause]:
    """Return what fell since the floors were set; where nothing did, all that is at fault."""
    lost, faulty = [], []
    for article in standing.articles:
        for id_, record, is_new in _at_fault(standing, system, metric, article, must):
            cause = (article, id_, f"{record.verdict}: {record.reason}")
            faulty.append(cause)
            if is_new:
                lost.append((article, id_, f"lost, now {cause[2]}"))
    if metric in _BY_ITEM:
        return lost or faulty
    return [
        (article, "", _reason(standing, metric, article, value))
        for article in standing.articles
        if (value := standing.in_article(article).value(metric)) is not None
        and not floor.holds(value)
    ]


_BY_ITEM: Final = ("coverage", "coverage-may", "contradictions", "traps", "decided")


def _at_fault(
    standing: Standing,
    system: SystemFloors,
    metric: str,
    article: str,
    must: Mapping[str, list[str]],
) -> Iterator[tuple[str, VerdictRecord, bool]]:
    facts, traps = standing.facts(article), standing.traps(article)
    if metric in ("coverage", "coverage-may"):
        musts, before = named(must, article), named(system.stated, article)
        for id_, record in facts.items():
            if (id_ in musts) == (metric == "coverage") and record.verdict != "stated":
                yield id_, record, id_ in before
    elif metric == "contradictions":
        before = named(system.contradicted, article)
        for id_, record in facts.items():
            if record.verdict == "contradicted":
                yield id_, record, id_ not in before
    elif metric == "traps":
        before = named(system.fell_into, article)
        for id_, record in traps.items():
            if record.verdict == "stated":
                yield id_, record, id_ not in before
    elif metric == "decided":
        for id_, record in [*facts.items(), *traps.items()]:
            if record.verdict == "cannot-judge":
                yield id_, record, False


def _reason(standing: Standing, metric: str, article: str, value: float) -> str:
    scores = [t.scores.get(metric) for t in standing.in_article(article).trials]
    worst = min((s for s in scores if s and s.value is not None), key=_score, default=None)
    return f"{value:.2f}: {worst.reason}" if worst else f"{value:g}"


def _score(score: ScoreRecord) -> float:
    return score.value or 0.0
