"""Which facts and traps one side has and the other has not, with the wording of both.

A fact goes up from contradicted to missing to stated; a trap goes up when it is no longer fallen
into. Repeats are averaged, so a fact stated in two of three answers is between. What could not be
judged on one side is no change.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evals.compare.sides import Side
from evals.gold.load import Loaded
from evals.run.record import TrialRecord, VerdictRecord

Kind = Literal["fact", "trap"]
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
    """The statement of the summary that decided it; None when none did."""
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
    left, right = _by_article(a), _by_article(b)
    found: list[Change] = []
    for article in sorted(left.keys() & right.keys()):
        gold = golds.get(article)
        here = [
            *_between(article, "fact", left[article], right[article], gold),
            *_between(article, "trap", left[article], right[article], gold),
        ]
        found += sorted(here, key=lambda change: change.weight != "must")
    return found


def _by_article(side: Side) -> dict[str, list[TrialRecord]]:
    found: dict[str, list[TrialRecord]] = {}
    for trial in side.trials():
        if trial.error is None:
            found.setdefault(trial.article, []).append(trial)
    return found


def _between(
    article: str,
    kind: Kind,
    a: Sequence[TrialRecord],
    b: Sequence[TrialRecord],
    gold: Loaded | None,
) -> list[Change]:
    left, right = _verdicts(kind, a), _verdicts(kind, b)
    written = _written(kind, gold)
    found = []
    for id_ in left.keys() & right.keys():
        low, high = _worth(kind, left[id_]), _worth(kind, right[id_])
        if low is None or high is None or low == high:
            continue
        states, weight = written.get(id_, (None, None))
        change = Change(
            article=article,
            id=id_,
            kind=kind,
            better=high > low,
            weight=weight,
            states=states,
            a=_wording(left[id_]),
            b=_wording(right[id_]),
        )
        found.append(change)
    order = list(written) or sorted(left)
    return sorted(found, key=lambda c: (order.index(c.id) if c.id in order else len(order), c.id))


def _verdicts(kind: Kind, trials: Sequence[TrialRecord]) -> dict[str, list[VerdictRecord]]:
    found: dict[str, list[VerdictRecord]] = {}
    for trial in trials:
        for id_, record in (trial.facts if kind == "fact" else trial.traps).items():
            found.setdefault(id_, []).append(record)
    return found


def _worth(kind: Kind, records: Sequence[VerdictRecord]) -> float | None:
    worth = [_WORTH[kind][r.verdict] for r in records if r.verdict != "cannot-judge"]
    return sum(worth) / len(worth) if worth else None


def _wording(records: Sequence[VerdictRecord]) -> Wording:
    verdict, times = Counter(r.verdict for r in records).most_common(1)[0]
    shown = next(r for r in records if r.verdict == verdict)
    return Wording(verdict, times, len(records), shown.where, shown.field, shown.reason)


def _written(kind: Kind, gold: Loaded | None) -> dict[str, tuple[str, str | None]]:
    if gold is None:
        return {}
    if kind == "fact":
        return {fact.id: (fact.states, fact.weight) for fact in gold.gold.facts}
    return {trap.id: (trap.states, None) for trap in gold.gold.traps}
