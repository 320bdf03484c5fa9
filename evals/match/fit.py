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
from pathlib import Path
from typing import Any, Final

from evals import fitted
from evals.fitting import Case, cross_fitted, fit, probability
from evals.match.features import compare, features
from evals.match.lexical import WEIGHTS
from evals.match.unit import units
from evals.statistics.resampled import Item
from evals.trial import Said

NAME: Final = "realsumm.facts"
FACTS: Final = f"{NAME}.jsonl.gz"
# Labels that begin with so many times yes and go on with no are no judgements.
FILLED: Final = 5
# A verdict is given where so many people agree with it. To count what is not stated flatters a
# summarizer, and a fact told in other words is looked up by whoever reads what is missing: so yes
# needs two in three, and no three in five.
AGREEING_YES: Final = 2 / 3
AGREEING_NO: Final = 0.6
WHAT: Final = "a fact stated; made by evals/match/fit.py"

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


def fitted_model(some: Sequence[Row], digest: str, extra: Extra | None = None) -> dict[str, Any]:
    """Fit on what was judged, and return the model's record: weights, thresholds, agreement.

    `digest` is that of the data. Raises ValueError when there are too few articles to cross-fit.
    """
    left_out = filled_in(some)
    described = [(row, found) for row in some if (found := case(row, extra)) is not None]
    judged = [c for row, c in described if (row["article_id"], row["system"]) not in left_out]
    others = [c for row, c in described if (row["article_id"], row["system"]) in left_out]
    items = fitted.items(judged, cross_fitted(judged))
    # The thresholds are those of probabilities given to articles that were not fitted on.
    cut = fitted.thresholds(items, no=AGREEING_NO, yes=AGREEING_YES)
    return {
        **fitted.made_from(judged, {NAME: digest}),
        "left_out": {"cases": len(others), "summaries": len(left_out), "why": "not judged"},
        "cross_fitted_by_article": fitted.reached(items, cut),
        "with_those_left_out": fitted.reached(items + _unjudged(judged, others), cut),
        "thresholds": cut,
        "errors": fitted.errors(items, cut),
        "weights": fitted.written(fit(judged)),
    }


def _unjudged(judged: Sequence[Case], others: Sequence[Case]) -> list[Item]:
    """Return the cases left out, each by weights of other articles."""
    found: list[Item] = []
    for article in sorted({c.article for c in others}):
        weights = fit([c for c in judged if c.article != article])
        mine = [c for c in others if c.article == article]
        found += fitted.items(mine, [probability(weights, c) for c in mine])
    return found


def data_digest(data: Path) -> str:
    """Return the digest of the file of facts."""
    return hashlib.sha256((data / FACTS).read_bytes()).hexdigest()


def main() -> None:
    """Fit, report, and write the weights with what they were made from."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path, help="the folder of human judgements")
    data: Path = parser.parse_args().data
    fitted.save(WEIGHTS, "lexical", fitted_model(rows(data / FACTS), data_digest(data)), what=WHAT)


if __name__ == "__main__":
    main()
