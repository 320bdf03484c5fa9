"""Put questions to judges: what is asked together, how much at once, and each thing once only.

A round is a set of statements that people have labelled. A judge's features are kept for as long as
the program runs; what a model said is kept by its recordings, so an interrupted round goes on where
it stopped.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from evals.agreement.judge import CANNOT, Answer, Features, Judge, Predict, fitted_on, predict
from evals.fit.logistic import Case
from summarize.errors import ModelError

Tell = Callable[[str, float | None], None]
"""Told what is going on, and what share of it is done."""

# Before that there is nothing to wait for, so nothing to say.
_WORTH_SAYING_SECONDS: Final = 5.0
# A judge that has told nothing of so many will tell nothing of the rest.
_SILENT: Final = 5
_SAYS_NOTHING: Final = (
    "{}: does not tell how sure it is of Yes or No, which the judge weighs: name a server that "
    "tells log probabilities (top_logprobs)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """One statement to be judged by one text."""

    article: str
    """The cluster; the same article has one name, whatever set it is in."""
    group: str
    """What is asked together, in order: a summary."""
    text: str
    """The summary for a fact; the article for a sentence of a summary."""
    statement: str
    label: bool
    """What people said."""
    origin: str = ""
    """The set it is of, with its corpus."""
    pair: str = ""
    """The same for the two sentences of a minimal pair; "" where there are no pairs."""
    is_judgement: bool = True
    """False where the label looks filled in: weights are not fitted on it."""
    is_asked: bool = True
    """False where nobody asks it whose answers cost a call."""


@dataclass(frozen=True, slots=True)
class Asker:
    """How judges are asked."""

    jobs: int = 1
    """Groups at once."""
    shipped: bool = False
    """Weigh by the shipped weights instead of cross-fitting."""
    tell: Tell = lambda _what, _share: None

    async def describe(
        self, judge: Judge, questions: Sequence[Question], what: str
    ) -> list[Features | None]:
        """Return the features of each question. Equal groups of statements are asked once.

        Raises what the judge raises, and ModelError when it asks and is told nothing; what is
        under way is then given up.
        """
        groups: dict[tuple[str, str], list[int]] = {}
        for at, question in enumerate(questions):
            groups.setdefault((question.group, question.text), []).append(at)
        together: dict[tuple[str, tuple[str, ...]], list[list[int]]] = {}
        for (_, text), places in groups.items():
            statements = tuple(questions[at].statement for at in places)
            together.setdefault((text, statements), []).append(places)
        found: list[Features | None] = [None] * len(questions)
        waiting = iter(together.items())
        done, told, untold = 0, False, 0
        began = time.monotonic()

        async def work() -> None:
            nonlocal done, told, untold
            for (text, statements), same in waiting:
                described = await judge.describe(text, statements)
                told = told or any(features is not None for features in described)
                untold += len(described)
                if judge.asks and not told and untold >= _SILENT:
                    raise ModelError(_SAYS_NOTHING.format(judge.name))
                for places in same:
                    for at, features in zip(places, described, strict=True):
                        found[at] = features
                done += 1
                if time.monotonic() - began > _WORTH_SAYING_SECONDS:
                    self.tell(f"{what}, {judge.name}", done / len(together))

        await _all([asyncio.ensure_future(work()) for _ in range(min(self.jobs, len(together)))])
        return found


class Round:
    """Labelled statements, and what each judge makes of them: by the number of the statement."""

    def __init__(self, what: str, questions: Sequence[Question], asker: Asker) -> None:
        self.what = what
        self.questions = tuple(questions)
        self._asker = asker
        self._features: dict[str, dict[int, Features | None]] = {}
        self._predict: dict[str, Predict] = {}

    @property
    def is_shipped(self) -> bool:
        """Say whether judges weigh by the shipped weights."""
        return self._asker.shipped

    async def features(self, judge: Judge) -> dict[int, Features | None]:
        """Return the features of each question that the judge is asked."""
        if judge.name not in self._features:
            asked = [at for at, q in enumerate(self.questions) if q.is_asked or not judge.asks]
            those = [self.questions[at] for at in asked]
            found = await self._asker.describe(judge, those, self.what)
            self._features[judge.name] = dict(zip(asked, found, strict=True))
        return self._features[judge.name]

    async def cases(self, judge: Judge) -> list[Case]:
        """Return what the judge's weights are fitted on."""
        described = await self.features(judge)
        found = [
            Case(q.article, features, q.label, q.origin, q.pair)
            for at, q in enumerate(self.questions)
            if q.is_judgement and (features := described.get(at)) is not None
        ]
        return fitted_on(judge, found)

    async def predict(self, judge: Judge) -> Predict:
        """Return how the judge weighs: by weights that have not seen the article asked about.

        Raises InputError with too few articles for that.
        """
        if judge.name not in self._predict:
            cases = await self.cases(judge)
            self._predict[judge.name] = predict(judge, cases, shipped=self._asker.shipped)
        return self._predict[judge.name]

    async def answers(self, judge: Judge) -> dict[int, Answer]:
        """Return what the judge says of each question that it is asked."""
        weigh = await self.predict(judge)
        described = await self.features(judge)
        return {
            at: CANNOT if features is None else weigh(self.questions[at].article, features)
            for at, features in described.items()
        }

    async def sets(self, judge: Judge) -> list[str]:
        """Return the sets on which the judge's weights are fitted; none where none are."""
        if judge.fitting is None or self.is_shipped:
            return []
        return sorted({case.origin for case in await self.cases(judge)})


async def _all(tasks: Sequence["asyncio.Future[None]"]) -> None:
    """Wait for all; when one fails, give up the others and raise what it raised."""
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
