"""Sentences that several paragraphs of the page have: "" where nothing was measured."""

from typing import Final

from evals.agreement.results import TaskRecord
from evals.trust.judged import (
    Told,
    human,
    hundred,
    is_better,
    models,
    others,
    overlap,
    rates,
    shares,
    told,
)
from evals.trust.markdown import listed

ACCURACY: Final = "balanced_accuracy"


def whose(some: set[str], every: set[str]) -> str:
    """Name the judges of which something holds; "" where it holds of all."""
    return "" if some == every else f" ({listed(sorted(some))})"


def overlap_words(there: list[Told], name: str, *, correlation: bool = False) -> str:
    """Say what counting shared words reaches, on the items of the judge that is last."""
    found = overlap(there[-1].part, name) if there else None
    if found is None or found.value is None:
        return "nothing simpler was measured"
    reached = f"{found.value:.2f}" if correlation else f"{hundred(found.value)}"
    worse = {one.by for one in there if not is_better(one, name)}
    may = f", not surely less{whose(worse, {one.by for one in there})}" if worse else ""
    return f"counting shared words reaches {reached}{may}"


def person(found: TaskRecord, name: str) -> str:
    """Say how far one person agrees with the others."""
    one = human(found, name)
    return f"One person agrees with others in {hundred(one.value)}." if one else ""


def models_words(found: TaskRecord, name: str) -> str:
    """Say what others have published."""
    there = models(found, name)
    if not there:
        return ""
    said = listed([f"{p.who} {hundred(p.value)}" for p in there])
    return f"Published, on other items of this set: {said}."


def errors(found: TaskRecord, sentence: str, name: str) -> str:
    """Say how often it errs, in a sentence with a place for the rates."""
    there = told(found, name)
    if not there:
        return ""
    return f"Of 100 {sentence.format(rates(there))}."


def open_words(found: TaskRecord) -> str:
    """Say how many facts it leaves open."""
    there = told(found, "decided")
    if not there:
        return ""
    return f"Of 100 facts it leaves {rates(there, inverse=True)} open."


def left_out(found: TaskRecord) -> str:
    """Say what the figures leave out, and what they are with it."""
    if found.left_out is None:
        return ""
    every = told(found, ACCURACY, items=("all", "asked-all"))
    if not every:
        return ""
    left = found.left_out
    return (
        f"Left out of these figures are {left.summaries:,} of {left.of_summaries:,} summaries, "
        "whose labels look filled in, not judged (five times yes, then no, whatever the facts); "
        f"with them it is {shares(every)}."
    )


def same(found: TaskRecord) -> str:
    """Compare with the best of the other models on the very facts it was asked about."""
    there = others(found)
    if not there:
        return ""
    other, ours = there[0]
    better = [o.who for o, mine in there if (o.measured.value or 0.0) > mine.value]
    count = f"of {len(there)} such models {len(better)} did better on their facts"
    return (
        f"On the same {other.measured.n:,} facts {other.who} reaches "
        f"{hundred(other.measured.value or 0.0)} and the harness {hundred(ours.value)} "
        f"({ours.by}); {count}."
    )


def figure(found: TaskRecord | None, name: str) -> float | None:
    """Return the first measured value of a figure."""
    if found is None:
        return None
    figures = [f for row in found.rows if (f := row.figures.get(name)) is not None]
    return figures[0].value if figures else None


def joined(*sentences: str) -> str:
    """Return sentences as one; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)
