"""The rates of a run beside what they would be had a person judged everything.

Where an editor has labelled verdicts of this run, the rate is corrected by those labels: of a
system, by labels of its own summaries. Else, where the judge's errors are known from other
material, by those; verdicts that a rule reached by comparing values are then taken as they are.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from evals.labels.correct import Told, agreeing, by_errors, by_labels
from evals.labels.frame import Judgement, Kind, System, judgements
from evals.labels.given import Between, Given, given, load_given
from evals.labels.known import known as known_of_judges
from evals.labels.record import Question, Shown
from evals.run.digests import matcher_digest
from evals.run.record import Run
from evals.run.systems import systems
from evals.statistics.corrected import Corrected, KnownErrors
from summarize.errors import InputError

METRICS: Final[Mapping[str, Question]] = {"coverage": "stated", "faithful": "supported"}
"""The metrics that rest on a judge, and the question he answers."""

By = Literal["labels", "known errors", "nothing"]


@dataclass(frozen=True, slots=True)
class Rate:
    """One metric of one system, raw and corrected."""

    metric: str
    system: System
    raw: float
    corrected: Corrected | None
    by: By
    """What corrected it."""
    why: str
    """Where it is not corrected: why not; else ""."""


@dataclass(frozen=True, slots=True)
class Where:
    """How often people agreed with the judge where he said one thing."""

    said: Kind
    agreed: int
    n: int
    """Labels; those who could not tell are left out."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often people agree with the judge on one question, on this run's own material."""

    question: Question
    share: Corrected | None
    """Of all that he decided of the systems that were labelled; None while a kind of verdict has
    no label, and where some came into the run since."""
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """All that the labels and the known errors say of a run."""

    rates: tuple[Rate, ...]
    agreement: tuple[Agreement, ...]
    labels: int
    """That are of verdicts of this run; 0 without a file of labels."""
    stale: int
    """Labels of words that are no longer in the run, such as facts since reworded."""
    unjudged: int
    """Labels of statements that nobody has judged in this run."""
    new: int
    """Verdicts that came into the run since it was labelled: the labels are no sample of them."""
    of: int
    """How many verdicts a person could be asked about."""
    between: tuple[Between, ...]
    """How far those agree who wrote different files of labels."""
    cannot_tell: int
    by: tuple[str, ...]
    """Who labelled."""


def rates_of(
    run: Run,
    path: Path,
    *,
    labels: Sequence[Path] = (),
    known: Mapping[str, KnownErrors] | None = None,
) -> Rates | None:
    """Return the corrected rates of a run saved at `path`, with the labels named or beside it.

    `known` are the judges' errors by metric; those of this version when None. None when there are
    neither labels nor known errors. Raises InputError for labels that cannot be read, and for
    labels without the gold that the run was scored with.
    """
    loaded = load_given(path, labels)
    if known is None:
        same = run.manifest.matcher == matcher_digest()
        known = known_of_judges(run.manifest.judge) if same else {}
    if not loaded and not known:
        return None
    try:
        found = judgements(run, path.parent)
    except InputError:
        if loaded:
            raise
        return None
    return _rates(run, found, given(run, found, loaded), known)


def _rates(
    run: Run,
    found: Sequence[Judgement],
    said: Given,
    known: Mapping[str, KnownErrors],
) -> Rates:
    labels = said.labels.labels if said.labels else []
    told = Told.of(said.labels)
    rates = []
    for metric in (m for m in METRICS if m in run.manifest.metrics):
        for system in systems(run):
            raw, name = system.metrics[metric].mean.value, (system.model, system.prompt)
            if raw is not None:
                own = [j for j in found if j.system == name and METRICS[metric] == j.asked.question]
                if new := len({j.asked.shown for j in own} & said.new):
                    why = f"{new} of {len({j.asked.shown for j in own if j.is_asked})} are new"
                    by = _corrected(own, Told.of(None), known.get(metric))
                    by = by if by[0] else (None, "nothing", why)
                else:
                    by = _corrected(own, told, known.get(metric))
                rates.append(Rate(metric, name, raw, *by))
    return Rates(
        tuple(rates),
        tuple(_agreement(found, told, said.new)),
        labels=len(labels),
        stale=said.gone,
        unjudged=said.unjudged,
        new=len(said.new),
        of=said.of,
        between=said.between,
        cannot_tell=sum(label.answer == "cannot-tell" for label in labels),
        by=tuple(sorted({label.by for label in labels})),
    )


def _corrected(
    own: Sequence[Judgement], told: Told, errors: KnownErrors | None
) -> tuple[Corrected | None, By, str]:
    if found := by_labels(own, told):
        return found, "labels", ""
    if errors is not None and (found := by_errors(own, errors)):
        return found, "known errors", ""
    if errors is not None:
        return None, "nothing", "the judge is not surely better than chance"
    lacking = {j.kind for j in own} - {j.kind for j in own if j.asked.shown in told.labels}
    words: dict[Kind, str] = {"yes": "yes", "no": "no", "open": "left open"}
    missing = ", ".join(words[kind] for kind in words if kind in lacking)
    return None, "nothing", f"no labels of: {missing}"


def _agreement(
    found: Sequence[Judgement], told: Told, new: Collection[Shown]
) -> Iterator[Agreement]:
    kinds = {each.asked.shown: each.kind for each in found}
    for question in METRICS.values():
        labels = [
            label
            for shown, label in told.labels.items()
            if label.question == question and kinds.get(shown, "open") != "open"
        ]
        if not labels:
            continue
        said: tuple[Kind, ...] = ("yes", "no")
        own = {kind: [x for x in labels if kinds[x.shown] == kind] for kind in said}
        where = tuple(
            Where(kind, sum(x.answer == kind for x in some), len(some))
            for kind, some in own.items()
            if some
        )
        asked = [each for each in found if each.asked.question == question and each.is_asked]
        some = _of_labelled(asked, told)
        is_whole = not any(each.asked.shown in new for each in some)
        yield Agreement(question, agreeing(some, told) if is_whole else None, where)


def _of_labelled(found: Sequence[Judgement], told: Told) -> list[Judgement]:
    """Return the verdicts on systems of which something was labelled: of others it says nothing."""
    systems: dict[Shown, set[System]] = {}
    for each in found:
        systems.setdefault(each.asked.shown, set()).add(each.system)
    labelled = {frozenset(systems[shown]) for shown in told.labels if shown in systems}
    return [each for each in found if frozenset(systems[each.asked.shown]) in labelled]
