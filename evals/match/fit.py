"""Fit the default matcher on people's judgements of whether a summary states a fact.

    python -m evals.match.fit DATA      writes evals/match/lexical_weights.json

The data are REALSumm's content units (see the README beside them): 13,000 pairs of a fact and a
summary. What is reported is cross-fitted by article. The texts are lower-cased and set apart by
spaces, so guards that need capitals see little there.
"""

import argparse
import gzip
import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.match import lexical
from evals.match.unit import units
from evals.trial import Said

FOLDS = 5
PENALTY = 1.0
# A verdict is given where at least this share of people's judgements agree with it.
AGREEING = 0.6


@dataclass(frozen=True, slots=True)
class Case:
    """A fact and a summary, described, and whether people found the one in the other."""

    article: str
    described: Mapping[str, float]
    present: bool


def rows(path: Path) -> list[dict[str, Any]]:
    """Read gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def cases(data: Path) -> list[Case]:
    """Describe every pair."""
    found = []
    for row in rows(data / "realsumm.facts.jsonl.gz"):
        read = tuple(units([Said(row["summary"], "text", None, None)]))
        if read:
            near = lexical.nearest(row["fact"], read)
            described = lexical.features(row["fact"], near, read)
            found.append(Case(row["article_id"], described, row["present"] == 1))
    return found


def fit(some: Sequence[Case]) -> dict[str, float]:
    """Logistic regression with an L2 penalty, by Newton's method on standardised features."""
    import numpy as np

    names = list(some[0].described)
    x = np.array([[c.described[n] for n in names] for c in some])
    y = np.array([float(c.present) for c in some])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    ridge = np.diag([PENALTY] * len(names) + [0.0])
    w = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ w)
    scaled = w[:-1] / spread
    fitted = {n: float(v) for n, v in zip(names, scaled, strict=True)}
    return fitted | {"intercept": float(w[-1] - scaled @ mean)}


def cross_fitted(some: Sequence[Case]) -> list[tuple[float, bool]]:
    """Return (probability, present) of each case, by weights fitted on other articles."""
    names = sorted({c.article for c in some})
    random.Random(0).shuffle(names)
    result = []
    for fold in range(FOLDS):
        held_out = set(names[fold::FOLDS])
        weights = fit([c for c in some if c.article not in held_out])
        result += [
            (lexical.likelihood(c.described, weights), c.present)
            for c in some
            if c.article in held_out
        ]
    return result


def auc(judged: Sequence[tuple[float, bool]]) -> float:
    """Probability that a stated fact gets more than a missing one (Mann-Whitney; ties half)."""
    ordered = sorted(judged)
    ranks: dict[float, list[int]] = {}
    for index, (p, _) in enumerate(ordered, 1):
        ranks.setdefault(p, []).append(index)
    mean = {p: sum(r) / len(r) for p, r in ranks.items()}
    good = [mean[p] for p, present in judged if present]
    bad = len(judged) - len(good)
    return (sum(good) - len(good) * (len(good) + 1) / 2) / (len(good) * bad)


def balanced(judged: Sequence[tuple[float, bool]], threshold: float) -> float:
    """Mean of the shares of stated and of missing facts that are judged right."""
    good = [p >= threshold for p, present in judged if present]
    bad = [p < threshold for p, present in judged if not present]
    return (sum(good) / len(good) + sum(bad) / len(bad)) / 2


def thresholds(judged: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Return the probabilities between which people agree with neither verdict often enough."""
    grid = [i / 50 for i in range(1, 50)]

    def share(centre: float) -> float:
        near = [present for p, present in judged if abs(p - centre) <= 0.05]
        return sum(near) / len(near) if near else centre

    return {
        "missing": max((g for g in grid if share(g) <= 1 - AGREEING), default=grid[0]),
        "stated": min((g for g in grid if share(g) >= AGREEING), default=grid[-1]),
    }


def main() -> None:
    """Fit, report, and write the weights with what they were made from."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    data: Path = parser.parse_args().data
    some = cases(data)
    judged = cross_fitted(some)
    best = max((i / 100 for i in range(5, 96)), key=lambda t: balanced(judged, t))
    cut = thresholds(judged)
    decided = [j for j in judged if not cut["missing"] <= j[0] < cut["stated"]]
    word_overlap = [(c.described["anywhere"], c.present) for c in some]
    record = {
        "what": "log odds that people find a fact stated; made by evals/match/fit.py",
        "made": datetime.now(UTC).date().isoformat(),
        "cases": len(some),
        "articles": len({c.article for c in some}),
        "data_sha256": hashlib.sha256((data / "realsumm.facts.jsonl.gz").read_bytes()).hexdigest(),
        "cross_fitted_by_article": {
            "auc": round(auc(judged), 3),
            "balanced_accuracy": round(balanced(judged, best), 3),
            "at": best,
            "balanced_accuracy_where_decided": round(balanced(decided, cut["stated"]), 3),
            "share_decided": round(len(decided) / len(judged), 3),
            "auc_of_word_overlap_alone": round(auc(word_overlap), 3),
        },
        "thresholds": cut,
        "weights": {n: round(v, 4) for n, v in fit(some).items()},
    }
    target = Path(lexical.__file__).with_name("lexical_weights.json")
    target.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
