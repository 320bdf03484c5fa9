"""Say which words of an article may be proposed as a fact, as they stand.

A quotation is never cut in two, and what is nothing but somebody's words is no fact. Captions are
not proposed, neither alone nor run on into the sentence below a picture.
"""

import re
from functools import lru_cache
from typing import Final

from summarize.article import Article, Sentence, story
from summarize.check.attribution import is_bare_quotation
from summarize.values.fold import fold
from summarize.values.memory import ARTICLES
from summarize.values.quotes import find_quotations
from summarize.values.span import Span
from summarize.values.words import lows

# An editor reads a proposal at a glance, and shortens what is longer.
MOST_SENTENCES: Final = 2
_NAME: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
# "Ann Lee of the Harbour Party", "Ben Ito; from file, 2015."
_CAPTION: Final = re.compile(
    rf"{_NAME}(?: (?:of|at|in|from|with|and|for) (?:the )?{_NAME})*"
    r"(?:[;,] (?:(?:from )?file|left|right|cent(?:re|er)|pictured|seen|(?:in )?\d{4})\b.{0,30})?\.?"
)
# "Ann Lee of the Harbour Party In the old port, four ...": an opening with its capital and its
# comma, and no full stop before it.
_RUN_ON: Final = re.compile(
    r"(?<=[\w’')]) (?=(?:In|On|At|For|After|During|With|From) [a-z][^.,]*, )"
)
# Fewer words on either side, and it may be the title of a film.
_CUT: Final = 2
_REST: Final = 5
# Fewer words beside a quotation only say whose it is.
_BESIDE: Final = 3


# What may be a verb, plurals too: a caption that is proposed costs less than a fact that is not.
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should"
    r"|do|did|said|told|took|made|went|came|began|won|lost|rose|fell|left|held|found|sent|saw|met"
    r"|gave|put|kept|hit|stood|ran|became|sought|knew|thought|[a-z]{3,}(?:ed|s))\b"
)


@lru_cache(maxsize=ARTICLES)
def _quotations(article: Article) -> tuple[Span, ...]:
    return tuple(q.span for q in find_quotations(story(article)))


def passage(article: Article, span: Span, *, is_quote: bool = False) -> Span | None:
    """Return the sentences around some words, with all of the quotations they run into.

    None where that is no fact to propose: too long, a caption, with a mark left open, or, but for
    `is_quote`, somebody's words alone.
    """
    words = _whole(article, span)
    if words is None:
        return None
    text = words.of(article.text)
    if (run_on := _run_on(text)) and words.start + run_on <= span.start:
        words = Span(words.start + run_on, words.end)
        text = words.of(article.text)
    if fold(text).text.count('"') % 2 or _CAPTION.fullmatch(text):
        return None
    return words if is_quote or not _is_speech(text) else None


def has_verb(text: str) -> bool:
    """Say whether a word may be a verb: "The old flag of Leeds." has none."""
    return _VERB.search(text) is not None


def _whole(article: Article, span: Span) -> Span | None:
    while True:
        over = _over(article, span)
        if len(over) > MOST_SENTENCES or any(s.kind != "body" for s in over):
            return None
        words = Span(over[0].words.start, over[-1].words.end)
        cut = [q for q in _quotations(article) if overlap(q, words) and not words.contains(q)]
        if not cut:
            return words
        starts, ends = [q.start for q in cut], [q.end for q in cut]
        span = Span(min([words.start, *starts]), max([words.end, *ends]))


def _over(article: Article, span: Span) -> list[Sentence]:
    return [s for s in article.sentences if overlap(s.span, span)]


def overlap(one: Span, other: Span) -> bool:
    """Say whether two places share a character."""
    return one.start < other.end and other.start < one.end


def _run_on(text: str) -> int | None:
    """Return where a sentence begins that a caption has run into; None when none has."""
    match = _RUN_ON.search(text)
    if match is None:
        return None
    before, after = text[: match.start()].split(), text[match.end() :].split()
    return match.end() if len(before) >= _CUT and len(after) >= _REST else None


def _is_speech(text: str) -> bool:
    """Say whether there is hardly a word that is not quoted."""
    if is_bare_quotation(text):
        return True
    said = find_quotations(text)
    beside = len(lows(text)) - sum(len(lows(q.text)) for q in said)
    return bool(said) and beside < _BESIDE
