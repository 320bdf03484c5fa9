"""What a summary cost, where the suite says what its model asks for tokens.

Tokens that a server remembers are often cheaper, and servers count them in many ways: all are
taken at the full price, so what is told is the most it can have been. What another model takes as a
judge is not in it.
"""

from collections.abc import Mapping
from typing import Final

from evals.run.record import TrialRecord
from evals.suite import Price
from summarize.summary import MadeBy, UsageRecord

# Prices are for so many tokens.
TOKENS: Final = 1_000_000


def priced(trial: TrialRecord, prices: Mapping[str, Price]) -> TrialRecord:
    """Return the trial with its cost in USD; as it is, where no price is known or nothing asked."""
    price, summary = prices.get(trial.model), trial.summary
    if price is None or summary is None:
        return trial
    usd = _usd(_own_usage(summary.made_by), price)
    made_by = summary.made_by.model_copy(update={"cost_usd": usd})
    return trial.model_copy(
        update={
            "summary": summary.model_copy(update={"made_by": made_by}),
            "amounts": trial.amounts | {"usd": usd},
        }
    )


def _own_usage(made_by: MadeBy) -> UsageRecord:
    """Return what was spent, without what another model took as the judge of statements."""
    usage, judge = made_by.usage, made_by.judge
    if judge is None or judge.model == made_by.model:
        return usage
    return usage.model_copy(
        update={
            "calls": usage.calls - judge.calls,
            "prompt_tokens": usage.prompt_tokens - judge.prompt_tokens,
            "completion_tokens": usage.completion_tokens - judge.completion_tokens,
        }
    )


def _usd(usage: UsageRecord, price: Price) -> float | None:
    """Return USD; None where the server did not say how many tokens there were."""
    if usage.calls and not usage.prompt_tokens + usage.completion_tokens:
        return None
    return (usage.prompt_tokens * price.input + usage.completion_tokens * price.output) / TOKENS
