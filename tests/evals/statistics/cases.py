"""Pairs written as lists of differences, article by article."""

from collections.abc import Sequence

from hypothesis import strategies as st

from evals.statistics import Pair


def facts(*articles: str) -> list[Pair]:
    """One string an article, a letter a fact: + won by B, - lost, 1 both, 0 neither, ? unknown."""
    sides = {"+": (0.0, 1.0), "-": (1.0, 0.0), "1": (1.0, 1.0), "0": (0.0, 0.0), "?": (None, 1.0)}
    return [
        Pair(f"article-{i:02}", f"fact-{j:02}", *sides[letter])
        for i, letters in enumerate(articles)
        for j, letter in enumerate(letters)
    ]


def shares(differences: Sequence[float]) -> list[Pair]:
    """One value an article: A is at 0.5, and B so much above it."""
    return [Pair(f"article-{i:02}", "", 0.5, 0.5 + d) for i, d in enumerate(differences)]


def swapped(pairs: Sequence[Pair]) -> list[Pair]:
    """A for B and B for A."""
    return [Pair(p.article, p.item, a=p.b, b=p.a) for p in pairs]


VALUES = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.floats(0, 1))
PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("xyz")),
    st.tuples(VALUES, VALUES),
    max_size=30,
).map(lambda found: [Pair(*key, *values) for key, values in found.items()])
