"""Say in plain words what the figures say, for somebody who reads no tables.

Each function makes one paragraph of the page, or "" when nothing was measured. Which words are
taken is decided by the figures.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from evals.agreement.figures import FIGURES
from evals.agreement.results import Figure, Published, Results, Row, TaskRecord
from evals.trust.judged import best, ceiling, compared, hundredths, rows, task, value
from evals.trust.markdown import listed
from evals.trust.planted import Kind, SelfTests
from evals.trust.planted_words import elsewhere, false_alarms, noticed, unmeant

# What is no share of items, and must not be read as one.
CORRELATIONS: Final = frozenset(
    name for name in FIGURES if name.startswith(("pearson", "spearman", "kendall"))
)


def in_words(results: Results, tests: SelfTests) -> Iterator[str]:
    """Yield what an editor should know, most needed first."""
    yield _facts(results)
    yield _values(results, tests.mutators())
    yield _quotations(results)
    yield _supported(results)
    yield _pairs(results)
    yield _ranking(results)
    yield noticed(tests.mutators())
    yield unmeant(tests.mutators())
    yield false_alarms(tests.rewrites())
    yield elsewhere(tests.elsewhere)


def _facts(results: Results) -> str:
    found = task(results, "facts")
    if found is None:
        return ""
    said = _each(found, "balanced_accuracy", lambda row, figure: f"{hundredths(figure)} {by(row)}")
    return (
        "**Is a fact stated in a summary?** Counting facts that are there and facts that are not "
        f"alike, the harness says what people say in {said}. "
        f"That is {_beside(found, 'balanced_accuracy')}. {_open(found)} "
        "A fact that hangs on wording alone is where it errs: read those yourself."
    )


def _open(found: TaskRecord) -> str:
    """Say how often a judge gives no verdict."""
    for row in rows(found):
        decided, right = value(row, "decided"), value(row, "balanced_accuracy_decided")
        if decided and right and decided.value is not None and row.judge == _last(found).judge:
            left = round(100 - 100 * decided.value)
            rest = f"is right in {hundredths(right)} of the rest"
            return f"It leaves {left} of 100 open {by(row)}, and {rest}."
    return ""


def _values(results: Results, mutators: Mapping[str, Kind]) -> str:
    kinds = [m.every for n, m in mutators.items() if n.split("-")[0] in ("wrong", "number", "date")]
    made, found = sum(m.n for m in kinds), sum(m.noticed for m in kinds)
    said = (
        f"**Dates and numbers** are compared as values, not as words. Of {made} wrong dates and "
        f"numbers planted in good summaries and single facts, {_all(found, made)}."
        if made
        else ""
    )
    dates = task(results, "dates")
    if dates is None:
        return said
    row = dates.rows[0]
    recall, precision = value(row, "recall"), value(row, "precision")
    right = value(row, "right_value")
    if recall and precision and right:
        said += (
            f" In newspaper texts it finds {hundredths(recall)} of the dates that people marked; "
            f"of those it works out, {hundredths(right)} mean the day, month or year that people "
            "say. A date or number it does not see in a summary cannot be compared."
        )
    return said


def _quotations(results: Results) -> str:
    found = task(results, "quotes")
    if found is None:
        return ""
    row = found.rows[0]
    speaker, named = value(row, "right_speaker"), value(row, "right_of_named")
    if not (speaker and named):
        return ""
    return (
        f"**Who said it.** Of the direct quotations people marked, {hundredths(speaker)} get the "
        f"right speaker. Where a speaker is named, it is the right one in {hundredths(named)}; the "
        "others are left without one."
    )


def _supported(results: Results) -> str:
    found = task(results, "frank-cnndm")
    if found is None:
        return ""
    said = _each(found, "balanced_accuracy", lambda row, figure: f"{hundredths(figure)} {by(row)}")
    edited = task(results, "summedits")
    more = ""
    if edited is not None:
        light = _each(edited, "balanced_accuracy", lambda row, f: f"{hundredths(f)} {by(row)}")
        more = (
            f" Where a word or two of a true summary were changed, it is right in {light}: "
            f"{_beside(edited, 'balanced_accuracy')}."
        )
    return (
        "**Does the article support a sentence?** Supported and unsupported sentences counted "
        f"alike, the harness says what people say in {said}. "
        f"That is {_beside(found, 'balanced_accuracy')}.{more} It does not replace reading."
    )


def _pairs(results: Results) -> str:
    found = task(results, "bump")
    if found is None:
        return ""
    said = _each(found, "ordered_right", lambda row, figure: f"{hundredths(figure)} {by(row)}")
    return (
        "**Which of two is worse?** Shown a summary and its twin with one error, it gives the twin "
        f"less in {said}. That is {_beside(found, 'ordered_right')}."
    )


def _ranking(results: Results) -> str:
    found = task(results, "completeness")
    if found is None:
        return ""
    one = _each(
        found,
        "pearson_pooled",
        lambda row, f: f"{f.value:.2f} {by(row)}",
        "correlation with people ",
    )
    many = _each(found, "spearman_by_system", lambda row, f: f"{f.value:.2f} {by(row)}")
    return (
        "**How much of what matters is in a summary?** Its figure for one summary goes with "
        f"people's only so far ({one}; 1 is all the way). "
        f"That is {_beside(found, 'pearson_pooled')}. For a whole system over many articles it "
        f"goes further (rank correlation {many}): trust means, not single summaries."
    )


def _beside(found: TaskRecord, name: str) -> str:
    """Compare with one person, and with the best that others have published."""
    said = []
    for other, who in (
        (ceiling(found, name), "one person against the others"),
        (best(found, name), "the best published figure"),
    ):
        if other is not None:
            where = "" if other.kind == "human" else f"{other.who}, "
            said.append(f"{_places(found, name, other.value)} {who} ({where}{_other(other)})")
    return " and ".join(said) if said else "a figure nobody has published another of"


def _other(figure: Published) -> str:
    value = figure.value
    written = f"{value:.2f}" if figure.figure in CORRELATIONS else f"{100 * value:.0f}"
    return f"{written} of 100" if written.isdigit() else written


def _places(found: TaskRecord, name: str, other: float) -> str:
    """Say where each judge stands, once where they stand alike."""
    there = {by(row): compared(f, other) for row in rows(found) if (f := value(row, name))}
    if len(set(there.values())) == 1:
        return next(iter(there.values()))
    return ", ".join(f"{who} {place}" for who, place in there.items())


def _each(
    found: TaskRecord, name: str, said: Callable[[Row, Figure], str], before: str = ""
) -> str:
    return before + listed(
        [said(row, figure).strip() for row in rows(found) if (figure := value(row, name))]
    )


def _last(found: TaskRecord) -> Row:
    """Return the judge that stands last: the one with a model where there is one."""
    return list(rows(found))[-1]


def by(row: Row) -> str:
    """Return who judged, to be said after a figure."""
    return row.judge if row.judge.startswith("with") else f"with {row.judge}"


def _all(noticed: int, made: int) -> str:
    return "all were noticed" if noticed == made else f"{noticed} were noticed"
