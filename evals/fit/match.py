"""Fit the default matcher on people's judgements of whether a summary states a fact.

    python -m evals.fit.match DATA      writes evals/match/lexical_weights.json

The data are REALSumm's content units (see the README beside them): 13,000 pairs of a fact and a
summary. What is reported is cross-fitted by article. The texts are set apart by spaces, and some
lower-cased, so guards that need capitals see little there. Summaries that were not judged
(evals/people/drawn.py) are left out of the fit, and what is reached is given with and without them,
where they were asked about. All of it is of the probability alone, before the matcher's guards.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from evals.fit import record
from evals.fit.logistic import Case, cross_fitted, fit, probability
from evals.match.features import Comparison, compare, features
from evals.match.lexical import WEIGHTS, guarded
from evals.match.unit import units
from evals.people.data import FACTS, Fact, People
from evals.people.drawn import facts_of_systems, filled_in
from evals.statistics.resampled import Item
from evals.trial import Said
from summarize.judge.logistic import Logistic
from summarize.judge.support import ALONE

# A verdict is given where so many people agree with it. To count what is not stated flatters a
# summarizer, and a fact told in other words is looked up by whoever reads what is missing: so yes
# needs two in three, and no three in five.
AGREEING_YES: Final = 2 / 3
AGREEING_NO: Final = 0.6
WHAT: Final = "a fact stated; made by evals/fit/match.py"

Answers = Mapping[Fact, Mapping[str, float]]
"""Of each fact what a language model answered, a feature for each wording of the question."""


def case(fact: Fact, told: Mapping[str, float] | None = None) -> Case | None:
    """Describe a pair of fact and summary; None when the summary is empty."""
    found = compared(fact)
    if found is None:
        return None
    return Case(fact.article_id, features(found) | dict(told or {}), fact.present)


def compared(fact: Fact) -> Comparison | None:
    """Set a fact beside the nearest sentences of its summary; None when the summary is empty."""
    read = tuple(units([Said(fact.summary, "text", None, None)]))
    return compare(fact.fact, read) if read else None


def fitted(
    people: People, answers: Answers | None = None, *, systems: int | None = None
) -> dict[str, Any]:
    """Fit on what was judged, and return the model with what it was made from and what it reached.

    With `answers`, on the facts that a model was asked about, of so many `systems` of each article;
    its answers are figures more. Raises ValueError when there are too few articles to cross-fit.
    """
    drawn = facts_of_systems(people.rows(FACTS), systems)
    told: Answers = {fact: {} for fact in drawn} if answers is None else answers
    left_out = filled_in(drawn)
    described = [(f, found) for f, odds in told.items() if (found := case(f, odds)) is not None]
    facts, judged = zip(
        *((f, c) for f, c in described if f.of_summary not in left_out), strict=True
    )
    others = [found for fact, found in described if fact.of_summary in left_out]
    said = cross_fitted(judged)
    # The thresholds are those of probabilities given to articles that were not fitted on.
    items, cut = record.items(judged, said), thresholds(judged, said)
    nested = record.nested(judged, fit, thresholds)
    return {
        **record.made_from(judged, people.digests([FACTS])),
        "left_out": {
            "cases": sum(fact.of_summary in left_out for fact in drawn),
            "summaries": len(left_out),
            "of_summaries": len({fact.of_summary for fact in drawn}),
            "why": "labels look filled in: five times yes, then no",
        },
        "cross_fitted_by_article": record.reached(items, cut),
        # None where nobody asked about them.
        "with_those_left_out": record.reached(items + _unjudged(judged, others), cut)
        if others
        else None,
        "thresholds": cut,
        "errors": record.errors(
            (each.case, answer(fact, each)) for fact, each in zip(facts, nested, strict=True)
        ),
        "weights": record.weights(fit(judged)),
    }


def thresholds(cases: Sequence[Case], said: Sequence[float]) -> dict[str, float]:
    """Choose the thresholds."""
    return record.thresholds(record.items(cases, said), no=AGREEING_NO, yes=AGREEING_YES)


def answer(fact: Fact, each: record.Nested) -> bool | None:
    """Return what the judge says once the guards have looked at it; None where it says nothing."""
    found = compared(fact)
    if found is None:
        return None
    model = Logistic({}, each.cut["no"], each.cut["yes"])
    judged = guarded(found, each.said, model)
    if judged.denied:
        return False
    return None if judged.probability is None else model.answer(judged.probability)


def _unjudged(judged: Sequence[Case], others: Sequence[Case]) -> list[Item]:
    """Return the cases left out, each by weights of other articles."""
    found: list[Item] = []
    for article in sorted({c.article for c in others}):
        weights = fit([c for c in judged if c.article != article])
        mine = [c for c in others if c.article == article]
        found += record.items(mine, [probability(weights, c) for c in mine])
    return found


if __name__ == "__main__":
    record.save(WEIGHTS, ALONE, fitted(record.arguments(__doc__).parse_args().people), what=WHAT)
