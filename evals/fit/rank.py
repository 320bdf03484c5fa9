"""Fit the weights of the sentence ranking on what people kept in their own summaries.

    python -m evals.fit.rank DATA      writes summarize/pipeline/rank_weights.json

A sentence of an article counts as kept when a human reference summary has a sentence, most of
whose content words stand in it, and no other sentence of the article has more of them. The data
are BUMP's references, REALSumm's content units and SummEval's references (CNN and Daily Mail news;
see the README beside the data). Nothing is fitted on the articles used to report the ranking.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from evals.fit import record
from evals.fit.logistic import Case, by_others, fit
from evals.people.data import ARTICLES, BUMP, FACTS, SUMMEVAL, People
from evals.statistics.agreement import auc
from evals.statistics.resampled import Item
from summarize.pipeline import rank
from summarize.whole import write_whole

WEIGHTS: Final = Path(rank.__file__).with_name("rank_weights.json")
# A reference sentence that shares fewer of its words with every sentence of the article was
# written from several of them, or from elsewhere: it says nothing about any one sentence.
KEPT: Final = 0.5
# Of a shorter article the first 8 sentences, which are reported, are all there are.
FEWEST: Final = 8
SPLIT: Final = re.compile(r"(?<=[.!?])(?:\s*['\"”’]+)?\s+")

Examples = Mapping[str, tuple[Sequence[str], Sequence[float]]]
"""Of each article its sentences, and for each the share of reference summaries that kept it."""


def sentences(text: str) -> list[str]:
    """Split plain text whose tokens may be set apart by spaces."""
    return [s.strip() for s in SPLIT.split(text) if len(s.split()) >= 3]


def kept(article: Sequence[str], references: Sequence[Sequence[str]]) -> list[float]:
    """Return for each sentence the share of references (each a list of sentences) that kept it."""
    bags = [set(rank.content(s)) for s in article]
    share = [0.0] * len(article)
    for reference in references:
        chosen = set()
        for unit in reference:
            words = set(rank.content(unit))
            if not words:
                continue
            found = [len(words & bag) / len(words) for bag in bags]
            best = max(range(len(bags)), key=found.__getitem__)
            if found[best] >= KEPT:
                chosen.add(best)
        for index in chosen:
            share[index] += 1 / len(references)
    return share


def references(people: People) -> dict[str, list[list[str]]]:
    """Return the sentences of each reference summary, by the article's key, of all three sets."""
    found: dict[str, list[list[str]]] = {}
    for claim in people.rows(BUMP):
        if claim.pair_side == "reference":
            found.setdefault(claim.key, [sentences(claim.summary)])
    units: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in people.rows(FACTS):
        units[f"realsumm:{fact.article_id}"][fact.fact_id] = fact.fact
    found |= {key: [list(facts.values())] for key, facts in units.items()}
    for row in people.rows(SUMMEVAL):
        key = f"summeval:{row.article_id}"
        if row.references is not None and key in people.articles:
            found.setdefault(key, [sentences(text) for text in row.references])
    return found


def examples(people: People) -> Examples:
    """Return each article but those of few sentences, in the order of their keys."""
    given = sorted(references(people).items())
    articles = {key: sentences(people.article(key)) for key, _ in given}
    long = [(key, articles[key], told) for key, told in given if len(articles[key]) >= FEWEST]
    return {key: (article, kept(article, told)) for key, article, told in long}


def described(given: Examples) -> list[Case]:
    """Describe every sentence."""
    return [
        Case(key, features, share)
        for key, (article, shares) in given.items()
        for features, share in zip(rank.features(article), shares, strict=True)
    ]


def reached(given: Examples) -> dict[str, float]:
    """Return the AUC within articles, and the share kept among the first 5 and 8.

    Each is a mean over articles, by weights fitted on others. Articles of which nothing is kept, or
    everything, are left out.
    """
    weights = by_others(described(given), fit)
    results: dict[str, list[float]] = defaultdict(list)
    for key, (article, share) in given.items():
        scores = rank.importance(article, weights[key])
        ordered = auc([Item(key, s, float(v > 0)) for s, v in zip(scores, share, strict=True)])
        if ordered.value is None:
            continue
        results["auc"].append(ordered.value)
        best = sorted(range(len(article)), key=lambda at: -scores[at])
        picks = {"recall_at_5": best[:5], "recall_at_8": best[:8], "lead_recall_at_5": range(5)}
        for name, picked in picks.items():
            results[name].append(sum(share[at] for at in picked) / sum(share))
    return {name: round(math.fsum(v) / len(v), 3) for name, v in results.items()}


def fitted(people: People) -> dict[str, Any]:
    """Fit, and return the weights with what they were made from and what they reached."""
    given = examples(people)
    cases = described(given)
    return {
        "what": "log odds that a person's summary keeps a sentence; made by evals/fit/rank.py",
        "made": record.today(),
        "articles": len(given),
        "sentences": len(cases),
        "data_sha256": people.digests([ARTICLES, BUMP, FACTS, SUMMEVAL]),
        "cross_fitted_by_article": reached(given),
        "weights": record.weights(fit(cases)),
    }


if __name__ == "__main__":
    written = json.dumps(fitted(record.arguments(__doc__).parse_args().people), indent=2)
    write_whole(WEIGHTS, written + "\n")
    print(written)  # noqa: T201
