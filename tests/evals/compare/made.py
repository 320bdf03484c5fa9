"""Runs made by hand: two small gold files, and trials with the verdicts one wants."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from evals.gold.load import Loaded, load
from evals.metrics import METRICS
from evals.run.record import ArticleInput, Manifest, Run, ScoreRecord, TrialRecord, VerdictRecord
from evals.suite import file_sha256
from summarize.summary import (
    ArticleRecord,
    ErrorRecord,
    Evidence,
    MadeBy,
    Statement,
    Summary,
    UsageRecord,
)

MUSTS = ("fire", "message")
MAYS = ("july", "envoy")
TRAPS = ("wrong-day",)
GOLD = """\
article: ../{name}.txt
sha256: {sha256}
facts:
  - id: fire
    states: The two countries exchanged fire on 20 August 2015.
    quote: exchanged fire
    weight: must
  - id: message
    states: Mr Xi sent Mr Kim a message.
    quote: a message
    weight: must
  - id: july
    states: The last message was in July 2016.
    quote: July 2016
  - id: envoy
    states: An envoy went to Seoul.
    quote: An envoy
traps:
  - id: wrong-day
    states: The two countries exchanged fire on 10 August 2015.
    breaks: fire
"""
LINES = {"fire": 4, "message": 8, "july": 12, "envoy": 15, "wrong-day": 19}
SHORT = {"+": "stated", "-": "missing", "x": "contradicted", "?": "cannot-judge"}


def gold_files(folder: Path, names: Sequence[str]) -> dict[str, Path]:
    """Write a gold file for each article."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.yaml" for name in names}
    for name, path in paths.items():
        path.write_text(GOLD.format(name=name, sha256="a" * 64), encoding="utf-8")
    return paths


def loaded(paths: Mapping[str, Path]) -> dict[str, Loaded]:
    return {name: load(path) for name, path in paths.items()}


def verdict(mark: str, id_: str, *, by: str = "") -> VerdictRecord:
    kind = SHORT[mark]
    said = f"{by}it says {id_}" if kind in ("stated", "contradicted") else None
    return VerdictRecord(
        verdict=kind,  # type: ignore[arg-type]
        where=said,
        field="key_points" if said else None,
        reason=f"{kind} because of {id_}",
        sure=None,
    )


def share(marks: str, good: str) -> ScoreRecord:
    told = [mark for mark in marks if mark != "?"]
    value = sum(mark in good for mark in told) / len(told) if told else None
    return ScoreRecord(value=value, n=len(told), reason="told by hand")


def summary(*points: str) -> Summary:
    """A summary of these key points."""
    evidence = [Evidence(start=0, end=9, text="It rained", sentence=1)]
    usage = UsageRecord(calls=0, prompt_tokens=0, completion_tokens=0, repaired=0)
    return Summary(
        article=ArticleRecord(id="a", sha256="a" * 64, source="a", title=None, published=None),
        headline=None,
        abstract=[],
        key_points=[Statement(statement=point, evidence=evidence, checks=[]) for point in points],
        quotes=[],
        dates=[],
        numbers=[],
        names=[],
        rejected=[],
        warnings=[],
        made_by=MadeBy(
            version="1",
            model="local/small",
            prompt="brief",
            prompt_sha256="p" * 64,
            usage=usage,
            seconds=2.0,
            cost_usd=None,
            cached=False,
        ),
    )


def trial(
    article: str,
    facts: str,
    *,
    traps: str = "-",
    system: tuple[str, str] = ("local/small", "brief"),
    repeat: int = 0,
    form: float | None = 1.0,
    words_per_fact: float | None = 10.0,
    by: str = "",
) -> TrialRecord:
    """A trial; `facts` has a mark for each of MUSTS and MAYS, `traps` for each of TRAPS."""
    scores = {name: ScoreRecord(value=None, n=0, reason="nothing to measure") for name in METRICS}
    scores |= {
        "coverage": share(facts[: len(MUSTS)], "+"),
        "coverage-may": share(facts[len(MUSTS) :], "+"),
        "contradictions": share(facts, "+-"),
        "traps": share(traps, "-"),
        "form": ScoreRecord(value=form, n=0 if form is None else 4, reason="headline too long"),
    }
    return TrialRecord(
        article=article,
        model=system[0],
        prompt=system[1],
        repeat=repeat,
        summary=None,
        error=None,
        scores=scores,
        amounts={"words-per-fact": words_per_fact, "seconds": 2.0, "usd": None},
        facts={id_: verdict(m, id_, by=by) for id_, m in zip((*MUSTS, *MAYS), facts, strict=True)},
        traps={id_: verdict(m, id_, by=by) for id_, m in zip(TRAPS, traps, strict=True)},
        wall_seconds=2.0,
    )


def failed(article: str, *, system: tuple[str, str] = ("local/small", "brief")) -> TrialRecord:
    return TrialRecord(
        article=article,
        model=system[0],
        prompt=system[1],
        repeat=0,
        summary=None,
        error=ErrorRecord(kind="ModelError", message="no\nanswer", exit_code=3),
        scores={},
        facts={},
        traps={},
        wall_seconds=1.0,
    )


def run(
    trials: Sequence[TrialRecord],
    golds: Mapping[str, Path],
    *,
    repeat: int = 1,
    matcher: str = "m" * 64,
    metrics: Sequence[str] = tuple(METRICS),
    prompts: Mapping[str, str] | None = None,
    versions: Mapping[str, str] | None = None,
) -> Run:
    return Run(
        manifest=Manifest(
            made=datetime(2026, 3, 1, 12, tzinfo=UTC),
            suite="small",
            suite_sha256="s" * 64,
            command="summarize eval",
            versions=dict(versions or {"python": "3.11"}),
            commit="c" * 40,
            dirty=False,
            articles=[
                ArticleInput(
                    id=name,
                    path=f"{name}.txt",
                    sha256="a" * 64,
                    gold=str(path),
                    gold_sha256=file_sha256(path),
                    published=None,
                )
                for name, path in golds.items()
            ],
            prompts=dict(prompts or {"brief": "p" * 64}),
            models=list(dict.fromkeys(t.model for t in trials)),
            repeat=repeat,
            matcher=matcher,
            metrics=list(metrics),
            replayed=True,
        ),
        trials=list(trials),
    )
