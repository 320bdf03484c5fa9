"""Add what the article does not say: general knowledge, an advert, words about something else.

What is added is appended as one more statement, with the evidence that overlaps most, as a writer
would cite it. It is added only where several of its words of meaning are nowhere in the article:
else the article may say it.
"""

from collections.abc import Iterator
from typing import Final

from evals.selftest.parts.places import stems_of
from evals.selftest.retrieve import retrieve
from evals.selftest.variant import Good, Variant, added
from summarize.article import Article
from summarize.values.words import stems, tokens

# What is said anew takes so many words that the article has not, however long it is.
_NEW: Final = 3
# Planted a summary, of each kind.
EACH: Final = 6


def is_new(article: Article, text: str) -> bool:
    """Say whether several words of a text are nowhere in an article."""
    return len(stems(tokens(text)) - stems_of(article)) >= _NEW


def appended(good: Good, texts: list[str], what: str) -> Iterator[Variant]:
    """Yield a summary with each of the first texts at its end that the article does not say."""
    new = [text for text in texts if is_new(good.article, text)]
    for text in new[:EACH]:
        yield added(good, text, retrieve(text, good.article), f"{what}: {text[:60]!r}")
