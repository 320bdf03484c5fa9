"""Cut a long article into windows that fit a model, without losing a sentence's number.

An article that fits is shown whole. Otherwise each window is a run of sentences with their own
numbers, so the evidence of every window's statements points into the one article.
"""

from collections.abc import Callable, Sequence

from summarize.article import Article, Sentence
from summarize.errors import ModelError
from summarize.pipeline.show import line

# English prose has about 4.5 characters a token, never fewer than this for whole sentences; below
# it there is no need to ask the tokenizer.
SURE_CHARACTERS = 2.5
# "[123] " and the line's end.
NUMBER_TOKENS = 6


def windows(
    article: Article, sentences: Sequence[Sentence], *, budget: int, count: Callable[[str], int]
) -> list[list[Sentence]]:
    """Return the fewest runs of `sentences`, in order, each of at most `budget` tokens.

    `count` counts the tokens of a text. Raises ModelError when one sentence alone is too long.
    """
    shown = {s.number: line(article, s) for s in sentences}
    characters = sum(len(text) + NUMBER_TOKENS * SURE_CHARACTERS for text in shown.values())
    if characters / SURE_CHARACTERS <= budget:
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
