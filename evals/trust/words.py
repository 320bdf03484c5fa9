"""Say in plain words what the figures say, for somebody who reads no tables.

Each function makes one paragraph of the page, or "" when nothing was measured. Which words are
taken is decided by the figures.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from evals.agreement.figures import FIGURES
from evals.agreement.results import Figure, Published, Results, Row, TaskRecord
from evals.selftest.run import AS_IT_STANDS
from evals.trust.judged import best, ceiling, compared, hundredths, rows, task, value
from evals.trust.kinds import kind_words
from evals.trust.markdown import listed
from evals.trust.planted import NOTHING, Counts, Planted, SelfTests

# So many planted errors of a kind are needed before "all" says much: of 20 that are all noticed,
# one in six could still be missed (Wilson).
ENOUGH: Final = 20
NEARLY: Final = 0.9
# The checks that alarm most are named.
_MOST_ALARMS: Final = 4
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
    yield from _noticed(tests.mutators())
    yield _false_alarms(tests.rewrites())
    yield _elsewhere(tests.elsewhere)


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


def _values(results: Results, mutators: Mapping[str, Counts]) -> str:
    kinds = [m for n, m in mutators.items() if n.split("-")[0] in ("wrong", "number", "date")]
    made, noticed = sum(m.n for m in kinds), sum(m.noticed for m in kinds)
    said = (
        f"**Dates and numbers** are compared as values, not as words. Of {made} wrong dates and "
        f"numbers planted in good summaries, {_all(noticed, made)}."
        if made
        else ""
    )
    found = task(results, "dates")
    if found is None:
        return said
    row = found.rows[0]
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


def _noticed(mutators: Mapping[str, Counts]) -> Iterator[str]:
    made = {name: m for name, m in mutators.items() if m.n}
    share = {name: m.noticed / m.n for name, m in made.items()}
    whole = [n for n in made if share[n] == 1 and made[n].n >= ENOUGH]
    few = [n for n in made if share[n] == 1 and made[n].n < ENOUGH]
    nearly = [n for n in made if NEARLY <= share[n] < 1]
    poor = sorted((n for n in made if share[n] < NEARLY), key=lambda n: share[n])
    everything = sum(m.n for m in made.values())
    parts = [f"**Planted errors.** {everything:,} were planted in good summaries, one at a time."]
    if whole:
        parts.append(f"Always noticed: {_kinds(whole)}.")
    if few:
        parts.append(f"Always noticed, but fewer than {ENOUGH} were planted: {_kinds(few)}.")
    if nearly:
        parts.append(f"Nearly always: {_kinds(nearly, made)}.")
    if poor:
        parts.append(f"**Often missed: {_kinds(poor, made)}.** Look for these yourself.")
    yield " ".join(parts) if made else ""


def _kinds(names: list[str], made: Mapping[str, Counts] | None = None) -> str:
    said = [
        kind_words(n) + (f" ({made[n].noticed} of {made[n].n} noticed)" if made else "")
        for n in names
    ]
    return "; ".join(said)


def _false_alarms(rewrites: Mapping[str, Counts]) -> str:
    standing = rewrites.get(AS_IT_STANDS, NOTHING)
    reworded = sum((m for name, m in rewrites.items() if name != AS_IT_STANDS), NOTHING)
    if standing.share is None or reworded.share is None:
        return ""
    return (
        f"**False alarms.** Of {standing.n:,} good statements, {standing.noticed:,} raise an alarm "
        f"as they stand ({_of_100(standing.share)}). Of the others, reworded {reworded.n:,} times "
        f"without a change of meaning, {reworded.noticed:,} came to do so "
        f"({_of_100(reworded.share)})."
    )


def _elsewhere(part: Planted | None) -> str:
    """Say how the same errors fare where neither the texts nor the summaries are ours."""
    if part is None:
        return ""
    poor = {n: m for n, m in part.mutators.items() if m.n >= ENOUGH and m.noticed < NEARLY * m.n}
    worst = sorted(poor, key=lambda n: poor[n].noticed / poor[n].n)
    standing = part.rewrites.get(AS_IT_STANDS, NOTHING)
    by = sorted(standing.checks, key=lambda name: -standing.checks[name])[:_MOST_ALARMS]
    alarms = ", ".join(f"{standing.checks[name]} by {name}" for name in by)
    return (
        f"**Elsewhere it is less.** In {standing.n:,} sentences of older systems about "
        f"{part.articles:,} other articles, which people found supported, the checks alone missed "
        f"more: {_kinds(worst, poor) or 'nothing'}. {standing.noticed:,} of these sentences raise "
        f'an alarm as they stand ({alarms}), many of them rightly: they say "last year", or do '
        "not say who says so, or stand for a name with UNK, which nobody was asked about."
    )


def _of_100(share: float) -> str:
    return f"{100 * share:.0f} of 100" if share == 0 or share >= 0.01 else "less than 1 of 100"


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
