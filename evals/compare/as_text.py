"""A comparison as text of at most 80 columns: the table, facts won and lost, cost and time."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from evals.compare.changes import Change, Wording
from evals.compare.compare import Compared, Row
from evals.compare.costs import Cost
from evals.compare.sides import Side
from evals.compare.uncompared import WHYS, Kind, Uncompared
from summarize.cli.progress import one_line

WIDTH: Final = 80
NONE: Final = "-"
MANY: Final = 1000.0
_TABLE: Final = "{:<16}{:>6}{:>7}{:>8}  {:<18}{:>7}{:>7}{:>9}"
_COSTS: Final = "{:<12}{:>10}{:>10}{:>10}  {}"
_NAME: Final = 16
_LESS: Final = "↓"
_LEGEND: Final = (
    "A, B: means over all items measured on both sides (facts, or articles). 95% interval: of this "
    "metric alone. p: of a sign-flip permutation test, the same for every metric: how often chance "
    "does this when A and B are exchanged article by article. Holm: p adjusted for all metrics "
    "tested; it decides. smallest: the smallest true difference found here with 80% power: a fall "
    f"from a mean above a half, a gain from one below. {_LESS}: less is better."
)
# How a reader would put what the matcher says in a word.
_PLAINLY: Final = {"its value is nowhere": "no sentence gives this date, figure, name or quotation"}


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
        yield from _wrapped(
            f"measured on one side only, or on neither: {', '.join(gone)}", rest="  "
        )
    yield ""
    yield from _wrapped(_LEGEND)
    yield ""
    if there:
        yield from _changes(compared)
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
        reason += f"; {ignored} left out: measured on one side only, or on neither"
    return _wrapped(f"{row.found.verdict}: {reason}", first="    ", rest="      ")


def _changes(compared: Compared) -> Iterator[str]:
    if not compared.changes:
        yield f"Facts won and lost: {_same(compared.n_compared)}"
    else:
        for title, better in (("Won by B", True), ("Lost by B", False)):
            chosen = [change for change in compared.changes if change.better is better]
            yield f"{title}: {_tally(chosen)}"
            for change in chosen:
                yield from _change(change, "+" if better else "-")
            if better:
                yield ""
    if compared.uncompared:
        yield ""
        yield from _uncompared(compared.uncompared)


def _same(n_compared: Mapping[Kind, int]) -> str:
    """Say that nothing changed, of what was judged; what was not is no evidence of that."""
    there = [f"no {kind}" for kind, n in n_compared.items() if n]
    gone = [f"no {kind}" for kind, n in n_compared.items() if not n]
    same = f"same on both sides: {' and '.join(there)} changed its verdict" if there else ""
    none = f"{' and '.join(gone)} was judged on both sides" if gone else ""
    return "; ".join(filter(None, (none, same)))


def _uncompared(given: Sequence[Uncompared]) -> Iterator[str]:
    kinds = Counter(each.kind for each in given)
    yield "Not compared: " + ", ".join(_count(n, kind) for kind, n in sorted(kinds.items()))
    for why in WHYS:
        of_article: dict[str, list[str]] = {}
        for each in given:
            if each.why == why:
                of_article.setdefault(each.article, []).append(each.id)
        for article, ids in of_article.items():
            yield from _wrapped(f"{why}: {article}: {', '.join(ids)}", first="? ", rest="     ")


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
    reason = _PLAINLY.get(wording.reason, wording.reason)
    often = f" in {wording.times} of {wording.of}" if wording.of > 1 else ""
    if wording.text is None:
        return f"{verdict}{often}: {reason}"
    if wording.verdict == "stated":
        return f"{verdict}{often}: “{wording.text}”"
    near = "by" if wording.verdict == "contradicted" else "nearest"
    return f"{verdict}{often}: {reason}; {near}: “{wording.text}”"


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
