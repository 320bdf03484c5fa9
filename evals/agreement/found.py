"""Are dates and speakers found as people marked them? (TempEval-3, Giveme5W1H, PolNeAR)

These readers of the summarizer are rules: no judge is asked and nothing is fitted here.
"""

from collections.abc import Mapping
from typing import Any

from evals.agreement.dates import dates as marked_dates
from evals.agreement.dates import when as answered_when
from evals.agreement.desk import Desk
from evals.agreement.quotes import quotes as marked_quotes
from evals.agreement.results import Other, Row, figure
from evals.people.data import FIVE_W, POLNEAR, TEMPEVAL, File, Structured
from evals.statistics.resampled import Estimate, ratio

JUDGE = "without a model"


async def dates(desk: Desk) -> tuple[list[Row], list[Other]]:
    """Phrases of class DATE, and what they mean."""
    items = marked_dates(_rows(desk, TEMPEVAL), desk.people.articles)
    marked = [i for i in items if i.expected is not None]
    hits = [i for i in items if i.expected is not None and i.found is not None]
    of_calendar = [i for i in items if not i.vague or i.found is not None]
    certain = [i for i in hits if i.certain]
    return _reported(
        len(marked),
        {
            "f1": ratio((i.article, *_halves(i.expected, i.found)) for i in items),
            "f1_calendar": ratio((i.article, *_halves(i.expected, i.found)) for i in of_calendar),
            "precision": ratio(
                (i.article, float(i.expected is not None), 1.0) for i in items if i.found
            ),
            "recall": ratio((i.article, float(i.found is not None), 1.0) for i in marked),
            "right_value": ratio(
                (i.article, float(i.verdict == "right"), 1.0)
                for i in certain
                if i.verdict != "none"
            ),
            "right_value_of_found": ratio(
                (i.article, float(i.verdict == "right"), 1.0) for i in certain
            ),
        },
    )


def _halves(expected: str | None, found: str | None) -> tuple[float, float]:
    """Return what an item adds to F1, 2 hits / (marked + found), above and below."""
    return 2.0 * (expected is not None and found is not None), float(
        (expected is not None) + (found is not None)
    )


async def when(desk: Desk) -> tuple[list[Row], list[Other]]:
    """The day of an article's event is among the days found in it."""
    items = answered_when(_rows(desk, FIVE_W), desk.people.articles)
    right = [(i.article, float(i.verdict == "right"), 1.0) for i in items]
    possible = [r for r, i in zip(right, items, strict=True) if not i.impossible]
    return _reported(
        len(items), {"right_day": ratio(right), "right_day_of_possible": ratio(possible)}
    )


async def quotes(desk: Desk) -> tuple[list[Row], list[Other]]:
    """Direct quotations and who says them."""
    items = marked_quotes(_rows(desk, POLNEAR), desk.people.articles)
    right = [(i.article, float(i.verdict == "right"), 1.0) for i in items]
    named = [r for r, i in zip(right, items, strict=True) if i.verdict != "none"]
    return _reported(
        len(items),
        {
            "located": ratio((i.article, float(i.located), 1.0) for i in items),
            "right_speaker": ratio(right),
            "right_of_named": ratio(named),
        },
    )


def _rows(desk: Desk, file: File[Structured]) -> list[Mapping[str, Any]]:
    return [row.raw() for row in desk.cut(desk.people.rows(file))]


def _reported(n: int, found: Mapping[str, Estimate]) -> tuple[list[Row], list[Other]]:
    figures = {name: figure(estimate) for name, estimate in found.items()}
    return [Row(judge=JUDGE, weights="none", n=n, undecided=0, yes=None, figures=figures)], []
