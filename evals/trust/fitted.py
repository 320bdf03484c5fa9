"""The records of the fitted judges: what their weights were made from, and when."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from evals.match import lexical
from summarize.judge import support
from summarize.judge.logistic import models
from summarize.judge.support import ALONE

FILES: Final[Mapping[str, Path]] = {"fact stated": lexical.WEIGHTS, "supported": support.WEIGHTS}
_WITHOUT: Final = "without a model"


def records() -> dict[str, Mapping[str, Any]]:
    """Return each model's record by what it judges and its name, in the order of the files."""
    return {
        f"{judges}, {_WITHOUT if name == ALONE else name}": record
        for judges, path in FILES.items()
        for name, record in models(path).items()
    }
