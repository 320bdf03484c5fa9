"""Decide a fact that turns on a value: the value must stand with one of its words, undenied.

"The accident" or "it" may borrow its word from the sentence before, when that one has no value of
the same kind; "he" may be the one person named there. Nothing else is carried from one sentence to
another.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from evals.gold.model import GoldFact, Trap, Value
from evals.match.amount import amount_of, find_amount
from evals.match.binding import belongs, bound, distance, has_word, places_of
from evals.match.doers import another_doer, of_another
from evals.match.found import NOTHING, Found
from evals.match.guards import objection
from evals.match.lexical import words
from evals.match.unit import Unit
from evals.match.verdict import Kind, Verdict
from evals.match.when import find_date, side_of
from evals.match.who import find_name, names_of, wanted
from summarize.article import Article
from summarize.values.dates import entails, find_dates
from summarize.values.fold import find_verbatim
from summarize.values.memory import TEXTS
from summarize.values.names import find_names
from summarize.values.span import Span

_HE_OR_SHE: Final = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
_MARK: Final = re.compile(r"[;:—]|,(?!\d)| - ")
# A statement is otherwise the same when so much of the fact's other words is there.
_SAME: Final = 0.75
# And at least so many words, or "killed 12" would be enough. Of a day a shorter fact may say all:
# "The dam opened on 5 May" is that fact with another day, and "the dam's café opened" is not.
_AT_LEAST: Final = 3
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is looked up against."""

    article: Article
    published: date | None
    everything: str
    """The whole summary."""


Look = Callable[[str], Found]
"""Says where one value stands in a text, and where others do."""


def judge_value(item: GoldFact | Trap, read: Sequence[Unit], context: Context) -> Verdict:
    """Return the verdict on a fact with a value that is no quotation."""
    best: Verdict | None = None
    look = looking_for(item, context)
    for unit in read:
        verdict = _in_sentence(item, unit, look, context)
        if verdict is None:
            continue
        if verdict.verdict == "stated":
            return verdict
        if best is None or _RANK[verdict.verdict] < _RANK[best.verdict]:
            best = verdict
    return best or Verdict(item.id, "missing", None, None, "its value is nowhere", None)


# Of two verdicts that are not "stated", the one that says more.
_RANK: Final[dict[Kind, int]] = {"contradicted": 0, "cannot-judge": 1, "missing": 2}


def _in_sentence(item: GoldFact | Trap, unit: Unit, look: Look, context: Context) -> Verdict | None:
    found = _he_or_she(item, unit, look(unit.text), look)
    if found is NOTHING:
        return None
    if found.hits:
        pair = bound(unit.text, found, item.with_) or _borrowed(item, unit, found, look)
        if pair is None:
            reason = "its value is there, but not with its words"
            return _verdict(item, "missing", unit, found.hits[0], reason)
        return _unless_denied(item, unit, pair, context)
    if found.unclear is not None and _has_word(item, unit.text):
        return _verdict(item, "cannot-judge", unit, found.rivals[0], found.unclear)
    for span, written in found.others:
        if found.near is None and _same_but(item, unit, span, found):
            reason = f'it says "{written}" instead'
            return _verdict(item, "contradicted", unit, span, reason)
    if found.near is not None and _has_word(item, unit.text):
        return _verdict(item, "missing", unit, None, found.near)
    return None


def looking_for(item: GoldFact | Trap, context: Context) -> Look:
    """Return what says where the item's value stands in a text."""
    value = item.value
    if value is None:
        return lambda _text: NOTHING
    if value.name is not None:
        name = wanted(value.name, item.states, context.article, context.everything)
        return lambda text: find_name(name, text)
    day = value.as_date()
    if day is not None:
        side = side_of(day, item.states)
        return lambda text: find_date(day, text, context.published, side)
    amount = amount_of(value, item.states, context.article)
    return lambda text: NOTHING if amount is None else find_amount(amount, text)


def _he_or_she(item: GoldFact | Trap, unit: Unit, found: Found, look: Look) -> Found:
    """Return the pronoun as the place of the name it can only mean."""
    if found.hits or unit.before is None or item.value is None or item.value.name is None:
        return found
    pronoun = _HE_OR_SHE.match(unit.text)
    if pronoun is None:
        return found
    people = names_of(unit.before, ("person",))
    before = look(unit.before)
    if before.hits and not before.rivals and len(set(people)) == 1:
        return Found((Span(*pronoun.span()),), found.rivals)
    return found


def _borrowed(
    item: GoldFact | Trap, unit: Unit, found: Found, look: Look
) -> tuple[Span, Span] | None:
    """Return the value with itself for a word, where the sentence before has one of its words."""
    if unit.before is None or _has_word(item, unit.text) or item.value is None or item.value.name:
        return None
    before = look(unit.before)
    alone = not (before.hits or before.rivals or found.rivals)
    return (found.hits[0], found.hits[0]) if alone and _has_word(item, unit.before) else None


