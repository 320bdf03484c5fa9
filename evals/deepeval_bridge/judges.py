"""Judges: what a model is asked about a summary beside the gold.

They are off unless somebody names the model that judges. None is calibrated on human judgements:
a score says what that model thinks, and nothing is gated by it in `summarize eval`. Every metric is
made anew for each article, because a used one keeps the questions of the article before.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from evals.deepeval_bridge import theirs
from evals.deepeval_bridge.theirs import (
    BaseMetric,
    DeepEvalBaseLLM,
    GEval,
    Golden,
    Rubric,
    SingleTurnParams,
)
from summarize.errors import DraftError, InputError

# The lower end of "reads well, with small faults" is 6 of 10; below the middle somebody must look.
THRESHOLD: Final = 0.5
_CRITERIA: Final = Path(__file__).with_name("judges.yaml")
_LOOKS_AT: Final = {
    "article": SingleTurnParams.INPUT,
    "summary": SingleTurnParams.ACTUAL_OUTPUT,
}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Grade(_Part):
    """One grade of a rubric."""

    least: Annotated[int, Field(alias="from", ge=0, le=10)]
    most: Annotated[int, Field(alias="to", ge=0, le=10)]
    means: str


class Criterion(_Part):
    """What GEval is asked: fixed steps and a rubric."""

    looks_at: tuple[Literal["article", "summary"], ...]
    steps: tuple[str, ...]
    rubric: tuple[Grade, ...]


@cache
def criteria() -> Mapping[str, Criterion]:
    """Return the criteria by name."""
    given = yaml.safe_load(_CRITERIA.read_text(encoding="utf-8"))
    return {name: Criterion.model_validate(entry) for name, entry in given.items()}


class RubricJudge(GEval):
    """GEval that takes no score outside its rubric; GEval itself makes 12 of 10 a score of 1.2."""

    def measure(self, *case: Any, **options: Any) -> float:
        """Return the score. Raises DraftError for one that the rubric does not have."""
        score = float(super().measure(*case, **options))
        if not 0 <= score <= 1:
            self.score = self.success = None
            raise DraftError(
                f"{self.evaluation_model}: gave {self.name} {score * 10:g} of 10: "
                "use a larger model"
            )
        return score


def by_rubric(name: str, model: DeepEvalBaseLLM, *, threshold: float = THRESHOLD) -> RubricJudge:
    """Return a fresh judge by one of the criteria."""
    criterion = criteria()[name]
    return RubricJudge(
        name=name,
        evaluation_params=[_LOOKS_AT[part] for part in criterion.looks_at],
        evaluation_steps=list(criterion.steps),
        rubric=[
            Rubric(score_range=(grade.least, grade.most), expected_outcome=grade.means)
            for grade in criterion.rubric
        ],
        model=model,
        threshold=threshold,
        async_mode=False,
    )


class SummarizationMetric(theirs.SummarizationMetric):
    """DeepEval's, to whom a careless judge is an error. Its templates are found by this name."""

    def measure(self, *case: Any, **options: Any) -> float:
        """Return the score. Raises DraftError for more or fewer answers than questions."""
        self.score = self.success = None
        return float(super().measure(*case, **options))

    def _generate_answers(self, text: str) -> list[str]:
        """Return an answer to each question; DeepEval itself takes as many as there are."""
        answers: list[str] = super()._generate_answers(text)
        asked = len(self.assessment_questions or ())
        if len(answers) != asked:
            raise DraftError(
                f"{self.evaluation_model}: its answers do not fit the questions ({len(answers)} to "
                f"{asked}): use a larger model"
            )
        return answers


def by_questions(
    about: Golden, model: DeepEvalBaseLLM, *, threshold: float = THRESHOLD
) -> SummarizationMetric:
    """Return a fresh judge that asks what the editor's must-facts ask.

    Raises InputError when the gold has no must-fact: DeepEval would then make up questions.
    """
    must = (about.additional_metadata or {}).get("must") or {}
    if not must:
        raise InputError(f"{about.name}: has no must-fact to ask for: mark some as weight: must")
    return SummarizationMetric(
        assessment_questions=[f"Does the text say this? {states}" for states in must.values()],
        model=model,
        threshold=threshold,
        async_mode=False,
    )


def _rubric(name: str) -> Callable[[Golden, DeepEvalBaseLLM], BaseMetric]:
    return lambda _, model: by_rubric(name, model)


JUDGES: Final[Mapping[str, Callable[[Golden, DeepEvalBaseLLM], BaseMetric]]] = {
    "fluency": _rubric("fluency"),
    "neutrality": _rubric("neutrality"),
    "questions": by_questions,
}
"""Makers of fresh metrics, for one golden and one model."""
