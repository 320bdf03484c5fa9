"""The records of the fitted judges: what their weights were made from, and when."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import evals.match
from summarize.judge.support import WEIGHTS as SUPPORT

FACTS: Final = Path(evals.match.__file__).with_name("lexical_weights.json")
# The model of a file that has one only, and needs no name.
ALONE: Final = "lexical"
FILES: Final[Mapping[str, Path]] = {"fact stated": FACTS, "supported": SUPPORT}
_WITHOUT: Final = "without a model"


def records() -> dict[str, Mapping[str, Any]]:
    """Return each model's record by what it judges and its name, in the order of the files."""
    found: dict[str, Mapping[str, Any]] = {}
    for judges, path in FILES.items():
        for name, record in _models(json.loads(path.read_text(encoding="utf-8"))):
            found[f"{judges}, {_WITHOUT if name == ALONE else name}"] = record
    return found


def _models(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "models" in document:
        yield from document["models"].items()
    else:
        yield ALONE, document
