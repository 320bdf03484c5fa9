"""The tasks there are: what each asks, whose answers it is measured by, and on which files."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from evals.agreement import completeness, conciseness, facts, found, supported
from evals.agreement.desk import Desk
from evals.agreement.results import Part
from evals.people.data import (
    ARTICLES,
    BUMP,
    FIVE_W,
    FRANK,
    POLNEAR,
    QAGS,
    SUMMEDITS,
    TEMPEVAL,
    Claim,
    File,
)

Measure = Callable[[Desk], Awaitable[list[Part]]]


@dataclass(frozen=True, slots=True)
class Task:
    """One question, and people who have answered it."""

    asks: str
    people: str
    needs: tuple[File[Any], ...]
    """Without one of them the task has no data."""
    measure: Measure
    claims: File[Claim] | None = None
    """The set whose sentences it takes; None for a task that takes none."""


def _support(asks: str, people: str, file: File[Claim], measure: Measure) -> Task:
    return Task(asks, people, (ARTICLES, file), measure, file)


TASKS: Final[Mapping[str, Task]] = {
    "facts": Task(
        "Is this fact stated in this summary?",
        "REALSumm",
        facts.NEEDS,
        facts.facts,
    ),
    "completeness": Task(
        "How much of what matters is in this summary?",
        "FineSurE on REALSumm",
        completeness.NEEDS,
        completeness.completeness,
    ),
    "conciseness": Task(
        "Does this sentence of a summary carry something that matters?",
        "FineSurE on REALSumm",
        conciseness.NEEDS,
        conciseness.conciseness,
    ),
    "frank-cnndm": _support(
        "Does the article support this sentence?", "FRANK, CNN/DM", FRANK, supported.frank_cnndm
    ),
    "frank": _support(
        "Does the article support this sentence?",
        "FRANK, CNN/DM and XSum pooled (confounded)",
        FRANK,
        supported.frank,
    ),
    "qags": _support(
        "Does the article support this sentence?",
        "QAGS, CNN/DM and XSum pooled (confounded)",
        QAGS,
        supported.qags,
    ),
    "bump": _support("Which of two summaries has the planted error?", "BUMP", BUMP, supported.bump),
    "summedits": _support(
        "Does the article support this lightly edited summary?",
        "SummEdits-News",
        SUMMEDITS,
        supported.summedits,
    ),
    "dates": Task(
        "Where does a text name a date, and which?",
        "TempEval-3 (TimeBank, AQUAINT), class DATE",
        (ARTICLES, TEMPEVAL),
        found.dates,
    ),
    "when": Task(
        "Is the day on which it was among the days found?",
        "Giveme5W1H",
        (ARTICLES, FIVE_W),
        found.when,
    ),
    "quotes": Task("Who says this quotation?", "PolNeAR", (ARTICLES, POLNEAR), found.quotes),
}
