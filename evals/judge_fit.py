"""Fit the support judge on people's judgements of whether an article supports a sentence.

    python -m evals.judge_fit DATA      writes summarize/judge/support_weights.json

The data are FRANK (CNN/DM), QAGS, SummEdits-News and BUMP (see the README beside them). One model
is fitted for all, without being told which set a sentence is of; FRANK's XSum sentences are left
out, because nearly all of them are unsupported and it is the corpus that would be learnt. Of BUMP
only the sentences that differ within a pair are used, and only how they differ: each pair is moved
so that its middle is the mean of all. What is reported is cross-fitted by article, also where an
article is in several sets; the threshold of a balanced accuracy is chosen on other articles too.
"""

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from evals.agreement.data import BUMP, FRANK, QAGS, SUMMEDITS, Claim, People
from evals.agreement.same import same_articles
from evals.agreement.support_judge import described
from evals.fitting import Case, Weights, fit, folds
from evals.statistics.corrected import known_errors
from summarize.judge.logistic import Logistic
from summarize.judge.support import ASKED, WEIGHTS

FILES: Final = (FRANK, QAGS, SUMMEDITS, BUMP)
MODEL: Final = "lexical"
# Of the L2 penalty: many features say nearly the same, and none may lean on one set's habits.
PENALTY: Final = 30.0
# An answer is given where at least this share of people's judgements agree with it.
AGREEING: Final = 0.6
# How near probabilities are looked at together to find that share.
_NEAR: Final = 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of a summary, described, and what people said of it."""

    task: str
    """The set and, where it has several, its corpus."""
    case: Case
    pair: str = ""
    """The same for the two sentences of a BUMP pair that differ; "" in other sets."""
    summaries: tuple[str, str] = ("", "")
    """The pair of summaries, and which of them it is in."""


Probabilities = Sequence[float]
Fitting = Callable[[Sequence[Judged]], dict[str, float]]
# The log odds without a model, as a figure.
_ALONE: Final = "alone"
_CONFOUNDED: Final = "frank xsum"


Odds = Mapping[tuple[str, str], float]
"""What a language model said, by article and sentence."""


def judged(people: People, odds: Odds | None = None) -> list[Judged]:
    """Describe every sentence. Those without words, and those alike in both of a pair, are not.

    With `odds`, of those the model was asked about; its answer is a figure more.
    """
    claims = [claim for file in FILES for claim in people.rows(file)]
    articles = same_articles({c.key: people.article(c.key) for c in claims})
    sides: dict[str, set[str]] = defaultdict(set)
    earlier: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in claims:
        sides[_pair(claim)].add(claim.sentence)
    found = []
    for claim in claims:
        before = earlier[claim.key, claim.system, claim.summary_id]
        if not claim.pair_id or len(sides[_pair(claim)]) > 1:
            features = described(people.article(claim.key), claim.sentence, " ".join(before))
            if features is not None and odds is not None:
                asked = odds.get((claim.key, claim.sentence))
                features = None if asked is None else {**features, ASKED: asked}
            if features is not None:
                case = Case(articles[claim.key], features, claim.supported)
                summaries = (claim.pair_id, claim.pair_side)
                found.append(Judged(task(claim), case, _pair(claim), summaries))
        before.append(claim.sentence)
    return found


def _pair(claim: Claim) -> str:
    return f"{claim.pair_id} {claim.sentence_index}" if claim.pair_id else ""


def task(claim: Claim) -> str:
    """Return the set of a sentence and, where it has several, its corpus."""
    return f"{claim.dataset} {claim.corpus}".strip()


def fit_judge(some: Sequence[Judged]) -> dict[str, float]:
    """Fit one model to all sets. Raises ValueError without a case of each label."""
    return fit(list(_cases(some)), penalty=PENALTY)


def fit_with_a_model(some: Sequence[Judged]) -> dict[str, float]:
    """Fit what a model said beside the figures, which keep their proportions to each other.

    There are too few sentences to fit all of them anew beside it: two weights are fitted, that of
    the model's answer and that of the log odds without it, from weights of other articles.
    Raises ValueError without a case of each label.
    """
    alone = [_without_answer(j) for j in some]
    log_odds = [math.log(p / (1 - p)) for p in cross_fitted(alone)]
    both = [
        replace(j, case=replace(j.case, features={_ALONE: o, ASKED: j.case.features[ASKED]}))
        for j, o in zip(some, log_odds, strict=True)
    ]
    weights, share = fit_judge(alone), fit(list(_cases(both)))
    fitted = {name: weight * share[_ALONE] for name, weight in weights.items()}
    return fitted | {ASKED: share[ASKED], "intercept": fitted["intercept"] + share["intercept"]}


def _without_answer(one: Judged) -> Judged:
    kept = {n: v for n, v in one.case.features.items() if n != ASKED}
    return replace(one, case=replace(one.case, features=kept))


def _cases(some: Sequence[Judged]) -> Iterator[Case]:
    """Yield what is fitted: single sentences as they are, pairs moved to the mean of all."""
    single = [j.case for j in some if not j.pair]
    pairs: dict[str, list[Case]] = defaultdict(list)
    for one in some:
        if one.pair:
            pairs[one.pair].append(one.case)
    yield from single
    centre = _mean(single or [j.case for j in some])
    for pair in pairs.values():
        if {c.label for c in pair} == {True, False}:
            middle = _mean(pair)
            for case in pair:
                moved = {n: v - middle[n] + centre[n] for n, v in case.features.items()}
                yield replace(case, features=moved)


def _mean(cases: Sequence[Case]) -> dict[str, float]:
    names = cases[0].features
    return {n: math.fsum(c.features[n] for c in cases) / len(cases) for n in names}


def cross_fitted(some: Sequence[Judged], fitting: Fitting = fit_judge) -> Probabilities:
    """Return the probability of each, in order, by weights fitted on other articles."""
    by_article: dict[str, Weights] = {}
    for fold in folds([j.case.article for j in some]):
        weights = fitting([j for j in some if j.case.article not in fold])
        by_article |= dict.fromkeys(fold, weights)
    return [
        Logistic(by_article[j.case.article], no=0.5, yes=0.5).probability(j.case.features)
        for j in some
    ]


def auc(said: Sequence[tuple[float, bool]]) -> float:
    """Return how often a supported sentence gets more than an unsupported one; ties are halves."""
    good = [p for p, label in said if label]
    bad = [p for p, label in said if not label]
    wins = sum((g > b) + (g == b) / 2 for g in good for b in bad)
    return wins / (len(good) * len(bad))


def balanced(said: Sequence[tuple[float, bool]], threshold: float) -> float:
    """Return the mean of the shares of supported and of unsupported ones judged right."""
    good = [p >= threshold for p, label in said if label]
    bad = [p < threshold for p, label in said if not label]
    return (sum(good) / len(good) + sum(bad) / len(bad)) / 2


def balanced_elsewhere(some: Sequence[Judged], said: Probabilities) -> float:
    """Return the balanced accuracy, each article judged at the best threshold of the others."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for fold in folds([j.case.article for j in some]):
        rest = _labelled([j for j in some if j.case.article not in fold], some, said)
        cut = max((i / 100 for i in range(2, 99)), key=lambda t: balanced(rest, t))
        for one, p in zip(some, said, strict=True):
            if one.case.article in fold:
                right[one.case.label].append((p >= cut) == one.case.label)
    return sum(sum(r) / len(r) for r in right.values()) / 2


