"""Plant every error in every good summary, one at a time, and count what is noticed.

The same summaries give the same variants every time: each draws from a seed made of its own name.
A text counts once: what one error or rewrite made of an article's summaries is not counted again
where another makes the same words. No model is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from evals.selftest.caught import failing, is_alarmed, noticed, verdicts
from evals.selftest.counts import NOTHING, Counts
from evals.selftest.mutators import MUTATORS
from evals.selftest.rewrites import REWRITES
from evals.selftest.variant import Change, Good, Origin, Variant

# From one summary so many variants of each kind at most, so that a long one does not outweigh all.
MOST: Final = 12
AS_IT_STANDS: Final = "as it stands"

Told = set[tuple[object, ...]]
"""The texts that are counted already, each with its article."""


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
    meant: tuple[str, ...] = ()
    """The checks that are meant to notice it."""
    by_origin: dict[Origin, Counts] = field(default_factory=dict)
    """By where the summary is from."""
    shown: list[Shown] = field(default_factory=list)

    def count(self, origin: Origin, checks: Sequence[str] = (), gold: Sequence[str] = ()) -> None:
        """Count one variant, and what noticed it."""
        self.add(
            origin,
            Counts(
                n=1,
                noticed=bool(checks or gold),
                meant=any(name in self.meant for name in checks),
                by_checks=bool(checks),
                by_gold=bool(gold),
                checks=dict.fromkeys(checks, 1),
            ),
        )

    def add(self, origin: Origin, counts: Counts) -> None:
        """Add to what is counted of an origin."""
        self.by_origin[origin] = self.by_origin.get(origin, NOTHING) + counts

    def of(self, origins: Iterable[Origin]) -> Counts:
        """Return the counts of some origins together."""
        return sum((self.by_origin.get(origin, NOTHING) for origin in origins), NOTHING)

    @property
    def every(self) -> Counts:
        """The counts of all origins together."""
        return self.of(self.by_origin)


@dataclass(frozen=True, slots=True)
class Result:
    """All tallies of one self-test, by name."""

    mutators: dict[str, Tally]
    rewrites: dict[str, Tally]
    """The first is of the summaries as they stand."""


def self_test(known: Sequence[Good]) -> Result:
    """Return what is noticed of every error and every rewrite."""
    planted: dict[str, Tally] = {}
    same = {AS_IT_STANDS: _standing(known)}
    told: Told = set()
    for name, mutator in MUTATORS.items():
        planted[name] = _errors(Tally(name, mutator.checks), mutator.plant, known, told)
    told = set()
    for name, change in REWRITES.items():
        same[name] = _alarms(Tally(name), change, known, told)
    return Result(planted, same)


def _errors(tally: Tally, change: Change, known: Sequence[Good], told: Told) -> Tally:
    """Count what is caught; where a check meant for it is masked, nothing can be said."""
    for good in known:
        for variant in _variants(tally, change, good, told):
            found = noticed(good, variant)
            if found.masked.intersection(tally.meant):
                tally.add(good.origin, Counts(left_out=1))
                continue
            tally.count(good.origin, found.checks, found.gold)
            if not found.either:
                tally.shown.append(_shown(good, variant))
    return tally


def _alarms(tally: Tally, change: Change, known: Sequence[Good], told: Told) -> Tally:
    """Count false alarms; a statement that alarms as it stands is counted there."""
    for good in known:
        for variant in _variants(tally, change, good, told):
            if is_alarmed(good, variant):
                tally.add(good.origin, Counts(left_out=1))
                continue
            found = noticed(good, variant)
            tally.count(good.origin, found.checks, found.gold)
            if found.either:
                tally.shown.append(_shown(good, variant, (*found.checks, *found.gold)))
    return tally


def _variants(tally: Tally, change: Change, good: Good, told: Told) -> list[Variant]:
    """Return what a change makes of a summary, each text once and no text told already."""
    chance = Random(f"{good.name}: {tally.name}")
    new: dict[tuple[object, ...], Variant] = {}
    for variant in change(good, chance):
        key = (good.article.sha256, *variant.words)
        if key in told or key in new:
            tally.add(good.origin, Counts(again=1))
        if key not in told:
            facts = dict.fromkeys((*(new[key].facts if key in new else ()), *variant.facts))
            new[key] = replace(variant, facts=tuple(facts))
    kept = list(new) if len(new) <= MOST else chance.sample(list(new), MOST)
    told.update(kept)
    return [new[key] for key in kept]


def _shown(good: Good, variant: Variant, by: tuple[str, ...] = ()) -> Shown:
    text = " / ".join(variant.said[i].text for i in variant.at)
    return Shown(good.name, variant.what, text, by)


def _standing(known: Sequence[Good]) -> Tally:
    """Count the alarms at good statements as they stand, and at facts that contradict them."""
    tally = Tally(AS_IT_STANDS)
    told: Told = set()
    for good in known:
        wrong = _contradicting(good)
        for index, said in enumerate(good.said):
            key = (good.article.sha256, said.text, said.speaker)
            if key in told:
                tally.add(good.origin, Counts(again=1))
                continue
            told.add(key)
            checks = sorted(failing(said, good.article, stands_alone=index == 0))
            gold = wrong.get(index, [])
            tally.count(good.origin, checks, gold)
            if checks or gold:
                by = (*checks, *gold)
                tally.shown.append(Shown(good.name, AS_IT_STANDS, said.text, by))
    return tally


def _contradicting(good: Good) -> dict[int, list[str]]:
    """Return the facts contradicted and the traps stated, by the statement that does it."""
    matched = verdicts(good)
    if matched is None:
        return {}
    bad = [v for v in matched.traps.values() if v.verdict == "stated"]
    bad += [v for v in matched.facts.values() if v.verdict == "contradicted"]
    wrong: dict[int, list[str]] = {}
    for verdict in bad:
        place = good.said.index(verdict.where) if verdict.where in good.said else 0
        wrong.setdefault(place, []).append(verdict.id)
    return wrong
