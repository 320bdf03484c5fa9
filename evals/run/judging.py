"""Who judges a run: the model that is opened for it, and the record that tells judges apart."""

from collections.abc import Mapping

from evals.run.asking import Asking, open_models
from evals.run.record import JudgeRecord
from evals.scoring.judge_options import judge_of
from evals.scoring.judging import Judge
from summarize.models import Model
from summarize.models.settings import Tell


def open_judge(
    asking: Asking, models: Mapping[str, Model], tell: Tell = lambda _what, _share: None
) -> Judge | None:
    """Return the judge of a run, None when none is asked.

    A model that is open already is not opened again: an embedded one is large. Raises InputError or
    ModelError.
    """
    if asking.judge is None:
        return None
    model = models.get(asking.judge)
    return judge_of(model or open_models([asking.judge], asking, tell)[asking.judge])


def judge_record(judge: Judge | None) -> JudgeRecord | None:
    """Return what a run says of its judge."""
    if judge is None:
        return None
    return JudgeRecord(
        model=judge.model.name, question=judge.question_sha256, weights=judge.weights_sha256
    )
