"""What was not tested, and what each metric leaves unseen."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Final

from evals.agreement.results import Results
from evals.metrics import METRICS
from evals.trust.judged import BASELINE, WITHOUT
from evals.trust.kinds import kind_words
from evals.trust.markdown import listed
from evals.trust.planted import SelfTests

# Which tests above say something of a metric. Those not named have none.
TESTED: Final[Mapping[str, str]] = {
    "coverage": "tested by `facts`, `completeness` and the dropped facts",
    "coverage-may": "tested by `facts`",
    "coverage-first": "tested by `facts`",
    "coverage-middle": "tested by `facts`",
    "coverage-last": "tested by `facts`",
    "decided": "a count, exact",
    "traps": "tested by the planted errors, in part",
    "contradictions": "tested by the planted errors, in part",
    "grounded": "tested by the planted dates, numbers, names and quotations",
    "faithful": "tested by `frank-cnndm`, `bump` and `summedits`",
    "boilerplate": "tested by the planted lines",
    "concise": "tested by `conciseness`",
    "form": "rules of form, exact but for the dates it sees",
}


def metrics() -> Iterator[str]:
    """Yield a line for each metric: what it is and what it does not show, in its own words."""
    alike: dict[tuple[str, str], list[str]] = {}
    for name, metric in METRICS.items():
        tested = TESTED.get(name, "not tested against people")
        alike.setdefault((inspect.getdoc(metric) or "", tested), []).append(f"`{name}`")
    for (said, tested), names in alike.items():
        yield f"{', '.join(names)}: {said} ({tested[0].upper()}{tested[1:]}.)"


def untested(results: Results, tests: SelfTests) -> Iterator[str]:
    """Yield what nobody should read out of these figures."""
    yield (
        "These are the halves of the data sets that were used while building: features, wordings "
        "and penalties were chosen looking at them. Weights and thresholds are cross-fitted (no "
        "article is judged by weights that have seen it), but the figures are still optimistic. "
        "Expect somewhat less elsewhere."
    )
    yield (
        "The checks were written while reading which planted errors were missed, in the articles "
        "they are counted in and, less, in those elsewhere: in others expect more to be missed."
    )
    yield from _cut(results)
    yield (
        "Summaries by today's models. Those that people judged here are by systems of 2020 and "
        "before, or were edited to be wrong; others may err otherwise."
    )
    yield (
        "Your newsroom's own articles. `summarize eval label RUN` lets an editor judge a small "
        "sample, and the rates of that run are then corrected by it."
    )
    yield (
        "Any language but English, and any news but American and British (CNN, Daily Mail, BBC, "
        "New York Times, Wall Street Journal and others)."
    )
    yield (
        "Whether a fact with a date or a number that is said to be stated really is, in summaries "
        "people judged: no such data are at hand, only errors planted by a program."
    )
    yield "Whether the facts in the gold are the ones that matter. That is the editor's word."
    if not any(row.judge not in (BASELINE, WITHOUT) for task in results.tasks for row in task.rows):
        yield "Judges that ask a model: these results were made without one."
    absent = [f"`{task.name}`" for task in results.tasks if not task.measured]
    if absent:
        yield f"No data were at hand for {listed(absent)}."
    never = [kind_words(name) for name, made in tests.mutators().items() if not made.every.n]
    if never:
        yield f"Planted nowhere, for want of a place: {'; '.join(never)}."


def _cut(results: Results) -> Iterator[str]:
    if results.first is not None:
        yield f"Only {results.first} articles of each set were measured: a quick look."
    if results.systems is not None:
        yield (
            f"Of the facts, only those of {results.systems} systems' summaries of each article "
            "were measured."
        )
