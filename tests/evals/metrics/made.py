"""Trials made by hand, with the verdicts that a test needs; no matcher is asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from evals.gold.model import Gold, GoldFact, Trap
from evals.match import Matched, Verdict
from evals.metrics import Judged
from evals.trial import Said, Trial
from summarize.article import Article, Span, from_text
from summarize.summary import Summary
from summarize.values.fold import find_verbatim

# Three sentences of much the same length, so that each is a third; and an advert.
FIRST = "The council of Leeds voted on 4 May 2017 to close 12 schools for good."
MIDDLE = 'Mayor Ann Poe told reporters that "the town has no choice" in all this.'
LAST = "Parents plan a march to the town hall on 9 June 2017, with 300 taking part."
ADVERT = "READ ALSO: Ten recipes for a rainy weekend at home"
STORY = f"{FIRST}\n\n{MIDDLE}\n\n{LAST}\n\n{ADVERT}\n"


def article(text: str = STORY, published: date | None = date(2017, 5, 5)) -> Article:
    return from_text(text, id="schools", published=published)


def gold(facts: Sequence[GoldFact] = (), traps: Sequence[Trap] = ()) -> Gold:
    return Gold(article="schools.txt", sha256="0" * 64, facts=tuple(facts), traps=tuple(traps))


def fact(
    id_: str, quote: str = FIRST, weight: str = "must", with_: Sequence[str] = (), **value: Any
) -> GoldFact:
    given: dict[str, Any] = {"with": list(with_)}
    if value:
        given["value"] = value
    return GoldFact.model_validate(
        {"id": id_, "states": quote, "quote": quote, "weight": weight, **given}
    )


def said(text: str, field: str = "key_points", evidence: str | None = None) -> Said:
    """Return a statement; `evidence` are words of the article, "" for none that is there."""
    if evidence is None:
        return Said(text, field, None, None)
    place = find_verbatim(evidence, STORY) if evidence else None
    return Said(text, field, (place,) if isinstance(place, Span) else (), True)


def judged(
    *statements: Said,
    facts: Mapping[GoldFact, str] | None = None,
    traps: Mapping[str, str] | None = None,
    where: Mapping[str, Said] | None = None,
    about: Article | None = None,
    summary: Summary | None = None,
) -> Judged:
    """Return a trial with these verdicts; `where` says in which statement a fact was found."""
    facts, traps, where = facts or {}, traps or {}, where or {}
    made = [Trap(id=id_, states="Something wrong.") for id_ in traps]
    trial = Trial(about or article(), gold(list(facts), made), statements, "by hand", summary)
    matched = Matched(
        {f.id: verdict(f.id, kind, where.get(f.id)) for f, kind in facts.items()},
        {id_: verdict(id_, kind) for id_, kind in traps.items()},
    )
    return Judged(trial, matched)


def verdict(id_: str, kind: Any, where: Said | None = None) -> Verdict:
    return Verdict(id_, kind, where, None, "by hand", None)
