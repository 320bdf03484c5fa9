"""One word for each metric: better, worse, no difference found, underpowered.

The word follows from numbers that are printed beside it, by one rule, and none of the four says
"equal": that A and B do not differ cannot be shown.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from evals.statistics.detectable import Detectable, detectable, fewest
from evals.statistics.difference import FEWEST_ARTICLES, Difference, difference_of
from evals.statistics.multiple import ALPHA
from evals.statistics.paired import Pair, average, clusters
from evals.statistics.significance import holm, mcnemar, sign_flip_of

Verdict = Literal["better", "worse", "no difference found", "underpowered"]

# One fact in ten: less than one fact an article, where gold files have 8 to 15. The faults that
# newsrooms count in machine summaries come at 13% (altered quotes) to 19% (wrong dates, figures and
# facts; BBC, February 2025): a suite that cannot show a tenth cannot show that they are halved.
# Of an amount, such as words for a fact, it is a tenth of A's: a sentence of 17 words in a summary
# of 170 is the least that an editor would take out or leave in.
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
    """For information: it ignores that facts come in articles. None when these are no facts."""
    smallest: float | None
    """Smallest true difference found with 80% power at the level Holm leaves to a metric that is
    alone in differing, in the metric's unit. None when no difference could have been shown, and
    when nothing tells how the values vary (both are underpowered)."""
    falls: bool | None
    """Whether `smallest` is a fall, for there is most room, or a gain; None of an amount."""
    verdict: Verdict | None
    """None when nothing was measured in both: that is a fault, not a result."""
    reason: str
    """One line that an editor can act on."""


def compare(
    metrics: Mapping[str, Sequence[Pair]],
    *,
    worth: float | None = WORTH_KNOWING,
    amounts: Collection[str] = (),
) -> dict[str, Comparison]:
    """Compare B with A on several metrics at once; keys and their order stay.

    Every value must be such that more is better: a caller turns round what counts faults. Values
    are facts or shares, from 0 to 1, but those of `amounts`, which may be any number. `worth` is
    the difference an editor wants to know of, None for none; of an amount it is that share of A's
    mean. Metrics measured in no article do not count in Holm's adjustment.

    Raises ValueError when an (article, item) comes twice in a metric.
    """
    gathered = {name: clusters(pairs) for name, pairs in metrics.items()}
    p_values = {name: sign_flip_of(c.sums) for name, c in gathered.items() if c.sums}
    adjusted = holm(p_values)
    level = ALPHA / max(1, len(p_values))
    compared = {}
    for name, found in gathered.items():
        amount = name in amounts
        measured = difference_of(found, share=not amount)
        known = _of_amount(metrics[name], worth) if amount else worth
        could = detectable(found, alpha=level, amount=amount, worth=known)
        word, reason = verdict(measured, adjusted.get(name), could, worth=known, level=level)
        compared[name] = Comparison(
            difference=measured,
            p=p_values.get(name),
            holm_p=adjusted.get(name),
            mcnemar_p=mcnemar(metrics[name]),
            smallest=None if could.size == math.inf else could.size,
            falls=could.falls,
            verdict=word,
            reason=reason,
        )
    return compared


def _of_amount(pairs: Sequence[Pair], worth: float | None) -> float | None:
    """Return what is worth knowing of an amount, in its unit."""
    if worth is None:
        return None
    mean = average([p.a for p in pairs if p.a is not None and p.b is not None])
    return abs(mean) * worth if mean else None


def verdict(
    measured: Difference,
    holm_p: float | None,
    could: Detectable,
    *,
    worth: float | None = WORTH_KNOWING,
    level: float = ALPHA,
) -> tuple[Verdict | None, str]:
    """Return the word and its reason. The first of these that holds decides:

    1. nothing was measured in both: no word (None);
    2. `holm_p` is below 0.05 and the 95% interval leaves out 0, or there is none because every
       article has the same difference: better or worse, by its sign;
    3. so few articles that no difference could pass `level`, Holm's share of 0.05: underpowered;
    4. the smallest detectable difference is above `worth`, or not known: underpowered;
    5. otherwise: no difference found.

    Sizes are in the metric's unit.
    """
    if measured.mean is None or holm_p is None:
        return None, "measured in no article on both sides: nothing was compared"
    k = measured.n_clusters
    apart = _leaves_out_0(measured)
    if holm_p < ALPHA and apart:
        word: Verdict = "better" if measured.mean > 0 else "worse"
        return word, f"chance alone does this {in_1000(holm_p)}, all metrics considered"
    if k < (needed := fewest(level)):
        few = "1 article" if k == 1 else f"{k} articles"
        return "underpowered", f"{few} can show no difference: take at least {needed}"
    adjusted = ""
    if apart and measured.low is not None:
        adjusted = (
            "the interval leaves out 0, but it is of this metric alone: with all that are tested, "
            f"chance does this {in_1000(holm_p)}; "
        )
    word, reason = _not_found(could, worth)
    return word, adjusted + reason


def _leaves_out_0(measured: Difference) -> bool:
    if measured.low is None or measured.high is None:
        return measured.n_clusters >= FEWEST_ARTICLES and measured.mean != 0
    return measured.low > 0 or measured.high < 0


def _not_found(could: Detectable, worth: float | None) -> tuple[Verdict, str]:
    take = f": take about {could.needed:,} articles like these" if could.needed else ""
    if could.size is None:
        return "underpowered", (
            "every article has the same value on both sides, and nothing tells how far they vary"
        )
    if could.size == math.inf:
        return "underpowered", f"no difference is large enough for so few articles{take}"
    kind = {True: "fall", False: "gain", None: "difference"}[could.falls]
    if worth is not None and could.size > worth:
        return "underpowered", (
            f"a {kind} of less than {_short(could.size)} would mostly be missed, and "
            f"{_short(worth)} is worth knowing{take}"
        )
    return "no difference found", (
        f"a {kind} of {_short(could.size)} or more would mostly have been found"
    )


def _short(size: float) -> str:
    return f"{size:.2f}" if size < 10 else f"{size:.0f}"


def in_1000(p: float) -> str:
    """Write how often chance does something, as a reporter would: 8 times in 1,000."""
    times = round(p * 1000)
    if times == 0:
        return "less than once in 1,000"
    return "once in 1,000" if times == 1 else f"{times} times in 1,000"
