"""Refuse a match of words where the sentence says the opposite, or is less sure, or turns it round.

Closed lists of negations, hedges and plans, read clause by clause as the checks of the summarizer
read them; what is refused or denied is read in refused.py. A guard that sees nothing wrong proves
nothing: a paraphrase of a negation ("fell short of") passes here.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evals.match.ahead import ahead, not_done
from evals.match.exchanged import exchanged
from evals.match.opposed import opposed
from evals.match.ranks import another_rank, gap_lost
from evals.match.refused import denial_lost, refusals, refused, undone
from summarize.check.hedges import lost_hedge, turned_negation
from summarize.check.modality import lost_modality
from summarize.check.negations import Clause, clauses, is_not
from summarize.values.dates import entails, find_dates
from summarize.values.memory import TEXTS
from summarize.values.words import tokens

# "Due to a storm" is a cause; "is due to meet" is a plan.
_CAUSE: Final = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )\bdue to\b", re.IGNORECASE)
# So many of the fact's words in a condition, and so large a share, and the condition is the fact.
_SUPPOSED: Final = 2
_SUPPOSED_SHARE: Final = 0.3
# "She said the state would pay" is its "will" told later; as a hedge of its own it is no "might".
_WOULD: Final = re.compile(r"\bwould\b(?! have\b)")
_SINCE: Final = re.compile(r"\b(?:since|until|till)\b(?: (?:early|mid|late|the)\b)?", re.IGNORECASE)
_FIRST_OR_LAST: Final = re.compile(r"\b(?:first|last|latest|previous)\b", re.IGNORECASE)
_CONDITION: Final = re.compile(r"\b(?:if|unless|whether)\b([^,;.]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Objection:
    """Why the words of a fact stand in a sentence that does not state it."""

    reason: str
    denied: bool
    """True when the sentence says the opposite; False when it says less, or is less sure."""


@lru_cache(maxsize=TEXTS)
def objection(states: str, text: str, clause: str | None = None) -> Objection | None:
    """Return why `text`, which has the words of `states`, does not state it; None when it may.

    With `clause`, the part of it that holds the fact's value, a "not" elsewhere does not count.
    """
    states, text = _with_cause(states), _with_cause(text)
    near = text if clause is None else _with_cause(clause)
    supposed = _conditional(states, near)
    if supposed is not None:
        return Objection(supposed, denied=False)
    turned = _negated(states, near)
    if turned is not None:
        # "It has not been open since the flood" may well be how "it last opened" is said.
        plainly = not _SINCE.search(near) or _FIRST_OR_LAST.search(near) is not None
        return Objection(turned, denied=plainly)
    denial = refused(states, near)
    if denial is not None:
        return Objection(denial[0], denied=denial[1])
    opposite = opposed(states, text)
    if opposite is not None:
        return Objection(opposite[0], denied=opposite[1])
    lost = denial_lost(states, text) or undone(states, near)
    if lost is not None:
        return Objection(lost, denied=False)
    rank = another_rank(states, near)
    if rank is not None:
        return Objection(rank, denied=True)
    roles = exchanged(states, text)
    if roles is not None:
        return Objection(roles, denied=True)
    if lost_hedge(text, states) or lost_modality(text, states):
        return Objection("it is given as more certain, or more complete, than it is", denied=False)
    if lost_hedge(_WOULD.sub("will", states), near) or lost_modality(states, near):
        return Objection("it is hedged: not certain, or only planned or told", denied=False)
    other_time = not_done(states, near) or ahead(states, text) or gap_lost(states, text)
    return Objection(other_time, denied=False) if other_time else None


def _with_cause(text: str) -> str:
    """Return a text with "because of" for "due to", where it says why."""
    return _CAUSE.sub("because of", text) if "due to" in text.lower() else text


def _conditional(states: str, text: str) -> str | None:
    """Return why what is a fact in the one is a condition in the other."""
    if _CONDITION.search(states):
        return None
    stems = {t.stem for t in tokens(states) if t.is_content}
    for match in _CONDITION.finditer(text):
        supposed = [t.stem for t in tokens(match[1]) if t.is_content]
        if sum(s in stems for s in supposed) >= max(_SUPPOSED, _SUPPOSED_SHARE * len(stems)):
            return "it is only a condition there"
    return None


def _negated(states: str, text: str) -> str | None:
    """Return how one denies what the other says."""
    fact, said = clauses(states), clauses(text)
    stems = {w.stem for c in fact for w in c.words if w.is_content}
    kept = {h.stem for c in fact for h in c.negated}
    denied = {w.stem for c in fact if any(map(is_not, c.words)) for w in c.words}
    # Who "said he would not resign" has refused to.
    denied.update(s for r in refusals(states) if r.denied for s in r.governed)
    for clause in said:
        if _not_since(states, text, clause):
            continue
        for head in clause.negated:
            if head.stem in stems and head.stem not in kept and head.stem not in denied:
                return f'"not" stands with "{head.text}"'
    if turned_negation(text, states) and not any(c.denies for c in said):
        return "the negation is gone, or is new"
    return None if any(r.denied for r in refusals(text)) else _bare(fact, said)


def _not_since(states: str, text: str, clause: Clause) -> bool:
    """Say whether a clause has "not ... since" or "not ... until" the date on which the fact was.

    "It had not been checked since July" says that it last was in July, and "it did not open until
    July" that it did then. What the fact says to go on since then, this denies.
    """
    own = find_dates(states)
    going_on = _SINCE.search(states) and not _FIRST_OR_LAST.search(states)
    # "It was not the first since July" denies it.
    if not own or not clause.negated or going_on or _FIRST_OR_LAST.search(text):
        return False
    start, end = clause.negated[0].start, clause.words[-1].start
    for phrase in find_dates(text):
        lead = _SINCE.search(text, start, phrase.span.start)
        if lead is None or phrase.span.start > end or text[lead.end() : phrase.span.start].strip():
            continue
        if any(entails(o.value, phrase.value) or entails(phrase.value, o.value) for o in own):
            return True
    return False


def _bare(fact: tuple[Clause, ...], said: tuple[Clause, ...]) -> str | None:
    """Return the word that the fact negates and the sentence does not."""
    for clause in fact:
        for head in clause.negated:
            rest = {w.stem for w in clause.words if w.is_content} - {head.stem}
            holds = [c for c in said if any(w.stem == head.stem for w in c.words)]
            if not holds or any(is_not(w) for c in said for w in c.words):
                continue
            there = {w.stem for c in holds for w in c.words}
            if not rest or len(rest & there) * 2 >= len(rest):
                return f'"{head.text}" stands without its "not"'
    return None
