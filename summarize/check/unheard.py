"""Find a clause of invented detail inside a statement that the article otherwise tells.

"The mayor opened the bridge, which critics had called a waste": the mayor and the bridge are there,
and of the critics nothing is. A clause counts as invented when most of what it says stands nowhere
near the cited sentences, and much of it nowhere at all: by crude stems, by their beginnings
("protest", "protester") and by the closed lists of words of the same meaning. A paraphrase in one
or two other words is none. What is told by words that the article happens to have is not found.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from summarize.article import Article
from summarize.check.claim import Claim
from summarize.check.words import sentence_tokens
from summarize.judge.opposites import alike
from summarize.values.fold import fold
from summarize.values.gazetteer import CALENDAR
from summarize.values.memory import ARTICLES
from summarize.values.names import find_names
from summarize.values.number_words import SCALES
from summarize.values.number_words import SMALL as NUMBERS
from summarize.values.words import Token, tokens

# Of 1,293 good statements (900 that people found supported, 211 of gold and people's summaries, 182
# of the embedded model) none has a clause with so many uncited words, most of it; with half of two
# or more, four have. Of 721 freely worded ones (SummEdits, BUMP) two, and 25.
UNCITED: Final = 3
# Of the words of the clause, so large a share is uncited.
MOSTLY: Final = 0.75
# So many of them are nowhere in the article.
UNKNOWN: Final = 2
# A clause that nothing cuts off is known by so many such words in a row at its end.
TAIL: Final = 4
TAIL_UNKNOWN: Final = 3
# The rest is told by the article: else all is worded anew, of which words prove nothing.
REST: Final = 0.6
# The sentences before and after a cited one belong to what it tells.
NEAR: Final = 1
# So many letters are enough to be of one family: "negotiate", "negotiators".
BEGINNING: Final = 5

_OPENERS: Final = frozenset(
    """which who whose whom where when while after before because since amid despite although
    though following until""".split()
)
_CUTS: Final = frozenset(",;:()")
# With these a main clause goes on behind what was set into it.
_RESUMES: Final = frozenset(
    "is are was were has have had will would can could may might must did does do".split()
)
# Said of anything, these tell nothing that could be invented.
_LIGHT: Final = frozenset(
    """due able like including include included way ways part number many much several various
    place time take taken took get got make made come came go going look looking looked forward
    ahead back well also however even effort order wake lot kind sort thing things""".split()
)


class _Said(NamedTuple):
    """A word that says something."""

    token: Token
    cited: bool
    """A name or a figure, which other checks look at, or told near the cited words."""
    known: bool
    """In the article."""


class _Clause(NamedTuple):
    """What stands between two marks or words that cut a sentence."""

    text: str
    added: bool
    """Whether it follows such a mark or word, and neither opens the sentence nor resumes it."""
    said: tuple[_Said, ...]


class _Words(NamedTuple):
    """The words of a text, as they are looked up."""

    stems: frozenset[str]
    beginnings: frozenset[str]


def unheard(claim: Claim) -> str | None:
    """Return a clause of the statement that the article does not tell; None when there is none."""
    clauses = _clauses(claim) if _has_unknown(claim) else []
    every = [word for clause in clauses for word in clause.said]
    for clause in clauses:
        tail = _tail(clause.said)
        if clause.added and _is_invented(clause.said):
            new: list[_Said] = list(clause.said)
        elif len(tail) >= TAIL and _unknown(tail) >= TAIL_UNKNOWN:
            new = tail
        else:
            continue
        rest = [word for word in every if word not in new]
        if rest and sum(word.known for word in rest) >= REST * len(rest):
            return clause.text if len(new) == len(clause.said) else " ".join(_texts(tail))
    return None


def _has_unknown(claim: Claim) -> bool:
    """Say whether there are words enough to make a clause of: seldom, and quickly told."""
    known = _everywhere(claim.article).stems
    return sum(t.is_content and t.stem not in known for t in tokens(claim.statement)) >= UNKNOWN


def _is_invented(said: tuple[_Said, ...]) -> bool:
    uncited = sum(not word.cited for word in said)
    return uncited >= max(UNCITED, MOSTLY * len(said)) and _unknown(said) >= UNKNOWN


def _unknown(said: tuple[_Said, ...] | list[_Said]) -> int:
    return sum(not word.known for word in said)


def _tail(said: tuple[_Said, ...]) -> list[_Said]:
    """Return the uncited words at the end."""
    return list(takewhile(lambda word: not word.cited, reversed(said)))[::-1]


def _texts(said: list[_Said]) -> list[str]:
    return [word.token.text for word in said]


def _clauses(claim: Claim) -> list[_Clause]:
    text = fold(claim.statement).text
    named = [name.span for name in find_names(text)]
    near, everywhere = _near(claim), _everywhere(claim.article)
    clauses: list[_Clause] = []
    part: list[Token] = []
    added = False

    def close() -> None:
        if part:
            telling = [t for t in part if t.is_content and t.low not in _LIGHT]
            names = {t for t in telling if any(s.start <= t.start < s.end for s in named)}
            said = tuple(_judged(t, near, everywhere, named=t in names) for t in telling)
            words = text[part[0].start : part[-1].start + len(part[-1].text)]
            clauses.append(_Clause(words, added and part[0].low not in _RESUMES, said))
            part.clear()

    for token in tokens(claim.statement):
        dash = token.text == "-" and text[token.start - 1 : token.start] in (" ", "-")
        if token.text in _CUTS or dash or token.low in _OPENERS:
            close()
            added = True
            if token.is_word:
                part.append(token)
        elif token.text in (".", "!", "?"):
            close()
            added = False
        elif token.is_word:
            part.append(token)
    close()
    return clauses


def _judged(token: Token, near: _Words, everywhere: _Words, *, named: bool) -> _Said:
    low = token.low
    value = not low[0].isalpha() or low in CALENDAR or low in NUMBERS or low in SCALES
    if named or value:
        return _Said(token, cited=True, known=True)
    return _Said(token, cited=_is_told(token, near), known=_is_told(token, everywhere))


def _is_told(token: Token, there: _Words) -> bool:
    """Say whether a text has the word, one of its family or one that means the same."""
    if token.stem in there.stems or token.stem[:BEGINNING] in there.beginnings:
        return True
    return not there.stems.isdisjoint(alike().get(token.stem, ()))


def _near(claim: Claim) -> _Words:
    article = claim.article
    cited = [
        number
        for number, sentence in enumerate(article.sentences)
        if any(
            sentence.words.start < e.end and e.start < sentence.words.end for e in claim.evidence
        )
    ]
    around = {n + by for n in cited for by in range(-NEAR, NEAR + 1)}
    every = sentence_tokens(article)
    return _words(token.stem for n in around if 0 <= n < len(every) for token in every[n])


@lru_cache(maxsize=ARTICLES)
def _everywhere(article: Article) -> _Words:
    return _words(token.stem for sentence in sentence_tokens(article) for token in sentence)


def _words(stems: Iterable[str]) -> _Words:
    every = frozenset(stems)
    return _Words(every, frozenset(s[:BEGINNING] for s in every if len(s) >= BEGINNING))