def _unless_denied(
    item: GoldFact | Trap, unit: Unit, pair: tuple[Span, Span], context: Context
) -> Verdict:
    hit = pair[0]
    against = objection(item.states, unit.text, _clause(unit.text, pair))
    if against is None:
        word = pair[1].of(unit.text)
        elsewhere = (
            _other_date(item, unit.text, hit)
            or _done_to(item, unit.text, pair)
            or another_doer(item.states, unit.text, word, context.article)
            or of_another(item.states, unit.text, pair)
        )
        if elsewhere is not None:
            return _verdict(item, "missing", unit, hit, elsewhere)
        return _verdict(item, "stated", unit, hit, f'"{hit.of(unit.text)}" stands with its words')
    kind: Kind = "contradicted" if against.denied else "missing"
    return _verdict(item, kind, unit, hit, against.reason)


def _other_date(item: GoldFact | Trap, text: str, hit: Span) -> str | None:
    """Return the date that stands nearer to a number than the fact's own, which is there too."""
    own = find_dates(item.states)
    said = find_dates(text)
    value = item.value
    if (
        value is None
        or not own
        or len(said) < 2
        or not (value.number or value.percent or value.money)
    ):
        return None
    right = [any(entails(o.value, d.value) or entails(d.value, o.value) for o in own) for d in said]
    apart = [distance(text, d.span, hit, ()) for d in said]
    nearest = apart.index(min(apart))
    if right[nearest] or not any(right):
        return None
    return f'it stands with "{said[nearest].as_written}"'


def _done_to(item: GoldFact | Trap, text: str, pair: tuple[Span, Span]) -> str | None:
    """Return why somebody else does to the name what the name does in the fact."""
    name = item.value.name if item.value else None
    hit, word = pair
    if (
        name is None
        or text[word.end : hit.start].strip() not in ("", "the")
        or word.end > hit.start
    ):
        return None
    before = any(n.span.end + 1 == word.start for n in find_names(text))
    own = find_verbatim(name, item.states)
    first = next(places_of(item.with_, item.states), None)
    subject = own is not None and first is not None and own.end <= first.start
    return "it is done to them there, not by them" if before and subject else None


def _clause(text: str, pair: tuple[Span, Span]) -> str:
    """Return what stands between the marks round a value and its word."""
    first, last = min(pair), max(pair, key=lambda s: s.end)
    cuts = [m.end() for m in _MARK.finditer(text, 0, first.start)]
    end = _MARK.search(text, last.end)
    return text[cuts[-1] if cuts else 0 : end.start() if end else len(text)]


def _same_but(item: GoldFact | Trap, unit: Unit, span: Span, found: Found) -> bool:
    """Say whether the sentence is the fact's but for this other value in its place."""
    rest = _rest(item.states, item.value)
    there = set(words(unit.text).roots)
    shared = sum(root in there for root in rest)
    enough = shared >= _AT_LEAST and shared >= _SAME * len(rest)
    if not enough and item.value is not None and item.value.date is not None:
        enough = shared == len(rest) >= _SHORTEST and _says_no_more(item, unit.text, span, rest)
    return enough and belongs(unit.text, span, found, item.with_)


def _says_no_more(item: GoldFact | Trap, text: str, span: Span, rest: tuple[str, ...]) -> bool:
    """Say whether the clause of a date has, beside names, no word that the fact has not.

    "Yesterday" may be of another event of the kind: only a date that is written out tells.
    """
    if any(d.relative for d in find_dates(text) if d.span == span):
        return False
    word = next(places_of(item.with_, text), span)
    clause = _clause(text, (span, word)).replace(span.of(text), "")
    return all(w.root in rest or w.is_name for w in words(clause).each)


@lru_cache(maxsize=TEXTS)
def _rest(states: str, value: Value | None) -> tuple[str, ...]:
    """Return the words of the fact that are not figures or months, each once."""
    roots = dict.fromkeys(words(states).roots)
    if value is not None and value.date is not None:
        months = "janua febru march april may june july augus septe octob novem decem".split()
        return tuple(r for r in roots if not r[0].isdigit() and r not in months)
    return tuple(r for r in roots if not r[0].isdigit())


def _has_word(item: GoldFact | Trap, text: str) -> bool:
    return not item.with_ or has_word(item.with_, text)


def _verdict(
    item: GoldFact | Trap, kind: Kind, unit: Unit, span: Span | None, reason: str
) -> Verdict:
    place = unit.place(span) if span is not None else None
    return Verdict(item.id, kind, unit.said, place, reason, None)
