"""Plant every error in every good summary, one at a time, and count what is noticed.

The same summaries give the same variants every time: each draws from a seed made of its own name.
No model is asked.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from evals.selftest.caught import failing, is_alarmed, noticed, verdicts
from evals.selftest.mutators import MUTATORS
from evals.selftest.rewrites import REWRITES
from evals.selftest.variant import Change, Good

# From one summary so many variants of each kind at most, so that a long one does not outweigh all.
MOST: Final = 12
AS_IT_STANDS: Final = "as it stands"


@dataclass(frozen=True, slots=True)
class Shown:
    """A variant worth reading: an error that was missed, or a rewrite that raised an alarm."""

    summary: str
    what: str
    text: str
    by: tuple[str, ...]
    """The checks, facts and traps that noticed; none for a missed error."""


@dataclass(slots=True)
class Tally:
    """How many variants of one kind there were, and how many were noticed."""

    name: str
    n: int = 0
    by_checks: int = 0
    by_gold: int = 0
    by_either: int = 0
    left_out: int = 0
    """Variants of statements that fail a check as they stand: counted there, and not here."""
    checks: Counter[str] = field(default_factory=Counter)
    """How many each check noticed."""
    origins: Counter[str] = field(default_factory=Counter)
    """How many there were, by where the summary is from."""
    shown: list[Shown] = field(default_factory=list)

    def count(self, origin: str, checks: Iterable[str], gold: Sequence[str]) -> None:
        """Count one variant."""
        checks = tuple(checks)
        self.n += 1
        self.by_checks += bool(checks)
        self.by_gold += bool(gold)
        self.by_either += bool(checks or gold)
        self.checks.update(checks)
        self.origins[origin] += 1


@dataclass(frozen=True, slots=True)
class Result:
    """All tallies of one self-test, by name."""

    mutators: dict[str, Tally]
    rewrites: dict[str, Tally]
    """The first is of the summaries as they stand."""


def self_test(known: Sequence[Good]) -> Result:
    """Return what is noticed of every error and every rewrite."""
    planted = {name: _tally(name, m.plant, known) for name, m in MUTATORS.items()}
    same = {name: _tally(name, r, known, alarms=True) for name, r in REWRITES.items()}
    return Result(planted, {AS_IT_STANDS: _standing(known), **same})


def _tally(name: str, change: Change, known: Sequence[Good], *, alarms: bool = False) -> Tally:
    tally = Tally(name)
    for good in known:
        chance = Random(f"{good.name}: {name}")
        variants = list(change(good, chance))
        if len(variants) > MOST:
            variants = chance.sample(variants, MOST)
        for variant in variants:
            if is_alarmed(good, variant):
                tally.left_out += 1
                continue
            found = noticed(good, variant)
            tally.count(good.origin, found.checks, found.gold)
            if found.either == alarms:
                text = " / ".join(variant.said[i].text for i in variant.at)
                by = (*found.checks, *found.gold)
                tally.shown.append(Shown(good.name, variant.what, text, by))
    return tally


def _standing(known: Sequence[Good]) -> Tally:
    """Count the alarms at good statements as they stand, and at facts that contradict them."""
    tally = Tally(AS_IT_STANDS)
    for good in known:
        matched = verdicts(good)
        wrong: dict[int, list[str]] = {}
        if matched is not None:
            bad = [v for v in matched.traps.values() if v.verdict == "stated"]
            bad += [v for v in matched.facts.values() if v.verdict == "contradicted"]
            for verdict in bad:
                place = good.said.index(verdict.where) if verdict.where in good.said else 0
                wrong.setdefault(place, []).append(verdict.id)
        for index, said in enumerate(good.said):
            checks = sorted(failing(said, good.article, stands_alone=index == 0))
            gold = wrong.get(index, [])
            tally.count(good.origin, checks, gold)
            if checks or gold:
                shown = Shown(good.name, AS_IT_STANDS, said.text, (*checks, *gold))
                tally.shown.append(shown)
    return tally
