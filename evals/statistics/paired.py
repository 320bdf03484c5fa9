"""Two runs set side by side, item by item, and grouped by article.

What was measured on one side only is kept as a pair with None and counted, never taken for 0.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

# Sums that differ by rounding only are equal: a share of the largest.
ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one metric says of one item in one repeat of one run."""

    article: str
    item: str
    """The fact's id; "" for a metric that has one value for an article."""
    value: float | None
    """Finite, more is better. None when there was nothing to measure."""
    repeat: int = 0
    parts: int | None = None
    """How many things a share is of, such as statements; None where that is not known."""

    def __post_init__(self) -> None:
        _finite(self.value, f"{self.article} {self.item}")
        _counted(self.parts, f"{self.article} {self.item}")


@dataclass(frozen=True, slots=True)
class Pair:
    """The same item in run A and in run B."""

    article: str
    """The cluster: items of one article are not independent."""
    item: str
    """The fact's id; "" for a metric that has one value for an article."""
    a: float | None
    """Finite, more is better; for a fact 1.0 or 0.0. None when there was nothing to measure."""
    b: float | None
    """As `a`."""
    parts_a: float | None = None
    """How many things a share of A is of, on average over its repeats; None where not known."""
    parts_b: float | None = None
    """As `parts_a`."""

    def __post_init__(self) -> None:
        for value in (self.a, self.b):
            _finite(value, f"{self.article} {self.item}")
        for parts in (self.parts_a, self.parts_b):
            _counted(parts, f"{self.article} {self.item}")


def _finite(value: float | None, name: str) -> None:
    if value is not None and not math.isfinite(value):
        raise ValueError(f"{name.strip()}: {value} is not a finite number; use None for no value")


def _counted(parts: float | None, name: str) -> None:
    if parts is not None and not (math.isfinite(parts) and parts > 0):
        raise ValueError(
            f"{name.strip()}: a share of {parts} things is none; use None for no value"
        )


def by_item(measurements: Iterable[Measurement]) -> dict[tuple[str, str], list[float]]:
    """Return for each (article, item) the values of its repeats, without None, in repeat order.

    An item never measured has an empty list. Raises ValueError when a repeat is given twice.
    """
    values: dict[tuple[str, str], dict[int, float | None]] = {}
    for m in measurements:
        repeats = values.setdefault((m.article, m.item), {})
        if m.repeat in repeats:
            raise ValueError(f"{m.article} {m.item}: repeat {m.repeat} is given twice")
        repeats[m.repeat] = m.value
    return {
        key: [v for _, v in sorted(repeats.items()) if v is not None]
        for key, repeats in values.items()
    }


def pair(a: Iterable[Measurement], b: Iterable[Measurement]) -> list[Pair]:
    """Pair two runs by (article, item), in that order; repeats are averaged first.

    An item that only one run has, or that was not measured there, has None on that side.
    Raises ValueError when a repeat is given twice.
    """
    first, second = list(a), list(b)
    left, right = by_item(first), by_item(second)
    parts_a, parts_b = _parts(first), _parts(second)
    return [
        Pair(
            *key,
            a=average(left.get(key, [])),
            b=average(right.get(key, [])),
            parts_a=average(parts_a.get(key, [])),
            parts_b=average(parts_b.get(key, [])),
        )
        for key in sorted(left.keys() | right.keys())
    ]


def _parts(measurements: Iterable[Measurement]) -> dict[tuple[str, str], list[float]]:
    """Return of how many things the shares are. The same asked again are not more things."""
    found: dict[tuple[str, str], list[float]] = {}
    for m in measurements:
        if m.value is not None and m.parts is not None:
            found.setdefault((m.article, m.item), []).append(m.parts)
    return found


def average(values: Sequence[float]) -> float | None:
    """Arithmetic mean; None of nothing."""
    return math.fsum(values) / len(values) if values else None


@dataclass(frozen=True, slots=True)
class Clusters:
    """The differences B - A, gathered by article."""

    sums: tuple[float, ...]
    """Sum of the differences of each article, articles in alphabetical order."""
    sizes: tuple[int, ...]
    """Number of items of each article."""
    differences: tuple[float, ...]
    """Of every item."""
    level: float
    """Mean of all values on both sides; 0.0 of nothing."""
    facts: bool
    """Whether these are facts, each with an id, and every one stands or not: 0 or 1."""
    parts: float | None
    """How many independent things of one kind would tell the mean of either side as exactly: for
    shares of n each, n times their number. None where it is not known what they are shares of."""
    varied: int
    """Articles whose values, of both sides together, are not all 0 and not all 1."""
    ignored: int
    """Pairs left out because a side is None."""

    @property
    def mean(self) -> float | None:
        """Mean difference over items, not over articles. None of nothing."""
        return math.fsum(self.sums) / sum(self.sizes) if self.sums else None

    @property
    def uniform(self) -> bool:
        """Whether every article has the same mean difference, but for what floats lose."""
        means = [s / size for s, size in zip(self.sums, self.sizes, strict=True)]
        return not means or max(means) - min(means) <= ROUNDING * max(map(abs, means))


def clusters(pairs: Iterable[Pair]) -> Clusters:
    """Gather pairs by article. Raises ValueError when an (article, item) comes twice."""
    seen: set[tuple[str, str]] = set()
    grouped: dict[str, list[float]] = {}
    values: dict[str, list[float]] = {}
    parts: list[float | None] = []
    named, ignored = True, 0
    for p in pairs:
        if (p.article, p.item) in seen:
            raise ValueError(f"{p.article} {p.item}: paired twice; average its repeats first")
        seen.add((p.article, p.item))
        if p.a is None or p.b is None:
            ignored += 1
            continue
        values.setdefault(p.article, []).extend((p.a, p.b))
        parts += (p.parts_a, p.parts_b)
        named = named and p.item != ""
        grouped.setdefault(p.article, []).append(p.b - p.a)
    ordered = [grouped[article] for article in sorted(grouped)]
    return Clusters(
        sums=tuple(math.fsum(article) for article in ordered),
        sizes=tuple(len(article) for article in ordered),
        differences=tuple(d for article in ordered for d in article),
        level=average([v for of in values.values() for v in of]) or 0.0,
        facts=named and all(v in (0.0, 1.0) for of in values.values() for v in of),
        parts=_independent(parts),
        varied=sum(set(of) not in ({0.0}, {1.0}) for of in values.values()),
        ignored=ignored,
    )


def _independent(parts: Sequence[float | None]) -> float | None:
    """Return n² / Σ 1/parts, of n items: what the variance of their mean is divided by."""
    known = [p for p in parts if p is not None]
    if not known or len(known) < len(parts):
        return None
    return (len(parts) / 2) ** 2 / (math.fsum(1 / p for p in known) / 2)
