"""Find evidence for a statement that cites none: the sentences that together hold its words.

Words of meaning are compared by crude stems and count the more, the fewer sentences of the article
have them; a date or a number counts when its value is the same, however it is written. Sentences
are taken one after the other, each for what the ones before it lack, until the next would add
little. It finds where something is told, never whether it is true.

`summarize.judge.retrieve` takes the sentences that overlap most instead. Neither serves both: with
its sentences 18 of 223 good statements raise an alarm here, and with these 15, since it does not
see a value written otherwise; and the judge's weights were fitted on its sentences, of texts
that are no articles.
"""

import math
from functools import lru_cache
from typing import Final

from summarize.article import Article, Sentence, Span
from summarize.values.dates import DatePhrase, entails, find_dates
from summarize.values.memory import ARTICLES
from summarize.values.numbers import NumberPhrase, find_numbers, same_number
from summarize.values.words import stems, tokens

# One sentence of a person's summary draws on so many of the article at most.
MOST: Final = 6
# A sentence that adds less than this share of the statement's weight is there by chance.
LEAST: Final = 0.05


def retrieve(statement: str, article: Article) -> tuple[Span, ...]:
    """Return the words of the sentences that overlap most, in order; none when none does."""
    wanted = _weights(statement, article)
    whole = math.fsum(wanted.values())
    left, chosen = dict(wanted), dict[int, Span]()
    value = math.log(1 + len(_body(article)))
    holds = [(s, _held(statement, wanted, s, article)) for s in _body(article)]
    while left and len(chosen) < MOST:
        gains = [math.fsum(left.get(item, 0.0) for item in held) for _, held in holds]
        best = max(range(len(gains)), key=gains.__getitem__, default=None)
        if best is None or not gains[best] or gains[best] < min(LEAST * whole, value):
            break
        sentence, held = holds[best]
        chosen[sentence.number] = sentence.words
        left = {item: weight for item, weight in left.items() if item not in held}
    return tuple(chosen[number] for number in sorted(chosen))


Item = str | int
"""The stem of a word, or the place of a date or number in the statement."""


def _weights(statement: str, article: Article) -> dict[Item, float]:
    known = [_stems(article, s) for s in _body(article)]
    weights: dict[Item, float] = {}
    for stem in stems(tokens(statement)):
        if stem.isalpha() or not stem[0].isdigit():
            having = sum(stem in words for words in known)
            weights[stem] = math.log(1 + len(known) / max(1, having))
    values = [d.span for d in find_dates(statement)] + [n.span for n in find_numbers(statement)]
    for span in values:
        # A value is worth as much as the rarest word, and always worth a sentence.
        weights[span.start] = math.log(1 + len(known))
    return weights


def _held(
    statement: str, wanted: dict[Item, float], sentence: Sentence, article: Article
) -> frozenset[Item]:
    """Return which items of the statement a sentence has."""
    text = sentence.words.of(article.text)
    held: set[Item] = set(_stems(article, sentence) & wanted.keys())
    told = find_dates(text, published=article.published)
    held |= {d.span.start for d in find_dates(statement) if any(_same_day(d, t) for t in told)}
    numbers = find_numbers(text)
    held |= {n.span.start for n in find_numbers(statement) if _stands(n, numbers)}
    return frozenset(held)


def _same_day(stated: DatePhrase, told: DatePhrase) -> bool:
    return entails(told.value, stated.value)


def _stands(number: NumberPhrase, numbers: tuple[NumberPhrase, ...]) -> bool:
    return any(same_number(number, other) for other in numbers)


@lru_cache(maxsize=ARTICLES)
def _body(article: Article) -> tuple[Sentence, ...]:
    return tuple(article.body())


@lru_cache(maxsize=4096)
def _stems(article: Article, sentence: Sentence) -> frozenset[str]:
    return frozenset(stems(tokens(sentence.words.of(article.text))))
