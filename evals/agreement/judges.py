"""Who judges: the baseline, this project without a model, and with one.

A model's judges are added here, and nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.agreement import asked, support_judge
from evals.agreement.baselines import matcher, stems, word_overlap, words
from evals.agreement.judge import Judge
from summarize.models import Model


@dataclass(frozen=True, slots=True)
class Judges:
    """Those for each question, the baseline first."""

    facts: Sequence[Judge]
    support: Sequence[Judge]


def without_a_model() -> Judges:
    """Return the judges that ask nobody."""
    return Judges(
        facts=[word_overlap(stems), matcher()], support=[word_overlap(words), support_judge.judge()]
    )


def with_model(model: Model) -> Judges:
    """Return these and the ones that ask `model`."""
    alone = without_a_model()
    return Judges(
        facts=[*alone.facts, asked.facts(model)], support=[*alone.support, asked.support(model)]
    )
