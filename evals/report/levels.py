"""How high a metric stands for one maker, over all its articles, with an interval.

Facts of one article stand or fall together. With six articles or more the articles are resampled;
with fewer, a share gets Wilson's interval, which takes its items for independent and is therefore
too narrow, and says so. Articles that are all alike show no spread to resample, which is not to
know the truth: an interval without width is never given. What was not measured is left out and
counted, never taken for 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evals.run.record import ScoreRecord, TrialRecord
from evals.scoring.scored import mean
from evals.statistics import Pair, difference, wilson
from evals.statistics.difference import FEWEST_ARTICLES

Method = Literal["bootstrap", "articles", "wilson", "alike", "none"]
"""How the interval was reached: articles resampled; Wilson's of articles that are all perfect or
all 0; Wilson's of items. Without one: all articles are alike, or there is no share of items."""

# A share of n items times n is whole, and like shares are equal, but for what floats lose.
_WHOLE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Level:
    """One metric of one maker."""

    mean: float | None
    """Over articles, repeats of one averaged first. None when none was measured."""
    low: float | None
    high: float | None
    items: int
    articles: int
    """With at least one item."""
    method: Method


def level(trials: Sequence[TrialRecord], metric: str) -> Level:
    """Return the mean of a share over all articles, with a 95% interval where there can be one."""
    scores = [
        (trial.article, score)
        for trial in trials
        if (score := trial.scores.get(metric)) is not None and score.value is not None
    ]
    of_article: dict[str, list[tuple[str, float | None]]] = {}
    for article, score in scores:
        of_article.setdefault(article, []).append((article, score.value))
    average = mean((article, score.value) for article, score in scores).value
    items = sum(score.n for _, score in scores)
    shares = {
        article: share
        for article, values in of_article.items()
        if (share := mean(values).value) is not None
    }
    if len(shares) >= FEWEST_ARTICLES and max(shares.values()) - min(shares.values()) < _WHOLE:
        return _alike(max(shares.values()), items, len(shares))
    # What an article has is that much above nothing: the interval of differences serves for it.
    found = difference(Pair(article, "", a=0.0, b=share) for article, share in shares.items())
    if found.low is not None and found.high is not None:
        low, high = max(0.0, found.low), min(1.0, found.high)
        return Level(average, low, high, items, len(of_article), "bootstrap")
    good = _good([score for _, score in scores])
    # The same items asked again are not more items.
    once = len(of_article) == len(scores)
    between = wilson(good, items) if good is not None and once else None
    if between is None:
        return Level(average, None, None, items, len(of_article), "none")
    return Level(average, between.low, between.high, items, len(of_article), "wilson")


def _alike(share: float, items: int, articles: int) -> Level:
    """Return the level of articles that all have one share.

    Nothing between 0 and 1 varies more than what is either 0 or 1. So where all articles are at one
    end, Wilson's interval with the articles for items is wide enough; between the ends there is
    nothing to tell how far the next article might be off.
    """
    whole = min(share, 1 - share) < _WHOLE
    between = wilson(round(share * articles), articles) if whole else None
    if between is None:
        return Level(share, None, None, items, articles, "alike")
    return Level(share, between.low, between.high, items, articles, "articles")


def _good(scores: Sequence[ScoreRecord]) -> int | None:
    """Return how many items were good, or None where the scores are no shares of items."""
    good = 0
    for score in scores:
        counted = (score.value or 0.0) * score.n
        if abs(counted - round(counted)) > _WHOLE:
            return None
        good += round(counted)
    return good
