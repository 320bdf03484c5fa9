"""See when a number counts what the article counts apart: "12 crew members" for 12 passengers.

A summary may call what is counted by many names, and which of them mean the same nobody can list.
But where the article has this very noun with another number, and with this number another noun, the
two have been mixed up.
"""

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
    counts = [n for n in find_numbers(story(article)) if n.kind == "count" and n.unit is not None]
    same = {s for n in counts if n.value == gold.value for s in _noun(n.as_written)}
    if not same:
        return ()
    others = (_noun(n.as_written) for n in counts if n.value != gold.value)
    return tuple(noun for noun in others if noun.isdisjoint(same))


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
