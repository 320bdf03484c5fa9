"""Gold files as DeepEval's goldens, and summaries of their articles as its test cases.

A golden says where its gold file is; a metric of ours reads the facts there, so a test case can be
saved and read again and still be scored by the whole gold.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.deepeval_bridge.theirs import Golden, LLMTestCase
from evals.gold.check import article_to_score
from evals.gold.load import Loaded, gold_files, load
from summarize.article import Article
from summarize.prompt import HouseStyle
from summarize.summary import Summary


def goldens(paths: Sequence[Path]) -> list[Golden]:
    """Return a golden for each gold file; a folder stands for the .yaml files in it.

    Raises GoldError for a file that cannot be used, and for an article that is gone or changed.
    """
    loaded = [load(path) for path in gold_files(list(paths))]
    return [golden(one, article_to_score(one)) for one in loaded]


def golden(loaded: Loaded, article: Article) -> Golden:
    """Return a gold file as a golden: the article is its input, the editor's summary its output."""
    gold = loaded.gold
    return Golden(
        name=loaded.path.stem,
        input=article.text,
        expected_output=gold.reference,
        # In DeepEval's words the context is what is known to be true.
        context=[article.text],
        additional_metadata={
            "gold": os.fspath(loaded.path),
            "article": article.id,
            "published": gold.published.isoformat() if gold.published else None,
            "must": {fact.id: fact.states for fact in gold.facts if fact.weight == "must"},
            "may": {fact.id: fact.states for fact in gold.facts if fact.weight == "may"},
            "traps": {trap.id: trap.states for trap in gold.traps},
        },
    )


def case_of(about: Golden, summary: Summary, *, style: HouseStyle | None = None) -> LLMTestCase:
    """Return the test case of our own summary, with the evidence it gives."""
    return _case(
        about,
        told(summary),
        f"{summary.made_by.model} {summary.made_by.prompt}",
        {"summary": summary.model_dump(mode="json"), "style": (style or HouseStyle()).model_dump()},
    )


def case_of_text(about: Golden, text: str, *, system: str = "text") -> LLMTestCase:
    """Return the test case of a summary that somebody else wrote; it has no evidence."""
    return _case(about, text, system, {})


def told(summary: Summary) -> str:
    """Return what a summary tells its reader, as plain text."""
    paragraphs = [summary.headline.statement] if summary.headline else []
    if summary.abstract:
        paragraphs.append(" ".join(s.statement for s in summary.abstract))
    paragraphs += [f"- {point.statement}" for point in summary.key_points]
    return "\n\n".join(paragraphs)


def _case(about: Golden, output: str, system: str, more: dict[str, Any]) -> LLMTestCase:
    metadata = about.additional_metadata or {}
    return LLMTestCase(
        name=f"{metadata['article']}, {system}",
        input=about.input,
        actual_output=output,
        expected_output=about.expected_output,
        context=about.context,
        metadata={"gold": metadata["gold"], "system": system, **more},
    )
