"""Whether a difference between two runs is real, and what could have been seen if it were.

Pure functions over plain numbers: nothing here knows of runs, metrics or prompts, and nothing
needs numpy or scipy. Facts of one article stand or fall together, so the article is the unit that
is resampled and flipped; a test that counts facts as if they were independent is shown for
information only, and decides nothing.

    pair(a, b) -> pairs -> compare({metric: pairs}) -> {metric: Comparison}
"""

from evals.statistics.detectable import smallest_detectable
from evals.statistics.difference import Difference, difference, unseen
from evals.statistics.intervals import Interval, wilson
from evals.statistics.paired import Measurement, Pair, pair
from evals.statistics.repeats import Noise, noise
from evals.statistics.significance import holm, mcnemar, sign_flip
from evals.statistics.verdict import WORTH_KNOWING, Comparison, Verdict, compare

__all__ = [
    "WORTH_KNOWING",
    "Comparison",
    "Difference",
    "Interval",
    "Measurement",
    "Noise",
    "Pair",
    "Verdict",
    "compare",
    "difference",
    "holm",
    "mcnemar",
    "noise",
    "pair",
    "sign_flip",
    "smallest_detectable",
    "unseen",
    "wilson",
]
