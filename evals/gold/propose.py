"""Propose gold facts for an article: its dates, numbers, quotations, names, best sentences.

Nothing here knows what matters to a reader, nor whether a sentence stands alone: what is proposed
is for an editor to keep, reword or delete.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from evals.gold.model import Money, Number, Said, Value
from evals.gold.passages import has_verb, overlap, passage
from evals.gold.propose_names import choose_names
from evals.gold.told import shown, tells
from summarize.article import Article
from summarize.pipeline.found import FoundDate, FoundNumber, FoundQuote, find_values
from summarize.pipeline.rank import COMMON, WORD
from summarize.pipeline.select import scores
from summarize.values.date_value import written_out
from summarize.values.date_words import MONTH_NUMBER, WEEKDAY_NUMBER
from summarize.values.dates import find_dates
from summarize.values.fold import find_verbatim
from summarize.values.names import find_names, same_name
from summarize.values.numbers import find_numbers
from summarize.values.quotes import find_quotations
from summarize.values.span import Span
from summarize.values.write_out import write_out_dates

# More would be read with less care. Deleting from two dozen leaves the 15 that a file should have.
MOST: Final = 24
# Sentences that no value speaks for, but that rank high.
MOST_SENTENCES: Final = 4
WITH_WORDS: Final = 4
LONGEST_ID: Final = 40

# Beginnings that other forms of the word share: "kill" of "killed", but not
# "religiou", nor "polic" of "policies".
_ENDING: Final = re.compile(r"(?<=\w{4})(?:ing|ed|(?<!ie)(?<![su])s)$")
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")
# They stand with anything, so they bind a value to nothing.
_LIGHT: Final = frozenset(
    """
    about again ago almost alone already also although always among anything around away back
    became become becomes began begin came come comes coming day days decade decades despite due
    during earlier early either else end enough even ever every everybody everyone everything
    far few first following found four gave get getting give given go goes going got half hour
    hours however include including instead large last late later least leave leaves leaving
    left less like likely long made make many mean meanwhile minute minutes month months more
    near nearly never new next nobody nothing now number often old once ones part place previous
    previously prior put rather recent recently respectively roughly second seconds seen set
    several since some somebody someone something soon still take taken third though three
    through throughout time times today together took total toward towards two under used week
    weekend weeks well went whether while within year years yesterday yet
    """.split()
)
_CALENDAR: Final = frozenset(MONTH_NUMBER) | frozenset(WEEKDAY_NUMBER)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One fact as proposed."""

    id: str
    states: str
    quote: str
    value: Value | None
    with_words: tuple[str, ...]
    sentence: int
    """The number of its first sentence."""


def propose(article: Article) -> list[Proposal]:
    """Return at most `MOST` facts, in the order of the text, one for each value."""
    found, ranked = find_values(article), scores(article)
    made: dict[str, Proposal] = {}
    ids: set[str] = set()
    typed: Iterator[Item] = chain(
        _by_rank(found.dates, ranked),
        _by_rank(found.numbers, ranked),
        _by_rank(found.quotes, ranked),
    )
    for item in typed:
        value = _value(item, article)
        span = _words(item, article)
        if value is None or span is None or shown(value) in made:
            continue
        if fact := _proposal(article, span, value, ids):
            made[shown(value)] = fact
    names: list[Proposal] = []
    for chosen in choose_names(article, found, {f.sentence for f in made.values()}):
        if fact := _proposal(article, chosen.words, Value(name=chosen.name), ids):
            names.append(fact)
    valued = sorted(made.values(), key=lambda fact: -ranked[fact.sentence])[: MOST - len(names)]
    used = {fact.sentence for fact in (*made.values(), *names)}
    left = min(MOST_SENTENCES, MOST - len(names) - len(valued))
    plain = _sentences(article, used, ids)[:left]
    return sorted([*valued, *names, *plain], key=lambda fact: fact.sentence)


def _sentences(article: Article, used: set[int], ids: set[str]) -> list[Proposal]:
    """Return a fact for each sentence of which there is none, the best first."""
    ranked = scores(article)
    unused = [s for s in article.body() if s.number not in used]
    unused.sort(key=lambda s: -ranked[s.number])
    passages = dict.fromkeys(passage(article, sentence.words) for sentence in unused)
    fresh = [words for words in passages if words and _number_of(article, words) not in used]
    whole = [words for words in fresh if has_verb(words.of(article.text))]
    return [fact for words in whole if (fact := _proposal(article, words, None, ids))]


Item = FoundDate | FoundNumber | FoundQuote


def _by_rank(items: Sequence[Item], ranked: dict[int, float]) -> list[Item]:
    return sorted(items, key=lambda item: -ranked[item.sentence.number])


def _value(item: Item, article: Article) -> Value | None:
    """Return the typed value of what was found; None when a gold file has no way to write it."""
    if isinstance(item, FoundDate):
        return _date(item)
    if isinstance(item, FoundNumber):
        return _number(item)
    speaker = item.quotation.speaker_name
    text = " ".join(item.quotation.text.split()).rstrip(" ,")
    known = any(speaker == name.name for name in find_names(article.text))
    return Value(quote=Said(text=text, speaker=speaker if known else None))


