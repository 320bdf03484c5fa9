"""Score one summary for a run: its metrics, its amounts and the verdict on each fact and trap."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from evals.match import Verdict
from evals.metrics import AMOUNTS, METRICS, Judged
from evals.metrics.judged import prose
from evals.run.record import (
    QuestionsRecord,
    ScoreRecord,
    SupportRecord,
    TrialRecord,
    VerdictRecord,
)
from evals.scoring.judging import Judgements, judged
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
    judgements: Judgements | None = None,
) -> TrialRecord:
    """Return the record of a trial with its summary and everything measured on it.

    `judgements` are what a judge has said of it; None when none was asked. Raises InputError when
    the summary is of another text than the article's.
    """
    trial = replace(trial_of(summary, item.article, item.loaded.gold), repeat=record.repeat)
    if judgements is None:
        told = _told(item, trial.said, style)
    else:
        told = _measured(judged(trial, judgements, style=style))
    found = replace(told.judged, trial=trial)
    return record.model_copy(
        update={
            "summary": summary,
            "scores": told.scores,
            "amounts": {name: amount(found) for name, amount in AMOUNTS.items()},
            "facts": told.facts,
            "traps": told.traps,
            "supported": _supported(found),
            "questions": _questions(found),
        }
    )


def only(record: TrialRecord, item: GoldArticle, facts: Collection[str]) -> TrialRecord:
    """Keep the verdicts on these facts and on the traps that break them; none given keeps all.

    The scores stay those of the whole summary.
    """
    if not facts:
        return record
    kept = set(facts) | {trap.id for trap in item.loaded.gold.traps if trap.breaks in facts}
    return record.model_copy(
        update={
            "facts": {i: v for i, v in record.facts.items() if i in kept},
            "traps": {i: v for i, v in record.traps.items() if i in kept},
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
    return _measured(judged(trial, None, style=style))


def _measured(found: Judged) -> _Told:
    scores = {name: metric(found) for name, metric in METRICS.items()}
    return _Told(
        found,
        {n: ScoreRecord(value=s.value, n=s.n, reason=s.reason) for n, s in scores.items()},
        _verdicts(found.matched.facts),
        _verdicts(found.matched.traps),
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


def _supported(found: Judged) -> list[SupportRecord] | None:
    if found.supported is None:
        return None
    sure = found.sure or [None] * len(found.supported)
    rows = zip(found.trial.said, found.supported, sure, strict=True)
    return [
        SupportRecord(
            statement=said.text,
            field=said.field,
            supported=supported,
            sure=how,
            by_rule=found.sure is not None and supported is not None and how is None,
        )
        for said, supported, how in rows
        if prose([said])
    ]


def _questions(found: Judged) -> QuestionsRecord | None:
    if found.spent is None:
        return None
    return QuestionsRecord(asked=found.spent.calls, untold=found.spent.untold)
