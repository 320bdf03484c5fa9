"""The means of a run's metrics by system, and what must not pass in silence.

A system is a model with a prompt. A mean is over articles, repeats averaged first; what was not
measured is left out, never counted as 0.
"""

from dataclasses import dataclass
from typing import Final

from evals.metrics import AMOUNTS
from evals.run.record import QuestionsRecord, Run, TrialRecord
from evals.scoring.scored import Mean, mean
from summarize.errors import ModelError

# What may be absent without a fault: boilerplate, which not every article has; and what a judge
# says, unless one was asked. All else is measured wherever there is gold.
MAY_BE_ABSENT: Final = ("boilerplate",)
BY_A_JUDGE: Final = ("faithful",)


@dataclass(frozen=True, slots=True)
class Level:
    """How a system stands in one metric."""

    mean: Mean
    n: int
    """Items measured, over all trials."""


@dataclass(frozen=True, slots=True)
class System:
    """A model with a prompt, and what it got."""

    model: str
    prompt: str
    trials: int
    errors: int
    metrics: dict[str, Level]
    amounts: dict[str, Mean]
    """Counts and costs by name, averaged as metrics are."""


def systems(run: Run) -> list[System]:
    """Return the systems of a run in the order in which they were run."""
    grouped: dict[tuple[str, str], list[TrialRecord]] = {}
    for trial in run.trials:
        grouped.setdefault((trial.model, trial.prompt), []).append(trial)
    return [
        System(
            model=model,
            prompt=prompt,
            trials=len(trials),
            errors=sum(t.error is not None for t in trials),
            metrics={name: _level(trials, name) for name in run.manifest.metrics},
            amounts={
                name: mean((t.article, t.amounts.get(name)) for t in trials) for name in AMOUNTS
            },
        )
        for (model, prompt), trials in grouped.items()
    ]


def _level(trials: list[TrialRecord], metric: str) -> Level:
    scores = [(t.article, t.scores[metric]) for t in trials if metric in t.scores]
    return Level(mean((a, s.value) for a, s in scores), sum(s.n for _, s in scores))


def unmeasured(run: Run) -> list[str]:
    """Return the metrics that no trial has a value of, and one should have."""
    measured = {
        name for t in run.trials for name, score in t.scores.items() if score.value is not None
    }
    absent = {*MAY_BE_ABSENT, *(BY_A_JUDGE if run.manifest.judge is None else ())}
    return [m for m in run.manifest.metrics if m not in measured and m not in absent]


def questions(run: Run) -> QuestionsRecord:
    """Return how much the judge of a run was asked, and left untold; 0 without one."""
    every = [trial.questions for trial in run.trials if trial.questions is not None]
    return QuestionsRecord(asked=sum(q.asked for q in every), untold=sum(q.untold for q in every))


def exit_code(run: Run) -> int:
    """Return 0 for a run that can be relied on, else the worst of its errors' codes, at least 1.

    A judge that told nothing at all of what it was asked is a model that did not answer.
    """
    codes = [max(1, t.error.exit_code) for t in run.trials if t.error is not None]
    of_the_judge = questions(run)
    if 0 < of_the_judge.asked == of_the_judge.untold:
        codes.append(ModelError.exit_code)
    return max([*codes, 1 if unmeasured(run) or not run.trials else 0])


def name_of(trial: TrialRecord) -> str:
    """Return what a trial is called in a message."""
    again = f" (repeat {trial.repeat})" if trial.repeat else ""
    return f"{trial.article}, {trial.model} {trial.prompt}{again}"
