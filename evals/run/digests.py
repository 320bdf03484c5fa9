"""Digests of our own code: what other code decided is found out, and made again.

It imports nothing slow, so that it can be asked before anything else is done.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import evals
import summarize
from summarize.models.paths import cache_dir

# What decides a verdict: the matcher's rules and weights, and the readers of values under them.
MATCHER: Final = ("evals/match", "summarize/judge", "summarize/values", "summarize/article")
SOURCES: Final = (".py", ".json", ".txt")
# What decides a trial: how it is summarized, matched and measured, and how it is written down.
CODE: Final = (
    "summarize",
    "evals/gold",
    "evals/match",
    "evals/metrics",
    "evals/scoring",
    "evals/run",
)


def matcher_digest() -> str:
    """Return the digest of the code and the weights that decide verdicts."""
    return _digest(MATCHER)


def trials_folder() -> Path:
    """Return where finished trials are kept that this code has made."""
    return cache_dir() / "trials" / code_digest()[:16]


def code_digest() -> str:
    """Return the digest of the code that decides a trial: what other code made is made again."""
    return _digest(CODE)


@cache
def _digest(folders: tuple[str, ...]) -> str:
    roots = {"evals": Path(evals.__file__).parent, "summarize": Path(summarize.__file__).parent}
    digest = hashlib.sha256()
    for folder in folders:
        package, _, rest = folder.partition("/")
        for name, path in _sources(roots[package] / rest):
            digest.update(f"{folder}/{name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(folder: Path) -> Iterable[tuple[str, Path]]:
    """Return the files that are code or weights, in an order that is the same everywhere."""
    found = (p for p in folder.rglob("*") if p.suffix in SOURCES and "recordings" not in p.parts)
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)
