"""The true rate from a judge of all items and a person of some: prediction-powered inference.

    all items      what the judge said       its mean, cheap and biased
    some of them   what a person said, too   the mean of (person - judge), which mends the bias

The judge may be as bad as it likes: that makes the interval wide, not wrong (Angelopoulos et al.
2023, "Prediction-powered inference", Science 382, 669-674). What is needed is that the labelled
items were chosen by chance, with known chances: not those that looked odd.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evals.statistics.corrected import CONFIDENCE, Corrected
from evals.statistics.difference import FEWEST_ARTICLES
from evals.statistics.quantiles import NORMAL, student_quantile

# Labels added to all strata together, half of them 0 and half 1, before the spread of facts is
# worked out: Price and Bonett (2004), who for one stratum are Agresti and Coull (1998), for two
# Agresti and Caffo (2000). Without them ten labels that all agree would leave no doubt at all. What
# the judge said has nothing to do with them, so few labels make little of it.
ADDED: Final = 4.0


@dataclass(frozen=True, slots=True)
class Item:
    """Something judged, and perhaps labelled by a person."""

    predicted: float
    """By the judge, 0 to 1; 0.5 where it did not decide."""
    label: float | None
    """By a person, 0 to 1; None when nobody was asked."""
    cluster: str | None = None
    """The article. None where items are independent."""
    stratum: str = ""
    """Items of one stratum were chosen for labelling alike, but for `chance`."""
    weight: float = 1.0
    """What the item counts for in the mean."""
    chance: float = 1.0
    """How probable it was to be chosen, up to a factor that is the same in a stratum."""

    def __post_init__(self) -> None:
        for name, value in (("predicted", self.predicted), ("label", self.label)):
            if value is not None and not 0 <= value <= 1:
                raise ValueError(f"{name}: {value} is not from 0 to 1")
        if not (self.weight > 0 and self.chance > 0):
            raise ValueError(f"weight {self.weight} and chance {self.chance}: both are above 0")


def prediction_powered(
    items: Iterable[Item], *, tuned: bool = True, confidence: float = CONFIDENCE
) -> Corrected | None:
    """Weighted mean of the labels that all items would have, had a person judged them.

    mean of weight * predicted over all + mean of (label - weight * predicted) over the labelled,
    stratum by stratum (Fisch et al. 2024, "Stratified prediction-powered inference"). The weight is
    1, or `tuned` to the least variance (PPI++: Angelopoulos, Duchi and Zrnic 2023): near 0 for a
    judge that is no help, which leaves the mean of the labels. The labelled items are among all;
    in the papers' terms, where the N unlabelled and the n labelled stand apart, a weight of 1 is
    theirs of N / (N + n), and the tuned one is the same estimate.

    The interval is for items like these, from articles like these: with six articles or more it
    knows that items of one article are alike, with fewer it is for these articles only. Few labels
    make it wider than the papers' (`ADDED`, or Student's t where labels are no facts).

    None when a stratum has no label (one, where labels are no facts), or there are no items.
    Raises ValueError when `confidence` is not between 0 and 1.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: {confidence} is not between 0 and 1")
    everything = list(items)
    strata = _strata(everything, tuned=tuned)
    if strata is None:
        return None
    total = math.fsum(i.weight for i in everything)
    rate = math.fsum(s.weight * s.mean for s in strata.values()) / total
    centre = math.fsum(s.weight * s.centre for s in strata.values()) / total
    half, k = _half(everything, strata, centre, confidence)
    kept = min(1.0, max(0.0, rate))
    low, high = (min(1.0, max(0.0, centre + side * half)) for side in (-1, 1))
    return Corrected(
        kept,
        min(low, kept),
        max(high, kept),
        clamped=kept != rate,
        clusters=k,
        labels=sum(i.label is not None for i in everything),
    )


@dataclass(frozen=True, slots=True)
class _Stratum:
    """What is known of the items of one stratum."""

    weight: float
    """Sum over its items."""
    trust: float
    """The weight of what the judge said."""
    mean: float
    """Of the labels that all its items would have."""
    centre: float
    """As `mean`, with the labels added."""
    correction: float
    """Mean of (label - trust * predicted) over the labelled."""
    residual: float
    """Variance of (label - trust * predicted)."""
    worth: float
    """Independent labels that would tell as much."""
    size: float
    """As `worth`, with those added."""
    left: float
    """Share of its items that nobody labelled."""
    labelled: float
    """Sum over its labelled items of weight / chance."""


def _strata(items: Sequence[Item], *, tuned: bool) -> dict[str, _Stratum] | None:
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(item.stratum, []).append(item)
    facts = all(i.label in (None, 0.0, 1.0) for i in items)
    fewest = min((sum(i.label is not None for i in own) for own in grouped.values()), default=0)
    if fewest < (1 if facts else 2):
        return None
    # Where all of a stratum is labelled there is no doubt to add to.
    doubted = {n: own for n, own in grouped.items() if any(i.label is None for i in own)} or grouped
    added = ADDED / len(doubted) if facts else 0.0
    trust = _tuned(doubted, added=added) if tuned else 1.0
    return {
        name: _stratum(own, trust, added if name in doubted else 0.0)
        for name, own in grouped.items()
    }


