"""What a summary cost, and how long it is. Amounts, not marks: less is not better by itself.

Each is None where our own record, which alone knows it, is not there or does not say.
"""

import re
from typing import Final

from evals.metrics.judged import Judged

# The first letter and the rest: one of each word.
_WORD: Final = re.compile(r"\w\S*")


def words(judged: Judged) -> float:
    """Words of all statements looked at.

    It does not show what a reader sees: lists of dates, numbers and names are not counted.
    """
    return float(sum(len(_WORD.findall(s.text)) for s in judged.trial.said))


def facts(judged: Judged) -> float:
    """Facts stated, must and may. It does not show which: a must-fact counts like any other."""
    return float(sum(v.verdict == "stated" for v in judged.matched.facts.values()))


def words_per_fact(judged: Judged) -> float | None:
    """Words for each fact stated, must and may. None when none is.

    It does not show brevity where the gold is thin: words on what it leaves out count too. Over
    several summaries it is all words by all facts: a mean would leave out those that state none.
    """
    stated = facts(judged)
    return words(judged) / stated if stated else None


def tokens(judged: Judged) -> float | None:
    """Tokens read and written by the model, as the server counted them.

    It does not show money: tokens read are cheaper than those written, and cheaper still again.
    """
    summary = judged.trial.summary
    if summary is None:
        return None
    usage = summary.made_by.usage
    total = usage.prompt_tokens + usage.completion_tokens
    # A server that counts nothing says 0.
    return float(total) if total or not usage.calls else None


def seconds(judged: Judged) -> float | None:
    """Seconds of model time, also where the answers now come from a recording.

    It does not show how long anybody waited: several articles may be in work at once.
    """
    summary = judged.trial.summary
    return summary.made_by.seconds if summary else None


def usd(judged: Judged) -> float | None:
    """US dollars. None where the price is not known."""
    summary = judged.trial.summary
    return summary.made_by.cost_usd if summary else None


def judge_tokens(judged: Judged) -> float | None:
    """Tokens that the judge read and wrote. None unless one was asked, and told.

    It does not show the summarizer's: those are `tokens`. What was read before is counted again.
    """
    spent = judged.spent
    return float(spent.tokens) if spent and (spent.tokens or not spent.calls) else None


def judge_seconds(judged: Judged) -> float | None:
    """Seconds of the judge's time, also where its answers now come from a recording.

    It does not show how long anybody waited: much may be asked at once.
    """
    return judged.spent.seconds if judged.spent else None


def repaired(judged: Judged) -> float | None:
    """Statements that went back to the model once. It does not show whether that helped."""
    summary = judged.trial.summary
    return float(summary.made_by.usage.repaired) if summary else None


def rejected(judged: Judged) -> float | None:
    """Statements not published. It does not show that they were wrong: checks may err."""
    summary = judged.trial.summary
    return float(len(summary.rejected)) if summary else None
