"""See when a number counts what the article counts apart: "12 crew members" for 12 passengers.

A summary may call what is counted by many names, and which of them mean the same nobody can list.
But where the article has this very noun with another number, and with this number another noun, the
two have been mixed up.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from summarize.article import Article, story
from summarize.judge.opposites import alike
from summarize.values.memory import TEXTS
from summarize.values.numbers import NumberPhrase, find_numbers
from summarize.values.words import stem, tokens

# They count the same people whatever the article calls them.
_ANYONE: Final = frozenset(
    stem(w)
    for w in """people person persons others men man women woman victims members residents citizens
    times things cases""".split()
)


@lru_cache(maxsize=1024)
def counted_apart(gold: NumberPhrase, article: Article) -> tuple[frozenset[str], ...]:
    """Return the nouns, as stems of their words, that the article has with other numbers only."""
    if gold.kind != "count":
        return ()
    counts = _counts(story(article))
    same = {s for value, noun in counts if value == gold.value for s in noun}
    if not same:
        return ()
    return tuple(noun for v, noun in counts if v != gold.value and noun.isdisjoint(same))


@lru_cache(maxsize=64)
def _counts(text: str) -> tuple[tuple[Decimal, frozenset[str]], ...]:
    """Return the values of a story that count something, each with its noun."""
    counts = (n for n in find_numbers(text) if n.kind == "count" and n.unit is not None)
    return tuple((n.value, _noun(n.as_written)) for n in counts)


def is_apart(number: NumberPhrase, gold: NumberPhrase, apart: tuple[frozenset[str], ...]) -> bool:
    """Say whether this number counts one of those nouns, and not the gold's in other words."""
    if not apart or number.unit is None:
        return False
    noun, mine = _noun(number.as_written), stem(gold.unit or "")
    if not noun - _ANYONE or mine in noun or not noun.isdisjoint(alike().get(mine, frozenset())):
        return False
    return any(noun <= other for other in apart)


@lru_cache(maxsize=TEXTS)
def _noun(written: str) -> frozenset[str]:
    return frozenset(t.stem for t in tokens(written)[1:] if t.is_content and t.low.isalpha())
