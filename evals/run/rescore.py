"""Score the summaries of a saved run again, with the gold, the matcher and the metrics of today.

No model is asked. The articles have to be those that were summarized, byte for byte: the evidence
points into them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from evals.gold.load import load, load_article
from evals.metrics import METRICS
from evals.run.provenance import article_input, matcher_digest, versions
from evals.run.record import ArticleInput, Manifest, Run, TrialRecord
from evals.run.scoring import scored
from evals.suite import GoldArticle, file_sha256
from summarize.errors import InputError, PromptError
from summarize.prompt import HouseStyle, load_prompt


def rescore(run: Run, *, command: str, tell: Callable[[str], None]) -> Run:
    """Return the run with new scores. Relative paths in it are taken from where we are.

    `tell` is told what could not be scored as it was. Raises InputError for gold that is gone or
    unusable, and for articles that have changed.
    """
    items = {given.id: _item(given) for given in run.manifest.articles}
    styles = {name: _style(name, sha256) for name, sha256 in run.manifest.prompts.items()}
    for name in (name for name, style in styles.items() if style is None):
        tell(f"prompt {name} is not there as it was: form is scored by the usual house style")
    trials = [_again(trial, items, styles) for trial in run.trials]
    return Run(manifest=_manifest(run.manifest, items, command), trials=trials)


def _item(given: ArticleInput) -> GoldArticle:
    path = Path(given.gold)
    loaded = load(path)
    article = load_article(loaded)
    if article.sha256 != given.sha256:
        raise InputError(
            f"{given.id}: {path} is now about another text than was summarized: run it again"
        )
    return GoldArticle(loaded, replace(article, id=given.id), file_sha256(path))


def _style(name: str, sha256: str) -> HouseStyle | None:
    """Return the house style of a prompt, as long as the prompt is still what it was."""
    try:
        prompt = load_prompt(name)
    except PromptError:
        return None
    return prompt.style if prompt.sha256 == sha256 else None


def _again(
    trial: TrialRecord,
    items: Mapping[str, GoldArticle],
    styles: Mapping[str, HouseStyle | None],
) -> TrialRecord:
    if trial.summary is None:
        return trial
    item = items[trial.article]
    record = trial.model_copy(update={"error": None, "wall_seconds": 0.0})
    return scored(record, trial.summary, item, style=styles[trial.prompt] or HouseStyle())


def _manifest(old: Manifest, items: Mapping[str, GoldArticle], command: str) -> Manifest:
    return old.model_copy(
        update={
            "made": datetime.now(UTC).replace(microsecond=0),
            "command": command,
            "versions": old.versions | versions(),
            "articles": [article_input(item) for item in items.values()],
            "matcher": matcher_digest(),
            "metrics": list(METRICS),
        }
    )


def rescored_path(path: Path) -> Path:
    """Return where a rescored run goes when nobody says: beside the one it was made from."""
    return path.with_name(f"{path.name.removesuffix('.json')}-rescored.json")
