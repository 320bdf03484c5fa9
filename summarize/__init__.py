"""Summaries of news articles in which every statement points at the words that prove it.

    from summarize import summarize
    summary = summarize("article.txt")

Importing this package is quick: what a call needs is imported by the call.
"""

from typing import TYPE_CHECKING, Any

from summarize.version import VERSION

if TYPE_CHECKING:
    from summarize.article import Article, read
    from summarize.errors import SummarizeError
    from summarize.pipeline.once import summarize
    from summarize.pipeline.pipeline import summarize_article
    from summarize.summary import Summary

__version__ = VERSION

__all__ = [
    "Article",
    "SummarizeError",
    "Summary",
    "__version__",
    "read",
    "summarize",
    "summarize_article",
]

_FOUND_IN = {
    "Article": "summarize.article",
    "SummarizeError": "summarize.errors",
    "Summary": "summarize.summary",
    "read": "summarize.article",
    "summarize": "summarize.pipeline.once",
    "summarize_article": "summarize.pipeline.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_FOUND_IN[name]), name)