def _labelled(
    wanted: Sequence[Judged], some: Sequence[Judged], said: Probabilities
) -> list[tuple[float, bool]]:
    ids = {id(j) for j in wanted}
    return [(p, j.case.label) for j, p in zip(some, said, strict=True) if id(j) in ids]


def ordered(some: Sequence[Judged], said: Probabilities) -> tuple[float, int]:
    """Return the share of pairs of summaries whose reference gets more, and how many there are.

    A summary gets the mean log odds of its sentences; those alike in both change nothing.
    """
    odds: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one, p in zip(some, said, strict=True):
        pair, side = one.summaries
        odds[pair][side] += math.log(p / (1 - p))
    whole = [sides for pair, sides in odds.items() if pair and len(sides) == 2]
    return sum(s["reference"] > s["edited"] for s in whole) / len(whole), len(whole)


def measure(some: Sequence[Judged], said: Probabilities) -> dict[str, Any]:
    """Return the figures of one set."""
    both = _labelled(some, some, said)
    figures: dict[str, Any] = {
        "cases": len(some),
        "articles": len({j.case.article for j in some}),
        "auc": round(auc(both), 3),
        "balanced_accuracy": round(balanced_elsewhere(some, said), 3),
    }
    if some[0].pair:
        share, pairs = ordered(some, said)
        figures |= {"pairs": pairs, "ordered_right": round(share, 3)}
    return figures


