"""Words of news that mean the opposite, and words that mean the same.

Closed lists in everyday English, compared by stem. A pair is listed only where the one, written in
place of the other, turns a report round ("rose", "fell") or leaves it as it was ("killed",
"slain"). What is not listed is neither: the lists prove nothing by their silence.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from summarize.values.words import stem


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Return, of a stem, the stems that mean the opposite."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines("opposites.txt"):
        one, other = map(_stems, line.split("/"))
        for stem_ in one - other:
            found[stem_] |= other - one
        for stem_ in other - one:
            found[stem_] |= one - other
    return {stem_: frozenset(others) for stem_, others in found.items()}


@cache
def alike() -> Mapping[str, frozenset[str]]:
    """Return, of a stem, the stems that may be written for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines("same_meaning.txt"):
        group = _stems(line)
        for stem_ in group:
            found[stem_] |= group - {stem_}
    return {stem_: frozenset(others) for stem_, others in found.items()}


def _lines(name: str) -> list[str]:
    text = files("summarize.judge").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _stems(line: str) -> frozenset[str]:
    return frozenset(stem(word) for word in line.split())
