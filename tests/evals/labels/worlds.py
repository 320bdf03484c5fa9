"""Verdicts and labels drawn from a world whose true rate is known, to see what covers it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from evals.labels.frame import Asked, Judgement, Kind, Line
from evals.labels.record import Answer, Label
from evals.labels.sample import order
from evals.statistics.corrected import KnownErrors, known_errors
from tests.evals.statistics.worlds import logistic, logistic_mean

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """A judge of statements, who sees a score that is higher where they are supported."""

    articles: int = 14
    each: int = 8
    """Statements of one article."""
    rate: float = 0.9
    """Share supported, of those that are not copied."""
    between: float = 0.7
    """Standard deviation of its log odds between articles."""
    apart: float = 2.0
    """How far the score of the supported is from that of the others, in standard deviations."""
    copied: float = 0.0
    """Share of all that are the article's own sentences."""
    unsure: float = 0.0
    """Share of the judge's errors where a person cannot tell either."""

    @property
    def truth(self) -> float:
        """The rate to be found."""
        return self.copied + (1 - self.copied) * self.rate

    def draw(self, chance: random.Random) -> tuple[list[Judgement], dict[str, bool]]:
        """Draw a run, and what is true of each verdict, by what is shown."""
        made, true = [], {}
        middle = _middle(self.rate, self.between)
        for article in range(self.articles):
            level = middle + chance.gauss(0, self.between)
            for number in range(self.each):
                copied = chance.random() < self.copied
                is_true = copied or chance.random() < logistic(level)
                sure = None if copied else self.said(chance, is_true=is_true)
                made.append(_judgement(article, number, sure))
                true[made[-1].asked.shown] = is_true
        return made, true

    def said(self, chance: random.Random, *, is_true: bool) -> float:
        """Draw the judge's probability: right for one who takes yes and no for as likely."""
        score = chance.gauss(self.apart / 2 if is_true else -self.apart / 2, 1)
        return logistic(self.apart * score)

    def labels(
        self, chance: random.Random, found: list[Judgement], true: dict[str, bool], *, first: int
    ) -> tuple[list[Label], dict[str, int]]:
        """Draw labels of so many verdicts, and the sizes of the cells."""
        drawn = order(found, seed=chance.randrange(2**30))
        kinds = {each.asked.shown: each.kind for each in found}
        made = []
        for asked in drawn.asked[:first]:
            answer: Answer = "yes" if true[asked.shown] else "no"
            if kinds[asked.shown] != answer and chance.random() < self.unsure:
                answer = "cannot-tell"
            made.append(_label(asked, drawn.cell_of[asked.shown], answer))
        return made, dict(drawn.cells)

    def errors(self, chance: random.Random, *, of_each: int = 200) -> KnownErrors | None:
        """Draw known errors of the same judge, from so many true and so many false items."""
        cases = [
            (f"{is_true}{n}", is_true, kind == "yes")
            for is_true in (True, False)
            for n in range(of_each)
            if (kind := _kind(self.said(chance, is_true=is_true))) != "open"
        ]
        return known_errors([cases])


@cache
def _middle(rate: float, between: float) -> float:
    """Return the log odds of a usual article, by bisection."""
    low, high = -15.0, 15.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if logistic_mean(middle, between) < rate else (low, middle)
    return (low + high) / 2


def _kind(sure: float) -> Kind:
    return "yes" if sure >= 0.6 else "no" if sure < 0.4 else "open"


def _judgement(article: int, number: int, sure: float | None) -> Judgement:
    shown = (Line("evidence", f"{article} {number}"),)
    asked = Asked("supported", f"a{article}", "key_points", f"Statement {number}.", shown)
    kind: Kind = "yes" if sure is None else _kind(sure)
    return Judgement(asked, ("server/test", "brief"), 0, kind, sure, by_rule=sure is None)


def _label(asked: Asked, cell: str, answer: Answer) -> Label:
    return Label(
        question=asked.question,
        article=asked.article,
        item=asked.item,
        shown=asked.shown,
        cell=cell,
        chance=1.0,
        answer=answer,
        by="Ann",
        at=NOON,
    )
