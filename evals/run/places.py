"""Where the files are that a run was made from: written so that they can be found again.

A saved run names them relative to itself: a folder that holds both may be moved, or be cloned on
another machine, and the run may be read from anywhere. What was saved otherwise, or has been moved
away, is looked for where we are, in the folders above the run, and in this project. Of several, the
one with the digest of then is taken.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evals.run.record import ArticleInput, Run
from evals.suite import file_sha256

_PROJECT: Final = Path(__file__).parents[2]


def told_from(run: Run, folder: Path) -> Run:
    """Return the run with its files named relative to the folder it is saved in."""
    return _renamed(run, [_told(each, folder) for each in run.manifest.articles])


def found_from(run: Run, folder: Path) -> Run:
    """Return a run saved in `folder` with its files named as they are found from here.

    What is found nowhere keeps the name it has in the file.
    """
    return _renamed(run, [_found(each, folder) for each in run.manifest.articles])


def _renamed(run: Run, articles: list[ArticleInput]) -> Run:
    manifest = run.manifest.model_copy(update={"articles": articles})
    return run.model_copy(update={"manifest": manifest})


def _told(article: ArticleInput, folder: Path) -> ArticleInput:
    return article.model_copy(
        update={"gold": _relative(article.gold, folder), "path": _relative(article.path, folder)}
    )


def _relative(name: str, folder: Path) -> str:
    """Return the name of a file seen from a folder; one that is not there keeps its own."""
    return Path(os.path.relpath(name, folder)).as_posix() if Path(name).is_file() else name


def _found(article: ArticleInput, folder: Path) -> ArticleInput:
    golds = list(_there(article.gold, folder))
    gold = next((g for g in golds if _is(g, article.gold_sha256)), golds[0] if golds else None)
    path = next(_there(article.path, folder), None)
    return article.model_copy(
        update={
            "gold": os.fspath(gold) if gold else article.gold,
            "path": os.fspath(path) if path else article.path,
        }
    )


def _there(name: str, folder: Path) -> Iterator[Path]:
    """Yield the files of this name, the likeliest first."""
    for place in (folder, Path(), *folder.absolute().parents, _PROJECT):
        # Written without links: what leads out of a folder leads out of the name it was given.
        path = Path(os.path.normpath(place / name))
        if path.is_file():
            yield path


def _is(path: Path, sha256: str) -> bool:
    try:
        return file_sha256(path) == sha256
    except OSError:
        return False
