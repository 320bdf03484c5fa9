"""See whether a change is noticed: by a check of the summarizer, or by the gold.

A check notices when it finds a fault in a changed statement that it did not find in that statement
before. The gold notices when a fact that was stated is contradicted or missing, or a trap is stated
that was not. A fact that becomes "cannot judge" is not noticed. Where a fact was dropped, only its
own verdict counts: that another fact turned, or that what is left reads badly, does not show that
anybody missed it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evals.match import Matched, match_all
from evals.selftest.variant import Good, Variant
from evals.trial import Said, Trial
from summarize.article import Article
from summarize.check import CHECKS
from summarize.check.claim import Claim


@dataclass(frozen=True, slots=True)
class Noticed:
    """What noticed a change."""

    checks: tuple[str, ...]
    """The checks that find a fault they did not find before."""
    gold: tuple[str, ...]
    """The facts and traps whose verdict turned for the worse."""
    masked: frozenset[str]
    """The checks that find no new fault, and found one before that they still find: of the change
    they say nothing, seen or not."""

    @property
    def either(self) -> bool:
        """Whether anything noticed."""
        return bool(self.checks or self.gold)


def is_alarmed(good: Good, variant: Variant) -> bool:
    """Say whether a changed statement fails a check as it stands, before the change."""
    return any(
        failing(good.said[i], good.article, stands_alone=i == 0)
        for i in variant.at
        if i < len(good.said)
    )


def noticed(good: Good, variant: Variant) -> Noticed:
    """Return what notices the change from a good summary to its variant."""
    if variant.facts:
        return Noticed((), _gone(good, variant), frozenset())
    new: set[str] = set()
    old: set[str] = set()
    for index in variant.at:
        after = failing(variant.said[index], good.article, stands_alone=index == 0)
        before: Mapping[str, str] = {}
        if index < len(good.said):
            before = failing(good.said[index], good.article, stands_alone=index == 0)
        for name, reason in after.items():
            (new if _faults(reason) - _faults(before.get(name, "")) else old).add(name)
    checks = tuple(name for name in CHECKS if name in new)
    return Noticed(checks, _turned(good, variant), frozenset(old - new))


# What a reason quotes, names or counts: another value in the same place is the same fault.
_VALUES: Final = re.compile(
    r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|\b[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*|\d[\d.,]*"
)


def _faults(reason: str) -> Counter[str]:
    """Return the faults of a reason, each without the values it names."""
    return Counter(_VALUES.sub("…", reason).split("; ")) if reason else Counter()


@lru_cache(maxsize=4096)
def failing(said: Said, article: Article, *, stands_alone: bool = True) -> Mapping[str, str]:
    """Return the checks that a statement fails, each with its reason.

    A statement that follows another may begin with "He".
    """
    claim = Claim(
        said.text,
        said.evidence or (),
        article,
        speaker=said.speaker,
        is_quote=said.field == "quotes",
    )
    spared = () if stands_alone or said.field != "text" else ("reference",)
    results = ((name, check(claim)) for name, check in CHECKS.items() if name not in spared)
    return {name: one.reason or name for name, one in results if one.status == "failed"}


def _gone(good: Good, variant: Variant) -> tuple[str, ...]:
    """Return the dropped facts; none unless every one of them is missing or contradicted."""
    after = _matched(good, variant.said).facts
    gone = all(after[id_].verdict in ("missing", "contradicted") for id_ in variant.facts)
    return variant.facts if gone else ()


def _turned(good: Good, variant: Variant) -> tuple[str, ...]:
    if good.gold is None:
        return ()
    before, after = _matched(good, good.said), _matched(good, variant.said)
    facts = [
        id_
        for id_, verdict in after.facts.items()
        if (was := before.facts[id_].verdict) != verdict.verdict
        and (
            verdict.verdict == "contradicted" or (was == "stated" and verdict.verdict == "missing")
        )
    ]
    traps = [
        id_
        for id_, verdict in after.traps.items()
        if verdict.verdict == "stated" and before.traps[id_].verdict != "stated"
    ]
    return (*facts, *traps)


def verdicts(good: Good) -> Matched | None:
    """Return the verdicts on a good summary as it stands; None when it has no gold."""
    return _matched(good, good.said) if good.gold is not None else None


# The good summaries of one run, and few of their variants twice.
_KEPT: dict[tuple[str, tuple[Said, ...]], Matched] = {}


def _matched(good: Good, said: tuple[Said, ...]) -> Matched:
    assert good.gold is not None
    key = (good.name, said)
    if key in _KEPT:
        return _KEPT[key]
    matched = match_all(Trial(good.article, good.gold, said, good.origin, None))
    if said is good.said:
        _KEPT[key] = matched
    return matched
