"""Facts and traps of which nothing can be said: not judged on a side, or not in its run.

They are neither won nor lost, and not the same either.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evals.compare.sides import Side
from evals.run.record import TrialRecord, VerdictRecord

Kind = Literal["fact", "trap"]
Why = Literal["not judged in A", "not judged in B", "not judged in either", "not in A", "not in B"]
WHYS: Final[tuple[Why, ...]] = (
    "not judged in A",
    "not judged in B",
    "not judged in either",
    "not in A",
    "not in B",
)


@dataclass(frozen=True, slots=True)
class Uncompared:
    """A fact or trap that one side, or both, says nothing of."""

    article: str
    id: str
    kind: Kind
    why: Why


Answers = Sequence[tuple[TrialRecord, VerdictRecord]]


def by_article(side: Side) -> dict[str, list[TrialRecord]]:
    """Return the trials that have a summary."""
    found: dict[str, list[TrialRecord]] = {}
    for trial in side.trials():
        if trial.error is None:
            found.setdefault(trial.article, []).append(trial)
    return found


def answers(kind: Kind, trials: Sequence[TrialRecord]) -> dict[str, Answers]:
    """Return, by the id of a fact or trap, each trial with what became of it."""
    found: dict[str, list[tuple[TrialRecord, VerdictRecord]]] = {}
    for trial in trials:
        for id_, record in (trial.facts if kind == "fact" else trial.traps).items():
            found.setdefault(id_, []).append((trial, record))
    return dict(found)


def is_judged(given: Answers) -> bool:
    """Say whether a verdict was reached in any repeat."""
    return any(record.verdict != "cannot-judge" for _, record in given)


def uncompared(a: Side, b: Side) -> tuple[list[Uncompared], dict[Kind, int]]:
    """Return what cannot be compared, and how many facts and traps can be.

    Articles that only one side has a summary of are told elsewhere.
    """
    left, right = by_article(a), by_article(b)
    found: list[Uncompared] = []
    compared: dict[Kind, int] = {"fact": 0, "trap": 0}
    for article in sorted(left.keys() & right.keys()):
        for kind in compared:
            one, other = answers(kind, left[article]), answers(kind, right[article])
            out = [Uncompared(article, id_, kind, why) for id_, why in _between(one, other)]
            compared[kind] += len(one.keys() | other.keys()) - len(out)
            found += out
    return found, compared


def _between(a: Mapping[str, Answers], b: Mapping[str, Answers]) -> Iterator[tuple[str, Why]]:
    for id_ in dict.fromkeys([*a, *b]):
        if id_ not in a or id_ not in b:
            yield id_, "not in B" if id_ in a else "not in A"
            continue
        judged = is_judged(a[id_]), is_judged(b[id_])
        if judged == (False, False):
            yield id_, "not judged in either"
        elif False in judged:
            yield id_, "not judged in B" if judged[0] else "not judged in A"
