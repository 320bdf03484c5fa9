"""Find a clause of invented detail inside a statement that the article otherwise tells.

"The mayor opened the bridge, which critics had called a waste": the mayor and the bridge are there,
and of the critics nothing is. A clause counts as invented when most of what it says stands nowhere
near the cited sentences, and much of it nowhere at all: by crude stems, by their beginnings
("protest", "protester") and by the closed lists of words of the same meaning. A paraphrase in one
or two other words is none. What is told by words that the article happens to have is not found.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final, Literal, NamedTuple

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
_STOPS: Final = frozenset(".!?")
# With these a main clause goes on behind what was set into it.
_RESUMES: Final = frozenset(
    "is are was were has have had will would can could may might must did does do".split()
)
# Said of anything, these tell nothing that could be invented. A word that opens a clause does: that
# one thing was because of another, or despite it.
_LIGHT: Final = frozenset(
    """according n't ca wo due able like including include included way ways part number many much
    several various place time take taken took get got make made come came go going look looking
    looked forward ahead back well also however even effort order wake lot kind sort thing
    things""".split()
)


class _Said(NamedTuple):
    """A word that says something."""

    word: Token
    cited: bool
    """A name or a figure, which other checks look at, or told near the cited words."""
    known: bool
    """In the article."""


class _Piece(NamedTuple):
    """What stands between two marks or words that cut a sentence."""

    words: tuple[Token, ...]
    opened: Literal["sentence", "mark", "word"]
    """What it stands behind; a word that opens it is the first of its own."""


class _Words(NamedTuple):
    """The words of a text, as they are looked up."""

    stems: frozenset[str]
    beginnings: frozenset[str]


def unheard(claim: Claim) -> str | None:
    """Return a clause of the statement that the article does not tell; None when there is none."""
    if not _has_unknown(claim):
        return None
    said = _judged(claim)
    for words, added in _clauses(_pieces(claim.statement)):
        telling = [said[word] for word in words if word in said]
        tail = list(takewhile(lambda one: not one.cited, reversed(telling)))[::-1]
        if added and _is_invented(telling):
            new, first = telling, words[0]
        elif len(tail) >= TAIL and _unknown(tail) >= TAIL_UNKNOWN:
            new, first = tail, tail[0].word
        else:
            continue
        rest = [one for one in said.values() if one not in new]
        if rest and sum(one.known for one in rest) >= REST * len(rest):
            end = words[-1].start + len(words[-1].text)
            return fold(claim.statement).text[first.start : end]
    return None


def _has_unknown(claim: Claim) -> bool:
    """Say whether there are words enough to make a clause of: seldom, and quickly told."""
    known = _everywhere(claim.article).stems
    return sum(t.is_content and t.stem not in known for t in tokens(claim.statement)) >= UNKNOWN


def _is_invented(said: Sequence[_Said]) -> bool:
    uncited = sum(not one.cited for one in said)
    return uncited >= max(UNCITED, MOSTLY * len(said)) and _unknown(said) >= UNKNOWN


def _unknown(said: Sequence[_Said]) -> int:
    return sum(not one.known for one in said)


def _clauses(pieces: Sequence[_Piece]) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """Yield each piece and whether it is added to a sentence; one that is, also with those that
    words open behind it ("after a week", "after a week in which nothing happened").
    """
    for at, piece in enumerate(pieces):
        added = piece.opened != "sentence" and piece.words[0].low not in _RESUMES
        yield piece.words, added
        more = list(takewhile(lambda one: one.opened == "word", pieces[at + 1 :]))
        if added and more:
            yield piece.words + tuple(word for one in more for word in one.words), added


def _pieces(statement: str) -> list[_Piece]:
    text = fold(statement).text
    pieces: list[_Piece] = []
    part: list[Token] = []
    opened: Literal["sentence", "mark", "word"] = "sentence"
    for token in tokens(statement):
        dash = token.text == "-" and text[token.start - 1 : token.start] in (" ", "-")
        ends = token.text in _STOPS
        if token.text in _CUTS or dash or ends or token.low in _OPENERS:
            if part:
                pieces.append(_Piece(tuple(part), opened))
                part.clear()
                opened = "word"
            if not token.is_word:
                opened = "sentence" if ends else "mark"
            elif opened == "sentence":
                opened = "mark"
        if token.is_word:
            part.append(token)
    return [*pieces, _Piece(tuple(part), opened)] if part else pieces


def _judged(claim: Claim) -> dict[Token, _Said]:
    """Return the words of the statement that say something, in order."""
    near, everywhere = _near(claim), _everywhere(claim.article)
    named = [name.span for name in find_names(fold(claim.statement).text)]
    said = {}
    for token in tokens(claim.statement):
        if token.is_content and token.low not in _LIGHT:
            if _is_value(token) or any(s.start <= token.start < s.end for s in named):
                said[token] = _Said(token, cited=True, known=True)
            else:
                told = _is_told(token, near), _is_told(token, everywhere)
                said[token] = _Said(token, *told)
    return said


def _is_value(token: Token) -> bool:
    low = token.low
    return not low[0].isalpha() or low in CALENDAR or low in NUMBERS or low in SCALES


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
