"""What is reported of a judge in a task: figures by name, each with interval and n."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from evals.agreement.judge import Judge
from evals.statistics import agreement, correlation
from evals.statistics.agreement import Bin
from evals.statistics.resampled import Estimate, Item, ratio

LEVELS: Final = {
    "pooled": correlation.pooled,
    "averaged": correlation.averaged,
    "by_system": correlation.by_system,
}
KINDS: Final[tuple[correlation.Kind, ...]] = ("pearson", "spearman", "kendall")

FIGURES: Final[Mapping[str, str]] = {
    "auc": "AUC",
    "balanced_accuracy": "balanced accuracy",
    "decided": "share decided",
    "balanced_accuracy_decided": "balanced acc. of these",
    "brier": "Brier score",
    "calibration_error": "calibration error",
    "ordered_right": "pairs ordered right",
    "pearson_pooled": "Pearson, pooled",
    "spearman_pooled": "Spearman, pooled",
    "kendall_pooled": "Kendall, pooled",
    "pearson_averaged": "Pearson, by article",
    "spearman_averaged": "Spearman, by article",
    "kendall_averaged": "Kendall, by article",
    "pearson_by_system": "Pearson, by system",
    "spearman_by_system": "Spearman, by system",
    "kendall_by_system": "Kendall, by system",
    "precision": "precision",
    "recall": "recall",
    "f1": "F1",
    "f1_calendar": 'F1 without "now" etc.',
    "right_value": "right value, resolved",
    "right_value_of_found": "right value, found",
    "right_day": "right day",
    "right_day_of_possible": "right, of possible days",
    "located": "quotation found",
    "right_speaker": "right speaker",
    "right_of_named": "right, of those named",
}
"""All figures there are, in the order in which they are shown, and what they are called."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one judge in one task."""

    n: int
    """Items with a probability."""
    undecided: int
    """Items without one: the judge could not tell. They are in no figure but `decided`."""
    by_name: Mapping[str, Estimate]
    yes: float | None = None
    """Share to which people said yes; None where they gave scores."""
    reliability: Sequence[Bin] = field(default=())
    """Empty where what is said is no probability."""


@dataclass(frozen=True, slots=True)
class Said:
    """A probability, or None, beside what people said."""

    article: str
    probability: float | None
    people: float
    system: str = ""


def of_labels(judge: Judge, said: Sequence[Said]) -> Figures:
    """Measure verdicts against people's labels."""
    items = known(said)
    yes = mean([one.people for one in said])
    found = {
        "auc": agreement.auc(items),
        "balanced_accuracy": agreement.balanced_accuracy(items),
    }
    if judge.thresholds is not None:
        found |= _decided(judge.thresholds, said)
    if not judge.is_probability:
        return Figures(len(items), len(said) - len(items), found, yes)
    found["brier"] = agreement.brier(items)
    found["calibration_error"] = agreement.calibration_error(items)
    bins = agreement.reliability(items)
    return Figures(len(items), len(said) - len(items), found, yes, bins)


def of_scores(said: Sequence[Said]) -> dict[str, Estimate]:
    """Measure scores of summaries against people's, at each level, by each coefficient."""
    items = known(said)
    return {
        f"{kind}_{level}": correlate(items, kind)
        for level, correlate in LEVELS.items()
        for kind in KINDS
        if level != "by_system" or any(item.system for item in items)
    }


def known(said: Sequence[Said]) -> list[Item]:
    """Return what has a probability."""
    return [
        Item(s.article, s.probability, s.people, s.system)
        for s in said
        if s.probability is not None
    ]


def mean(probabilities: Sequence[float | None]) -> float | None:
    """Return the mean of those that are known: the share that is expected to hold."""
    there = [p for p in probabilities if p is not None]
    return sum(there) / len(there) if there else None


def _decided(thresholds: tuple[float, float], said: Sequence[Said]) -> dict[str, Estimate]:
    """Measure the verdicts a judge gives by itself, and how often it gives one."""
    no, yes = thresholds

    def is_clear(one: Said) -> bool:
        return one.probability is not None and not no <= one.probability < yes

    clear = [one for one in said if is_clear(one)]
    return {
        "decided": ratio((one.article, float(is_clear(one)), 1.0) for one in said),
        "balanced_accuracy_decided": agreement.balanced_accuracy(known(clear), at=yes),
    }
