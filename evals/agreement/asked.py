"""This project's judges with a model: what they see without one, and how sure it was of Yes."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from evals.agreement import support_judge
from evals.agreement.baselines import fitting, matched, matcher, weigher
from evals.agreement.judge import Features, Judge
from evals.fit.pairs import fit_with_a_model
from evals.match import asked
from summarize.judge.ask import fact_log_odds, support_log_odds
from summarize.judge.support import ASKED, with_a_model
from summarize.models import Model


def facts(model: Model) -> Judge:
    """Return the judge of whether a summary states facts."""

    async def describe(text: str, statements: Sequence[str]) -> list[Features | None]:
        seen = await matched(text, statements)
        told = await asyncio.gather(*(fact_log_odds(model, text, each) for each in statements))
        return [
            None if described is None or odds is None else {**described, **odds}
            for described, odds in zip(seen, told, strict=True)
        ]

    shipped = asked.shipped()
    return replace(
        matcher(),
        name=_name(model),
        describe=describe,
        asks=True,
        shipped=weigher(shipped),
        fitting=fitting(weigher),
        thresholds=(shipped.no, shipped.yes),
    )


def support(model: Model) -> Judge:
    """Return the judge of whether an article supports the sentences of a summary."""

    async def describe(article: str, claims: Sequence[str]) -> list[Features | None]:
        return [await answered(article, claim) for claim in claims]

    async def answered(article: str, claim: str) -> Features | None:
        features = support_judge.seen(article, claim)
        if features is None:
            return None
        odds = await support_log_odds(model, article, claim)
        return None if odds is None else {**features, ASKED: odds}

    shipped = with_a_model()
    return replace(
        support_judge.judge(),
        fitting=support_judge.fitting(fit_with_a_model),
        name=_name(model),
        describe=describe,
        asks=True,
        shipped=shipped.probability,
        thresholds=(shipped.no, shipped.yes),
    )


def _name(model: Model) -> str:
    return f"with {model.name}"
