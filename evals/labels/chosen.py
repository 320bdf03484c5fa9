"""What an editor wants to label: all, or what one metric or one system rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.labels.frame import Judgement, System, judgements
from evals.labels.rates import METRICS
from evals.labels.record import Question
from evals.labels.sample import BASELINE, Order
from evals.labels.width import widths
from evals.run.record import Run
from evals.run.systems import systems
from evals.run.table import letter
from summarize.errors import InputError


@dataclass(frozen=True, slots=True)
class Chosen:
    """The verdicts of a run, and which of them to label."""

    found: Sequence[Judgement]
    """All of them."""
    questions: frozenset[Question]
    systems: frozenset[System]

    def wants(self, judgement: Judgement) -> bool:
        """Say whether this one was chosen."""
        of_it = judgement.asked.question in self.questions and judgement.system in self.systems
        return of_it and judgement.is_asked

    def promised(self, order: Order, first: int) -> str:
        """Say how wide the intervals will be, roughly, with so many labels and with twice as many.

        The baseline is left out unless it is all there is, as it comes last. "" where too few are
        asked for to correct anything.
        """
        chosen = [system for system in self.systems if system[0] != BASELINE] or self.systems
        own = [[j for j in self.found if j.system == system] for system in sorted(chosen)]
        told = []
        for number in dict.fromkeys(min(n, len(order.asked)) for n in (first, 2 * first)):
            found = widths(own, order, number)
            each = [f"{m} to ±{found[q]:.2f}" for m, q in METRICS.items() if q in found]
            if each:
                many = "1 label" if number == 1 else f"{number} labels"
                told.append(f"with {many} {', '.join(each)}")
        so = "Each system's rate will be known roughly so well"
        return f"{so}: {'; '.join(told)}." if told else ""


def choose(run: Run, path: Path, *, metric: str | None, system: str | None) -> Chosen:
    """Return what to label of a run. Raises InputError where there is nothing of the kind."""
    found = judgements(run, path.parent)
    if not any(each.is_asked for each in found):
        raise InputError(f"{path}: has no verdict on a must-fact, so there is nothing to label")
    questions = frozenset([METRICS[metric]] if metric else METRICS.values())
    chosen = Chosen(found, questions, frozenset(_systems(run, path, system)))
    if not any(chosen.wants(each) for each in found):
        of = f" of {system}" if system else ""
        on = f" for {metric}" if metric else ""
        why = ", for no judge was asked" if run.manifest.judge is None else ""
        raise InputError(f"{path}: has nothing to label{of}{on}{why}: choose another")
    return chosen


def _systems(run: Run, path: Path, named: str | None) -> list[System]:
    every = {letter(i): (s.model, s.prompt) for i, s in enumerate(systems(run))}
    if named is None:
        return list(every.values())
    chosen = [system for key, system in every.items() if named in (key, *system, " ".join(system))]
    if not chosen:
        there = "; ".join(f"{key} {' '.join(system)}" for key, system in every.items())
        raise InputError(f"{path}: has no system {named!r}: name one of: {there}")
    return chosen
