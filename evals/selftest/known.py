"""Gather the summaries known to be good.

The editor's references and the facts of the gold are good by the editor's word; people's own
summaries by theirs; a model's statements only where somebody has read them against the article and
put them into `verified.json`. What somebody found wrong on reading is left out, with the reason.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from evals.gold.load import gold_files, load, load_article
from evals.gold.model import Gold, GoldFact
from evals.scoring.given import read_given
from evals.scoring.trials import trial_of_text
from evals.selftest.retrieve import retrieve
from evals.selftest.variant import Good, Origin
from evals.trial import Said
from summarize.article import Article, Span
from summarize.errors import InputError
from summarize.ground import sentence_at
from summarize.values.fold import find_verbatim

VERIFIED: Final = Path(__file__).with_name("verified.json")
SUITE: Final = Path("suites/gum-news")
# Whose summaries are people's: human1, human2.
HUMAN: Final = "human"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class VerifiedStatement(_Record):
    """A model's statement that somebody has read against the article."""

    article: str
    """The article's id."""
    statement: str
    quote: str
    """Words of the article that prove it, verbatim; the sentences they stand in are its
    evidence."""


class LeftOut(_Record):
    """Somebody's summary that says what its article does not."""

    article: str
    sha256: str
    """Of the summary's text."""
    reason: str


class Verified(_Record):
    """What was verified by hand."""

    recorded: tuple[VerifiedStatement, ...]
    left_out: tuple[LeftOut, ...]


def load_verified(path: Path = VERIFIED) -> Verified:
    """Return what was verified by hand."""
    return Verified.model_validate_json(path.read_text(encoding="utf-8"))


def known_good(gold: Sequence[Path], data: Path | None = None) -> tuple[Good, ...]:
    """Return the good summaries of the gold files, and of the suite in `data` where it is given.

    The two stay apart: statements about other articles are those of the same part, so that both
    together give the sum of what each gives alone.

    Raises GoldError, and InputError when the suite is not there or nothing is known to be good.
    """
    verified = load_verified()
    parts = [tuple(_of_folders(gold, verified))]
    if data:
        suite = _suite(data)
        parts.append(tuple(_of_folders([suite / "gold"], verified, suite / "summaries.jsonl")))
    if not any(parts):
        raise InputError(f"{', '.join(map(str, gold))}: nothing there is known to be good")
    return tuple(good for part in parts for good in _with_others(part))


def _of_folders(
    gold: Sequence[Path], verified: Verified, summaries: Path | None = None
) -> Iterator[Good]:
    for path in gold_files(list(gold)):
        loaded = load(path)
        article = load_article(loaded)
        yield from _of_gold(article, loaded.gold)
        yield from _recorded(article, loaded.gold, verified)
        if summaries:
            yield from _human(article, loaded.gold, summaries, verified)


def _suite(data: Path) -> Path:
    for folder in (data / SUITE, data):
        if (folder / "summaries.jsonl").is_file():
            return folder
    raise InputError(f"{data}: has no {SUITE}/summaries.jsonl: give the folder of the data")


def _of_gold(article: Article, gold: Gold) -> Iterator[Good]:
    if gold.reference:
        yield _of_text(gold.reference, article, gold, "reference", "1")
    for fact in gold.facts:
        evidence = _cited(article, fact.quote)
        if evidence:
            yield Good(article, None, _fact(fact, evidence), "fact", f"{article.id} fact {fact.id}")


def _fact(fact: GoldFact, evidence: tuple[Span, ...]) -> tuple[Said, ...]:
    """Return a fact as a statement; where it is a quotation with a speaker, that as well."""
    said = Said(fact.states, "key_points", evidence, None)
    quote = fact.value.quote if fact.value else None
    if quote is None or quote.speaker is None:
        return (said,)
    return (said, Said(quote.text, "quotes", evidence, None, quote.speaker))


def _recorded(article: Article, gold: Gold, verified: Verified) -> Iterator[Good]:
    said = [
        Said(one.statement, "key_points", _cited(article, one.quote), None)
        for one in verified.recorded
        if one.article == article.id
    ]
    if said:
        yield Good(article, gold, tuple(said), "recorded", f"{article.id} recorded")


def _human(article: Article, gold: Gold, path: Path, verified: Verified) -> Iterator[Good]:
    wrong = {one.sha256 for one in verified.left_out}
    for given in read_given(str(path)):
        text = given.content
        if given.article != article.id or not given.system.startswith(HUMAN):
            continue
        if isinstance(text, str) and hashlib.sha256(text.encode()).hexdigest() not in wrong:
            yield _of_text(text, article, gold, "human", given.system)


def _of_text(text: str, article: Article, gold: Gold, origin: Origin, number: str) -> Good:
    trial = trial_of_text(text, article, gold, origin)
    said = tuple(replace(s, evidence=retrieve(s.text, article)) for s in trial.said)
    return Good(article, gold, said, origin, f"{article.id} {origin} {number}")


def _cited(article: Article, quote: str) -> tuple[Span, ...]:
    """Return the sentences of the body in which a quotation stands."""
    place = find_verbatim(quote, article.text)
    if place is None:
        return ()
    first, last = sentence_at(article, place.start), sentence_at(article, place.end - 1)
    return tuple(s.words for s in article.body() if first <= s.number <= last)


def _with_others(found: Sequence[Good]) -> Iterator[Good]:
    for good in found:
        others = [
            said.text
            for other in found
            if other.article.sha256 != good.article.sha256 and other.origin != "recorded"
            for said in other.said
            if said.field != "quotes"
        ]
        yield replace(good, others=tuple(dict.fromkeys(others)))
