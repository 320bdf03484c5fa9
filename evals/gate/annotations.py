"""GitHub annotations: each breach on the line of the gold file that it is about.

Workflow commands end at a line break and use : and , between properties, so these are escaped as
GitHub's runner reads them; nothing that a summary or an article says can become a command.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.gate.breach import Breach
from evals.gold.load import Loaded
from evals.run.record import Run


def annotations(run: Run, breaches: Sequence[Breach], golds: Mapping[str, Loaded]) -> list[str]:
    """Return one `::error` command for each breach; `golds` are the gold files by article id.

    A breach about an article without a fact is on the gold file's first line; one about neither
    has no file.
    """
    files = {article.id: article.gold for article in run.manifest.articles}
    return [_command(breach, files, golds) for breach in breaches]


def _command(breach: Breach, files: Mapping[str, str], golds: Mapping[str, Loaded]) -> str:
    properties = {}
    if breach.article is not None and breach.article in files:
        gold = golds.get(breach.article)
        line = gold.line_of.get(breach.fact, 1) if gold and breach.fact else 1
        properties = {"file": _relative(files[breach.article]), "line": str(line)}
    title = " ".join(filter(None, (breach.metric, breach.fact)))
    properties["title"] = title or "summarize eval"
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::error {written}::{_data(breach.message)}"


def _relative(path: str) -> str:
    """Return a path as GitHub wants it: from the root of the repository, with slashes."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    whole = Path(os.path.normpath(Path.cwd() / path))
    return (whole.relative_to(root) if whole.is_relative_to(root) else Path(path)).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
