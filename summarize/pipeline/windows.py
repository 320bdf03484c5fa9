"""Cut a long article into windows that fit a model, without losing a sentence's number.

An article that fits is shown whole. Otherwise each window is a run of sentences with their own
numbers, so the evidence of every window's statements points into the one article.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from summarize.article import Article, Sentence
from summarize.errors import ModelError
from summarize.pipeline.show import line
from summarize.values.memory import TEXTS

# English words have about 4.5 characters a token and words of any language more than this; figures,
# signs and other scripts may need a token a byte. Below what that makes there is no need to ask the
# tokenizer, whose table takes longer to load than twenty articles to read.
SURE_CHARACTERS = 2.5
RUN = re.compile(r"[A-Za-z]+|[^A-Za-z\s]+")
# "[123] " and the line's end.
NUMBER_TOKENS = 6


def fits(article: Article, instructions: Sequence[str], budget: int) -> bool:
    """Say whether an article and its instructions surely have at most `budget` tokens together."""
    shown = [line(article, s) for s in article.body()]
    return surely_fit([*shown, *instructions], budget)


def surely_fit(texts: Sequence[str], budget: int) -> bool:
    """Say whether numbered lines surely have at most `budget` tokens, without a tokenizer."""
    # No token is shorter than a byte.
    most = NUMBER_TOKENS * len(texts) + sum(len(text.encode()) for text in texts)
    return most <= budget or most_tokens(texts) <= budget


def most_tokens(texts: Sequence[str]) -> int:
    """Return more tokens than numbered lines of ordinary text can have, without a tokenizer."""
    return NUMBER_TOKENS * len(texts) + sum(map(_most_tokens, texts))


@lru_cache(maxsize=TEXTS)
def _most_tokens(text: str) -> int:
    return sum(
        int(len(run) / SURE_CHARACTERS) + 1
        if run.isascii() and run.isalpha()
        else len(run.encode())
        for run in RUN.findall(text)
    )


def windows(
    article: Article, sentences: Sequence[Sentence], *, budget: int, count: Callable[[str], int]
) -> list[list[Sentence]]:
    """Return the fewest runs of `sentences`, in order, each of at most `budget` tokens.

    `count` counts the tokens of a text. Raises ModelError when one sentence alone is too long.
    """
    shown = {s.number: line(article, s) for s in sentences}
    if surely_fit(list(shown.values()), budget):
        return [list(sentences)] if sentences else []
    runs: list[list[Sentence]] = []
    left = 0
    for sentence in sentences:
        cost = count(shown[sentence.number]) + NUMBER_TOKENS
        if cost > budget:
            raise ModelError(
                f"{article.source}: sentence {sentence.number} has {cost} tokens and the model "
                f"leaves room for {budget}: use a model with a larger context"
            )
        if not runs or cost > left:
            runs.append([])
            left = budget
        runs[-1].append(sentence)
        left -= cost
    return runs


def near(sentences: Sequence[Sentence], chosen: Sequence[int], reach: int) -> list[Sentence]:
    """Return the sentences at most `reach` places from a chosen one."""
    places = [i for i, s in enumerate(sentences) if s.number in set(chosen)]
    kept = {i for place in places for i in range(place - reach, place + reach + 1)}
    return [s for i, s in enumerate(sentences) if i in kept]