def thresholds(said: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Return the probabilities between which people agree with neither answer often enough."""
    grid = [i / 50 for i in range(1, 50)]

    def share(centre: float) -> float:
        near = [label for p, label in said if abs(p - centre) <= _NEAR]
        return sum(near) / len(near) if near else centre

    no = next((g for g in grid if share(g) > 1 - AGREEING), grid[-1])
    return {"no": no, "yes": max(no, next((g for g in grid if share(g) >= AGREEING), grid[-1]))}


def each_task(
    some: Sequence[Judged], measured: Callable[[list[Judged]], dict[str, Any]]
) -> dict[str, Any]:
    """Measure set by set."""
    tasks: dict[str, list[Judged]] = defaultdict(list)
    for one in some:
        tasks[one.task].append(one)
    return {task: measured(of_task) for task, of_task in tasks.items()}


def record(
    people: People, some: Sequence[Judged], fitting: Fitting = fit_judge
) -> Mapping[str, Any]:
    """Fit, and return the model with what it was made from and what it reached."""
    said = cross_fitted(some, fitting)
    of = {id(j): p for j, p in zip(some, said, strict=True)}
    single = [(of[id(j)], j.case.label) for j in some]
    cut = thresholds(single)
    return {
        "what": "log odds that people find a statement supported; made by evals/judge_fit.py",
        "made": datetime.now(UTC).date().isoformat(),
        "cases": len(some),
        "articles": len({j.case.article for j in some}),
        "data_sha256": {file.name: people.digest(file) for file in FILES},
        "cross_fitted_by_article": each_task(
            some, lambda chosen: measure(chosen, [of[id(j)] for j in chosen])
        ),
        "cross_fitted_each_set_alone": each_task(
            some, lambda chosen: measure(chosen, cross_fitted(chosen, fitting))
        ),
        "thresholds": cut,
        "errors": _errors(some, of, cut),
        "weights": {n: round(w, 4) for n, w in fitting(some).items()},
    }


def _errors(
    some: Sequence[Judged], of: Mapping[int, float], cut: Mapping[str, float]
) -> dict[str, float] | None:
    """Return how often the decided are wrong, from which a rate can be corrected.

    Without BUMP's pairs: their planted errors are subtler than those of a summarizer.
    """
    said = [(j.case.article, j.case.label, of[id(j)]) for j in some if not j.pair]
    decided = [
        (a, label, p >= cut["yes"]) for a, label, p in said if not cut["no"] <= p < cut["yes"]
    ]
    found = known_errors(decided)
    return None if found is None else asdict(found)


def main() -> None:
    """Fit, report, and write the weights; other models of the file stay as they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    people = People(parser.parse_args().data)
    save(MODEL, record(people, unconfounded(judged(people))))


def unconfounded(some: Sequence[Judged]) -> list[Judged]:
    """Leave out the set of which nearly nothing is supported."""
    return [j for j in some if j.task != _CONFOUNDED]


def save(name: str, model: Mapping[str, Any]) -> None:
    """Write a model into the file of weights, and print it; others there stay as they are."""
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.is_file() else {"models": {}}
    kept["models"][name] = model
    WEIGHTS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(model, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
