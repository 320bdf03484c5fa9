"""Add what the article does not say: general knowledge, an advert, words about something else.

What is added is appended as one more statement, with the evidence that overlaps most, as a writer
would cite it. Nothing is added of which the article has most words.
"""

from collections.abc import Iterator
from typing import Final

from evals.selftest.retrieve import retrieve
from evals.selftest.variant import Good, Variant, added
from summarize.values.words import stems, tokens

# Of what is appended at most this share of the words may be in the article: else it may be true.
SHARED: Final = 0.5


# Planted a summary, of each kind.
EACH: Final = 6


def appended(good: Good, texts: list[str], what: str) -> Iterator[Variant]:
    """Yield a summary with each of several texts at its end, of which the article has few words."""
    everything = stems(tokens(good.article.text))
    done = 0
    for text in texts:
        words = stems(tokens(text))
        if done < EACH and words and len(words & everything) <= SHARED * len(words):
            done += 1
            yield added(good, text, retrieve(text, good.article), f"{what}: {text[:60]!r}")
