"""Correct the rate of one system: by a person's labels of its verdicts, or by known errors.

A rate is a mean over articles, repeats averaged first, as everywhere.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evals.labels.frame import Judgement, Kind
from evals.labels.record import Label, Labels, Shown
from evals.labels.sample import achieved
from evals.statistics.corrected import Corrected, KnownErrors, effective_size, rogan_gladen
from evals.statistics.powered import Item, prediction_powered

PREDICTED: Final[Mapping[Kind, float]] = {"yes": 1.0, "no": 0.0, "open": 0.5}
# What a rule decides is taken for right, for nobody has counted how often it errs.
_NEVER_ERRS: Final = KnownErrors(1.0, 1e12, 1.0, 1e12)


@dataclass(frozen=True, slots=True)
class Told:
    """What people have said, of what they could tell."""

    labels: Mapping[Shown, Label]
    chances: Mapping[Shown, float]
    """How probable each label was to be given, 0 to 1."""

    @classmethod
    def of(cls, labels: Labels | None) -> "Told":
        """Return what a file of labels tells."""
        if labels is None:
            return cls({}, {})
        given = {label.shown: label for label in labels.labels if label.answer != "cannot-tell"}
        return cls(given, achieved(labels.labels, labels.cells))


def by_labels(own: Sequence[Judgement], told: Told) -> Corrected | None:
    """Correct the rate by labels; None when a kind of verdict has none of them."""
    return prediction_powered(_items(own, told))


def agreeing(found: Sequence[Judgement], told: Told) -> Corrected | None:
    """Return in which share of its verdicts people would agree with the judge.

    Where it left a verdict open there is nothing to agree with. None as `by_labels`.
    """
    decided = {each.asked.shown: each for each in found if each.kind != "open"}
    return prediction_powered(
        Item(
            1.0,
            float(told.labels[shown].answer == each.kind) if shown in told.labels else None,
            cluster=each.asked.article,
            stratum=each.kind,
            chance=told.chances.get(shown, 1.0),
        )
        for shown, each in decided.items()
    )


def _items(own: Sequence[Judgement], told: Told) -> list[Item]:
    """Return what a system was judged on; a repeat that says the same again is one item."""
    weights: dict[Shown, float] = {}
    by_shown: dict[Shown, Judgement] = {}
    for each, weight in zip(own, _weights(own), strict=True):
        weights[each.asked.shown] = weights.get(each.asked.shown, 0.0) + weight
        by_shown[each.asked.shown] = each
    return [
        Item(
            PREDICTED[each.kind],
            float(told.labels[shown].answer == "yes") if shown in told.labels else None,
            cluster=each.asked.article,
            stratum=each.kind,
            weight=weights[shown],
            chance=told.chances.get(shown, 1.0),
        )
        for shown, each in by_shown.items()
    ]


def _weights(own: Sequence[Judgement]) -> list[float]:
    """Return what each counts for in a mean over articles, repeats averaged first."""
    sizes: dict[tuple[str, int], int] = {}
    for each in own:
        key = (each.asked.article, each.repeat)
        sizes[key] = sizes.get(key, 0) + 1
    repeats: dict[str, int] = {}
    for article, _ in sizes:
        repeats[article] = repeats.get(article, 0) + 1
    return [
        1 / len(repeats) / repeats[e.asked.article] / sizes[e.asked.article, e.repeat] for e in own
    ]


def by_errors(own: Sequence[Judgement], errors: KnownErrors) -> Corrected | None:
    """Correct what the judge decided by known errors, and leave what rules decided as it is."""
    decided = [each for each in own if each.kind != "open"]
    weights = _weights(decided)
    parts = []
    for by_rule, known in ((True, _NEVER_ERRS), (False, errors)):
        some = [(e, w) for e, w in zip(decided, weights, strict=True) if e.by_rule == by_rule]
        if not some:
            continue
        part = _part(some, known)
        if part is None:
            return None
        parts.append((math.fsum(w for _, w in some), part))
    return _together(parts) if parts else None


def _part(some: Sequence[tuple[Judgement, float]], errors: KnownErrors) -> Corrected | None:
    by_article: dict[str, list[float]] = {}
    for each, _ in some:
        by_article.setdefault(each.asked.article, []).append(PREDICTED[each.kind])
    n, clusters = effective_size(by_article)
    total = math.fsum(w for _, w in some)
    share = min(1.0, math.fsum(w * PREDICTED[e.kind] for e, w in some) / total)
    found = rogan_gladen(share, n, errors)
    return replace(found, clusters=clusters) if found else None


def _together(parts: Sequence[tuple[float, Corrected]]) -> Corrected:
    """Add up parts with their shares (MOVER: Zou and Donner 2008)."""
    rate = math.fsum(share * part.rate for share, part in parts)
    below = math.hypot(*(share * (part.rate - part.low) for share, part in parts))
    above = math.hypot(*(share * (part.high - part.rate) for share, part in parts))
    clusters = [part.clusters for _, part in parts]
    return Corrected(
        rate,
        max(0.0, rate - below),
        min(1.0, rate + above),
        clamped=any(part.clamped for _, part in parts),
        clusters=None if None in clusters else max(c for c in clusters if c is not None),
    )
