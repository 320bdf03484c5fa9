"""Fit the support judge on people's judgements of whether an article supports a sentence.

    python -m evals.judge_fit DATA      writes summarize/judge/support_weights.json

The data are FRANK (CNN/DM), QAGS, SummEdits-News and BUMP (see the README beside them). FRANK's
XSum sentences are left out, because nearly all of them are unsupported and it is the corpus that
would be learnt. Of BUMP only the sentences that differ within a pair are used. What is reported is
cross-fitted by article, also where an article is in several sets; the threshold of a balanced
accuracy is chosen on other articles too. The shipped thresholds are chosen without BUMP's planted
errors: they are subtler than those of a summarizer, and half of its sentences have one.
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from evals import fitted
from evals.agreement.support_judge import CONFOUNDED, described
from evals.fitting import Case, cross_fitted
from evals.judge_weights import fit_judge
from evals.people.data import ARTICLES, BUMP, FRANK, QAGS, SUMMEDITS, File, People
from evals.people.same import same_articles
from evals.statistics.agreement import auc, balanced_accuracy
from evals.statistics.resampled import Estimate, ratio
from summarize.judge.support import ASKED, WEIGHTS

FILES: Final = (FRANK, QAGS, SUMMEDITS, BUMP)
MODEL: Final = "lexical"
WHAT: Final = "a statement supported; made by evals/judge_fit.py"
# An answer is given where at least this share of people's judgements agree with it.
AGREEING: Final = 0.6

Fitting = Callable[[Sequence[Case]], dict[str, float]]

Odds = Mapping[tuple[str, str], float]
"""What a language model said, by article and sentence."""


def judged(people: People, odds: Odds | None = None) -> list[Case]:
    """Describe every sentence. Those without words, and those alike in both of a pair, are not.

    With `odds`, of those the model was asked about; its answer is a figure more.
    """
    claims = [claim for file in FILES for claim in people.rows(file)]
    articles = same_articles({c.key: people.article(c.key) for c in claims})
    sides: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        sides[claim.pair].add(claim.sentence)
    found = []
    for claim in claims:
        if claim.origin == CONFOUNDED or (claim.pair_id and len(sides[claim.pair]) == 1):
            continue
        features = described(people.article(claim.key), claim.sentence)
        if features is not None and odds is not None:
            asked = odds.get((claim.key, claim.sentence))
            features = None if asked is None else {**features, ASKED: asked}
        if features is not None:
            case = Case(articles[claim.key], features, claim.supported, claim.origin, claim.pair)
            found.append(case)
    return found


def ordered(cases: Sequence[Case], said: Sequence[float]) -> Estimate:
    """Return the share of pairs of summaries whose reference gets more.

    A summary gets the mean log odds of its sentences; those alike in both change nothing.
    """
    more: dict[tuple[str, str], float] = defaultdict(float)
    for case, p in zip(cases, said, strict=True):
        odds = math.log(p / (1 - p))
        summaries = case.pair.rpartition(" ")[0]
        more[case.article, summaries] += odds if case.label else -odds
    return ratio((article, float(odds > 0), 1.0) for (article, _), odds in more.items())


def measure(cases: Sequence[Case], said: Sequence[float]) -> dict[str, Any]:
    """Return the figures of one set."""
    items = fitted.items(cases, said)
    figures: dict[str, Any] = {
        "cases": len(cases),
        "articles": len({c.article for c in cases}),
        "auc": fitted.rounded(auc(items)),
        "balanced_accuracy": fitted.rounded(balanced_accuracy(items)),
    }
    if cases[0].pair:
        share = ordered(cases, said)
        figures |= {"pairs": share.n, "ordered_right": fitted.rounded(share)}
    return figures


def record(people: People, cases: Sequence[Case], fitting: Fitting = fit_judge) -> dict[str, Any]:
    """Fit, and return the model with what it was made from and what it reached."""
    said = cross_fitted(cases, fitting)
    tasks: dict[str, list[tuple[Case, float]]] = defaultdict(list)
    for case, p in zip(cases, said, strict=True):
        tasks[case.origin].append((case, p))
    items = [i for of in tasks.values() for i in fitted.items(*_columns(of)) if not of[0][0].pair]
    cut = fitted.thresholds(items, no=AGREEING, yes=AGREEING)
    used: list[File[Any]] = [ARTICLES]
    used += [f for f in FILES if any(claim.origin in tasks for claim in people.rows(f))]
    return {
        **fitted.made_from(cases, {f.name: people.digest(f) for f in used}),
        "cross_fitted_by_article": {name: measure(*_columns(of)) for name, of in tasks.items()},
        "thresholds": cut,
        "errors": fitted.errors(items, cut),
        "weights": fitted.written(fitting(cases)),
    }


def _columns(of: Sequence[tuple[Case, float]]) -> tuple[list[Case], list[float]]:
    return [case for case, _ in of], [p for _, p in of]


def main() -> None:
    """Fit, report, and write the weights; other models of the file stay as they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    people = People(parser.parse_args().data)
    fitted.save(WEIGHTS, MODEL, record(people, judged(people)), what=WHAT)


if __name__ == "__main__":
    main()