def _date(item: FoundDate) -> Value | None:
    date = item.phrase.value
    if item.phrase.end is not None:
        return None
    if date.year is not None:
        return Value(date=date.iso())
    if date.month is None:
        return None
    return Value(date=f"--{date.month:02d}" + (f"-{date.day:02d}" if date.day else ""))


def _number(item: FoundNumber) -> Value | None:
    phrase, amount = item.phrase, float(item.phrase.value)
    if phrase.kind == "money" and phrase.unit is not None:
        # A bare dollar sign does not say whose dollars.
        bare = phrase.as_written.startswith("$")
        return Value(money=Money(amount=amount, currency="$" if bare else phrase.unit))
    if phrase.kind == "percent" and phrase.unit == "percent":
        return Value(percent=amount)
    if phrase.kind == "fraction" and (amount * 1000).is_integer():
        return Value(percent=amount * 100)
    if phrase.kind in ("count", "measure") and phrase.unit is not None:
        return Value(number=Number(amount=amount, unit=phrase.unit))
    return None


def _words(item: Item, article: Article) -> Span | None:
    """Return the words to propose with a value; None when there are none that stand alone."""
    if isinstance(item, FoundQuote):
        return passage(article, item.quotation.span, is_quote=True)
    return passage(article, item.span)


def _proposal(article: Article, span: Span, value: Value | None, ids: set[str]) -> Proposal | None:
    """Return a fact of these words; None when its value is not in them with dates written out."""
    quote = " ".join(span.of(article.text).split())
    said = tuple(q.span for q in find_quotations(quote))
    states = write_out_dates(quote, published=article.published, quoted=said)
    if value is None:
        id_ = _id(_content(states, None)[:4], ids)
        return Proposal(id_, states, quote, None, (), _number_of(article, span))
    if not all(tells(text, value, published=article.published) for text in (quote, states)):
        return None
    place = _place(states, value, article)
    words = _content(states, place)
    named = words or _content(states, None)
    id_ = _id([*named[:2], _hint(value)], ids)
    beginnings = tuple(dict.fromkeys(map(_beginning, words)))[:WITH_WORDS]
    return Proposal(id_, states, quote, value, beginnings, _number_of(article, span))


def _number_of(article: Article, span: Span) -> int:
    return next(s.number for s in article.sentences if s.span.start <= span.start < s.span.end)


def _place(states: str, value: Value, article: Article) -> Span | None:
    """Return where the value stands in the statement, if that can be said."""
    if value.name is not None or value.quote is not None:
        said = value.name or (value.quote.text if value.quote else "")
        whole = find_verbatim(said, states)
        named = (n.span for n in find_names(states) if value.name and same_name(said, n.name))
        return whole or next(named, None)
    dates = [p.span for p in find_dates(states, published=article.published)]
    spans = [*dates, *(p.span for p in find_numbers(states))]
    here = (s for s in spans if tells(s.of(states), value, published=article.published))
    return next(here, None)


def _content(states: str, around: Span | None) -> tuple[str, ...]:
    """Return the words that say something, the nearest to `around` first."""
    taken = [p.span for p in find_dates(states)] + [p.span for p in find_numbers(states)]
    taken += [around] if around else []
    apart: list[tuple[int, str]] = []
    for match in WORD.finditer(states):
        here = Span(*match.span())
        word = match.group().casefold().replace("’", "'").removesuffix("'s")
        common = not {word, _beginning(word)}.isdisjoint(_LIGHT) or word in COMMON | _CALENDAR
        if common or len(word) < 3 or any(c.isdigit() for c in word):
            continue
        if any(overlap(here, other) for other in taken):
            continue
        far = match.start() if around is None else _distance(match.span(), around)
        # A name has one form; so may have what begins a sentence, but mostly it has more.
        named = match.group()[0].isupper() and match.start() > 0
        apart.append((far, word.capitalize() if named else word))
    return tuple(dict.fromkeys(word for _, word in sorted(apart)))


def _beginning(word: str) -> str:
    """Return what other forms of a word begin with, too."""
    if word[0].isupper():
        return word.casefold()
    short = _ENDING.sub("", word)
    return _DOUBLED.sub(r"\1", short) if short != word else word


def _distance(word: tuple[int, int], around: Span) -> int:
    return min(abs(word[0] - around.end), abs(around.start - word[1]))


def _hint(value: Value) -> str:
    if value.quote is not None:
        return "said"
    if (date := value.as_date()) is not None:
        return written_out(date)
    return shown(value).partition(" ")[2]


def _id(parts: list[str] | tuple[str, ...], ids: set[str]) -> str:
    """Return a new id of these words, short and of plain letters."""
    plain = unicodedata.normalize("NFKD", "-".join(parts)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    while len(slug) > LONGEST_ID:
        slug = slug.rpartition("-")[0] or slug[:LONGEST_ID]
    slug = slug.strip("-") or "fact"
    id_, count = slug, 1
    while id_ in ids:
        count += 1
        id_ = f"{slug}-{count}"
    ids.add(id_)
    return id_
