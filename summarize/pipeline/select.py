"""Choose which sentences a small model is asked to word.

The most important ones, and some seats kept for sentences with dates and figures that the first
choice left out: those are what a newsroom is judged by, and they often stand late.
"""

from collections.abc import Sequence
from functools import lru_cache

from summarize.article import Article, Sentence, Span, story
from summarize.check.attribution import is_bare_quotation
from summarize.check.claim import Claim
from summarize.check.form import form
from summarize.check.reference import reference
from summarize.pipeline.found import Found
from summarize.pipeline.rank import importance
from summarize.pipeline.repeats import repeats
from summarize.prompt import HouseStyle
from summarize.values.memory import ARTICLES
from summarize.values.quotes import find_quotations

# Of five points, two. Sentences with dates or figures that rank high have their seats anyway.
VALUE_SEATS = 0.4
# Some statements will fail their checks; spare ones keep the summary from coming out short.
SPARE = 2


@lru_cache(maxsize=ARTICLES)
def scores(article: Article) -> dict[int, float]:
    """Return the importance of each body sentence by its number."""
    body = article.body()
    texts = [s.words.of(article.text) for s in body]
    return dict(zip((s.number for s in body), importance(texts), strict=True))


def menu(article: Article, found: Found, style: HouseStyle) -> list[int]:
    """Return the numbers of the sentences to word, each telling something new, the first ones
    wanted most."""
    ranked = scores(article)
    fit = sorted(_that_stand_alone(article), key=lambda n: -ranked[n])
    valued = found.sentences_with_values()
    chosen: list[int] = []
    _fill(chosen, fit, style.max_points - round(style.max_points * VALUE_SEATS), article)
    _fill(chosen, [n for n in fit if n in valued], style.max_points, article)
    _fill(chosen, fit, style.max_points + SPARE, article)
    return chosen


def _fill(chosen: list[int], wanted: Sequence[int], most: int, article: Article) -> None:
    """Add sentences that repeat no chosen one, until there are as many."""
    for number in wanted:
        if len(chosen) >= most:
            return
        words = article.at(number).words.of(article.text)
        told = (article.at(n).words.of(article.text) for n in chosen)
        if number not in chosen and not any(repeats(words, one) for one in told):
            chosen.append(number)


def _that_stand_alone(article: Article) -> list[int]:
    """Leave out sentences that need another one to be understood, or to be true.

    One inside a quotation that begins or ends in another sentence would turn somebody's words into
    a fact; one that is a quotation does not say whose; one that begins with "They" would be given
    to whomever a small model guesses; one that begins in the middle is no sentence.
    """
    said = [q.span for q in find_quotations(story(article))]
    return [
        s.number
        for s in article.body()
        if not any(_crosses(s, span) for span in said)
        and not is_bare_quotation(s.words.of(article.text))
        and _is_whole(article, s)
    ]


def _is_whole(article: Article, sentence: Sentence) -> bool:
    """Say whether a sentence could be published as it is, as far as its form goes."""
    claim = Claim(sentence.words.of(article.text), (sentence.words,), article)
    return all(check(claim).status != "failed" for check in (form, reference))


def _crosses(sentence: Sentence, said: Span) -> bool:
    words = sentence.words
    overlaps = said.start < words.end and words.start < said.end
    return overlaps and not words.contains(said)
