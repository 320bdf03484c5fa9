"""Who judges a run: the models that are opened for it, and the record that tells judges apart."""

from collections.abc import Iterable, Mapping

from evals.run.asking import Asking, open_models
from evals.run.record import JudgeRecord
from evals.scoring.judge_options import judge_of
from evals.scoring.judging import Judge
from summarize.models import Model
from summarize.models.lead import Lead
from summarize.models.providers import server_of
from summarize.models.settings import Tell
from summarize.pipeline.judging import judge_named, open_support_judge
from summarize.prompt import Prompt


def open_judge(
    asking: Asking, models: Mapping[str, Model], tell: Tell = lambda _what, _share: None
) -> Judge | None:
    """Return the judge of a run, None when none is asked.

    A model that is open already is not opened again: an embedded one is large. Raises InputError or
    ModelError.
    """
    if asking.judge is None:
        return None
    model = models.get(asking.judge) or open_models([asking.judge], asking, tell)[asking.judge]
    return judge_of(model, server=None if asking.replay else server_of(model.name, asking.base_url))


def support_judges(
    prompts: Iterable[Prompt],
    asking: Asking,
    models: Mapping[str, Model],
    tell: Tell = lambda _what, _share: None,
) -> dict[str, Model]:
    """Return the models by which prompts have statements judged, by the names they give them.

    One that is open already is not opened again. Raises InputError or ModelError.
    """
    writers = {model.name: model for model in models.values() if not isinstance(model, Lead)}
    names = {name for prompt in prompts if (name := judge_named(prompt))} if writers else set()
    return {
        name: writers.get(name)
        or open_support_judge(name, lambda name: open_models([name], asking, tell)[name])
        for name in sorted(names)
    }


def judge_record(judge: Judge | None) -> JudgeRecord | None:
    """Return what a run says of its judge."""
    if judge is None:
        return None
    return JudgeRecord(
        model=judge.model.name,
        question=judge.question_sha256,
        weights=judge.weights_sha256,
        server=judge.server,
    )
