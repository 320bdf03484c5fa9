"""Tie statements to the article: from sentence numbers to evidence by offset.

Evidence is always whole sentences or words that stand in the article; a number that is not a body
sentence's is no evidence at all.
"""

from collections.abc import Iterable, Sequence

from summarize.article import Article, Span
from summarize.summary import Evidence


def sentence_spans(article: Article, numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return the words of the sentences with these numbers, in order; unknown ones are left out."""
    known = {s.number: s for s in article.body()}
    return tuple(known[n].words for n in sorted(set(numbers)) if n in known)


def evidence(article: Article, spans: Iterable[Span]) -> list[Evidence]:
    """Return the records of evidence spans, in order, each once."""
    return [
        Evidence(
            start=span.start,
            end=span.end,
            text=span.of(article.text),
            sentence=sentence_at(article, span.start),
        )
        for span in sorted(set(spans))
    ]


def sentence_at(article: Article, offset: int) -> int:
    """Return the number of the sentence that holds an offset."""
    return next(s.number for s in article.sentences if s.span.start <= offset < s.span.end)
