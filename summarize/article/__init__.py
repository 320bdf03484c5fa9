"""Reading: from files, addresses and streams to an Article with numbered sentences."""

from summarize.article.article import Article, Kind, Notice, Sentence
from summarize.article.language import language_notice
from summarize.article.read import from_text, read
from summarize.article.sources import article_ids, as_text, expand
from summarize.article.story import story
from summarize.article.untrusted import excerpt, visible
from summarize.values.span import Span

__all__ = [
    "Article",
    "Kind",
    "Notice",
    "Sentence",
    "Span",
    "article_ids",
    "as_text",
    "excerpt",
    "expand",
    "from_text",
    "language_notice",
    "read",
    "story",
    "visible",
]
