"""Are dates and speakers found as people marked them? (TempEval-3, Giveme5W1H, PolNeAR)

These readers of the summarizer are rules: no judge is asked and nothing is fitted here.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from evals.agreement.dates import DATASET, WHEN_DATASET, DateItem, WhenItem
from evals.agreement.dates import dates as marked_dates
from evals.agreement.dates import when as answered_when
from evals.agreement.desk import Desk
from evals.agreement.quotes import DATASET as QUOTES_DATASET
from evals.agreement.quotes import QuoteItem
from evals.agreement.quotes import quotes as marked_quotes
from evals.agreement.results import Part, Row, figure
from evals.agreement.rows import part
from evals.people.data import FIVE_W, POLNEAR, TEMPEVAL, File, Structured
from evals.statistics.resampled import Estimate, ratio

JUDGE = "without a model"

S = TypeVar("S", bound=Structured)


async def dates(desk: Desk) -> list[Part]:
    """Phrases of class DATE, and what they mean."""
    items = marked_dates(_rows(desk, TEMPEVAL, DATASET), desk.people.articles)
    return _reported(sum(i.expected is not None for i in items), date_figures(items))


def date_figures(items: Sequence[DateItem]) -> dict[str, Estimate]:
    """Work out how many dates are found, and how many values of those are right."""
    marked = [i for i in items if i.expected is not None]
    of_calendar = [i for i in items if not i.vague or i.found is not None]
    certain = [i for i in marked if i.found is not None and i.certain]
    resolved = [i for i in certain if i.verdict != "none"]
    return {
        "f1": ratio((i.article, *_halves(i)) for i in items),
        "f1_calendar": ratio((i.article, *_halves(i)) for i in of_calendar),
        "precision": ratio(
            (i.article, float(i.expected is not None), 1.0) for i in items if i.found
        ),
        "recall": ratio((i.article, float(i.found is not None), 1.0) for i in marked),
        "right_value": ratio((i.article, float(i.verdict == "right"), 1.0) for i in resolved),
        "right_value_of_found": ratio(
            (i.article, float(i.verdict == "right"), 1.0) for i in certain
        ),
    }


def _halves(item: DateItem) -> tuple[float, float]:
    """Return what an item adds to F1, 2 hits / (marked + found), above and below."""
    marked, found = item.expected is not None, item.found is not None
    return 2.0 * (marked and found), float(marked + found)


async def when(desk: Desk) -> list[Part]:
    """The day of an article's event is among the days found in it; none of them is chosen."""
    items = answered_when(_rows(desk, FIVE_W, WHEN_DATASET), desk.people.articles)
    return _reported(len(items), day_figures(items))


def day_figures(items: Sequence[WhenItem]) -> dict[str, Estimate]:
    """Work out how many days are right, of all and of those that can be."""
    right = [(i.article, float(i.verdict == "right"), 1.0) for i in items]
    possible = [r for r, i in zip(right, items, strict=True) if not i.impossible]
    return {"right_day": ratio(right), "right_day_of_possible": ratio(possible)}


async def quotes(desk: Desk) -> list[Part]:
    """Direct quotations and who says them."""
    items = marked_quotes(_rows(desk, POLNEAR, QUOTES_DATASET), desk.people.articles)
    return _reported(len(items), quote_figures(items))


def quote_figures(items: Sequence[QuoteItem]) -> dict[str, Estimate]:
    """Work out how many quotations are found, and how many have the right speaker."""
    right = [(i.article, float(i.verdict == "right"), 1.0) for i in items]
    named = [r for r, i in zip(right, items, strict=True) if i.verdict != "none"]
    return {
        "located": ratio((i.article, float(i.located), 1.0) for i in items),
        "right_speaker": ratio(right),
        "right_of_named": ratio(named),
    }


def _rows(desk: Desk, file: File[S], dataset: str) -> list[Mapping[str, Any]]:
    """Return what is marked. Raises InputError where the text it is marked in is not there."""
    rows = desk.cut(desk.people.rows(file))
    for row in rows:
        desk.people.article(f"{dataset}:{row.article_id}")
    return [row.model_dump() for row in rows]


def _reported(n: int, found: Mapping[str, Estimate]) -> list[Part]:
    figures = {name: figure(estimate) for name, estimate in found.items()}
    return [part([Row(judge=JUDGE, weights="none", n=n, undecided=0, yes=None, figures=figures)])]
