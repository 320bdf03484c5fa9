"""Fit the default matcher on people's judgements of whether a summary states a fact.

    python -m evals.match.fit DATA      writes evals/match/lexical_weights.json

The data are REALSumm's content units (see the README beside them): 13,000 pairs of a fact and a
summary. What is reported is cross-fitted by article. The texts are set apart by spaces, and some
lower-cased, so guards that need capitals see little there.

Some summaries were not judged: their labels are five times yes and then no, whatever the facts.
There are some twenty times more of them than with four or six, and GPT-4o agrees with people on
62% of them and on 92% of the others. They are left out of the fit, and what is reached is given
with and without them.
"""

import argparse
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from evals.fitting import Case, cross_fitted, fit
from evals.match.features import compare, features
from evals.match.unit import units
from evals.statistics.agreement import auc, balanced_accuracy
from evals.statistics.corrected import known_errors
from evals.statistics.resampled import Estimate, Item
from evals.trial import Said
from summarize.judge.logistic import Logistic
from summarize.whole import write_whole

TARGET: Final = Path(__file__).with_name("lexical_weights.json")
FACTS: Final = "realsumm.facts.jsonl.gz"
# Labels that begin with so many times yes and go on with no are no judgements.
FILLED: Final = 5
# A verdict is given where so many people agree with it. To count what is not stated flatters a
# summarizer, and a fact told in other words is looked up by whoever reads what is missing: so yes
# needs two in three, and no three in five.
AGREEING_YES: Final = 2 / 3
AGREEING_NO: Final = 0.6
# So near in probability are the judgements that are looked at together.
_NEAR: Final = 0.05

Row = Mapping[str, Any]
Extra = Callable[[Row], Mapping[str, float]]
"""Further features of a pair, such as what a language model answers."""


def rows(path: Path) -> list[Row]:
    """Read gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def filled_in(some: Sequence[Row]) -> frozenset[tuple[str, str]]:
    """Return article and system of the summaries whose labels were filled in, not judged."""
    by_summary: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for row in some:
        key = (row["article_id"], row["system"])
        by_summary[key].append((row["fact_id"], row["present"]))
    return frozenset(key for key, labels in by_summary.items() if _is_filled_in(labels))


def _is_filled_in(labels: Sequence[tuple[str, int]]) -> bool:
    in_order = [label for _, label in sorted(labels)]
    return len(in_order) > FILLED and in_order == [1] * FILLED + [0] * (len(in_order) - FILLED)


def case(row: Row, extra: Extra | None = None) -> Case | None:
    """Describe a pair of fact and summary; None when the summary is empty."""
    read = tuple(units([Said(row["summary"], "text", None, None)]))
    if not read:
        return None
    described = features(compare(row["fact"], read)) | dict(extra(row) if extra else {})
    return Case(row["article_id"], described, row["present"] == 1)


def fitted_model(some: Sequence[Row], extra: Extra | None = None) -> dict[str, Any]:
    """Fit on what was judged, and return the model's record: weights, thresholds, agreement.

    Raises ValueError when there are too few articles to cross-fit.
    """
    left_out = filled_in(some)
    described = [(row, found) for row in some if (found := case(row, extra)) is not None]
    judged = [c for row, c in described if (row["article_id"], row["system"]) not in left_out]
    others = [c for row, c in described if (row["article_id"], row["system"]) in left_out]
    said = cross_fitted(judged, _probability)
    # The thresholds are those of probabilities given to articles that were not fitted on.
    cut = thresholds(list(zip(said, (c.label for c in judged), strict=True)))
    items = _items(judged, said)
    return {
        "made": datetime.now(UTC).date().isoformat(),
        "cases": len(judged),
        "articles": len({c.article for c in judged}),
        "left_out": {"cases": len(others), "summaries": len(left_out), "why": "not judged"},
        "cross_fitted_by_article": _reached(items, cut),
        "with_those_left_out": _reached(items + _unjudged(judged, others), cut),
        "thresholds": cut,
        "errors": _errors(items, cut),
        "weights": {name: round(weight, 4) for name, weight in fit(judged).items()},
    }


def _probability(weights: Mapping[str, float], described: Mapping[str, float]) -> float:
    return Logistic(weights, 0.5, 0.5).probability(described)


def _unjudged(judged: Sequence[Case], others: Sequence[Case]) -> list[Item]:
    """Return the cases left out, each by weights of other articles."""
    found: list[Item] = []
    for article in sorted({c.article for c in others}):
        weights = fit([c for c in judged if c.article != article])
        mine = [c for c in others if c.article == article]
        found += _items(mine, [_probability(weights, c.features) for c in mine])
    return found


def _items(some: Sequence[Case], said: Sequence[float]) -> list[Item]:
    return [Item(c.article, p, float(c.label)) for c, p in zip(some, said, strict=True)]


def _reached(items: Sequence[Item], cut: Mapping[str, float]) -> dict[str, Any]:
    decided = [i for i in items if not cut["no"] <= i.said < cut["yes"]]
    return {
        "auc": _rounded(auc(items)),
        "balanced_accuracy": _rounded(balanced_accuracy(items)),
        "balanced_accuracy_where_decided": _rounded(balanced_accuracy(decided, at=cut["yes"])),
        "share_decided": round(len(decided) / len(items), 3),
    }


def _errors(items: Sequence[Item], cut: Mapping[str, float]) -> dict[str, float] | None:
    """Return how often the decided are wrong, from which a rate can be corrected."""
    decided = [i for i in items if not cut["no"] <= i.said < cut["yes"]]
    found = known_errors([(i.article, i.people == 1, i.said >= cut["yes"]) for i in decided])
    return None if found is None else asdict(found)


def _rounded(estimate: Estimate) -> list[float | None]:
    """Return the value and its 95% interval."""
    ends = (estimate.value, estimate.low, estimate.high)
    return [None if end is None else round(end, 3) for end in ends]


def thresholds(judged: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Return the probabilities between which people agree with neither verdict often enough."""
    grid = [i / 50 for i in range(1, 50)]

    def share(centre: float) -> float:
        near = [label for p, label in judged if abs(p - centre) <= _NEAR]
        return sum(near) / len(near) if near else centre

    doubted = [g for g in grid if share(g) < AGREEING_YES]
    return {
        "no": max((g for g in grid if share(g) <= 1 - AGREEING_NO), default=grid[0]),
        # From here on people agree everywhere, not by the luck of one stretch.
        "yes": min((g for g in grid if g > max(doubted, default=0.0)), default=grid[-1]),
    }


def save(name: str, model: Mapping[str, Any], *, data: Path, target: Path = TARGET) -> None:
    """Put a model into the file of fitted models, beside those that are there."""
    there = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
    digest = hashlib.sha256((data / FACTS).read_bytes()).hexdigest()
    record = {
        "what": "log odds that people find a fact stated; made by evals/match/fit.py. Figures "
        "with three parts are a value and its 95% interval by resampling articles.",
        "models": there.get("models", {}) | {name: {"data_sha256": digest} | dict(model)},
    }
    write_whole(target, json.dumps(record, indent=2) + "\n")


def main() -> None:
    """Fit, report, and write the weights with what they were made from."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    data: Path = parser.parse_args().data
    model = fitted_model(rows(data / FACTS))
    save("lexical", model, data=data)
    print(json.dumps(model, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
