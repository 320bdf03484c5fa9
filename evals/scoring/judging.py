"""Ask a language model what a rule cannot decide of one summary, and keep account of it.

Two questions: does the summary state this fact, and does the article support this statement. All
that is asked of a summary is asked together, the facts first: their questions begin alike, so a
server reads the summary once. What comes back is read by models fitted on what people judged, never
believed as it is. A model that tells neither Yes nor No leaves a verdict open; it is never a no.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from evals.match.asked import Asked, in_words, shipped, to_ask
from evals.metrics.judged import DEFAULT_STYLE, Judged, Spent, judge, prose
from evals.trial import Said, Trial
from summarize.errors import DraftError
from summarize.judge.ask import Answerer, fact_log_odds, questions_sha256, read_log_odds
from summarize.judge.logistic import Logistic
from summarize.judge.retrieve import evidence_in
from summarize.judge.support import with_a_model
from summarize.judge.supported import Cited, Supported, as_told, body_text, supported
from summarize.models import Completion, Model, Request
from summarize.pipeline.limited import Limited
from summarize.prompt import HouseStyle


@dataclass(frozen=True, slots=True)
class Judgements:
    """What a judge has said of one summary."""

    matcher: Asked
    supported: tuple[bool | None, ...]
    """For each statement; None where the judge could not tell, and of quotations."""
    sure: tuple[float | None, ...]
    """For each statement, how probably it is supported; None where nobody was asked or told."""
    spent: Spent


@dataclass(frozen=True)
class Judge:
    """A language model, and the fitted models that read its answers."""

    model: Model
    stated: Logistic
    """Whether a summary states a fact."""
    supported: Logistic
    """Whether an article supports a statement."""
    server: str | None = None
    """Digest of the address at which the model is asked; None where it has none."""

    @classmethod
    def with_shipped_weights(cls, model: Model, *, server: str | None = None) -> "Judge":
        """Return the judge as it was fitted on what people judged."""
        return cls(model, shipped(), with_a_model(), server)

    @property
    def question_sha256(self) -> str:
        """Return the digest of what is asked."""
        return questions_sha256()

    @cached_property
    def weights_sha256(self) -> str:
        """Return the digest of both fitted models: their weights and their thresholds."""
        return weights_sha256(self.stated, self.supported)

    async def judgements(self, trial: Trial, model: Answerer | None = None) -> Judgements:
        """Ask all that has to be asked of a trial; `model` stands before the judge's own.

        Raises ModelError when there is no answer.
        """
        counted = _Counted(model or self.model)
        states = to_ask(trial)
        summary, article = in_words(trial.said), body_text(trial.article)
        odds = [fact_log_odds(counted, summary, each) for each in states]
        support = [
            self._supported(_cited(number, trial, article), counted)
            for number, said in enumerate(trial.said)
            if _is_prose(said)
        ]
        answers = await _all([*odds, *support])
        told = iter(answers[len(odds) :])
        found = [next(told) if _is_prose(said) else None for said in trial.said]
        return Judgements(
            Asked(trial.said, dict(zip(states, answers, strict=False)), self.stated),
            tuple(each.answer if each else None for each in found),
            tuple(each.probability if each else None for each in found),
            counted.spent,
        )

    async def _supported(self, cited: Cited, model: Answerer) -> Supported:
        return await supported(cited, model, weights=self.supported)


def weights_sha256(stated: Logistic, supported: Logistic) -> str:
    """Return the digest of the two fitted models of a judge."""
    both = [[dict(m.weights), m.no, m.yes] for m in (stated, supported)]
    return hashlib.sha256(json.dumps(both, sort_keys=True).encode()).hexdigest()


async def judge_all(
    judge: Judge, trials: Sequence[Trial], *, jobs: int, ended: Callable[[Trial], None]
) -> list[Judgements]:
    """Return what the judge says of each trial, in order, with at most `jobs` questions at once.

    `ended` is told of each trial. The model is closed afterwards. Raises ModelError when it does
    not answer; what it has answered by then is kept.
    """
    model: Model = Limited(judge.model, jobs) if judge.model.chooses else judge.model
    free = asyncio.Semaphore(jobs)

    async def one(trial: Trial) -> Judgements:
        async with free:
            made = await judge.judgements(trial, model)
        ended(trial)
        return made

    try:
        return await _all([one(trial) for trial in trials])
    finally:
        await judge.model.close()


def judged(
    trial: Trial, judgements: Judgements | None, *, style: HouseStyle = DEFAULT_STYLE
) -> Judged:
    """Return a trial with its verdicts: those of a judge, or those that need none."""
    if judgements is None:
        return judge(trial, style=style)
    made = judge(trial, matcher=judgements.matcher, style=style)
    return replace(
        made, supported=judgements.supported, sure=judgements.sure, spent=judgements.spent
    )


def caution(model: str) -> str | None:
    """Return what to bear in mind where `model` judges; None where the weights are made for it."""
    fitted = {each.answers_of for each in (shipped(), with_a_model()) if each.answers_of}
    if model in fitted or not fitted:
        return None
    return (
        f"judge {model}: its answers are weighed as those of {', '.join(sorted(fitted))}, and how "
        "often it errs is not known: label some of its verdicts in a run (summarize eval label)"
    )


def silence(model: str, *, asked: int, untold: int) -> str | None:
    """Return what to say of questions that `model` left untold; None where there are none."""
    if not untold:
        return None
    what = (
        f"judge {model}: told no log probabilities of Yes and No for {untold} of {asked} questions"
    )
    if untold < asked:
        return f"{what}: what they decide is left open"
    return f"{what}: it has judged nothing: ask a model and a server that tell them"


def _is_prose(said: Said) -> bool:
    return bool(prose([said]))


def _cited(number: int, trial: Trial, article: str) -> Cited:
    """Return a statement with its evidence, which is looked for where the summary gives none."""
    said = trial.said[number]
    if said.evidence:
        return Cited(said.text, as_told(trial.article, said.evidence), article)
    return Cited(said.text, evidence_in(article, said.text), article)


async def _all(asked: Sequence[Coroutine[Any, Any, Any]]) -> list[Any]:
    """Wait for all of them in order; when one fails, the others are given up."""
    tasks = [asyncio.ensure_future(each) for each in asked]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()


class _Counted:
    """A model that is asked nothing twice of one summary, and the account of it."""

    def __init__(self, model: Answerer) -> None:
        self._model = model
        self._asked: dict[str, asyncio.Task[Completion]] = {}
        self.spent = Spent(0, 0, 0, 0.0)

    @property
    def name(self) -> str:
        return self._model.name

    async def complete(self, request: Request) -> Completion:
        # A point is often said again in the abstract.
        digest = request.digest()
        if digest not in self._asked:
            self._asked[digest] = asyncio.ensure_future(self._ask(request))
        return await self._asked[digest]

    async def _ask(self, request: Request) -> Completion:
        try:
            completion = await self._model.complete(request)
        except DraftError:
            spent = self.spent
            self.spent = replace(spent, calls=spent.calls + 1, untold=spent.untold + 1)
            raise
        usage, spent = completion.usage, self.spent
        self.spent = Spent(
            spent.calls + 1,
            spent.tokens + usage.prompt_tokens + usage.completion_tokens,
            spent.cached_tokens + usage.cached_prompt_tokens,
            round(spent.seconds + completion.seconds, 3),
            spent.untold + (read_log_odds(completion) is None),
        )
        return completion
