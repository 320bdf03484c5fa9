"""A comparison as text of at most 80 columns: the table, facts won and lost, cost and time."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from evals.compare.changes import Change, Wording
from evals.compare.compare import Compared, Row
from evals.compare.costs import Cost
from evals.compare.sides import Side
from summarize.cli.progress import one_line

WIDTH: Final = 80
NONE: Final = "-"
MANY: Final = 1000.0
_TABLE: Final = "{:<16}{:>6}{:>7}{:>8}  {:<18}{:>7}{:>7}{:>9}"
_COSTS: Final = "{:<12}{:>10}{:>10}{:>10}  {}"
_NAME: Final = 16
_LESS: Final = "↓"
_LEGEND: Final = (
    "A, B: means over all items measured on both sides (facts, or articles). p: articles "
    "exchanged. Holm: the same, all metrics tested considered. smallest: the smallest true "
    f"difference found here with 80% power. {_LESS}: less is better."
)
_SAME: Final = "same on both sides: no fact and no trap changed its verdict"


def as_text(compared: Compared) -> str:
    """Return the whole text; no line is longer than 80 columns unless one word is."""
    return "\n".join(_lines(compared)) + "\n"


def _lines(compared: Compared) -> Iterator[str]:
    yield from _side("A", compared.a)
    yield from _side("B", compared.b)
    for note in compared.notes:
        yield from _wrapped(note, first="! ", rest="  ")
    yield ""
    yield _TABLE.format("metric", "A", "B", "B-A", "95% interval", "p", "Holm", "smallest").rstrip()
    there = [row for row in compared.rows if row.found.difference.n_items]
    for row in there:
        if row.found.p is not None:
            yield from _row(row)
            yield from _word(row)
    if parts := [row for row in there if row.found.p is None]:
        yield "for information, not tested:"
        for row in parts:
            yield from _row(row)
    if gone := [row.name for row in compared.rows if row not in there]:
        yield from _wrapped(f"not measured on both sides: {', '.join(gone)}", rest="  ")
    yield ""
    yield from _wrapped(_LEGEND)
    yield ""
    if there:
        yield from _changes(compared.changes)
    else:
        yield "Facts won and lost: nothing was compared"
    yield ""
    yield "Cost, time and length, for one article"
    yield _COSTS.format("", "A", "B", "B-A", "95% interval")
    for cost in compared.costs:
        yield _cost(cost)


def _side(name: str, side: Side) -> Iterator[str]:
    trials = list(side.trials())
    articles = len({trial.article for trial in trials})
    repeats = len({trial.repeat for trial in trials})
    told = f"{side.label}: {side.model}, prompt {side.prompt}, {_count(articles, 'article')}"
    if repeats > 1:
        told += f", {repeats} times"
    yield from _wrapped(told, first=f"{name}  ", rest="   ")


def _row(row: Row) -> Iterator[str]:
    found = row.found
    name = f"{row.name} {_LESS}" if row.less_is_better else row.name
    if len(name) > _NAME:
        yield name
        name = ""
    yield _TABLE.format(
        name,
        number(row.a),
        number(row.b),
        signed(found.difference.mean),
        interval(found.difference.low, found.difference.high),
        chance(found.p),
        chance(found.holm_p),
        number(found.smallest),
    ).rstrip(f" {NONE}")


def _word(row: Row) -> list[str]:
    reason = row.found.reason
    if ignored := row.found.difference.n_ignored:
        reason += f"; {ignored} not measured on both sides"
    return _wrapped(f"{row.found.verdict}: {reason}", first="    ", rest="      ")


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        yield f"Facts won and lost: {_SAME}"
        return
    for title, better in (("Won by B", True), ("Lost by B", False)):
        chosen = [change for change in changes if change.better is better]
        yield f"{title}: {_tally(chosen)}"
        for change in chosen:
            yield from _change(change, "+" if better else "-")
        if better:
            yield ""


def _tally(changes: Sequence[Change]) -> str:
    facts = sum(change.kind == "fact" for change in changes)
    must = sum(change.weight == "must" for change in changes)
    traps = len(changes) - facts
    parts = [_count(facts, "fact") + (f" ({must} must)" if must else "")] if facts else []
    parts += [_count(traps, "trap")] if traps else []
    return ", ".join(parts) or "nothing"


def _change(change: Change, mark: str) -> Iterator[str]:
    kind = change.weight or change.kind
    yield f"{mark} {change.article}  {change.id}  ({kind})"
    if change.states:
        yield from _wrapped(change.states, first="     ", rest="     ")
    for name, wording in (("A", change.a), ("B", change.b)):
        yield from _wrapped(_worded(change, wording), first=f"  {name}  ", rest="     ")


def _worded(change: Change, wording: Wording) -> str:
    verdict = wording.verdict
    if change.kind == "trap":
        verdict = {"stated": "fallen into", "missing": "avoided"}.get(verdict, verdict)
    often = f" in {wording.times} of {wording.of}" if wording.of > 1 else ""
    if wording.text is None:
        return f"{verdict}{often}: {wording.reason}"
    if wording.verdict == "stated":
        return f"{verdict}{often}: “{wording.text}”"
    near = "by" if wording.verdict == "contradicted" else "nearest"
    return f"{verdict}{often}: {wording.reason}; {near}: “{wording.text}”"


def _cost(cost: Cost) -> str:
    d = cost.difference
    return _COSTS.format(
        cost.name,
        number(cost.a, money=cost.name == "usd"),
        number(cost.b, money=cost.name == "usd"),
        signed(d.mean, money=cost.name == "usd"),
        interval(d.low, d.high, money=cost.name == "usd"),
    )


def number(value: float | None, *, money: bool = False) -> str:
    """Write a value short: 0.41, 12.3, 1,204; money to a hundredth of a cent."""
    if value is None:
        return NONE
    if money:
        return f"{value:.4f}"
    if abs(value) >= MANY:
        return f"{value:,.0f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def signed(value: float | None, *, money: bool = False) -> str:
    """Write a difference, as `number` but with its sign; 0 has none."""
    if value is None:
        return NONE
    plain = number(abs(value), money=money)
    if not plain.strip("0.,"):
        return plain
    return f"{'+' if value > 0 else '-'}{plain}"


def interval(low: float | None, high: float | None, *, money: bool = False) -> str:
    """Write both ends, or nothing when there is none."""
    if low is None or high is None:
        return NONE
    return f"{signed(low, money=money)} to {signed(high, money=money)}"


def chance(p: float | None) -> str:
    """Write a p value with two figures that matter, at most six characters."""
    if p is None:
        return NONE
    return f"{p:.2f}" if p >= 0.095 else f"{p:.3f}" if p >= 0.0005 else "<.001"


def _count(number_: int, noun: str) -> str:
    return f"{number_} {noun}" if number_ == 1 else f"{number_} {noun}s"


def _wrapped(text: str, *, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
