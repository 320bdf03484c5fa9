"""Score one summary for a run: its metrics, its amounts and the verdict on each fact and trap."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from evals.match import Verdict
from evals.metrics import AMOUNTS, METRICS, Judged, judge
from evals.run.record import ScoreRecord, TrialRecord, VerdictRecord
from evals.scoring.trials import trial_of
from evals.suite import GoldArticle
from evals.trial import Said, Trial
from summarize.prompt import HouseStyle
from summarize.summary import Summary

# Summaries of which the scores are remembered: those of a large suite.
KNOWN: Final = 1000


def scored(
    record: TrialRecord,
    summary: Summary,
    item: GoldArticle,
    *,
    style: HouseStyle,
    facts: Collection[str] = (),
) -> TrialRecord:
    """Return the record of a trial with its summary and everything measured on it.

    With `facts`, only the verdicts on these are kept, and on the traps that break them; the scores
    are those of the whole summary all the same. Raises InputError when the summary is of another
    text than the article's.
    """
    gold = item.loaded.gold
    trial = replace(trial_of(summary, item.article, gold), repeat=record.repeat)
    told = _told(item, trial.said, style)
    judged = replace(told.judged, trial=trial)
    kept = set(facts) | {trap.id for trap in gold.traps if trap.breaks in facts}
    return record.model_copy(
        update={
            "summary": summary,
            "scores": told.scores,
            "amounts": {name: amount(judged) for name, amount in AMOUNTS.items()},
            "facts": {i: v for i, v in told.facts.items() if not kept or i in kept},
            "traps": {i: v for i, v in told.traps.items() if not kept or i in kept},
        }
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """All that is measured on the words of a summary, whatever it cost."""

    judged: Judged
    scores: dict[str, ScoreRecord]
    facts: dict[str, VerdictRecord]
    traps: dict[str, VerdictRecord]


@lru_cache(maxsize=KNOWN)
def _told(item: GoldArticle, said: tuple[Said, ...], style: HouseStyle) -> _Told:
    """Measure what is said. A repeat often says the same again, and so does the baseline."""
    trial = Trial(item.article, item.loaded.gold, said, system="", summary=None)
    judged = judge(trial, style=style)
    scores = {name: metric(judged) for name, metric in METRICS.items()}
    return _Told(
        judged,
        {n: ScoreRecord(value=s.value, n=s.n, reason=s.reason) for n, s in scores.items()},
        _verdicts(judged.matched.facts),
        _verdicts(judged.matched.traps),
    )


def _verdicts(found: Mapping[str, Verdict]) -> dict[str, VerdictRecord]:
    return {
        id_: VerdictRecord(
            verdict=verdict.verdict,
            where=verdict.where.text if verdict.where else None,
            field=verdict.where.field if verdict.where else None,
            reason=verdict.reason,
            sure=verdict.sure,
        )
        for id_, verdict in found.items()
    }
