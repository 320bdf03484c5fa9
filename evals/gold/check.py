"""Prove a gold file against its article: what is wrong would be scored against every summary.

Every quotation stands verbatim in the article, every value is in its quotation and its statement,
no trap says what a fact says, no two facts are found by the same words. All faults are told, each
with its line. It does not prove that a statement follows from its quotation: that is the editor's
care. Whether a trap is true of the article is asked of the matcher, in evals/proof.py.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from evals.gold.fault import Fault, GoldError
from evals.gold.load import Loaded, load_article
from evals.gold.model import GoldFact, Trap, Value
from evals.gold.nearest import nearest
from evals.gold.told import collide, gives, is_readable, shown, tells
from summarize.article import Article
from summarize.values.date_value import DateValue
from summarize.values.dates import find_dates
from summarize.values.fold import find_verbatim, fold
from summarize.values.names import find_names, same_name

Entry = GoldFact | Trap


def check_gold(loaded: Loaded, article: Article) -> list[Fault]:
    """Return the faults of a gold file whose article has been read, in order of lines."""
    found = list(check_form(loaded))
    for index, fact in enumerate(loaded.gold.facts):
        found += _named(loaded, ("facts", index), _fact(fact, article))
    for index, trap in enumerate(loaded.gold.traps):
        found += _named(loaded, ("traps", index), _trap(trap, article))
    return sorted(found)


def missing(loaded: Loaded) -> Iterator[Fault]:
    """Yield what a file lacks that is not wrong, but leaves something unmeasured.

    So a file that was started and not yet edited is told from one that is done.
    """
    gold = loaded.gold
    if gold.facts and not any(fact.weight == "must" for fact in gold.facts):
        message = 'no fact is marked must, so coverage measures nothing: mark 5 to 8 "weight: must"'
        yield Fault(loaded.path, loaded.line("facts"), f"warning: {message}")
    if not gold.traps:
        message = "there are no traps, so nothing tells a wrong summary: write at least 8"
        yield Fault(loaded.path, loaded.line("traps"), f"warning: {message}")


def article_to_score(loaded: Loaded) -> Article:
    """Return the article of a gold file by which summaries are to be scored.

    Raises GoldError where scores would be wrong without a word: the article is gone or changed, a
    quotation is not in it, an id is given twice. What else is wrong `summarize gold check` tells.
    """
    article = load_article(loaded)
    faults = [*_repeated_ids(loaded)]
    for index, fact in enumerate(loaded.gold.facts):
        faults += _named(loaded, ("facts", index), _quoted(fact, article))
    if faults:
        raise GoldError(faults)
    return article


# Where in an entry the fault is, and what it is.
Found = Iterator[tuple[str, str]]


def _named(loaded: Loaded, where: tuple[str, int], found: Found) -> Iterator[Fault]:
    part, index = where
    entries: tuple[Entry, ...] = loaded.gold.facts if part == "facts" else loaded.gold.traps
    entry = entries[index]
    kind = "fact" if part == "facts" else "trap"
    for key, message in found:
        yield Fault(loaded.path, loaded.line(part, index, key), f"{kind} {entry.id}: {message}")


def check_form(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is wrong whatever the article says."""
    gold = loaded.gold
    if not gold.facts:
        yield Fault(loaded.path, loaded.line("facts"), "has no facts: there is nothing to measure")
    yield from _repeated_ids(loaded)
    for part, entries in _entries(loaded):
        for index, entry in enumerate(entries):
            yield from _named(loaded, (part, index), _form(entry))
    facts = {fact.id: fact for fact in reversed(gold.facts)}
    for index, trap in enumerate(gold.traps):
        yield from _named(loaded, ("traps", index), _against_facts(trap, facts))
    yield from _collisions(loaded)


def _entries(loaded: Loaded) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    yield "facts", loaded.gold.facts
    yield "traps", loaded.gold.traps


def _repeated_ids(loaded: Loaded) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for part, entries in _entries(loaded):
        for index, entry in enumerate(entries):
            line = loaded.line(part, index, "id")
            if entry.id in first:
                message = f'id "{entry.id}" is already on line {first[entry.id]}: ids are unique'
                yield Fault(loaded.path, line, message)
            first.setdefault(entry.id, line)


def _form(entry: Entry) -> Found:
    """Yield what is wrong with an entry taken by itself."""
    value = entry.value
    if value is None:
        if entry.with_:
            yield "with", "has with-words but no value for them to stand with: give it a value"
        return
    if value.money is not None and not is_readable(value):
        yield (
            "value",
            f"currency {value.money.currency} is not known: write another, or a number"
            " with the currency as its unit",
        )
    own = f"{entry.states} {entry.quote}" if isinstance(entry, GoldFact) else entry.states
    if entry.with_ and not any(_begins_word(word, own) for word in entry.with_):
        words = ", ".join(entry.with_)
        yield "with", f"none of its with-words ({words}) is in its own statement: add one that is"


def _begins_word(beginning: str, text: str) -> bool:
    folded = fold(beginning).text.strip()
    return re.search(rf"(?<!\w){re.escape(folded)}", fold(text).text, re.IGNORECASE) is not None


