"""What stands beside the summaries of an article: its text, and its gold.

Only what the run was scored with is shown: a gold file or an article that has changed since is left
out and said to be, for its words are not those that were judged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evals.gold.load import load
from evals.gold.model import Gold, GoldFact, Trap
from evals.gold.told import shown
from evals.run.record import ArticleInput, TrialRecord
from evals.suite import file_sha256
from summarize.article import read
from summarize.errors import InputError
from summarize.render.notes import Place
from summarize.values.fold import find_verbatim

Kind = Literal["must", "may", "fact", "trap"]
"""A "fact" is one of which nobody knows here whether it must or may be stated."""


@dataclass(frozen=True, slots=True)
class GoldItem:
    """A fact or a trap, as the report shows it."""

    id: str
    kind: Kind
    states: str
    value: str
    """Such as "date 2016-07"; "" where it has none."""
    place: Place | None
    """Of its quotation in the article; None for a trap, and where the text is not at hand."""
    note: str
    """Of a trap: what makes it wrong; else ""."""


@dataclass(frozen=True, slots=True)
class Material:
    """One article as the run had it."""

    source: ArticleInput
    text: str | None
    items: tuple[GoldItem, ...]
    """Must-facts, may-facts, traps. Where the gold is not shown, no weight of a fact is known."""
    missing: tuple[str, ...]
    """What is not shown, and why."""


def material(source: ArticleInput, trials: Sequence[TrialRecord]) -> Material:
    """Return an article's text and gold, from where the run says they are."""
    text, no_text = _text(source)
    gold, no_gold = _gold(source)
    items = _items(gold, text) if gold else _bare(trials)
    return Material(source, text, items, tuple(why for why in (no_text, no_gold) if why))


def _text(source: ArticleInput) -> tuple[str | None, str]:
    if source.text is not None:
        return source.text, ""
    if not Path(source.path).is_file():
        return None, f"The article is not at {source.path}: only the words cited are shown."
    article = read(source.path, published=source.published)
    if article.sha256 != source.sha256:
        return None, f"{source.path} has changed since the run: only the words cited are shown."
    return article.text, ""


def _gold(source: ArticleInput) -> tuple[Gold | None, str]:
    ids = "facts are shown by their ids, and must and may are not told apart"
    path = Path(source.gold)
    if not path.is_file():
        return None, f"The gold file is not at {source.gold}: {ids}."
    if file_sha256(path) != source.gold_sha256:
        rescore = "To score the same summaries with the gold as it is now: summarize rescore"
        return None, f"{source.gold} has changed since the run: {ids}. {rescore}"
    try:
        return load(path).gold, ""
    except InputError as error:
        return None, f"{error}: {ids}."


def _items(gold: Gold, text: str | None) -> tuple[GoldItem, ...]:
    facts = sorted(gold.facts, key=lambda fact: fact.weight != "must")
    return (*(_fact(f, text) for f in facts), *(_trap(t) for t in gold.traps))


def _fact(fact: GoldFact, text: str | None) -> GoldItem:
    span = find_verbatim(fact.quote, text) if text else None
    place = (span.start, span.end) if span else None
    return GoldItem(fact.id, fact.weight, fact.states, _value(fact), place, "")


def _trap(trap: Trap) -> GoldItem:
    said = trap.why or (f"It contradicts {trap.breaks}." if trap.breaks else "")
    return GoldItem(trap.id, "trap", trap.states, _value(trap), None, said)


def _value(item: GoldFact | Trap) -> str:
    return shown(item.value) if item.value else ""


def _bare(trials: Iterable[TrialRecord]) -> tuple[GoldItem, ...]:
    """Return what the verdicts tell of the gold: ids, and no weights."""
    found: dict[str, Kind] = {}
    for trial in trials:
        for id_ in trial.facts:
            found[id_] = "fact"
        for id_ in trial.traps:
            found[id_] = "trap"
    ordered = sorted(found, key=lambda id_: found[id_] == "trap")
    return tuple(GoldItem(id_, found[id_], id_, "", None, "") for id_ in ordered)
