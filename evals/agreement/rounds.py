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

from evals.agreement.judge import Features, Judge, Predict, predict
from evals.fit.logistic import Case

Tell = Callable[[str, float | None], None]
"""Told what is going on, and what share of it is done."""

# Before that there is nothing to wait for, so nothing to say.
_WORTH_SAYING_SECONDS: Final = 5.0


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

        Raises what the judge raises; what is under way is then given up.
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
        done = 0
        began = time.monotonic()

        async def work() -> None:
            nonlocal done
            for (text, statements), same in waiting:
                described = await judge.describe(text, statements)
                for places in same:
                    for at, features in zip(places, described, strict=True):
                        found[at] = features
                done += 1
                if time.monotonic() - began > _WORTH_SAYING_SECONDS:
                    self.tell(f"{what}, {judge.name}", done / len(together))

        await _all([asyncio.ensure_future(work()) for _ in range(min(self.jobs, len(together)))])
        return found


class Round:
    """Labelled statements, and what each judge makes of them."""

    def __init__(self, what: str, questions: Sequence[Question], asker: Asker) -> None:
        self.what = what
        self.questions = tuple(questions)
        self._asker = asker
        self._features: dict[str, list[Features | None]] = {}
        self._predict: dict[str, Predict] = {}

    async def features(self, judge: Judge) -> list[Features | None]:
        """Return the features of each question."""
        if judge.name not in self._features:
            found = await self._asker.describe(judge, self.questions, self.what)
            self._features[judge.name] = found
        return self._features[judge.name]

    async def predict(self, judge: Judge) -> Predict:
        """Return how the judge weighs: by weights that have not seen the article asked about.

        Raises InputError with too few articles for that.
        """
        if judge.name not in self._predict:
            cases = [
                Case(q.article, features, q.label, q.origin, q.pair)
                for q, features in zip(self.questions, await self.features(judge), strict=True)
                if features is not None
            ]
            self._predict[judge.name] = predict(judge, cases, shipped=self._asker.shipped)
        return self._predict[judge.name]

    async def probabilities(self, judge: Judge) -> list[float | None]:
        """Return the probability of each question; None for "cannot judge"."""
        weigh = await self.predict(judge)
        return [
            None if features is None else weigh(question.article, features)
            for question, features in zip(self.questions, await self.features(judge), strict=True)
        ]


async def _all(tasks: Sequence["asyncio.Future[None]"]) -> None:
    """Wait for all; when one fails, give up the others and raise what it raised."""
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
