"""The rates of a run beside what they would be had a person judged everything.

Where an editor has labelled verdicts of this run, the rate is corrected by those labels: of a
system, by labels of its own summaries. Else, where the judge's errors are known from other
material, by those; verdicts that a rule reached by comparing values are then taken as they are.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from evals.labels.correct import agreeing, by_errors, by_labels
from evals.labels.frame import Judgement, Kind, System, judgements
from evals.labels.given import Between, Given, given, load_given
from evals.labels.known import known as known_of_judges
from evals.labels.known import why_unknown
from evals.labels.record import Label, Question, Shown
from evals.run.record import Run
from evals.run.systems import systems
from evals.statistics.corrected import Corrected, KnownErrors, NotCorrected
from summarize.errors import InputError

METRICS: Final[Mapping[str, Question]] = {"coverage": "stated", "faithful": "supported"}
"""The metrics that are corrected, and the question that the judge answers. What else he decides
(may-facts, thirds, traps, contradictions) is not."""

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
    verdicts: int
    decided: int
    by_rule: int
    """Of the decided, those that a rule decided: a value, or the article's own sentence."""


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
    labels: int = 0
    """That are of verdicts of this run; 0 without a file of labels."""
    stale: int = 0
    """Labels of words that are no longer in the run, such as facts since reworded."""
    unjudged: int = 0
    """Labels of statements that nobody has judged in this run."""
    new: int = 0
    """Verdicts that came into the run since it was labelled: the labels are no sample of them."""
    of: int = 0
    """How many verdicts a person could be asked about."""
    between: tuple[Between, ...] = ()
    """How far those agree who wrote different files of labels."""
    cannot_tell: int = 0
    by: tuple[str, ...] = ()
    """Who labelled."""
    unknown: str = ""
    """Why the errors of the run's judge are not known; "" where they are, or nobody judged."""


def rates_of(
    run: Run,
    path: Path,
    *,
    labels: Sequence[Path] = (),
    known: Mapping[str, KnownErrors] | None = None,
) -> Rates | None:
    """Return the corrected rates of a run saved at `path`, with the labels named or beside it.

    `known` are the judges' errors by metric; those of this version when None. None when there are
    neither labels nor a judge whose errors could be known. Raises InputError for labels that cannot
    be read, and for labels without the gold that the run was scored with.
    """
    loaded = load_given(path, labels)
    why = ""
    if known is None:
        why = why_unknown(run.manifest)
        known = {} if why else known_of_judges(run.manifest.judge)
    if not loaded and not known:
        return Rates((), (), unknown=why) if why else None
    try:
        found = judgements(run, path.parent)
    except InputError:
        if loaded:
            raise
        return None
    return replace(_rates(run, found, given(run, found, loaded), known), unknown=why)


def _rates(
    run: Run,
    found: Sequence[Judgement],
    said: Given,
    known: Mapping[str, KnownErrors],
) -> Rates:
    labels, cells = (said.labels.labels, said.labels.cells) if said.labels else ([], {})
    rates = []
    for metric in (m for m in METRICS if m in run.manifest.metrics):
        for system in systems(run):
            raw, name = system.metrics[metric].mean.value, (system.model, system.prompt)
            if raw is not None:
                own = [j for j in found if j.system == name and METRICS[metric] == j.asked.question]
                came = _since(own, said.new)
                use = [] if came else labels
                corrected, by, why = _corrected(own, use, cells, known.get(metric))
                why = came if why and came else why
                rates.append(Rate(metric, name, raw, corrected, by, why, *_counts(own)))
    return Rates(
        tuple(rates),
        tuple(_agreement(found, labels, cells, said.new)),
        labels=len(labels),
        stale=said.gone,
        unjudged=said.unjudged,
        new=len(said.new),
        of=said.of,
        between=said.between,
        cannot_tell=sum(label.answer == "cannot-tell" for label in labels),
        by=tuple(sorted({label.by for label in labels})),
    )


def _since(own: Sequence[Judgement], new: Collection[Shown]) -> str:
    """Return why labels of these verdicts are no sample of them; "" where they are."""
    asked = {each.asked.shown for each in own if each.is_asked}
    came = sum(shown in new for shown in asked)
    return f"{came} of {len(asked)} are new" if came else ""


def _counts(own: Sequence[Judgement]) -> tuple[int, int, int]:
    decided = [each for each in own if each.kind != "open"]
    return len(own), len(decided), sum(each.by_rule for each in decided)


def _corrected(
    own: Sequence[Judgement],
    labels: Sequence[Label],
    cells: Mapping[str, int],
    errors: KnownErrors | None,
) -> tuple[Corrected | None, By, str]:
    if own and not any(each.is_asked for each in own):
        return None, "nothing", "all are the article's own sentences"
    if found := by_labels(own, labels, cells):
        return found, "labels", ""
    if errors is not None and all(each.by_rule for each in own):
        return None, "nothing", "rules decided all of it"
    if errors is not None:
        made = by_errors(own, errors)
        if isinstance(made, NotCorrected):
            return None, "nothing", made.why
        return made, "known errors", ""
    given = {label.shown for label in labels if label.answer != "cannot-tell"}
    asked = [each for each in own if each.is_asked]
    lacking = {j.kind for j in asked} - {j.kind for j in asked if j.asked.shown in given}
    words: dict[Kind, str] = {"yes": "yes", "no": "no", "open": "left open"}
    missing = ", ".join(words[kind] for kind in words if kind in lacking)
    return None, "nothing", f"no labels of: {missing}"


def _agreement(
    found: Sequence[Judgement],
    given: Sequence[Label],
    cells: Mapping[str, int],
    new: Collection[Shown],
) -> Iterator[Agreement]:
    kinds = {each.asked.shown: each.kind for each in found}
    for question in METRICS.values():
        labels = [x for x in given if x.question == question and kinds[x.shown] != "open"]
        told = [label for label in labels if label.answer != "cannot-tell"]
        if not told:
            continue
        said: tuple[Kind, ...] = ("yes", "no")
        own = {kind: [x for x in told if kinds[x.shown] == kind] for kind in said}
        where = tuple(
            Where(kind, sum(x.answer == kind for x in some), len(some))
            for kind, some in own.items()
            if some
        )
        asked = [each for each in found if each.asked.question == question and each.is_asked]
        some = _of_labelled(asked, {label.shown for label in told})
        is_whole = not any(each.asked.shown in new for each in some)
        yield Agreement(question, agreeing(some, labels, cells) if is_whole else None, where)


def _of_labelled(found: Sequence[Judgement], told: Collection[Shown]) -> list[Judgement]:
    """Return the verdicts on systems of which something was labelled: of others it says nothing."""
    systems: dict[Shown, set[System]] = {}
    for each in found:
        systems.setdefault(each.asked.shown, set()).add(each.system)
    labelled = {frozenset(systems[shown]) for shown in told}
    return [each for each in found if frozenset(systems[each.asked.shown]) in labelled]
