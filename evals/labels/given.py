"""Which labels hold for a run, how far those who gave them agree, and what came in since.

The answers of several files are put together; where they differ, that of the file named first
holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evals.labels.frame import Judgement
from evals.labels.record import Label, Labels, Question, Shown, find_labels, load_labels
from evals.run.record import Run
from summarize.errors import InputError


@dataclass(frozen=True, slots=True)
class Between:
    """How far two files of labels agree on one question."""

    question: Question
    who: tuple[str, str]
    agreed: int
    n: int
    """Verdicts of which both could tell."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of a run's verdicts."""

    labels: Labels | None
    """One for each verdict that is still in the run; None when there is no file."""
    new: frozenset[Shown]
    """Verdicts of the run of which the labels are no sample: it did not have them then."""
    of: int
    """How many verdicts the run has that could be labelled."""
    gone: int = 0
    """Labels of words that are no longer in the run."""
    unjudged: int = 0
    """Labels of statements that nobody has judged in this run."""
    between: tuple[Between, ...] = ()


def load_given(path: Path, named: Sequence[Path] = ()) -> list[Labels]:
    """Return the labels named for a run, or those beside it; none where there are none.

    Raises InputError for what cannot be read, and for files that were drawn from different runs.
    """
    files = list(named) or [found for found in (find_labels(path),) if found]
    loaded = [load_labels(file) for file in files]
    for file, labels in zip(files, loaded, strict=True):
        if labels.frame != loaded[0].frame:
            raise InputError(
                f"{file}: was drawn from other verdicts than {files[0]}: name labels of one run"
            )
    return loaded


def given(run: Run, found: Sequence[Judgement], loaded: Sequence[Labels]) -> Given:
    """Return which labels hold for a run that has these verdicts."""
    now = {each.asked.shown for each in found if each.is_asked}
    if not loaded:
        return Given(None, frozenset(), len(now))
    every = _together(loaded)
    kept = every.within(now)
    lost = [label for label in every.labels if label.shown not in now]
    is_judged = any(trial.supported is not None for trial in run.trials)
    unjudged = 0 if is_judged else sum(label.question == "supported" for label in lost)
    return Given(
        kept,
        frozenset(now - {shown for own in every.frame.values() for shown in own}),
        len(now),
        gone=len(lost) - unjudged,
        unjudged=unjudged,
        between=tuple(_between([each.within(now) for each in loaded])),
    )


def _together(loaded: Sequence[Labels]) -> Labels:
    told: dict[Shown, Label] = {}
    for label in (label for labels in loaded for label in labels.labels):
        if label.shown not in told or told[label.shown].answer == "cannot-tell":
            told[label.shown] = label
    return loaded[0].model_copy(update={"labels": list(told.values())})


def _between(loaded: Sequence[Labels]) -> Iterator[Between]:
    questions: tuple[Question, ...] = ("stated", "supported")
    for one, other in combinations(loaded, 2):
        for question in questions:
            left, right = (_answers(labels, question) for labels in (one, other))
            both = left.keys() & right.keys()
            if both:
                agreed = sum(left[shown] == right[shown] for shown in both)
                yield Between(question, (one.by, other.by), agreed, len(both))


def _answers(labels: Labels, question: Question) -> dict[Shown, str]:
    return {
        label.shown: label.answer
        for label in labels.labels
        if label.question == question and label.answer != "cannot-tell"
    }