def _fact(fact: GoldFact, article: Article) -> Found:
    yield from _quoted(fact, article)
    value = fact.value
    if value is None or not is_readable(value):
        return
    if not tells(fact.quote, value, published=article.published):
        yield "value", f"{shown(value)} is not in the quote: {_way_out(fact.quote, value, article)}"
    if not tells(fact.states, value, published=article.published):
        yield "value", f"{shown(value)} is not in the statement: state it, or drop the value"
    if value.quote is not None and value.quote.speaker is not None:
        speaker = value.quote.speaker
        if not _is_named(speaker, article):
            yield "value", f"the speaker {speaker} is not named in the article: use its name"


def _way_out(quote: str, value: Value, article: Article) -> str:
    """Say how a value comes to be in its quotation."""
    wanted = value.as_date()
    by_publication = _by_publication(quote, wanted, article.published) if wanted else None
    return by_publication or "quote the words that say it"


def _by_publication(quote: str, wanted: DateValue, published: date | None) -> str | None:
    """Say what is wrong with the day of publication; None when it is not what is wrong.

    "Wednesday" and "5 March" are whole dates only with that day, and other ones with another.
    """
    alone = {phrase.span: phrase.value for phrase in find_dates(quote)}
    for phrase in find_dates(quote, published=published):
        by_itself = alone.get(phrase.span)
        if by_itself is None or not _may_be(by_itself, wanted):
            continue
        if published is None:
            return (
                f'"{phrase.as_written}" says it only with the day of publication: write '
                'published: "YYYY-MM-DD", or the value as far as the words go'
            )
        if by_itself != phrase.value:
            return (
                f'"{phrase.as_written}" is {phrase.written_out()} in what was published on '
                f"{published}: correct published, the value or the quote"
            )
    return None


def _may_be(said: DateValue, wanted: DateValue) -> bool:
    """Say whether a date without its year, or without more, can be the one that is wanted."""
    parts = ((said.month, wanted.month), (said.day, wanted.day))
    if said.year is not None or wanted.year is None or any(a and a != b for a, b in parts):
        return False
    if said.weekday is None or wanted.month is None or wanted.day is None:
        return True
    return date(wanted.year, wanted.month, wanted.day).weekday() == said.weekday


def _quoted(fact: GoldFact, article: Article) -> Found:
    if find_verbatim(fact.quote, article.text) is None:
        yield "quote", f"the quote is not in the article word for word: {nearest(fact, article)}"


def _is_named(name: str, article: Article) -> bool:
    if find_verbatim(name, article.text) is not None:
        return True
    return any(same_name(name, found.name) for found in find_names(article.text))


def _trap(trap: Trap, article: Article) -> Found:
    value = trap.value if trap.value and is_readable(trap.value) else None
    if value is not None and not tells(trap.states, value, published=article.published):
        yield "value", f"{shown(value)} is not in the statement: state it, or drop the value"


def _against_facts(trap: Trap, facts: dict[str, GoldFact]) -> Found:
    """Yield what is wrong with a trap beside the facts: it names none, or says what one says."""
    if trap.breaks is not None and trap.breaks not in facts:
        known = ", ".join(facts)
        yield "breaks", f'there is no fact "{trap.breaks}": name one of {known}, or null'
    said = fold(trap.states).text.casefold().strip(" .")
    for fact in facts.values():
        if said == fold(fact.states).text.casefold().strip(" ."):
            yield "states", f"says what the fact {fact.id} says: a trap must be wrong"
        elif trap.value and fact.value and _found_together(trap, fact):
            yield from _sprung(trap.value, fact.id, fact.value)


def _sprung(trap: Value, fact_id: str, fact: Value) -> Found:
    """Yield the fault of a trap that everybody falls into who states a fact."""
    if gives(fact, trap):
        yield (
            "value",
            f"has the value of the fact {fact_id} with the same words: whoever states the fact"
            " would fall into the trap; give it other with-words or drop its value",
        )


def _collisions(loaded: Loaded) -> Iterator[Fault]:
    """Yield the facts that would be found by the same words."""
    facts = loaded.gold.facts
    for (_, a), (index, b) in combinations(enumerate(facts), 2):
        if a.value is None or b.value is None or a.id == b.id or not _found_together(a, b):
            continue
        if collide(a.value, b.value):
            message = (
                f"{shown(b.value)} cannot be told from the {shown(a.value)} of the fact {a.id},"
                " which stands with the same words: give each with-words of its own"
            )
            yield from _named(loaded, ("facts", index), iter([("value", message)]))


def _found_together(a: Entry, b: Entry) -> bool:
    """Say whether wherever one's with-words stand, the other's do: none at all stand anywhere."""
    return _covers(a.with_, b.with_) or _covers(b.with_, a.with_)


def _covers(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    if not wide:
        return True
    beginnings = tuple(word.casefold() for word in wide)
    return bool(narrow) and all(word.casefold().startswith(beginnings) for word in narrow)
