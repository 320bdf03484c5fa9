"""What a run was made from and with, by digest: runs that cannot be compared are found out."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import summarize
from evals.metrics import METRICS
from evals.run.digests import matcher_digest
from evals.run.plan import BASELINE, Plan
from evals.run.record import ArticleInput, JudgeRecord, Manifest, SamplingRecord
from evals.run.repeated import seed_of
from evals.suite import GoldArticle
from summarize.version import VERSION

# What is installed is known by its version, also where its environment lies in the repository.
PACKAGE: Final = Path(summarize.__file__).resolve().parent
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
    commit, dirty = git_state(plan.suite.path.parent, _inputs(plan))
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
        styles={prompt.name: prompt.style for prompt in plan.prompts},
        sampling=_sampling(plan, models),
        models=list(models),
        repeat=plan.repeat,
        matcher=matcher_digest(),
        judge=judge,
        metrics=list(METRICS),
        replayed=replayed,
    )


def _sampling(plan: Plan, models: Sequence[str]) -> dict[str, SamplingRecord]:
    seeds = [seed_of(repeat) for repeat in range(plan.repeat)]
    return {
        f"{model} {prompt.name}": SamplingRecord(**prompt.front.sampling.model_dump(), seeds=seeds)
        for model in models
        if model != BASELINE
        for prompt in plan.prompts
    }


def _inputs(plan: Plan) -> list[Path]:
    """Return the files that a run is made from."""
    gold = [path for item in plan.items for path in (item.loaded.path, item.loaded.article)]
    return [plan.suite.path, *(prompt.path for prompt in plan.prompts), *gold]


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


def git_state(folder: Path, inputs: Sequence[Path] = ()) -> tuple[str | None, bool | None]:
    """Return the commit and whether files differ from it; None for both without a repository.

    One of the `inputs` that lies in the repository and is not in the commit differs too.
    """
    told = _git(folder, "status", "--porcelain=v2", "--branch", "-uno")
    if told is None:
        return None, None
    lines = told.splitlines()
    commit = next((s.split()[-1] for s in lines if s.startswith("# branch.oid ")), None)
    if commit == "(initial)":
        return None, None
    return commit, any(not line.startswith("#") for line in lines) or _untracked(folder, inputs)


def _untracked(folder: Path, inputs: Sequence[Path]) -> bool:
    """Say whether one of these files is in the repository's folder and unknown to it."""
    here = folder.resolve()
    around = (place for place in (here, *here.parents) if (place / ".git").exists())
    if (root := next(around, None)) is None:
        return False
    found = [path for path in map(Path.resolve, inputs) if path.is_relative_to(root)]
    inside = [str(path) for path in found if not path.is_relative_to(PACKAGE)]
    # With no file named, git would look at all there are.
    return bool(inside) and bool(_git(root, "ls-files", "--others", "--", *inside))


def _git(folder: Path, *words: str) -> str | None:
    """Return what git prints; None where it cannot tell."""
    command = ["git", "--literal-pathspecs", "-C", str(folder), *words]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
