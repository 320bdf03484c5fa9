"""The first page: each metric in plain words, how often it is right, on what, and what it misses.

A paragraph for each metric or few alike; "" where nothing was measured. A sentence says what the
figures say, of one judge or of two; where counting shared words does as well, it says so.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from evals.agreement.results import Results, TaskRecord
from evals.trust.audited import in_short
from evals.trust.judged import (
    Told,
    coefficients,
    hundred,
    is_better,
    shares,
    task,
    told,
)
from evals.trust.markdown import listed
from evals.trust.phrases import (
    ACCURACY,
    errors,
    figure,
    joined,
    left_out,
    models_words,
    open_words,
    overlap_words,
    person,
    same,
    whose,
)
from evals.trust.planted import Kind, SelfTests

# The kinds of planted errors that a metric is there to see, by how their names begin.
_GROUNDED: Final = ("wrong-", "date", "number", "name", "quote-")
_LINES: Final = ("boilerplate",)


def short(results: Results, tests: SelfTests) -> Iterator[str]:
    """Yield a paragraph for each metric."""
    yield _coverage(results)
    yield _means(results)
    yield _gold(tests.mutators())
    yield _grounded(results, tests.mutators())
    yield _faithful(results)
    yield _concise(results)
    yield _boilerplate(tests.mutators())
    yield (
        "**`decided`** and **`form`** are counts, and exact; `form` sees only the relative dates "
        "that it knows as dates."
    )


def _coverage(results: Results) -> str:
    found = task(results, "facts")
    if found is None:
        return ""
    there = told(found, ACCURACY)
    return joined(
        "**`coverage`**, `coverage-may`, `coverage-first`, `coverage-middle` and `coverage-last`: "
        f"is a fact stated? People's answer is given in {shares(there)}; "
        f" {overlap_words(there, ACCURACY)}.",
        person(found, ACCURACY),
        errors(found, "facts that a summary does not state, {} are called stated", "no_passed"),
        errors(found, "facts that it states, {} are called missing", "yes_stopped"),
        open_words(found),
        left_out(found),
        same(found),
        "What it misses: facts told in quite other words. Where wording alone decides, look "
        "yourself.",
    )


def _means(results: Results) -> str:
    found = task(results, "completeness")
    if found is None:
        return ""
    one, many = told(found, "pearson_pooled"), told(found, "pearson_by_system")
    systems = listed(sorted({str(t.figure.n) for t in many}))
    return joined(
        "**Comparing summaries** by coverage: with the share that people found, a summary's "
        f"coverage correlates at {coefficients(one)} (1 is all the way, 0 not at all), the mean of "
        f"a system at {coefficients(many)} ({systems} systems); "
        f"{overlap_words(one, 'pearson_pooled', correlation=True)} for one summary.",
        _further(one, many),
        _no_better(found, ("pearson_averaged",), "ranking summaries of one article"),
    )


def _further(one: list[Told], many: list[Told]) -> str:
    """Say whether means say more than single summaries; "" where judges or chance disagree."""
    single = {t.judge: t for t in one}
    pairs = [(single[t.judge], t) for t in many if t.judge in single]
    if pairs and all(m.figure.low is not None and m.figure.low > s.value for s, m in pairs):
        return "Trust means over many articles more than single summaries."
    return "How much more a mean says than a single summary is not sure." if pairs else ""


def _gold(mutators: Mapping[str, Kind]) -> str:
    every = [kind.summaries for kind in mutators.values()]
    made, gold = sum(m.n for m in every), sum(m.by_gold for m in every)
    if not made:
        return ""
    return (
        "**`traps`** and **`contradictions`** see what an editor foresaw, and little else: of "
        f"{made:,} errors planted in good summaries, the gold notices {gold:,}. The other errors "
        "are left to the checks of `grounded`. Neither was compared with people."
    )


def _grounded(results: Results, mutators: Mapping[str, Kind]) -> str:
    kinds = [m.summaries for name, m in mutators.items() if name.startswith(_GROUNDED)]
    made, noticed = sum(m.n for m in kinds), sum(m.noticed for m in kinds)
    planted = (
        f"Of {made:,} wrong dates, numbers, names and quotations planted, {noticed:,} are noticed."
        if made
        else ""
    )
    return joined(
        "**`grounded`**: are values, names and quotations those of the article?",
        planted,
        _dates(results),
        _speakers(results),
        "What it misses: a date or a number that it does not see, and whether the sentence as a "
        "whole follows from the article.",
    )


def _dates(results: Results) -> str:
    found, days = task(results, "dates"), task(results, "when")
    recall = figure(found, "recall")
    right = figure(found, "right_value")
    said = ""
    if recall and right:
        said = (
            f"In newspaper texts it sees {hundred(recall)} of 100 dates that people marked, and of "
            f"those it works out {hundred(right)} of 100 mean what people say."
        )
    day = figure(days, "right_day")
    if days is not None and day is not None:
        said += (
            f" The day on which a story happened is among the days it finds in {hundred(day)} of "
            f"100 articles (of {days.n:,})."
        )
    return said.strip()


def _speakers(results: Results) -> str:
    found = task(results, "quotes")
    right, of_named = figure(found, "right_speaker"), figure(found, "right_of_named")
    if right is None or not of_named:
        return ""
    named = right / of_named
    return (
        f"Of 100 direct quotations people marked, {hundred(right)} get the right speaker, "
        f"{hundred(named - right)} a wrong one and {hundred(1 - named)} none."
    )


def _faithful(results: Results) -> str:
    found = task(results, "frank-cnndm")
    if found is None:
        return ""
    there = told(found, ACCURACY)
    return joined(
        "**`faithful`**, and the summarizer's `support` check: does the article support a "
        f"sentence? Of sentences by older systems, people's answer is given in {shares(there)}; "
        f" {overlap_words(there, ACCURACY)}.",
        models_words(found, ACCURACY),
        _passes(found),
        _edited(results),
        _pairs(results),
        in_short(),
        "What it misses: many an error in plain words. It does not replace reading.",
    )


def _passes(found: TaskRecord) -> str:
    """Say what becomes of sentences at the thresholds that ship, by the judge that is last."""
    of_100 = {}
    for name in ("no_passed", "no_stopped", "no_open", "yes_stopped"):
        there = told(found, name)
        if not there:
            return ""
        of_100[name] = hundred(there[-1].value)
    passed, stopped, left = (of_100[f"no_{what}"] for what in ("passed", "stopped", "open"))
    return (
        f"Of 100 unsupported sentences it passes {passed}, stops {stopped} and leaves {left} open; "
        f"of 100 supported ones it stops {of_100['yes_stopped']} "
        f"({told(found, 'no_passed')[-1].by}). The summarizer publishes what is left open."
    )


def _edited(results: Results) -> str:
    found = task(results, "summedits")
    if found is None:
        return ""
    there = told(found, ACCURACY)
    return joined(
        f"Whether a lightly edited summary is still true it tells in {shares(there)}; "
        f"{overlap_words(there, ACCURACY)}.",
        person(found, ACCURACY),
    )


def _pairs(results: Results) -> str:
    found = task(results, "bump")
    if found is None:
        return ""
    pairs, single = told(found, "ordered_right"), told(found, ACCURACY)
    return (
        f"Of a summary and its twin with one planted error it gives the twin less in "
        f"{shares(pairs)}; a sentence of these alone, without its "
        f"twin, it judges rightly in {shares(single)}."
    )


def _concise(results: Results) -> str:
    found = task(results, "conciseness")
    if found is None:
        return ""
    there = told(found, ACCURACY)
    return joined(
        "**`concise`**: does a point carry anything that matters? Of sentences by older systems, "
        f"people's answer is given in {shares(there)}; {overlap_words(there, ACCURACY)}.",
        errors(
            found, "sentences that carry something, {} are said to carry nothing", "yes_stopped"
        ),
        _no_better(
            found,
            ("auc", "pearson_pooled", "spearman_pooled"),
            "ranking sentences and summaries",
        ),
        "It was not measured with a model: every sentence with every fact would take it hours."
        if len(there) == 1
        else "",
    )


def _no_better(found: TaskRecord, names: tuple[str, ...], doing: str) -> str:
    """Say which of our judges are not surely better than counting shared words; "" where all are.

    A judge is better when its whole interval is, by every one of the figures.
    """
    there = [(name, one) for name in names for one in told(found, name)]
    worse = {one.by for name, one in there if not is_better(one, name)}
    said = f"At {doing} it is not surely better than counting shared words"
    return f"{said}{whose(worse, {one.by for _, one in there})}." if worse else ""


def _boilerplate(mutators: Mapping[str, Kind]) -> str:
    kinds = [m.summaries for name, m in mutators.items() if name.startswith(_LINES)]
    made, noticed = sum(m.n for m in kinds), sum(m.noticed for m in kinds)
    if not made:
        return ""
    return (
        f"**`boilerplate`**: of {made:,} adverts, links and notices planted, {noticed:,} are "
        "noticed. It misses what is reworded, and was not compared with people."
    )
