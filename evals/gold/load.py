"""Load a gold file, with the line of everything in it, and the article it is about.

Nothing is guessed: an unknown key, a key given twice, a value of the wrong form, an article that is
gone or whose bytes have changed is a fault, and all faults are told, not the first.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from evals.gold.fault import Fault, GoldError
from evals.gold.form import fault_of, line_of
from evals.gold.model import Gold
from evals.gold.yaml_lines import FileFaultError, Where, not_utf8, read_yaml
from summarize.article import Article, read

_SUFFIXES: Final = (".yaml", ".yml")


@dataclass(frozen=True)
class Loaded:
    """A gold file as read."""

    path: Path
    gold: Gold
    lines: Mapping[Where, int]
    """The line of every entry by the keys that lead to it: ("facts", 0, "quote"). From 1."""

    def line(self, *where: str | int) -> int:
        """Return the line of an entry, or of the nearest one around it that the file has."""
        return line_of(self.lines, where)

    @cached_property
    def line_of(self) -> Mapping[str, int]:
        """Return the line on which each fact and trap begins, by its id."""
        named = [("facts", i, fact.id) for i, fact in enumerate(self.gold.facts)]
        named += [("traps", i, trap.id) for i, trap in enumerate(self.gold.traps)]
        return {id_: self.line(part, i) for part, i, id_ in reversed(named)}

    @property
    def article(self) -> Path:
        """Return where the article is."""
        beside = self.path.parent / self.gold.article
        tidy = Path(os.path.normpath(beside))
        # "a/../b" is not "b" where a is a link to another folder.
        return tidy if tidy.exists() and beside.exists() and tidy.samefile(beside) else beside


def load(path: Path) -> Loaded:
    """Return a gold file. Raises GoldError with all its faults of form."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise GoldError([Fault(path, 1, "no such file: check the path")]) from None
    except IsADirectoryError:
        raise GoldError([Fault(path, 1, "is a directory: give its .yaml files")]) from None
    except UnicodeDecodeError as error:
        raise GoldError([Fault(path, *not_utf8(error))]) from None
    except OSError as error:
        raise GoldError([Fault(path, 1, f"cannot be read: {error.strerror}")]) from error
    try:
        data, lines, repeated = read_yaml(text)
    except FileFaultError as error:
        raise GoldError([Fault(path, error.line, str(error))]) from None
    faults = [Fault(path, fault.line, str(fault)) for fault in repeated]
    if not isinstance(data, dict):
        message = "is no gold file: start one with `summarize gold new ARTICLE`"
        raise GoldError([Fault(path, 1, message)])
    try:
        gold = Gold.model_validate(data)
    except ValidationError as error:
        faults += [fault_of(path, data, lines, found) for found in error.errors()]
        raise GoldError(faults) from None
    if faults:
        raise GoldError(faults)
    return Loaded(path, gold, lines)


def load_article(loaded: Loaded) -> Article:
    """Return the article of a gold file, published when the gold says so if it does.

    Raises GoldError when it is gone, and when its bytes are not those the gold was written for.
    """
    path, gold = loaded.path, loaded.gold
    line = loaded.line("article")
    if "://" in gold.article or Path(gold.article).is_absolute():
        message = f"article {gold.article}: write a path relative to this file"
        raise GoldError([Fault(path, line, message)])
    if not loaded.article.is_file():
        message = f"article {gold.article}: no such file: the path is relative to this file"
        raise GoldError([Fault(path, line, message)])
    article = read(os.fspath(loaded.article), published=gold.published)
    if article.sha256 != gold.sha256:
        message = (
            f"article {gold.article} has changed since the gold was written: look at every fact"
            f" again, then write sha256: {article.sha256}"
        )
        raise GoldError([Fault(path, loaded.line("sha256"), message)])
    return article


def gold_files(paths: list[Path]) -> list[Path]:
    """Return the gold files meant, each once: a folder stands for the .yaml files in it."""
    files: dict[Path, None] = {}
    for path in paths:
        found = [path]
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.suffix in _SUFFIXES)
            if not found:
                raise GoldError([Fault(path, 1, "has no .yaml files in it: check the path")])
        files.update(dict.fromkeys(found))
    return list(files)
