"""See whether a change is noticed: by a check of the summarizer, or by the gold.

A check notices when it fails on a changed statement and did not on that statement before. The gold
notices when a fact that was stated is contradicted or missing, or a trap is stated that was not. A
fact that becomes "cannot judge" is not noticed.
"""

from dataclasses import dataclass
from functools import lru_cache

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
    """The checks that fail and did not."""
    gold: tuple[str, ...]
    """The facts and traps whose verdict turned for the worse."""

    @property
    def either(self) -> bool:
        """Whether anything noticed."""
        return bool(self.checks or self.gold)


def is_alarmed(good: Good, variant: Variant) -> bool:
    """Say whether a changed statement fails a check as it stands, before the change.

    It would not be published either way, so nothing can be said of the change.
    """
    return any(
        failing(good.said[i], good.article, stands_alone=i == 0)
        for i in variant.at
        if i < len(good.said)
    )


def noticed(good: Good, variant: Variant) -> Noticed:
    """Return what notices the change from a good summary to its variant."""
    checks: dict[str, None] = {}
    for index in variant.at:
        before = frozenset[str]()
        if index < len(good.said):
            before = failing(good.said[index], good.article, stands_alone=index == 0)
        after = failing(variant.said[index], good.article, stands_alone=index == 0)
        checks.update(dict.fromkeys(name for name in CHECKS if name in after - before))
    return Noticed(tuple(checks), _turned(good, variant))


@lru_cache(maxsize=4096)
def failing(said: Said, article: Article, *, stands_alone: bool = True) -> frozenset[str]:
    """Return the checks that a statement fails; one that follows another may begin with "He"."""
    claim = Claim(
        said.text,
        said.evidence or (),
        article,
        speaker=said.speaker,
        is_quote=said.field == "quotes",
    )
    spared = () if stands_alone or said.field != "text" else ("reference",)
    return frozenset(
        name
        for name, check in CHECKS.items()
        if name not in spared and check(claim).status == "failed"
    )


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
