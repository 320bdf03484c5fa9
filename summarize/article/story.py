"""An article as its readers take it: without adverts, links and notices."""

from functools import lru_cache

from summarize.article.article import Article
from summarize.values.memory import ARTICLES


@lru_cache(maxsize=ARTICLES)
def story(article: Article) -> str:
    """Return the article's text with its boilerplate blanked out, so that offsets stay true.

    It is one string for all who ask, so that what is found in it need be found only once.
    """
    shown = ["\n"] * len(article.text)
    for sentence in article.sentences:
        if sentence.kind != "boilerplate":
            start, end = sentence.span.start, sentence.span.end
            shown[start:end] = article.text[start:end]
    return "".join(shown)
