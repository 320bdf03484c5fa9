"""What a run was made from and with, by digest: runs that cannot be compared are found out."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from evals.metrics import METRICS
from evals.run.digests import matcher_digest
from evals.run.plan import Plan
from evals.run.record import ArticleInput, JudgeRecord, Manifest
from evals.suite import GoldArticle
from summarize.version import VERSION

# Those whose version can change an answer, or what is made of it.
PACKAGES: Final = ("openai", "pydantic", "jinja2", "xllamacpp")


def manifest(
    plan: Plan,
    models: Sequence[str],
    *,
    command: str,
    replayed: bool,
    judge: JudgeRecord | None = None,
) -> Manifest:
    """Return the manifest of a run that is about to begin."""
    commit, dirty = git_state(plan.suite.path.parent)
    return Manifest(
        made=datetime.now(UTC).replace(microsecond=0),
        suite=plan.suite.suite.name,
        suite_sha256=plan.suite.sha256,
        command=command,
        versions=versions(),
        commit=commit,
        dirty=dirty,
        articles=[article_input(item) for item in plan.items],
        prompts={prompt.name: prompt.sha256 for prompt in plan.prompts},
        models=list(models),
        repeat=plan.repeat,
        matcher=matcher_digest(),
        judge=judge,
        metrics=list(METRICS),
        replayed=replayed,
    )


def article_input(item: GoldArticle) -> ArticleInput:
    """Return the record of an article with its gold."""
    return ArticleInput(
        id=item.article.id,
        path=os.fspath(item.loaded.article),
        sha256=item.article.sha256,
        gold=os.fspath(item.loaded.path),
        gold_sha256=item.gold_sha256,
        published=item.article.published,
        text=item.article.text,
    )


def versions() -> dict[str, str]:
    """Return the versions of this product, of Python and of the packages that matter."""
    found = {"summarize-news": VERSION, "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def git_state(folder: Path) -> tuple[str | None, bool | None]:
    """Return the commit and whether files differ from it; None for both without a repository."""
    command = ["git", "-C", str(folder), "status", "--porcelain=v2", "--branch", "-uno"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None, None
    if done.returncode != 0:
        return None, None
    lines = done.stdout.splitlines()
    commit = next((s.split()[-1] for s in lines if s.startswith("# branch.oid ")), None)
    if commit == "(initial)":
        return None, None
    return commit, any(not line.startswith("#") for line in lines)
