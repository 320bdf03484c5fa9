"""Which values of a statement its evidence and its article do not have: figures, dates, names."""

from collections.abc import Mapping

from summarize.judge.reading import words
from summarize.values.dates import entails, find_dates
from summarize.values.names import find_names, same_name
from summarize.values.numbers import find_numbers, same_number


def unproved(statement: str, evidence: str, article: str) -> Mapping[str, float]:
    """Describe the values that are not where they should be, two of a kind counting most."""
    return {
        "figure_unproved": _two(_figures(statement, evidence)),
        "date_unproved": _two(_dates(statement, evidence)),
        "name_unproved": _two(_names(statement, evidence)),
        "name_unknown": _two(_names(statement, article)),
    }


def _two(count: int) -> float:
    return min(count, 2) / 2


def _figures(statement: str, text: str) -> int:
    there = find_numbers(text)
    return sum(
        not any(same_number(n, other) for other in there)
        for n in find_numbers(statement)
        if n.kind != "vague"
    )


def _dates(statement: str, text: str) -> int:
    there = find_dates(text)
    return sum(
        not any(entails(d.value, date.value) or entails(date.value, d.value) for d in there)
        for date in find_dates(statement)
    )


def _names(statement: str, text: str) -> int:
    there = {n.name for n in find_names(text)}
    lows = {w.low for w in words(text)}
    return sum(
        not any(same_name(n.name, other) for other in there)
        and not all(w.low in lows for w in words(n.name))
        for n in find_names(statement)
    )
