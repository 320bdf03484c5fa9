"""Which of the gold's facts a summary states.

A fact that cannot be judged counts on neither side: `decided` says how many those are.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from evals.gold.model import GoldFact
from evals.metrics.judged import Judged, is_stated, share
from evals.score import Score
from summarize.article import Article
from summarize.values.fold import find_verbatim
from summarize.values.memory import TEXTS

THIRDS: Final = ("first", "middle", "last")


def coverage(judged: Judged) -> Score:
    """Share of must-facts stated.

    It does not show what else the summary says, true or false, nor at what length: a summary that
    repeats the whole article covers everything.
    """
    return _share(judged, [f for f in judged.trial.gold.facts if f.weight == "must"])


def coverage_may(judged: Judged) -> Score:
    """Share of may-facts stated.

    It does not show quality: a good short summary leaves most of them out.
    """
    return _share(judged, [f for f in judged.trial.gold.facts if f.weight == "may"])


def coverage_third(number: int) -> Callable[[Judged], Score]:
    """Return the metric for one third of the article, from 0."""

    def coverage_of_third(judged: Judged) -> Score:
        """Share of all facts stated, must and may, of those told in this third of the body.

        It does not show that a third was neglected: in news most that matters stands first.
        """
        article = judged.trial.article
        facts = [f for f in judged.trial.gold.facts if third(article, f.quote) == number]
        return _share(judged, facts)

    return coverage_of_third


@lru_cache(maxsize=TEXTS)
def third(article: Article, quote: str) -> int | None:
    """Return in which third of the article's body a quote is centred, from 0; None when nowhere."""
    place = find_verbatim(quote, article.text)
    body = article.body()
    if place is None or not body:
        return None
    start, end = body[0].words.start, body[-1].words.end
    centre = (place.start + place.end) // 2
    return min(max((centre - start) * 3 // (end - start), 0), 2)


def _share(judged: Judged, facts: Sequence[GoldFact]) -> Score:
    verdicts = judged.matched.facts
    return share(
        [(f.id, is_stated(verdicts[f.id])) for f in facts],
        good="all are stated",
        bad="not stated:",
        none="the gold has no such fact" if not facts else "no fact could be judged",
    )
