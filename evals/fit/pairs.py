"""How the weights of the support judge are fitted: one model for all sets, in two steps.

First the figures, then how sure a language model was beside them. No set is told from another. Of
minimal pairs only how the two differ is learnt: each pair is moved so that its middle is the mean
of all, because a whole set of planted errors says nothing of how often summaries are wrong.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from evals.fit.logistic import Case, cross_fitted, fit
from summarize.judge.support import ASKED

# Of the L2 penalty: many features say nearly the same, and none may lean on one set's habits.
PENALTY: Final = 30.0
# The log odds without a model, as a figure.
_ALONE: Final = "alone"


def fit_alone(cases: Sequence[Case]) -> dict[str, float]:
    """Fit the figures, one model for all sets. Raises ValueError without a case of each label."""
    return fit(list(_moved(cases)), penalty=PENALTY)


def fit_with_a_model(cases: Sequence[Case]) -> dict[str, float]:
    """Fit what a model said beside the figures, which keep their proportions to each other.

    Two weights are fitted, that of the model's answer and that of the log odds without it, from
    weights of other articles. Fitting all figures anew beside the answer ranks four of the five
    sets a little worse, and turns the sign of some.
    Raises ValueError without a case of each label.
    """
    alone = [_without_answer(case) for case in cases]
    both = [
        replace(case, features={_ALONE: math.log(p / (1 - p)), ASKED: case.features[ASKED]})
        for case, p in zip(cases, cross_fitted(alone, fit_alone, deals=1), strict=True)
    ]
    weights, share = fit_alone(alone), fit(list(_moved(both)))
    fitted = {name: weight * share[_ALONE] for name, weight in weights.items()}
    return fitted | {ASKED: share[ASKED], "intercept": fitted["intercept"] + share["intercept"]}


def _without_answer(case: Case) -> Case:
    return replace(case, features={n: v for n, v in case.features.items() if n != ASKED})


def _moved(cases: Sequence[Case]) -> Iterator[Case]:
    """Yield what is fitted: single sentences as they are, pairs moved to the mean of all."""
    single = [case for case in cases if not case.pair]
    pairs: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case.pair:
            pairs[case.pair].append(case)
    yield from single
    centre = _mean(single or cases)
    for pair in pairs.values():
        if {c.label for c in pair} == {True, False}:
            middle = _mean(pair)
            for case in pair:
                moved = {n: v - middle[n] + centre[n] for n, v in case.features.items()}
                yield replace(case, features=moved)


def _mean(cases: Sequence[Case]) -> dict[str, float]:
    names = cases[0].features
    return {n: math.fsum(c.features[n] for c in cases) / len(cases) for n in names}
