"""A run of twelve articles by two systems, saved with its gold, whose judge errs as it is told."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from evals.labels.frame import judgements
from evals.labels.record import Label, Labels, beside, save_labels
from evals.labels.sample import order
from evals.metrics import METRICS
from evals.run.record import (
    ArticleInput,
    Manifest,
    Run,
    ScoreRecord,
    SupportRecord,
    TrialRecord,
    VerdictRecord,
)
from evals.run.saved import save
from summarize.summary import (
    ArticleRecord,
    Evidence,
    MadeBy,
    Quote,
    Statement,
    Summary,
    UsageRecord,
)

FACTS = 6
DIGEST = "0" * 64
SYSTEMS = (("lead", "brief"), ("server/test", "brief"))


def fact(article: int, number: int) -> str:
    return f"Town {article} built bridge {number}."


def is_stated(article: int, number: int) -> bool:
    """Whether it is in the summary: what a person sees."""
    return (article + number) % 3 != 0


def saved(folder: Path, *, articles: int = 12, wrong: Iterable[int] = (), open_: int = -1) -> Path:
    """Save a run; of each article the judge is wrong on facts `wrong`, and leaves `open_` open."""
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    sources = [_source(folder, number) for number in range(articles)]
    trials = [
        _trial(number, model, prompt, set(wrong), open_)
        for model, prompt in SYSTEMS
        for number in range(articles)
    ]
    made = Manifest(
        made=datetime(2026, 11, 22, tzinfo=UTC),
        suite="towns",
        suite_sha256="5" * 64,
        command="summarize eval",
        versions={},
        commit=None,
        dirty=None,
        articles=sources,
        prompts={"brief": "4" * 64},
        models=[model for model, _ in SYSTEMS],
        repeat=1,
        matcher="a" * 64,
        metrics=list(METRICS),
        replayed=False,
    )
    path = folder / "run.json"
    save(Run(manifest=made, trials=trials), path)
    return path


def _source(folder: Path, number: int) -> ArticleInput:
    facts = "".join(
        f"  - {{id: bridge-{n}, states: {fact(number, n)!r}, quote: x, weight: must}}\n"
        for n in range(FACTS)
    )
    facts += "  - {id: aside, states: It rained., quote: x, weight: may}\n"
    text = f"article: ../a{number}.txt\nsha256: '{DIGEST}'\nfacts:\n{facts}"
    (folder / "gold" / f"a{number}.yaml").write_text(text, encoding="utf-8")
    return ArticleInput(
        id=f"a{number}",
        path=f"a{number}.txt",
        sha256=DIGEST,
        gold=f"gold/a{number}.yaml",
        gold_sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=None,
        text="It rained. " + " ".join(f"Sentence {n}." for n in range(1, 21)),
    )


def _trial(article: int, model: str, prompt: str, wrong: set[int], open_: int) -> TrialRecord:
    verdicts = {}
    for number in range(FACTS):
        said = is_stated(article, number) != (number in wrong)
        verdict = "cannot-judge" if number == open_ else "stated" if said else "missing"
        verdicts[f"bridge-{number}"] = VerdictRecord(
            verdict=verdict, where=None, field=None, reason="", sure=0.6
        )
    told = [v for v in verdicts.values() if v.verdict != "cannot-judge"]
    value = sum(v.verdict == "stated" for v in told) / len(told)
    verdicts["aside"] = VerdictRecord(
        verdict="missing", where=None, field=None, reason="", sure=None
    )
    scores = {"coverage": ScoreRecord(value=value, n=len(told), reason="")}
    made = summary(article, model, prompt)
    supported = None
    if model != "lead":
        scores["faithful"] = ScoreRecord(value=1.0, n=len(made.key_points), reason="")
        supported = [
            SupportRecord(statement=p.statement, field="key_points", supported=True)
            for p in made.key_points
        ]
    return TrialRecord(
        article=f"a{article}",
        model=model,
        prompt=prompt,
        repeat=0,
        summary=made,
        error=None,
        scores=scores,
        facts=verdicts,
        traps={},
        supported=supported,
        wall_seconds=0.0,
    )


def summary(article: int, model: str, prompt: str) -> Summary:
    """A summary with a point for each fact that is stated; each system words it differently."""
    words = "" if model == "lead" else "In short: "
    evidence = [Evidence(start=0, end=10, text="It rained.", sentence=1)]
    return Summary(
        article=ArticleRecord(
            id=f"a{article}", sha256=DIGEST, source="x", title=None, published=None
        ),
        headline=None,
        abstract=[],
        key_points=[
            Statement(statement=words + fact(article, n), evidence=evidence, checks=[])
            for n in range(FACTS)
            if is_stated(article, n)
        ],
        quotes=[Quote(text="Hear\x1b[31m hear", speaker="Mayor", evidence=evidence, checks=[])],
        dates=[],
        numbers=[],
        names=[],
        rejected=[],
        warnings=[],
        made_by=MadeBy(
            version="1",
            model=model,
            prompt=prompt,
            prompt_sha256="4" * 64,
            usage=UsageRecord(calls=0, prompt_tokens=0, completion_tokens=0, repaired=0),
            seconds=0.0,
            cost_usd=None,
            cached=False,
        ),
    )


def _lists(frame):
    return {cell: list(own) for cell, own in frame.items()}


def labelled(
    path: Path,
    run: Run,
    first: int,
    *,
    cannot_tell: int = 0,
    by: str = "Ann",
    where: Path | None = None,
) -> Labels:
    """Label the first verdicts of a run truthfully, but for some, and save that beside it."""
    asked = order(judgements(run, path.parent), seed=1)
    chances = asked.chances(first)
    labels = []
    for number, each in enumerate(asked.asked[:first]):
        true = each.question == "supported" or any(each.claim in x.text for x in each.lines)
        answer = "cannot-tell" if number < cannot_tell else "yes" if true else "no"
        cell = asked.cell_of[each.shown]
        labels.append(
            Label(
                question=each.question,
                article=each.article,
                item=each.item,
                shown=each.shown,
                cell=cell,
                chance=chances[cell],
                answer=answer,
                by=by,
                at=datetime(2026, 11, 22, tzinfo=UTC),
            )
        )
    made = Labels(run=path.name, seed=1, labels=labels, frame=_lists(asked.frame))
    save_labels(made, where or beside(path))
    return made
