"""The words of an article, sentence by sentence, as the checks compare them."""

from functools import lru_cache

from summarize.article import Article
from summarize.values.memory import ARTICLES
from summarize.values.words import Token, lows, tokens


@lru_cache(maxsize=ARTICLES)
def sentence_lows(article: Article) -> tuple[tuple[str, ...], ...]:
    """Return the words of each sentence of an article, in lower case and in order."""
    return tuple(lows(s.words.of(article.text)) for s in article.sentences)


@lru_cache(maxsize=ARTICLES)
def sentence_tokens(article: Article) -> tuple[tuple[Token, ...], ...]:
    """Return the words and punctuation of each sentence of an article, in order."""
    return tuple(tokens(s.words.of(article.text)) for s in article.sentences)
