"""Which facts and traps one side has and the other has not, with the wording of both.

A fact goes up from contradicted to missing to stated; a trap goes up when it is no longer fallen
into. Repeats are averaged, so a fact stated in two of three answers is between. What could not be
judged on one side is no change: see `uncompared`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evals.compare.nearest import nearest
from evals.compare.sides import Side
from evals.compare.uncompared import Answers, Kind, answers, by_article
from evals.gold.load import Loaded
from evals.run.record import TrialRecord

_WORTH: Final[Mapping[Kind, Mapping[str, int]]] = {
    "fact": {"stated": 1, "missing": 0, "contradicted": -1},
    "trap": {"stated": 0, "missing": 1, "contradicted": 1},
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What one side says of a fact or trap: its most frequent verdict and an answer that has it."""

    verdict: str
    times: int
    """Repeats with this verdict."""
    of: int
    """Repeats in all, those with an error left out."""
    text: str | None
    """The statement of the summary that decided it, or else the one nearest to what the other side
    says; None when none is near."""
    field: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """A fact or trap on which the two sides differ."""

    article: str
    id: str
    kind: Kind
    better: bool
    """Whether B is the better one."""
    weight: str | None
    """must or may; None for a trap, and where the gold file is not at hand."""
    states: str | None
    """The editor's words; None where the gold file is not at hand."""
    a: Wording
    b: Wording


def changes(a: Side, b: Side, golds: Mapping[str, Loaded]) -> list[Change]:
    """Return all changes by article, those of must-facts first, then in the order of the gold."""
    left, right = by_article(a), by_article(b)
    found: list[Change] = []
    for article in sorted(left.keys() & right.keys()):
        gold = golds.get(article)
        here = [
            *_between(article, "fact", left[article], right[article], gold),
            *_between(article, "trap", left[article], right[article], gold),
        ]
        found += sorted(here, key=lambda change: change.weight != "must")
    return found


def _between(
    article: str,
    kind: Kind,
    a: Sequence[TrialRecord],
    b: Sequence[TrialRecord],
    gold: Loaded | None,
) -> list[Change]:
    left, right = answers(kind, a), answers(kind, b)
    written = _written(kind, gold)
    found = []
    for id_ in left.keys() & right.keys():
        low, high = _worth(kind, left[id_]), _worth(kind, right[id_])
        if low is None or high is None or low == high:
            continue
        states, weight = written.get(id_, (None, None))
        one, other = _wording(left[id_]), _wording(right[id_])
        change = Change(
            article=article,
            id=id_,
            kind=kind,
            better=high > low,
            weight=weight,
            states=states,
            a=_beside(one, left[id_], other.text or states),
            b=_beside(other, right[id_], one.text or states),
        )
        found.append(change)
    order = list(written) or sorted(left)
    return sorted(found, key=lambda c: (order.index(c.id) if c.id in order else len(order), c.id))


def _worth(kind: Kind, given: Answers) -> float | None:
    worth = [_WORTH[kind][r.verdict] for _, r in given if r.verdict != "cannot-judge"]
    return sum(worth) / len(worth) if worth else None


def _wording(given: Answers) -> Wording:
    verdict, times = Counter(r.verdict for _, r in given).most_common(1)[0]
    shown = next(r for _, r in given if r.verdict == verdict)
    return Wording(verdict, times, len(given), shown.where, shown.field, shown.reason)


def _beside(wording: Wording, given: Answers, sought: str | None) -> Wording:
    """Return the wording with the sentence nearest to what is sought, if it has none."""
    if wording.text is not None or sought is None:
        return wording
    summary = next(t.summary for t, r in given if r.verdict == wording.verdict)
    near = nearest(summary, sought) if summary else None
    return replace(wording, text=near[0], field=near[1]) if near else wording


def _written(kind: Kind, gold: Loaded | None) -> dict[str, tuple[str, str | None]]:
    if gold is None:
        return {}
    if kind == "fact":
        return {fact.id: (fact.states, fact.weight) for fact in gold.gold.facts}
    return {trap.id: (trap.states, None) for trap in gold.gold.traps}
