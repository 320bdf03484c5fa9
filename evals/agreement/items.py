"""Of which facts a judge's figures are: not every judge was asked all, and not all are judgements.

Each selection has a name.

    asked       summaries that people judged and a model was asked about: every judge on the same
    judged      summaries that people judged, of all systems: judges that ask nobody
    all         also the summaries whose labels look filled in: what others publish figures of
    asked-all   of all, those a model was asked about
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.agreement.desk import Desk
from evals.agreement.judge import Answer, Judge
from evals.agreement.results import Items


@dataclass(frozen=True, slots=True)
class Selection:
    """Facts by their numbers, and the judges who answered all of them."""

    items: Items
    facts: Sequence[int]
    answers: dict[str, dict[int, Answer]]
    """Of each judge, by the number of the fact."""
    judges: Sequence[Judge]
    is_drawn: bool
    """Of each article only some systems, and others than of the next."""


async def selections(desk: Desk) -> list[Selection]:
    """Return the selections that differ from one another, the main one first."""
    answers = {j.name: await desk.fact_round.answers(j) for j in desk.fact_judges}
    found: list[Selection] = []
    for items, facts in _kinds(desk):
        judges = [j for j in desk.fact_judges if all(at in answers[j.name] for at in facts)]
        before = [s for s in found if list(s.facts) == facts]
        if facts and judges and not before:
            is_drawn = items.startswith("asked") and desk.systems is not None
            found.append(Selection(items, facts, answers, judges, is_drawn))
    return found


def _kinds(desk: Desk) -> Iterator[tuple[Items, list[int]]]:
    everything = range(len(desk.facts))
    judged = [at for at in everything if desk.facts[at].of_summary not in desk.left_out]
    drawn = [at for at in judged if desk.facts[at].of_summary in desk.drawn]
    asks = any(judge.asks for judge in desk.fact_judges)
    if asks and drawn != judged:
        yield "asked", drawn
    yield "judged", judged
    yield "all", list(everything)
    if asks and desk.asks_left_out:
        yield "asked-all", [at for at in everything if desk.facts[at].of_summary in desk.drawn]
