"""What was not tested, and what each metric leaves unseen."""

import inspect
from collections.abc import Iterator

from evals.agreement.results import Results
from evals.metrics import METRICS
from evals.trust.judged import BASELINE, WITHOUT
from evals.trust.kinds import kind_words
from evals.trust.markdown import listed
from evals.trust.planted import SelfTests


def metrics() -> Iterator[str]:
    """Yield a line for each metric: what it is and what it does not show, in its own words."""
    alike: dict[str, list[str]] = {}
    for name, metric in METRICS.items():
        alike.setdefault(inspect.getdoc(metric) or "", []).append(f"`{name}`")
    for said, names in alike.items():
        yield f"{', '.join(names)}: {said}"


def untested(results: Results, tests: SelfTests) -> Iterator[str]:
    """Yield what nobody should read out of these figures."""
    yield (
        "These are the halves of the data sets that were used while building: features, wordings "
        "and penalties were chosen looking at them, and so were the thresholds that ship. No "
        "article is judged by weights that have seen it, but expect somewhat less elsewhere."
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
    judges = {row.judge for task in results.tasks for part in task.parts for row in part.rows}
    if judges <= {BASELINE, WITHOUT}:
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
    if results.systems is not None and results.model:
        asked = any(part.items == "asked-all" for task in results.tasks for part in task.parts)
        left_out = any(task.left_out for task in results.tasks)
        more = (
            ", nor of those whose labels look filled in: with them its figures are lower, too"
            if left_out and not asked
            else ""
        )
        yield (
            "With the model, facts of other summaries than those of "
            f"{results.systems} systems of each article{more}."
        )
