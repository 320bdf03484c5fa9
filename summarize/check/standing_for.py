"""Find the descriptions of a text that stand for a name of its article: "the Swedish minister".

A description is taken for a name only where the article puts all its words next to that name and to
no other one. "The North" is North Korea where nothing else of the article is northern. Pronouns are
not resolved, nor is "his predecessor": who that is, the article seldom says in one place.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summarize.article import Article, story
from summarize.check.described import descriptions
from summarize.check.words import sentence_tokens
from summarize.values.fold import fold
from summarize.values.gazetteer import DEMONYMS, ROLES
from summarize.values.memory import ARTICLES, TEXTS
from summarize.values.names import Name, find_names, same_name
from summarize.values.span import Span
from summarize.values.words import Token, tokens

# "The former deputy prime minister": so many words before the last.
LONGEST: Final = 4
_SIDES: Final = frozenset("north south east west".split())


def standing_for(text: str, article: Article) -> tuple[Name, ...]:
    """Return the names that descriptions of a text stand for, each at its description's place."""
    found = []
    for span, stems in _phrases(text):
        named = _named(stems, article)
        if named and all(same_name(one, named[0]) for one in named):
            found.append(Name(span, max(named, key=len), "person"))
    return tuple(found)


@lru_cache(maxsize=TEXTS)
def _phrases(text: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    """Return the descriptions of a text that name nobody, and their stems."""
    words = tokens(fold(text).text)
    return tuple(
        (Span(word.start, words[end].start + len(words[end].text)), stems)
        for at, word in enumerate(words)
        if word.low == "the"
        for end, stems in _ends(words, at)
    )


def _ends(words: tuple[Token, ...], at: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield where the description that "the" at a place begins may end, and its stems."""
    for end in range(at + 1, min(at + 2 + LONGEST, len(words))):
        word = words[end]
        following = words[end + 1] if end + 1 < len(words) else None
        if not word.is_content:
            return
        if following is not None and (following.text[0].isupper() or following.text == "-"):
            continue  # "the Swedish minister Ann Cole" names her itself
        side = word.low in _SIDES and word.text[0].isupper() and end == at + 1
        if word.low in ROLES and end > at + 1:
            yield end, frozenset(w.stem for w in words[at + 1 : end + 1])
        elif side and (following is None or not following.is_content):
            yield end, frozenset([f"the {word.low}"])


@lru_cache(maxsize=TEXTS)
def _named(stems: frozenset[str], article: Article) -> tuple[str, ...]:
    """Return the names that the article puts next to all these words."""
    if len(stems) == 1:
        side = next(iter(stems)).removeprefix("the ")
        lows = ((n.name, n.name.casefold().split(" ")) for n in find_names(story(article)))
        sided = (n for n, low in lows if low[0] == side and len(low) > 1)
        return tuple(n for n in sided if n.casefold().split(" ")[-1] not in DEMONYMS)
    return tuple(
        one.name.name
        for line, known in _lines(article)
        if stems <= known
        for one in descriptions(line)
        if stems <= one.stems
    )


@lru_cache(maxsize=ARTICLES)
def _lines(article: Article) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the sentences of an article, and the stems of their words."""
    found = zip(article.sentences, sentence_tokens(article), strict=True)
    return tuple((s.words.of(article.text), frozenset(w.stem for w in words)) for s, words in found)
