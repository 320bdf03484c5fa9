"""Load a gold file, with the line of everything in it, and the article it is about.

Nothing is guessed: an unknown key, a key given twice, a value of the wrong form, an article that is
gone or whose bytes have changed is a fault, and all faults are told, not the first.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from evals.gold.fault import Fault, GoldError
from evals.gold.model import Gold, GoldFact, Money, Number, Said, Trap, Value
from evals.gold.yaml_lines import FileFaultError, Where, read_yaml
from summarize.article import Article, read

_PLURAL: Final = {"facts": "fact", "traps": "trap"}
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
        return _line(self.lines, where)

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
        raise GoldError([Fault(path, 1, f"is not UTF-8 text: {error.reason}")]) from None
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
        faults += [_fault(path, data, lines, found) for found in error.errors()]
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


def _line(lines: Mapping[Where, int], where: Where) -> int:
    while where not in lines:
        where = where[:-1]
    return lines[where]


def _fault(path: Path, data: Any, lines: Mapping[Where, int], error: Any) -> Fault:
    where: Where = tuple(error["loc"])
    about = "".join(f"{label}: " for label in (_label(data, where),) if label)
    return Fault(path, _line(lines, where), about + _said(where, error))


def _label(data: Any, where: Where) -> str:
    """Name the fact or trap that an entry belongs to: by its id, else by its number."""
    if len(where) < 2 or where[0] not in _PLURAL or not isinstance(where[1], int):
        return ""
    entry = data[where[0]][where[1]]
    id_ = entry.get("id") if isinstance(entry, dict) else None
    return f"{_PLURAL[str(where[0])]} {id_ if isinstance(id_, str) else where[1] + 1}"


def _said(where: Where, error: Any) -> str:
    key = str(where[-1]) if where else "file"
    given, kind = error["input"], error["type"]
    if isinstance(where[-1] if where else "", int):
        key = f"{where[-2]} number {int(where[-1]) + 1}"
        where = where if len(where) == 2 else where[:-1]
    if kind == "missing":
        return f'has no "{key}": {_meaning(where)}'
    if kind == "extra_forbidden":
        return f'unknown key "{key}": {_instead(where)}'
    if kind == "string_type" and isinstance(given, (bool, int, float)):
        return f'"{key}" is text: put {str(given).lower()} in quotation marks, as it is written'
    if kind == "string_type" and given is None:
        return f'"{key}" is empty: {_meaning(where)}'
    if kind == "string_pattern_mismatch":
        return f'"{key}" cannot be {given!r}: {_FORMS.get(str(where[-1])) or _meaning(where)}'
    if kind == "tuple_type":
        return f'"{key}" is a list: write [] or one entry a line, each after "- "'
    if kind in ("model_type", "model_attributes_type"):
        return f'"{key}" is not what it should be: {_meaning(where)}'
    return f'"{key}": {error["msg"].removeprefix("Value error, ")}'


_IN_VALUE: Final[dict[str, type[BaseModel]]] = {"number": Number, "money": Money, "quote": Said}
_IN_LIST: Final[dict[str, type[BaseModel]]] = {"facts": GoldFact, "traps": Trap}
_FORMS: Final = {
    "id": "write it in lower case with hyphens, such as exchange-of-fire",
    "sha256": "write the 64 hexadecimal digits that `sha256sum` prints for the article",
    "date": "write YYYY, YYYY-MM or YYYY-MM-DD, or --MM-DD or --MM when the year is open",
    "currency": "write its ISO 4217 code, such as USD, or the sign alone",
}


def _model(where: Where) -> type[BaseModel]:
    """Return the record in which an entry stands."""
    if "value" in where[:-1]:
        return _IN_VALUE.get(str(where[-2]), Value)
    return _IN_LIST.get(str(where[0]), Gold) if len(where) > 2 else Gold


def _keys(where: Where) -> dict[str, str]:
    fields = _model(where).model_fields
    return {f.alias or name: f.description or "" for name, f in fields.items()}


def _meaning(where: Where) -> str:
    key = str(where[-1]) if where else ""
    if len(where) == 2 and where[0] in _PLURAL:
        return "write it as keys and values, from `- id:` on"
    described = _keys(where).get(key) or "a list of them"
    return described[0].lower() + described[1:].rstrip(".")


def _instead(where: Where) -> str:
    keys = _keys(where)
    close = get_close_matches(str(where[-1]), keys, n=1)
    return f'do you mean "{close[0]}"?' if close else f"the keys here are {', '.join(keys)}"
