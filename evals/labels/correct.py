"""Correct the rate of one system: by a person's labels of its verdicts, or by known errors.

A rate is a mean over articles, repeats averaged first, as everywhere. A sentence of the article,
copied whole, is supported: nobody is asked, and nothing is corrected.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import stdev
from typing import Final

from evals.labels.frame import Judgement, Kind
from evals.labels.record import Answer, Label, Shown
from evals.labels.sample import achieved
from evals.statistics.corrected import (
    CONFIDENCE,
    Corrected,
    KnownErrors,
    NotCorrected,
    effective_size,
    rogan_gladen,
)
from evals.statistics.difference import FEWEST_ARTICLES
from evals.statistics.powered import Item, prediction_powered
from evals.statistics.quantiles import student_quantile

PREDICTED: Final[Mapping[Kind, float]] = {"yes": 1.0, "no": 0.0, "open": 0.5}
# What a rule decides is taken for right, for nobody has counted how often it errs.
_NEVER_ERRS: Final = KnownErrors(1.0, 1e12, 1.0, 1e12)
_UNSURE: Final = "cannot-tell"


@dataclass(frozen=True, slots=True)
class _Told:
    """What people have said, and what is taken of those who could not tell."""

    answers: Mapping[Shown, Answer]
    chances: Mapping[Shown, float]
    """How probable each label was to be given, 0 to 1."""
    unsure: float | None = None
    """What an answer of "cannot tell" counts as, 0 or 1; None: as no answer."""

    @classmethod
    def of(
        cls, labels: Iterable[Label], cells: Mapping[str, int], *, unsure: float | None = None
    ) -> "_Told":
        """Return what labels tell; `cells` says how many verdicts each was drawn from."""
        kept = [x for x in labels if unsure is not None or x.answer != _UNSURE]
        # Here all that are kept have told something.
        told = [x.model_copy(update={"answer": "yes"}) for x in kept]
        return cls({x.shown: x.answer for x in kept}, achieved(told, cells), unsure)

    def value(self, each: Judgement, good: Answer | Kind) -> float | None:
        """Return 1 where the answer is the good one, 0 where it is another, None without one."""
        answer = self.answers.get(each.asked.shown)
        if answer is None:
            return None
        return self.unsure if answer == _UNSURE else float(answer == good)

    def chance(self, each: Judgement) -> float:
        """Return how probable it was to be labelled; 1 where it was not."""
        return self.chances.get(each.asked.shown, 1.0)


def by_labels(
    own: Sequence[Judgement], labels: Sequence[Label], cells: Mapping[str, int]
) -> Corrected | None:
    """Correct the rate by labels; None when a kind of verdict has none of them, or all are copied.

    The interval holds whatever is true of those that a person could not tell.
    """
    mine = {each.asked.shown for each in own if each.is_asked}
    given = [label for label in labels if label.shown in mine]
    told = {x.shown for x in given if x.answer != _UNSURE}
    labelled = {each.kind for each in own if each.asked.shown in told}
    if not told or {each.kind for each in own if each.is_asked} - labelled:
        return None
    found = _whatever(given, cells, lambda told: prediction_powered(_items(own, told)))
    return replace(found, labels=len(told)) if found else None


def agreeing(
    found: Sequence[Judgement], labels: Sequence[Label], cells: Mapping[str, int]
) -> Corrected | None:
    """Return in which share of its verdicts people would agree with the judge.

    Where it left a verdict open there is nothing to agree with. None when one kind has no label.
    """
    decided = {e.asked.shown: e for e in found if e.kind != "open" and e.is_asked}
    given = [label for label in labels if label.shown in decided]
    return _whatever(
        given,
        cells,
        lambda told: prediction_powered(
            Item(
                1.0,
                told.value(each, each.kind),
                cluster=each.asked.article,
                stratum=each.kind,
                chance=told.chance(each),
            )
            for each in decided.values()
        ),
    )


def _whatever(
    labels: Sequence[Label],
    cells: Mapping[str, int],
    work: Callable[[_Told], Corrected | None],
) -> Corrected | None:
    """Work it out from those who could tell, widened to what holds if the others said 0, or 1."""
    found = work(_Told.of(labels, cells))
    if found is None or all(label.answer != _UNSURE for label in labels):
        return found
    ends = [e for u in (0.0, 1.0) if (e := work(_Told.of(labels, cells, unsure=u))) is not None]
    low, high = min(e.low for e in ends), max(e.high for e in ends)
    return replace(found, low=min(low, found.low), high=max(high, found.high))


def _items(own: Sequence[Judgement], told: _Told) -> list[Item]:
    """Return what a system was judged on; a repeat that says the same again is one item.

    What the judge said is its probability, so the kinds of verdict need no strata of their own; the
    labels of each kind stand for all of that kind.
    """
    weights: dict[Shown, float] = {}
    by_shown: dict[Shown, Judgement] = {}
    for each, weight in zip(own, _weights(own), strict=True):
        weights[each.asked.shown] = weights.get(each.asked.shown, 0.0) + weight
        by_shown[each.asked.shown] = each
    factors = _factors(by_shown.values(), weights, told)
    return [
        Item(
            _predicted(each),
            told.value(each, "yes") if each.is_asked else PREDICTED[each.kind],
            cluster=each.asked.article,
            stratum="" if each.is_asked else "copied",
            weight=weights[shown],
            chance=told.chance(each) * factors.get(each.kind, 1.0),
        )
        for shown, each in by_shown.items()
    ]


def _factors(
    found: Iterable[Judgement], weights: Mapping[Shown, float], told: _Told
) -> dict[Kind, float]:
    """Return by kind how much more than the kind its labels stand for, by their chances."""
    of_all: dict[Kind, float] = {}
    of_labels: dict[Kind, float] = {}
    for each in found:
        if each.is_asked:
            weight = weights[each.asked.shown]
            of_all[each.kind] = of_all.get(each.kind, 0.0) + weight
            if told.value(each, "yes") is not None:
                of_labels[each.kind] = of_labels.get(each.kind, 0.0) + weight / told.chance(each)
    return {kind: of_labels.get(kind, all_) / all_ for kind, all_ in of_all.items()}


def _predicted(each: Judgement) -> float:
    return PREDICTED[each.kind] if each.sure is None else each.sure


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


def by_errors(own: Sequence[Judgement], errors: KnownErrors) -> Corrected | NotCorrected:
    """Correct what the judge decided by known errors, and leave what rules decided as it is."""
    decided = [each for each in own if each.kind != "open"]
    weights = _weights(decided)
    parts = []
    for by_rule, known in ((True, _NEVER_ERRS), (False, errors)):
        some = [(e, w) for e, w in zip(decided, weights, strict=True) if e.by_rule == by_rule]
        if not some:
            continue
        part = _part(some, known)
        if isinstance(part, NotCorrected):
            return part
        parts.append((math.fsum(w for _, w in some), part))
    if not parts:
        return NotCorrected("the judge decided nothing")
    return _together(parts, mixed=_mixed(decided, weights))


def _part(some: Sequence[tuple[Judgement, float]], errors: KnownErrors) -> Corrected | NotCorrected:
    by_article: dict[str, list[float]] = {}
    for each, _ in some:
        by_article.setdefault(each.asked.article, []).append(PREDICTED[each.kind])
    n, clusters = effective_size(by_article)
    total = math.fsum(w for _, w in some)
    share = min(1.0, math.fsum(w * PREDICTED[e.kind] for e, w in some) / total)
    found = rogan_gladen(share, n, errors)
    return found if isinstance(found, NotCorrected) else replace(found, clusters=clusters)


def _mixed(decided: Sequence[Judgement], weights: Sequence[float]) -> float:
    """Return half the width of the interval of the share that rules decided.

    0 with fewer than six articles, for of these the share is known.
    """
    sizes: dict[str, float] = {}
    ruled: dict[str, float] = {}
    for each, weight in zip(decided, weights, strict=True):
        article = each.asked.article
        sizes[article] = sizes.get(article, 0.0) + weight
        ruled[article] = ruled.get(article, 0.0) + weight * each.by_rule
    k = len(sizes)
    if k < FEWEST_ARTICLES:
        return 0.0
    shares = [ruled[article] / size for article, size in sizes.items()]
    return student_quantile(0.5 + CONFIDENCE / 2, k - 1) * stdev(shares) / math.sqrt(k)


def _together(parts: Sequence[tuple[float, Corrected]], *, mixed: float) -> Corrected:
    """Add up parts with their shares, and how these vary (MOVER: Zou and Donner 2008)."""
    rate = math.fsum(share * part.rate for share, part in parts)
    moved = mixed * (parts[0][1].rate - parts[-1][1].rate)
    below = math.hypot(moved, *(share * (part.rate - part.low) for share, part in parts))
    above = math.hypot(moved, *(share * (part.high - part.rate) for share, part in parts))
    clusters = [part.clusters for _, part in parts]
    return Corrected(
        rate,
        max(0.0, rate - below),
        min(1.0, rate + above),
        clamped=any(part.clamped for _, part in parts),
        clusters=None if None in clusters else max(c for c in clusters if c is not None),
    )
