"""Score the summaries of a saved run again, with the gold, the matcher and the metrics of today.

No model is asked, but a judge where one is named. The articles have to be those that were
summarized, byte for byte: the evidence points into them.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from evals.gold.check import article_to_score
from evals.gold.load import load
from evals.gold.model import Gold
from evals.metrics import METRICS
from evals.run.digests import matcher_digest
from evals.run.judging import judge_record
from evals.run.provenance import article_input, versions
from evals.run.record import ArticleInput, JudgeRecord, Manifest, Run, TrialRecord
from evals.run.scoring import scored
from evals.scoring.judging import Judge, Judgements, judge_all
from evals.scoring.styles import known_style
from evals.scoring.trials import trial_of
from evals.suite import GoldArticle, file_sha256
from evals.trial import Trial
from summarize.errors import InputError
from summarize.prompt import HouseStyle


@dataclass(frozen=True, slots=True)
class Judging:
    """A judge, and how it is asked."""

    judge: Judge
    jobs: int
    """Questions at once."""
    ended: Callable[[Trial], None]
    """Told of each trial that it has judged."""


def rescore(
    run: Run, *, command: str, tell: Callable[[str], None], asking: Judging | None = None
) -> Run:
    """Return the run with new scores. Its files are read where `load_run` found them.

    `tell` is told what could not be scored as it was; `asking` is the judge to ask, if any. Raises
    InputError for gold that is gone or unusable, and for articles that have changed, ModelError
    when the judge does not answer.
    """
    items = {given.id: _item(given) for given in run.manifest.articles}
    styles = _styles(run.manifest, tell)
    judgements = asyncio.run(_asked(run, items, asking)) if asking else {}
    trials = [
        _again(trial, items, styles, judgements.get(number))
        for number, trial in enumerate(run.trials)
    ]
    judge = judge_record(asking.judge if asking else None)
    return Run(manifest=_manifest(run.manifest, items, command, judge), trials=trials)


async def _asked(
    run: Run, items: Mapping[str, GoldArticle], asking: Judging
) -> dict[int, Judgements]:
    """Return what the judge says, by the number of the trial."""
    trials = {
        number: trial_of(trial.summary, items[trial.article].article, _gold(items, trial))
        for number, trial in enumerate(run.trials)
        if trial.summary is not None
    }
    told = await judge_all(
        asking.judge, list(trials.values()), jobs=asking.jobs, ended=asking.ended
    )
    return dict(zip(trials, told, strict=True))


def _gold(items: Mapping[str, GoldArticle], trial: TrialRecord) -> Gold:
    return items[trial.article].loaded.gold


def _item(given: ArticleInput) -> GoldArticle:
    path = Path(given.gold)
    loaded = load(path)
    article = article_to_score(loaded)
    if article.sha256 != given.sha256:
        raise InputError(
            f"{given.id}: {path} is now about another text than was summarized: run it again"
        )
    return GoldArticle(loaded, replace(article, id=given.id), file_sha256(path))


def _styles(made: Manifest, tell: Callable[[str], None]) -> dict[str, HouseStyle]:
    """Return the house style of each prompt: as the run has it, or, of an old one, as it is now."""
    styles = dict(made.styles)
    for name, sha256 in made.prompts.items():
        if name in styles:
            continue
        if (known := known_style(name, sha256)) is None:
            tell(f"prompt {name} is not there as it was: form is scored by the usual house style")
        styles[name] = known or HouseStyle()
    return styles


def _again(
    trial: TrialRecord,
    items: Mapping[str, GoldArticle],
    styles: Mapping[str, HouseStyle],
    judgements: Judgements | None,
) -> TrialRecord:
    if trial.summary is None:
        return trial
    item = items[trial.article]
    record = trial.model_copy(update={"error": None, "wall_seconds": 0.0})
    style = styles[trial.prompt]
    return scored(record, trial.summary, item, style=style, judgements=judgements)


def _manifest(
    old: Manifest, items: Mapping[str, GoldArticle], command: str, judge: JudgeRecord | None
) -> Manifest:
    return old.model_copy(
        update={
            "made": datetime.now(UTC).replace(microsecond=0),
            "command": command,
            "versions": old.versions | versions(),
            "articles": [article_input(item) for item in items.values()],
            "matcher": matcher_digest(),
            "judge": judge,
            "metrics": list(METRICS),
        }
    )


def rescored_path(path: Path) -> Path:
    """Return where a rescored run goes when nobody says: beside the one it was made from."""
    return path.with_name(f"{path.name.removesuffix('.json')}-rescored.json")
