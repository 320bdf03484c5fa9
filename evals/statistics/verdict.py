"""One word for each metric: better, worse, no difference found, underpowered.

The word follows from numbers that are printed beside it, by one rule, and none of the four says
"equal": that A and B do not differ cannot be shown.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evals.statistics.detectable import ALPHA, attainable, smallest_of
from evals.statistics.difference import FEWEST_ARTICLES, Difference, difference_of
from evals.statistics.paired import Pair, clusters
from evals.statistics.significance import holm, mcnemar, sign_flip_of

Verdict = Literal["better", "worse", "no difference found", "underpowered"]

# One fact in ten: less than one fact an article, where gold files have 8 to 15. The faults that
# newsrooms count in machine summaries come at 13% (altered quotes) to 19% (wrong dates, figures and
# facts; BBC, February 2025): a suite that cannot show a tenth cannot show that they are halved.
WORTH_KNOWING: Final = 0.10


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is known of one metric in B against A."""

    difference: Difference
    p: float | None
    """Sign-flip p, two-sided, not adjusted. None when nothing was measured in both."""
    holm_p: float | None
    """`p` adjusted for the number of metrics compared at once. None as `p`."""
    mcnemar_p: float | None
    """For information: it ignores that facts come in articles. None when values are not 0 or 1."""
    smallest: float | None
    """Smallest true difference found with 80% power at the level Holm leaves to a metric that is
    alone in differing, in the metric's unit. None when no difference could have been shown
    (underpowered), and when every article has the same difference (no spread to go by)."""
    verdict: Verdict | None
    """None when nothing was measured in both: that is a fault, not a result."""
    reason: str
    """One line that an editor can act on."""


def compare(
    metrics: Mapping[str, Sequence[Pair]], *, worth: float | None = WORTH_KNOWING
) -> dict[str, Comparison]:
    """Compare B with A on several metrics at once; keys and their order stay.

    Every value must be such that more is better: a caller turns round what counts faults. `worth`
    is the difference an editor wants to know of, in the metrics' unit; None for none, as with
    tokens or seconds. Metrics measured in no article do not count in Holm's adjustment.

    Raises ValueError when an (article, item) comes twice in a metric.
    """
    gathered = {name: clusters(pairs) for name, pairs in metrics.items()}
    p_values = {name: sign_flip_of(c.sums) for name, c in gathered.items() if c.sums}
    adjusted = holm(p_values)
    level = ALPHA / max(1, len(p_values))
    compared = {}
    for name, found in gathered.items():
        measured = difference_of(found)
        smallest = smallest_of(found, alpha=level)
        word, reason = verdict(measured, adjusted.get(name), smallest, worth=worth, level=level)
        compared[name] = Comparison(
            difference=measured,
            p=p_values.get(name),
            holm_p=adjusted.get(name),
            mcnemar_p=mcnemar(metrics[name]),
            smallest=None if smallest == math.inf else smallest,
            verdict=word,
            reason=reason,
        )
    return compared


def verdict(
    measured: Difference,
    holm_p: float | None,
    smallest: float | None,
    *,
    worth: float | None = WORTH_KNOWING,
    level: float = ALPHA,
) -> tuple[Verdict | None, str]:
    """Return the word and its reason. The first of these that holds decides:

    1. nothing was measured in both: no word (None);
    2. `holm_p` is below 0.05 and the 95% interval leaves out 0: better or worse, by its sign;
    3. so few articles that no difference could pass `level`, Holm's share of 0.05: underpowered;
    4. `smallest`, the smallest detectable difference, is above `worth`: underpowered;
    5. otherwise: no difference found.

    Sizes are in the metric's unit; `smallest` as `smallest_detectable` returns it.
    """
    if measured.mean is None or holm_p is None:
        return None, "measured in no article on both sides: nothing was compared"
    low, high, k = measured.low, measured.high, measured.n_clusters
    if holm_p < ALPHA and low is not None and high is not None and (low > 0 or high < 0):
        word: Verdict = "better" if low > 0 else "worse"
        return word, f"chance alone does this in {holm_p:.2g} of cases, all metrics considered"
    if k < (needed := fewest(level)):
        few = "1 article" if k == 1 else f"{k} articles"
        return "underpowered", f"{few} can show no difference: take at least {needed}"
    if smallest == math.inf:
        return "underpowered", "no difference is large enough for so few facts: take more articles"
    if smallest is None:
        return "no difference found", "every article has the same value on both sides"
    if worth is not None and smallest > worth:
        return "underpowered", (
            f"a difference below {smallest:.2f} would mostly be missed, and {worth:.2f} is worth "
            f"knowing: take about {articles_for(worth, k=k, smallest=smallest)} articles like these"
        )
    return "no difference found", f"one of {smallest:.2g} or more would mostly have been found"


def fewest(level: float) -> int:
    """Return how many articles can show a difference at `level`, if all go the same way."""
    k = FEWEST_ARTICLES
    while attainable(k, level) == 0.0:
        k += 1
    return k


def articles_for(worth: float, *, k: int, smallest: float) -> int:
    """Return roughly how many articles like these `k` would show `worth` instead of `smallest`."""
    return math.ceil(k * (smallest / worth) ** 2)
