"""What each planted error and each rewrite is, in an editor's words: those of its own file."""

import inspect
import re
from typing import Final

from evals.selftest.mutators import MUTATORS
from evals.selftest.rewrites import REWRITES
from evals.selftest.run import AS_IT_STANDS

_VERB: Final = re.compile(r"(?:Plant|Drop) ")


def kind_words(name: str) -> str:
    """Return what is planted: "another month"; the name where it is no longer planted."""
    if name not in MUTATORS:
        return name.replace("-", " ")
    module = inspect.getmodule(MUTATORS[name].plant)
    first = (module.__doc__ or name).strip().split("\n")[0].rstrip(".").partition(":")[0]
    dropped = " left out" if first.startswith("Drop ") else ""
    return _VERB.sub("", first, count=1) + dropped


def rewrite_words(name: str) -> str:
    """Return what a rewrite does."""
    if name == AS_IT_STANDS:
        return "nothing: the statements as they stand"
    if name not in REWRITES:
        return name.replace("-", " ")
    first = (REWRITES[name].__doc__ or name).strip().split("\n")[0].rstrip(".")
    return first[0].lower() + first[1:]