def _tuned(grouped: Mapping[str, Sequence[Item]], *, added: float) -> float:
    """Return the slope of the labels on what the judge said, within strata; from 0 to 1.

    Of the labels added, as many as `added` in each stratum, the slope is 0.
    """
    together = alone = 0.0
    for own in grouped.values():
        counts, labels, said = _labelled(own)
        total = math.fsum(counts)
        at_said, at_label = _mean(said, counts), _mean(labels, counts)
        rows = list(zip(counts, labels, said, strict=True))
        share = math.fsum(i.weight for i in own) / total
        together += share * math.fsum(c * (y - at_label) * (f - at_said) for c, y, f in rows)
        around = share * math.fsum(c * (f - at_said) ** 2 for c, _, f in rows)
        alone += around * (1 + added / len(rows))
    return min(1.0, max(0.0, together / alone)) if alone > 0 else 1.0


def _stratum(own: Sequence[Item], trust: float, added: float) -> _Stratum:
    counts, labels, said = _labelled(own)
    weight = math.fsum(i.weight for i in own)
    judged = trust * math.fsum(i.weight * i.predicted for i in own) / weight
    off = [y - trust * f for y, f in zip(labels, said, strict=True)]
    correction = _mean(off, counts)
    total = math.fsum(counts)
    # Kish (1965): what counts unequally is worth fewer.
    worth = total**2 / math.fsum(c * c for c in counts)
    spread = math.fsum(c * (d - correction) ** 2 for c, d in zip(counts, off, strict=True)) / total
    size = worth + added
    if added:
        # Half of those added are 0 and half 1, where the judge said what it says on average.
        centre = (worth * correction + added * (0.5 - judged)) / size
        around = added * ((0.5 - judged - centre) ** 2 + 0.25)
        residual = (worth * (spread + (correction - centre) ** 2) + around) / size
    else:
        centre, residual = correction, spread * worth / (worth - 1) if worth > 1 else 0.0
    return _Stratum(
        weight=weight,
        trust=trust,
        mean=judged + correction,
        centre=judged + centre,
        correction=correction,
        residual=residual,
        worth=worth,
        size=size,
        left=max(0.0, 1 - len(labels) / len(own)),
        labelled=total,
    )


def _labelled(own: Sequence[Item]) -> tuple[list[float], list[float], list[float]]:
    """Return of the labelled items what each counts for, its label and its prediction."""
    rows = [(i.weight / i.chance, i.label, i.predicted) for i in own if i.label is not None]
    return [r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows]


def _mean(values: Sequence[float], counts: Sequence[float]) -> float:
    return math.fsum(c * v for c, v in zip(counts, values, strict=True)) / math.fsum(counts)


def _half(
    items: Sequence[Item], strata: Mapping[str, _Stratum], centre: float, confidence: float
) -> tuple[float, int | None]:
    """Return half the width of the interval, and the number of articles where it knows of them.

    The variance is that of the labels all items would have, plus that of not having asked for all.
    """
    total = math.fsum(i.weight for i in items)
    asking = math.fsum(
        (s.weight / total) ** 2 * s.left * s.residual / s.size for s in strata.values()
    )
    squares = math.fsum(i.weight**2 for i in items) / total**2
    labels = [i.label for i in items if i.label is not None]
    if all(label in (0.0, 1.0) for label in labels):
        spread, tail = max(0.0, centre * (1 - centre)), NORMAL.inv_cdf(0.5 + confidence / 2)
    else:
        freedom = len(labels) - len(strata)
        spread = _spread(items, strata, centre) * (1 + len(strata) / freedom)
        tail = student_quantile(0.5 + confidence / 2, freedom)
    alone = tail * math.sqrt(spread * squares + asking)
    k = len({i.cluster for i in items})
    if k < FEWEST_ARTICLES or None in {i.cluster for i in items}:
        return alone, None
    expected, seen = _between(items, strata, k)
    rest = math.fsum(i.weight**2 * strata[i.stratum].residual for i in items) / total**2
    student = student_quantile(0.5 + confidence / 2, k - 1)
    together = student * math.sqrt(max(seen, expected + rest + asking))
    return max(alone, together), k


def _spread(items: Sequence[Item], strata: Mapping[str, _Stratum], mean: float) -> float:
    """Return the variance that the labels of all items have, from those there are."""
    rows = [(i, i.label, strata[i.stratum]) for i in items if i.label is not None]
    squares = (s.weight / s.labelled * i.weight / i.chance * (y - mean) ** 2 for i, y, s in rows)
    return math.fsum(squares) / math.fsum(s.weight for s in strata.values())


def _between(items: Sequence[Item], strata: Mapping[str, _Stratum], k: int) -> tuple[float, float]:
    """Return the variance of the mean between articles (linearised; Liang and Zeger 1986).

    First of what the judge and the correction make of the items; then with what the labels show
    beyond that, which is little where labels are few.
    """
    total = math.fsum(i.weight for i in items)
    mean = math.fsum(s.weight * s.mean for s in strata.values()) / total
    expected: dict[str | None, float] = {}
    seen: dict[str | None, float] = {}
    for i in items:
        s = strata[i.stratum]
        made = i.weight * (s.trust * i.predicted + s.correction - mean)
        expected[i.cluster] = expected.get(i.cluster, 0.0) + made
        if i.label is not None:
            off = i.label - s.trust * i.predicted - s.correction
            made += math.sqrt(s.worth / s.size) * s.weight / s.labelled * i.weight / i.chance * off
        seen[i.cluster] = seen.get(i.cluster, 0.0) + made
    factor = k / (k - 1) / total**2
    one, other = (math.fsum(e * e for e in sums.values()) for sums in (expected, seen))
    return factor * one, factor * other
