"""What is written down of a fitted model: when it answers, how far people agree, how often it errs.

One rule for the thresholds and one writer for every file of weights. Whatever is worked out here
is of probabilities that came from weights of other articles; errors are counted with thresholds
from other articles too.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from evals.fit.logistic import Case, Weights, by_others, cross_fitted, probability
from evals.people.data import People
from evals.statistics.agreement import auc, balanced_accuracy
from evals.statistics.corrected import known_errors
from evals.statistics.resampled import Estimate, Item
from summarize.judge.logistic import Logistic, models
from summarize.whole import write_whole

Cut = Mapping[str, float]
"""The thresholds "no" and "yes"."""

_GRID: Final = tuple(i / 50 for i in range(1, 50))
# So near in probability are the judgements that are looked at together.
_NEAR: Final = 0.05


def items(cases: Sequence[Case], said: Sequence[float]) -> list[Item]:
    """Return probabilities beside what people said."""
    return [Item(c.article, p, float(c.label)) for c, p in zip(cases, said, strict=True)]


def thresholds(judged: Sequence[Item], *, no: float, yes: float) -> dict[str, float]:
    """Return the probabilities between which people agree with neither verdict often enough.

    `no` and `yes` are the shares of people's judgements that must agree with each.
    """
    return _cut(_near(judged), no=no, yes=yes)


def thresholds_by_others(judged: Sequence[Item], *, no: float, yes: float) -> dict[str, Cut]:
    """Return for each article the thresholds that all others would have."""
    by_article: dict[str, list[Item]] = defaultdict(list)
    for item in judged:
        by_article[item.article].append(item)
    everywhere = _near(judged)
    return {
        article: _cut(
            [
                (n - mine, people - theirs)
                for (n, people), (mine, theirs) in zip(everywhere, _near(own), strict=True)
            ],
            no=no,
            yes=yes,
        )
        for article, own in by_article.items()
    }


def _near(judged: Sequence[Item]) -> list[tuple[int, float]]:
    """Return for each point of the grid how many lie near it, and to how many people said yes."""
    near = [[i.people for i in judged if abs(i.said - centre) <= _NEAR] for centre in _GRID]
    return [(len(people), sum(people)) for people in near]


def _cut(near: Sequence[tuple[int, float]], *, no: float, yes: float) -> dict[str, float]:
    # Where nothing is near, the probability stands for itself.
    share = {g: people / n if n else g for g, (n, people) in zip(_GRID, near, strict=True)}
    doubted = [g for g in _GRID if share[g] < yes]
    return {
        "no": max((g for g in _GRID if share[g] <= 1 - no), default=_GRID[0]),
        # From here on people agree everywhere, not by the luck of one stretch.
        "yes": min((g for g in _GRID if g > max(doubted, default=0.0)), default=_GRID[-1]),
    }


def decided(judged: Sequence[Item], cut: Cut) -> list[Item]:
    """Return those that get an answer."""
    return [i for i in judged if not cut["no"] <= i.said < cut["yes"]]


def reached(judged: Sequence[Item], cut: Cut) -> dict[str, Any]:
    """Return how well the answers agree with people's."""
    clear = decided(judged, cut)
    return {
        "auc": rounded(auc(judged)),
        "balanced_accuracy": rounded(balanced_accuracy(judged)),
        "balanced_accuracy_where_decided": rounded(balanced_accuracy(clear, at=cut["yes"])),
        "share_decided": round(len(clear) / len(judged), 3),
    }


@dataclass(frozen=True, slots=True)
class Nested:
    """What is said of one case by weights and thresholds from other articles alone."""

    case: Case
    said: float
    """Probability of yes."""
    cut: Cut
    """The thresholds, chosen on probabilities that were themselves cross-fitted."""


def nested(
    cases: Sequence[Case],
    fitting: Callable[[Sequence[Case]], Weights],
    choose: Callable[[Sequence[Case], Sequence[float]], Cut],
) -> list[Nested]:
    """Fit and choose thresholds for each fold without it, as if its articles were not there.

    `choose` makes thresholds of cases and what was said of them. Raises ValueError when articles
    are too few to fit on some, choose on others, and judge a third part.
    """

    def both(others: Sequence[Case]) -> tuple[Weights, Cut]:
        return fitting(others), choose(others, cross_fitted(others, fitting, deals=1))

    found = by_others(cases, both)
    made = ((case, *found[case.article]) for case in cases)
    return [Nested(case, probability(own, case), cut) for case, own, cut in made]


def errors(answers: Iterable[tuple[Case, bool | None]]) -> dict[str, float] | None:
    """Return how often the decided are wrong, from which a rate can be corrected.

    `answers` are what the judge says of each case, None where it leaves it open. Of the article's
    own sentences it is not asked, so they are left out.
    """
    sets: dict[str, list[tuple[str, bool, bool]]] = {}
    for case, said in answers:
        if said is not None and not case.copied:
            sets.setdefault(case.origin, []).append((case.article, case.label == 1, said))
    found = known_errors(sets.values())
    return None if found is None else asdict(found)


def between(each: Nested) -> bool | None:
    """Return yes or no, and None between the two thresholds."""
    return Logistic({}, each.cut["no"], each.cut["yes"]).answer(each.said)


def rounded(estimate: Estimate) -> list[float | None]:
    """Return the value and its 95% interval."""
    ends = (estimate.value, estimate.low, estimate.high)
    return [None if end is None else round(end, 3) for end in ends]


def made_from(cases: Sequence[Case], digests: Mapping[str, str]) -> dict[str, Any]:
    """Return when and what from a model is made; `digests` of the files of data by name."""
    return {
        "made": today(),
        "cases": len(cases),
        "articles": len({c.article for c in cases}),
        "data_sha256": dict(digests),
    }


def today() -> str:
    """Return the date of fitting."""
    return datetime.now(UTC).date().isoformat()


def weights(fitted: Weights) -> dict[str, float]:
    """Return weights as they are written: what is further behind is noise."""
    return {name: round(weight, 4) for name, weight in fitted.items()}


def save(path: Path, name: str, model: Mapping[str, Any], *, what: str) -> None:
    """Put a model into a file of fitted models, beside those that are there, and print it."""
    there = models(path) if path.exists() else {}
    document = {
        "what": f"log odds that people find {what}. Figures with three parts are a value and its "
        "95% interval by resampling articles.",
        "models": there | {name: dict(model)},
    }
    write_whole(path, json.dumps(document, indent=2) + "\n")
    print(json.dumps(model, indent=2))  # noqa: T201


def arguments(script: str) -> argparse.ArgumentParser:
    """Return what every script takes: `people`. `script` is its docstring."""
    parser = argparse.ArgumentParser(description=script.split("\n", maxsplit=1)[0])
    parser.add_argument(
        "people",
        metavar="DATA",
        type=lambda folder: People(Path(folder)),
        help="the folder of human judgements",
    )
    return parser
