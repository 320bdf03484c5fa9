"""Make a trial of a summary: our own record, or plain text that somebody wrote.

Evidence is taken only where the article has its words at that place; what is elsewhere is no
evidence. Other people's text is divided into sentences and has no evidence, which is None and not
an empty list.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from evals.gold.model import Gold
from evals.trial import Said, Trial
from summarize.article import Article, Span
from summarize.article.sentences import paragraphs
from summarize.errors import InputError
from summarize.summary import Field_, Grounded, Quote, Statement, Summary

# What a summary says for itself. Its lists of dates, numbers and names are for looking up: much of
# them is the article's own sentences, put there without a model, alike whatever the prompt.
STATED_FIELDS: Final[tuple[Field_, ...]] = ("headline", "abstract", "key_points", "quotes")
# What stands before a point of a plain list is no part of it.
_BULLET: Final = re.compile(r"\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+)")


def trial_of(
    summary: Summary,
    article: Article,
    gold: Gold,
    system: str | None = None,
    *,
    fields: Sequence[str] = STATED_FIELDS,
) -> Trial:
    """Return the trial of our own summary; `system` is "model prompt" when None.

    `fields` are those looked at. Raises InputError when the summary is of another text.
    """
    if summary.article.sha256 != article.sha256:
        raise InputError(
            f"summary of {summary.article.id}: was made from another text than {article.source}: "
            "summarize the article again, or give the gold of that text"
        )
    said = [s for name in fields for s in _FIELDS[name](summary, article)]
    name = system or f"{summary.made_by.model} {summary.made_by.prompt}"
    return Trial(article, gold, tuple(said), name, summary)


def trial_of_text(text: str, article: Article, gold: Gold, system: str) -> Trial:
    """Return the trial of a summary in plain text."""
    said = tuple(Said(words, "text", None, None) for words in _sentences(text))
    return Trial(article, gold, said, system, None)


def _sentences(text: str) -> Iterator[str]:
    for block in paragraphs(text):
        for number, span in enumerate(block):
            words = span.of(text)
            bullet = _BULLET.match(words) if number == 0 else None
            words = words[bullet.end() :] if bullet else words
            if any(c.isalnum() for c in words):
                yield words


def _headline(summary: Summary, article: Article) -> Iterator[Said]:
    yield from _statements([summary.headline] if summary.headline else [], "headline", article)


def _abstract(summary: Summary, article: Article) -> Iterator[Said]:
    yield from _statements(summary.abstract, "abstract", article)


def _key_points(summary: Summary, article: Article) -> Iterator[Said]:
    yield from _statements(summary.key_points, "key_points", article)


def _quotes(summary: Summary, article: Article) -> Iterator[Said]:
    for quote in summary.quotes:
        yield _said(quote.text, "quotes", quote, article)


def _dates(summary: Summary, article: Article) -> Iterator[Said]:
    for mention in summary.dates:
        yield _said(mention.event, "dates", mention, article)


def _numbers(summary: Summary, article: Article) -> Iterator[Said]:
    for mention in summary.numbers:
        yield _said(mention.what, "numbers", mention, article)


def _names(summary: Summary, article: Article) -> Iterator[Said]:
    for name in summary.names:
        yield _said(name.name, "names", name, article)


_FIELDS: Final[Mapping[str, Callable[[Summary, Article], Iterator[Said]]]] = {
    "headline": _headline,
    "abstract": _abstract,
    "key_points": _key_points,
    "quotes": _quotes,
    "dates": _dates,
    "numbers": _numbers,
    "names": _names,
}


def _statements(given: Sequence[Statement], field: str, article: Article) -> Iterator[Said]:
    for statement in given:
        yield _said(statement.statement, field, statement, article)


def _said(text: str, field: str, grounded: Grounded, article: Article) -> Said:
    located = tuple(
        Span(e.start, e.end)
        for e in grounded.evidence
        if e.start < e.end and article.text[e.start : e.end] == e.text
    )
    # Evidence of which a part is made up is not what the statement rests on.
    evidence = located if len(located) == len(grounded.evidence) else ()
    passed = all(c.status != "failed" for c in grounded.checks)
    speaker = grounded.speaker if isinstance(grounded, Quote) else None
    return Said(text, field, evidence, passed, speaker)
