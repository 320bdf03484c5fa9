"""Fit the support judge on people's judgements of whether an article supports a sentence.

    python -m evals.fit.support DATA      writes summarize/judge/support_weights.json

The data are FRANK (CNN/DM), QAGS, SummEdits-News and BUMP (see the README beside them). FRANK's
XSum sentences are left out, because nearly all of them are unsupported and it is the corpus that
would be learnt. Of BUMP only the sentences that differ within a pair are used. What is reported is
cross-fitted by article, also where an article is in several sets; the threshold of a balanced
accuracy is chosen on other articles too, and so are those that errors are counted with. Of a
sentence copied whole no judge is asked, so its errors are those of the others. The thresholds are
chosen, and errors counted, without BUMP's planted errors: they are subtler than those of a
summarizer, and half of its sentences have one.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from evals.fit import record
from evals.fit.logistic import Case, cross_fitted
from evals.fit.pairs import fit_alone, fit_with_a_model
from evals.people.data import ARTICLES, BUMP, FRANK, QAGS, SUMMEDITS, People
from evals.people.same import same_articles
from evals.statistics.agreement import auc, balanced_accuracy
from evals.statistics.resampled import Estimate, ratio
from summarize.judge.retrieve import evidence_in
from summarize.judge.support import ALONE, ASKED, WEIGHTS, features
from summarize.judge.supported import is_copied

FILES: Final = (FRANK, QAGS, SUMMEDITS, BUMP)
# Nearly all of it is unsupported: a model would learn the corpus.
CONFOUNDED: Final = "frank xsum"
WHAT: Final = "a statement supported; made by evals/fit/support.py"
# An answer is given where so many people agree with it. Where a summarizer refuses a statement, the
# article's own sentence takes its place, so to refuse one that is true costs little: there no needs
# half of them. To publish one that is not costs a newsroom its name: yes needs three in five.
AGREEING_NO: Final = 0.5
AGREEING_YES: Final = 0.6

Odds = Mapping[tuple[str, str], float]
"""What a language model said, by article and sentence."""


def described(article: str, claim: str) -> Mapping[str, float] | None:
    """Return the features of one claim; None where claim or article has no words.

    No sentence of the article is cited for a claim, so the evidence is retrieved, as it is where a
    summary cites none.
    """
    try:
        return features(claim, evidence_in(article, claim), article)
    except ValueError:
        return None


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
        figures = described(people.article(claim.key), claim.sentence)
        if figures is not None and odds is not None:
            asked = odds.get((claim.key, claim.sentence))
            figures = None if asked is None else {**figures, ASKED: asked}
        if figures is not None:
            evidence = evidence_in(people.article(claim.key), claim.sentence)
            found.append(
                Case(
                    articles[claim.key],
                    figures,
                    claim.supported,
                    claim.origin,
                    claim.pair,
                    copied=is_copied(claim.sentence, evidence),
                )
            )
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
    items = record.items(cases, said)
    figures: dict[str, Any] = {
        "cases": len(cases),
        "articles": len({c.article for c in cases}),
        "auc": record.rounded(auc(items)),
        "balanced_accuracy": record.rounded(balanced_accuracy(items)),
    }
    if cases[0].pair:
        share = ordered(cases, said)
        figures |= {"pairs": share.n, "ordered_right": record.rounded(share)}
    return figures


def fitted(people: People, odds: Odds | None = None) -> dict[str, Any]:
    """Fit, and return the model with what it was made from and what it reached.

    With `odds`, on the sentences that a model was asked about.
    """
    cases = judged(people, odds)
    fitting = fit_alone if odds is None else fit_with_a_model
    said = cross_fitted(cases, fitting)
    tasks: dict[str, list[tuple[Case, float]]] = defaultdict(list)
    for case, p in zip(cases, said, strict=True):
        tasks[case.origin].append((case, p))
    nested = record.nested(cases, fitting, thresholds)
    used = [f for f in FILES if any(claim.origin in tasks for claim in people.rows(f))]
    return {
        **record.made_from(cases, people.digests([ARTICLES, *used])),
        "cross_fitted_by_article": {name: measure(*_columns(of)) for name, of in tasks.items()},
        "thresholds": thresholds(cases, said),
        "errors": record.errors(
            (each.case, record.between(each)) for each in nested if not each.case.pair
        ),
        "weights": record.weights(fitting(cases)),
    }


def thresholds(cases: Sequence[Case], said: Sequence[float]) -> dict[str, float]:
    """Choose the thresholds, without minimal pairs."""
    single = [(case, p) for case, p in zip(cases, said, strict=True) if not case.pair]
    return record.thresholds(record.items(*_columns(single)), no=AGREEING_NO, yes=AGREEING_YES)


def _columns(of: Sequence[tuple[Case, float]]) -> tuple[list[Case], list[float]]:
    return [case for case, _ in of], [p for _, p in of]


if __name__ == "__main__":
    record.save(WEIGHTS, ALONE, fitted(record.arguments(__doc__).parse_args().people), what=WHAT)
