"""Choose the names to propose as gold facts, and for each the sentence that is most about it.

A sentence that names a person is about the person: an organisation or a place is proposed only
where nobody is named, and of several people only the first. Those named often come first, then
those of whom nothing else is proposed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evals.gold.passages import has_verb, passage
from summarize.article import Article, Sentence
from summarize.pipeline.found import Found
from summarize.pipeline.select import scores
from summarize.values.fold import find_verbatim
from summarize.values.names import Name, find_names, same_name
from summarize.values.span import Span

MOST_NAMES: Final = 8
# A story names many countries and happens in one or two places.
MOST_PLACES: Final = 3
# Two facts of one sentence are read together; more are the same fact again.
_MOST_OF_ONE: Final = 2
# Named so often, it is whom the story is about.
_OFTEN: Final = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """A name and the words that tell something of it."""

    name: str
    words: Span
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    forms: tuple[str, ...]
    mentions: int
    is_person: bool


def choose_names(article: Article, found: Found, used: set[int]) -> Iterator[Chosen]:
    """Yield at most `MOST_NAMES`; `used` are the sentences of which a fact is proposed already."""
    ranked = scores(article)
    told = [
        (c, chosen)
        for c in _candidates(article, found)
        for chosen in _about(c, article, used, ranked)
    ]

    def order(pair: tuple[_Candidate, Chosen]) -> tuple[bool, bool, int, float]:
        candidate, chosen = pair
        often = candidate.mentions >= _OFTEN
        people = max(1, len(_people(article, chosen.words)))
        return not often, chosen.sentence.number in used, people, -ranked[chosen.sentence.number]

    taken: dict[int, int] = {}
    names = 0
    for _, chosen in sorted(told, key=order):
        number = chosen.sentence.number
        if names < MOST_NAMES and taken.get(number, 0) < _MOST_OF_ONE:
            taken[number] = taken.get(number, 0) + 1
            names += 1
            yield chosen


def _candidates(article: Article, found: Found) -> Iterator[_Candidate]:
    for named in found.names:
        person = named.kind == "person"
        yield _Candidate(named.name, named.variants, named.mentions, person)
    places: dict[str, int] = {}
    for found_here in _names(article, "place"):
        places[found_here.name] = places.get(found_here.name, 0) + 1
    # "U.S." and "US" are short for a name that can be written.
    spelt = [name for name in places if not name.isupper()]
    for name in sorted(spelt, key=lambda n: -places[n])[:MOST_PLACES]:
        yield _Candidate(name, (name,), places[name], is_person=False)


def _names(article: Article, kind: str) -> list[Name]:
    body = [s.words for s in article.body()]
    named = (n for n in find_names(article.text) if n.kind == kind)
    return [n for n in named if any(words.contains(n.span) for words in body)]


def _people(article: Article, words: Span) -> list[Name]:
    return [n for n in _names(article, "person") if words.contains(n.span)]


def _about(
    candidate: _Candidate, article: Article, used: set[int], ranked: dict[int, float]
) -> Iterator[Chosen]:
    """Yield the best sentence that is about a name, if there is one."""
    here: list[Chosen] = []
    for sentence in article.body():
        place = _place(candidate.forms, article.text, sentence.words)
        words = passage(article, place) if place else None
        if words is None or not has_verb(words.of(article.text)):
            continue
        people = _people(article, words)
        first = people and same_name(people[0].name, candidate.name)
        if first if candidate.is_person else not people:
            here.append(Chosen(candidate.name, words, sentence))
    here.sort(key=lambda c: (c.sentence.number in used, -ranked[c.sentence.number]))
    yield from here[:1]


def _place(forms: Sequence[str], text: str, within: Span) -> Span | None:
    # "Leeds" can be short for the Leeds Herald, but here it is not.
    places = (find_verbatim(form, text, within=within) for form in forms)
    return next((place for place in places if place is not None), None)
