"""Fit the weights of the sentence ranking on what people kept in their own summaries.

    python -m evals.fit_rank DATA      writes summarize/pipeline/rank_weights.json

A sentence of an article counts as kept when a human reference summary has a sentence, most of
whose content words stand in it, and no other sentence of the article has more of them. The data
are BUMP's references, REALSumm's content units and SummEval's references (CNN and Daily Mail news;
see the README beside the data). Nothing is fitted on the articles used to report the ranking.
"""

import argparse
import gzip
import hashlib
import json
import math
import random
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarize.pipeline import rank

# A reference sentence that shares fewer of its words with every sentence of the article was
# written from several of them, or from elsewhere: it says nothing about any one sentence.
KEPT = 0.5
SPLIT = re.compile(r"(?<=[.!?])(?:\s*['\"”’]+)?\s+")
PENALTY = 1.0
FOLDS = 5

Example = tuple[list[str], list[float]]
"""An article's sentences, and for each the share of reference summaries that kept it."""


def rows(path: Path) -> list[dict[str, Any]]:
    """Read gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


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


def examples(data: Path) -> Iterable[Example]:
    """Read all three sets; each article once."""
    texts = {r["key"]: r["article"] for r in rows(data / "articles.jsonl.gz")}
    references: dict[str, list[list[str]]] = {}
    for r in rows(data / "bump.claims.jsonl.gz"):
        if r["pair_side"] == "reference":
            references.setdefault("bump:" + r["article_id"], [sentences(r["summary"])])
    units: dict[str, dict[str, str]] = {}
    for r in rows(data / "realsumm.facts.jsonl.gz"):
        units.setdefault("realsumm:" + r["article_id"], {})[r["fact_id"]] = r["fact"]
    for key, facts in units.items():
        references[key] = [list(facts.values())]
    for r in rows(data / "summeval.scores.jsonl.gz"):
        key = "summeval:" + r["article_id"]
        if key in texts and key not in references:
            references[key] = [sentences(t) for t in r["references"]]
    for key, given in sorted(references.items()):
        article = sentences(texts[key])
        if len(article) >= 8:
            yield article, kept(article, given)


def fit(cases: Sequence[Example]) -> dict[str, float]:
    """Logistic regression with an L2 penalty, by Newton's method on standardised features."""
    import numpy as np

    described = [f for article, _ in cases for f in rank.features(article)]
    names = list(described[0])
    x = np.array([[f[n] for n in names] for f in described])
    y = np.array([v for _, share in cases for v in share])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    ridge = np.diag([PENALTY] * len(names) + [0.0])
    w = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ (p - y) + ridge @ w
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, gradient)
    scaled = w[:-1] / spread
    fitted = {n: float(v) for n, v in zip(names, scaled, strict=True)}
    return fitted | {"intercept": float(w[-1] - scaled @ mean)}


def auc(scores: Sequence[float], kept_: Sequence[bool]) -> float:
    """Probability that a kept sentence outranks one that is not."""
    good = [s for s, k in zip(scores, kept_, strict=True) if k]
    bad = [s for s, k in zip(scores, kept_, strict=True) if not k]
    wins = sum((g > b) + 0.5 * (g == b) for g in good for b in bad)
    return wins / (len(good) * len(bad))


def cross_fitted(cases: Sequence[Example]) -> dict[str, float]:
    """AUC within articles, and share kept among the first 5 and 8, on articles not fitted on."""
    order = list(cases)
    random.Random(0).shuffle(order)
    results: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        fitted = fit([c for i, c in enumerate(order) if i % FOLDS != fold])
        for article, share in order[fold::FOLDS]:
            marked = [v > 0 for v in share]
            if not any(marked) or all(marked):
                continue
            scores = rank.importance(article, fitted)
            best = sorted(range(len(article)), key=lambda i: -scores[i])
            results.setdefault("auc", []).append(auc(scores, marked))
            picks = {"recall_at_5": best[:5], "recall_at_8": best[:8], "lead_recall_at_5": range(5)}
            for name, picked in picks.items():
                reached = sum(share[i] for i in picked if i < len(share)) / sum(share)
                results.setdefault(name, []).append(reached)
    return {name: round(math.fsum(v) / len(v), 3) for name, v in results.items()}


def main() -> None:
    """Fit, report, and write the weights with what they were made from."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    data: Path = parser.parse_args().data
    cases = list(examples(data))
    names = ["articles", "bump.claims", "realsumm.facts", "summeval.scores"]
    record = {
        "what": "log odds that a person's summary keeps a sentence; made by evals/fit_rank.py",
        "made": datetime.now(UTC).date().isoformat(),
        "articles": len(cases),
        "sentences": sum(len(article) for article, _ in cases),
        "data_sha256": {
            n: hashlib.sha256((data / f"{n}.jsonl.gz").read_bytes()).hexdigest() for n in names
        },
        "cross_fitted_by_article": cross_fitted(cases),
        "weights": {n: round(v, 4) for n, v in fit(cases).items()},
    }
    target = Path(rank.__file__).with_name("rank_weights.json")
    target.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
