"""Runs to report: of both seeds by the recorded model, by lead, and by an invented third.

The summaries are the product's own and the verdicts the matcher's; the invented system has the
recorded summaries with one statement changed for the worse, one moved, one left out and one
rejected.
"""

from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.gold.load import load, load_article
from evals.metrics import METRICS
from evals.run.record import ArticleInput, Manifest, Run, TrialRecord
from evals.run.scoring import scored
from evals.suite import GoldArticle
from summarize.models.answers import Answers
from summarize.models.providers import open_model
from summarize.pipeline.once import at_once
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import load_prompt
from summarize.summary import ErrorRecord, Evidence, Rejected, Statement, Summary

HOME = Path(__file__).resolve().parents[3]
MODEL = "local/qwen2.5-coder-1.5b"
INVENTED = "openai/gpt-invented"


@cache
def gold_articles() -> tuple[GoldArticle, ...]:
    found = []
    for path in sorted((HOME / "evals" / "gold").glob("*.yaml")):
        loaded = load(path)
        digest = sha256(path.read_bytes()).hexdigest()
        found.append(GoldArticle(loaded, load_article(loaded), digest))
    return tuple(found)


@cache
def summary(number: int, model: str) -> Summary:
    answers = Answers(HOME / "evals" / "recordings", replay_only=True)

    async def ask() -> Summary:
        opened = open_model(model, answers=answers)
        try:
            article = gold_articles()[number].article
            return await summarize_article(article, load_prompt("brief"), opened)
        finally:
            await opened.close()

    return at_once(ask())


@cache
def invented(number: int) -> Summary:
    """The recorded summary, spoilt."""
    good = summary(number, MODEL)
    points = [changed(p, "2016", "2017") for p in good.key_points]
    points = [changed(p, "more than a year", "more than two years") for p in points]
    points = [points[1], points[0], *points[3:]]
    lost = good.key_points[2]
    reason = "numbers: 10,000 is not in the evidence"
    refused = Rejected(
        field="key_points",
        statement=f"{lost.statement} It cost 10,000 lives.",
        reasons=[reason],
        evidence=lost.evidence,
    )
    made = good.made_by.model_copy(update={"model": INVENTED, "cost_usd": 0.0021, "seconds": 2.4})
    return good.model_copy(update={"key_points": points, "rejected": [refused], "made_by": made})


def changed(point: Statement, old: str, new: str) -> Statement:
    return point.model_copy(update={"statement": point.statement.replace(old, new)})


@cache
def trial(number: int, model: str, prompt: str = "brief") -> TrialRecord:
    item = gold_articles()[number]
    made = invented(number) if model == INVENTED else summary(number, model)
    return scored(
        blank(item.article.id, model, prompt), made, item, style=load_prompt("brief").style
    )


def blank(article: str, model: str, prompt: str = "brief") -> TrialRecord:
    return TrialRecord(
        article=article,
        model=model,
        prompt=prompt,
        repeat=0,
        summary=None,
        error=None,
        scores={},
        facts={},
        traps={},
        wall_seconds=1.5,
    )


def failed(article: str, model: str = MODEL) -> TrialRecord:
    error = ErrorRecord(kind="ModelError", message="the model is away: start it", exit_code=3)
    return blank(article, model).model_copy(update={"error": error})


def manifest(**changes: Any) -> Manifest:
    articles = [
        ArticleInput(
            id=item.article.id,
            path=str(HOME / "seeds" / f"{item.article.id}.txt"),
            sha256=item.article.sha256,
            gold=str(item.loaded.path),
            gold_sha256=item.gold_sha256,
            published=item.article.published,
            text=item.article.text,
        )
        for item in gold_articles()
    ]
    made = Manifest(
        made=datetime(2026, 11, 22, 3, 0, tzinfo=UTC),
        suite="seeds",
        suite_sha256="5" * 64,
        command="summarize eval --replay",
        versions={"summarize-news": "0.1.0", "python": "3.12.1"},
        commit="77e54a1" + "0" * 33,
        dirty=True,
        articles=articles,
        prompts={"brief": "4" * 64},
        models=[MODEL, "lead"],
        repeat=1,
        matcher="a" * 64,
        metrics=list(METRICS),
        replayed=True,
    )
    return made.model_copy(update=changes)


@cache
def run(*models: str) -> Run:
    """A run of both seeds by these models."""
    asked = models or (MODEL, INVENTED, "lead")
    return Run(manifest=manifest(), trials=[trial(n, m) for m in asked for n in (0, 1)])


def many(articles: int, systems: int) -> Run:
    """A run as large as asked for, of the seeds again and again under other names."""
    sources, trials = [], []
    for number in range(articles):
        source = manifest().articles[number % 2]
        id_ = f"{number:02}-{source.id}"
        sources.append(source.model_copy(update={"id": id_}))
        for system in range(systems):
            one = trial(number % 2, (MODEL, INVENTED)[system % 2])
            update = {"article": id_, "prompt": f"prompt-{system}"}
            trials.append(one.model_copy(update=update))
    return Run(manifest=manifest(articles=sources), trials=trials)


HOSTILE = (
    "Mayor <script>alert('hacked')</script> and {{ 7 * 7 }} said </script>"
    "<img src=x onerror=alert(1)> \u202etcejer\u202c \x1b[31m on 5 May 2015."
)


def hostile() -> Run:
    """A run in which article, summary, gold verdicts, names and errors are all hostile."""
    words = [Evidence(start=0, end=len(HOSTILE), text=HOSTILE, sentence=1)]
    said = Statement(statement=HOSTILE, evidence=words, checks=[])
    good = summary(0, MODEL)
    made = good.model_copy(
        update={
            "article": good.article.model_copy(update={"id": "evil", "title": HOSTILE}),
            "headline": said,
            "abstract": [],
            "key_points": [said],
            "quotes": [],
            "dates": [],
            "numbers": [],
            "names": [],
            "rejected": [
                Rejected(field="quotes", statement=HOSTILE, reasons=[HOSTILE], evidence=words)
            ],
        }
    )
    template = next(iter(trial(0, MODEL).facts.values()))
    verdict = template.model_copy(
        update={"verdict": "contradicted", "where": HOSTILE, "field": HOSTILE, "reason": HOSTILE}
    )
    one = blank("evil", HOSTILE, HOSTILE).model_copy(
        update={"summary": made, "facts": {HOSTILE: verdict}, "traps": {f"t{HOSTILE}": verdict}}
    )
    source = (
        manifest()
        .articles[0]
        .model_copy(update={"id": "evil", "path": HOSTILE, "gold": HOSTILE, "text": HOSTILE})
    )
    other = failed("evil", f"{HOSTILE}2")
    return Run(
        manifest=manifest(articles=[source], suite=HOSTILE, command=HOSTILE, metrics=[HOSTILE]),
        trials=[one, other],
    )
