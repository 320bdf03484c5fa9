"""Number the evidence of a summary, so that a statement can refer to it by a footnote.

The same words are one footnote, and words inside other cited words share the footnote of the longer
ones, which says all that theirs would. Rejected statements take no part: what proves nothing must
not stand among the proofs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarize.summary import Evidence, Grounded, Summary

Place = tuple[int, int]
"""Start and end in the article."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of one summary."""

    evidence: tuple[Evidence, ...]
    """Footnote n is `evidence[n - 1]`; in order of first mention."""
    numbers: dict[Place, int]
    """The footnote of every place cited."""

    def of(self, evidence: Iterable[Evidence]) -> list[int]:
        """Return the footnotes of `evidence`, each once and ascending, unknown ones left out."""
        places = ((e.start, e.end) for e in evidence)
        return sorted({self.numbers[p] for p in places if p in self.numbers})


def published(summary: Summary) -> Iterator[Grounded]:
    """Give all that is published, in the order it is read."""
    if summary.headline:
        yield summary.headline
    yield from summary.abstract
    yield from summary.key_points
    yield from summary.quotes
    yield from summary.dates
    yield from summary.numbers
    yield from summary.names


def cited(summary: Summary) -> Iterator[Evidence]:
    """Give all evidence, of what is published and then of what was rejected, repeats included."""
    for item in published(summary):
        yield from item.evidence
    for rejected in summary.rejected:
        yield from rejected.evidence


def number_notes(summary: Summary) -> Notes:
    """Number the evidence of everything published."""
    words: dict[Place, Evidence] = {}
    for item in published(summary):
        for evidence in item.evidence:
            words.setdefault((evidence.start, evidence.end), evidence)
    holders = _holders(words)
    numbers: dict[Place, int] = {}
    notes: list[Evidence] = []
    for place in words:
        holder = holders[place]
        if holder not in numbers:
            notes.append(words[holder])
            numbers[holder] = len(notes)
        numbers[place] = numbers[holder]
    return Notes(evidence=tuple(notes), numbers=numbers)


def _holders(places: Iterable[Place]) -> dict[Place, Place]:
    """Map each place to the first one that contains it and is contained in no other."""
    holders: dict[Place, Place] = {}
    widest: Place | None = None
    for place in sorted(places, key=lambda p: (p[0], -p[1])):
        # Sorted so, the holder of a place is the last one seen that reaches furthest.
        if widest is None or place[1] > widest[1]:
            widest = place
        holders[place] = widest
    return holders
