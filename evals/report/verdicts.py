"""What became of a fact or a trap, in the words and marks of the report.

Each state has a colour, a shape and a word, so that none of them has to be told by colour alone.
"""

from dataclasses import dataclass
from typing import Final, Literal

from evals.report.materials import GoldItem, Kind
from evals.run.record import VerdictRecord

State = Literal["stated", "contradicted", "missing", "unclear", "fallen", "avoided", "unmeasured"]

WORDS: Final[dict[State, str]] = {
    "stated": "stated",
    "contradicted": "contradicted",
    "missing": "missing",
    "unclear": "cannot judge",
    "fallen": "fallen into",
    "avoided": "avoided",
    "unmeasured": "not measured",
}

# The symbol of each state; they are drawn in the template.
MARKS: Final[dict[State, str]] = {
    "stated": "tick",
    "contradicted": "cross",
    "missing": "dash",
    "unclear": "query",
    "fallen": "bang",
    "avoided": "dot",
    "unmeasured": "none",
}

_OF_FACT: Final[dict[str, State]] = {
    "stated": "stated",
    "contradicted": "contradicted",
    "missing": "missing",
    "cannot-judge": "unclear",
}
# A trap that the summary contradicts is one it has not fallen into.
_OF_TRAP: Final[dict[str, State]] = {
    "stated": "fallen",
    "contradicted": "avoided",
    "missing": "avoided",
    "cannot-judge": "unclear",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one system made of one fact or trap."""

    item: GoldItem
    state: State
    where: str
    """The statement that decided it; "" for none."""
    field: str
    """The field of that statement; "" for none."""
    reason: str
    sure: float | None

    @property
    def word(self) -> str:
        """Return the state in words."""
        return WORDS[self.state]

    @property
    def mark(self) -> str:
        """Return the name of the state's symbol."""
        return MARKS[self.state]

    @property
    def shows(self) -> bool:
        """Say whether it is worth a tag at the statement that decided it."""
        return bool(self.where) and self.state in ("stated", "contradicted", "fallen", "unclear")


def outcome(item: GoldItem, verdict: VerdictRecord | None) -> Outcome:
    """Return the outcome of a verdict; without one, it was not measured."""
    if verdict is None:
        return Outcome(item, "unmeasured", "", "", "", None)
    state = state_of(item.kind, verdict.verdict)
    return Outcome(
        item, state, verdict.where or "", verdict.field or "", verdict.reason, verdict.sure
    )


def state_of(kind: Kind, verdict: str) -> State:
    """Return the state that a verdict on a fact or a trap stands for."""
    return (_OF_TRAP if kind == "trap" else _OF_FACT)[verdict]
