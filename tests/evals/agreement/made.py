"""Small human data, made up: eight articles, three systems, and judges whose answers are known."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.agreement.judge import Features, Fitting, Judge
from evals.fit.logistic import fit
from summarize.judge.logistic import Logistic

ARTICLES = tuple(f"a{n}" for n in range(8))
SYSTEMS = ("ext_lead", "abs_bart_out", "ext_bart_out")
FACTS = ("The mayor resigned", "The bridge reopened", "Snow fell overnight")


def write(folder: Path, name: str, rows: Sequence[dict[str, Any]]) -> Path:
    path = folder / f"{name}.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def add(folder: Path, name: str, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows to a file that is there."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        there = [json.loads(line) for line in lines]
    write(folder, name, [*there, *rows])


def stated(article: int, system: int) -> list[str]:
    """The facts that a summary states: each system and each article others."""
    return [fact for number, fact in enumerate(FACTS) if (article + system + number) % 3]


def realsumm(folder: Path) -> None:
    """Facts of summaries that state them word for word, or not at all."""
    facts: list[dict[str, Any]] = []
    scores: list[dict[str, Any]] = []
    relevance: list[dict[str, Any]] = []
    plain = {"ext_lead": "lead", "abs_bart_out": "bart_out_abs", "ext_bart_out": "bart_out_ext"}
    for a, article in enumerate(ARTICLES):
        for s, system in enumerate(SYSTEMS):
            there = stated(a, s)
            padding = ["Readers wrote letters"] * (s + a % 2)
            whose = {"article_id": article, "system": plain[system]}
            summary = " . ".join([*there, *padding]) + " ."
            facts += [
                {
                    "dataset": "realsumm",
                    "article_id": article,
                    "system": system,
                    "summary": summary,
                    "fact_id": f"{article}#{n:02}",
                    "fact": fact,
                    "present": int(fact in there),
                }
                for n, fact in enumerate(FACTS)
            ]
            share = len(there) / (len(there) + len(padding))
            scores += [
                whose | {"summary": summary, "dimension": d, "human_score": v}
                for d, v in (("completeness", len(there) / 3), ("conciseness", share))
            ]
            relevance += [
                whose | {"sentence_index": n, "sentence": words, "relevant": int(words in there)}
                for n, words in enumerate([*there, *padding])
            ]
    write(folder, "realsumm.facts", facts)
    write(folder, "finesure_realsumm.scores", scores)
    write(folder, "finesure_realsumm.relevance", relevance)


def text(number: int) -> str:
    """An article that shares one sentence with others, but for a number, and nothing more."""
    more = " ".join(f"word{n}of{number}" for n in range(120))
    return f"The mayor of town {number} resigned on Monday. {more}."


def claim(dataset: str, article: str, number: int, *, good: bool, **more: Any) -> dict[str, Any]:
    sentence = f"The mayor of town {number} resigned on Monday"
    return {
        "dataset": dataset,
        "article_id": article,
        "system": "s",
        "summary_id": f"{article}-{number}",
        "sentence_index": 0,
        "sentence": sentence if good else sentence.replace("Monday", "Tuesday"),
        "supported": int(good),
    } | more


def claims(folder: Path) -> None:
    """BUMP pairs of seven articles; FRANK has one of them again, under another name."""
    pairs = [
        claim("bump", article, n, good=side == "reference", pair_id=f"p{n}", pair_side=side)
        for n, article in enumerate(ARTICLES[:7])
        for side in ("reference", "edited")
    ]
    frank = [
        claim("frank", "again", 0, good=True, corpus="cnndm"),
        claim("frank", "xsum", 9, good=False, corpus="xsum"),
    ]
    write(folder, "bump.claims", pairs)
    write(folder, "frank.claims", frank)
    articles = {f"bump:{article}": text(n) for n, article in enumerate(ARTICLES)}
    articles |= {"frank:again": text(0).upper(), "frank:xsum": text(9)}
    write(folder, "articles", [{"key": k, "article": v} for k, v in articles.items()])


class Scripted:
    """A judge that says by rule how probable a statement is, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    async def __call__(self, text: str, statements: Sequence[str], /) -> list[Features | None]:
        self.asked.append((text, tuple(statements)))
        return [{"p": 0.9 if s in text else 0.2} for s in statements]

    def judge(self, name: str = "scripted") -> Judge:
        return Judge(name, self, lambda features: features["p"], thresholds=(0.3, 0.6))


def fitted(describe: Scripted) -> Judge:
    """A judge whose weights come from the cases."""
    fitting = Fitting(fit, weigher)
    return Judge("fitted", describe, lambda _features: 0.5, fitting, thresholds=(0.3, 0.6))


def weigher(model: Logistic) -> Any:
    return model.probability
