"""What is reported of a judge in a task: figures by name, each with interval and n."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from evals.agreement.judge import Answer, Judge
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
    "balanced_accuracy_by_others": "same, thresholds anew",
    "no_passed": "people no, it says yes",
    "no_open": "people no, it says none",
    "no_stopped": "people no, it says no",
    "yes_passed": "people yes, it says yes",
    "yes_open": "people yes, says none",
    "yes_stopped": "people yes, it says no",
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
    "right_day": "day among those found",
    "right_day_of_possible": "same, of possible days",
    "located": "quotation found",
    "right_speaker": "right speaker",
    "right_of_named": "right, of those named",
}
"""All figures there are, in the order in which they are shown, and what they are called.

From `decided` to `yes_stopped` they are of the verdicts that the product gives, at the thresholds
that ship; of these, `balanced_accuracy_by_others` takes thresholds chosen on other articles."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one judge in one task."""

    n: int
    """Items with a probability."""
    undecided: int
    """Items without one: the judge could not tell. They are in no figure but those of verdicts,
    where they are left open."""
    by_name: Mapping[str, Estimate]
    yes: float | None = None
    """Share to which people said yes; None where they gave scores."""
    reliability: Sequence[Bin] = field(default=())
    """Empty where what is said is no probability."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a judge answers, beside what people said."""

    article: str
    probability: float | None
    people: float
    system: str = ""
    verdict: bool | None = None
    """At the shipped thresholds; None: left open."""
    by_others: bool | None = None
    """At thresholds chosen on other articles."""

    @classmethod
    def of(cls, article: str, answer: Answer, people: float, *, system: str = "") -> "Said":
        """Return an answer beside what people said."""
        return cls(article, answer.probability, people, system, answer.verdict, answer.by_others)


def of_labels(judge: Judge, said: Sequence[Said]) -> Figures:
    """Measure verdicts against people's labels."""
    items = known(said)
    yes = mean([one.people for one in said])
    found = {
        "auc": agreement.auc(items),
        "balanced_accuracy": agreement.balanced_accuracy(items),
    }
    if judge.thresholds is not None:
        found |= _decided(said)
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


def _decided(said: Sequence[Said]) -> dict[str, Estimate]:
    """Measure the verdicts a judge gives by itself, and how often it gives one."""
    found = {
        "decided": ratio((one.article, float(one.verdict is not None), 1.0) for one in said),
        "balanced_accuracy_decided": _right(said, [one.verdict for one in said]),
        "balanced_accuracy_by_others": _right(said, [one.by_others for one in said]),
    }
    verdicts = {"passed": True, "open": None, "stopped": False}
    for label, of in (("no", 0.0), ("yes", 1.0)):
        there = [one for one in said if one.people == of]
        for name, verdict in verdicts.items():
            found[f"{label}_{name}"] = ratio(
                (one.article, float(one.verdict is verdict), 1.0) for one in there
            )
    return found


def _right(said: Sequence[Said], verdicts: Sequence[bool | None]) -> Estimate:
    """Return the balanced accuracy of verdicts, where there is one."""
    given = [
        Item(one.article, float(verdict), one.people)
        for one, verdict in zip(said, verdicts, strict=True)
        if verdict is not None
    ]
    return agreement.balanced_accuracy(given, at=0.5)
