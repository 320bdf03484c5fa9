"""How many summaries are scored a second, on one core, in this process, without a model.

    python -m evals.bench.scoring SUITE     prints JSON: summaries a second, by what is new

Every summary is other sentences of its article. Half of the articles get one summary each, so that
nothing is known of any before; the others get ten each, as when systems or prompts are compared.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from evals.metrics import AMOUNTS, METRICS, judge
from evals.suite import GoldArticle, load_gold, load_suite
from evals.trial import Said, Trial
from summarize.garbage import search_seldom

# As many as the house style of the prompt `brief` allows, and a headline with an abstract of two.
POINTS = 8
EACH = 10


def main(suite: str) -> None:
    """Print the rates."""
    search_seldom()
    items = load_gold(load_suite(Path(suite)))
    # What is read once a process, such as lists of names, is read before the clock starts.
    warm, items = items[:2], items[2:]
    _rate([_trial(item, 0) for item in warm])
    half = len(items) // 2
    rates = {
        "each of an article not seen before": _rate([_trial(item, 0) for item in items[:half]]),
        f"{EACH} of each article": _rate(
            [_trial(item, number) for item in items[half:] for number in range(EACH)]
        ),
    }
    sys.stdout.write(json.dumps(rates) + "\n")


def _trial(item: GoldArticle, number: int) -> Trial:
    """Return one of an article's summaries: sentences of it, each with itself for evidence."""
    article = item.article
    body = article.body()
    chosen = sorted(Random(number).sample(range(len(body)), min(POINTS, len(body))))
    spans = [body[place].words for place in chosen]
    said = [Said(span.of(article.text), "key_points", (span,), passed=True) for span in spans]
    return Trial(article, item.loaded.gold, tuple(said), "bench", None)


def _rate(trials: Sequence[Trial]) -> float:
    began = time.process_time()
    for trial in trials:
        judged = judge(trial)
        for metric in METRICS.values():
            metric(judged)
        for amount in AMOUNTS.values():
            amount(judged)
    return len(trials) / (time.process_time() - began)


if __name__ == "__main__":
    main(sys.argv[1])
