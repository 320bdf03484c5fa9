"""What is wrong with a gold file, and on which line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing an editor has to mend."""

    path: Path
    line: int
    """From 1."""
    message: str
    """What is at fault, how, and the way out."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class GoldError(InputError):
    """A gold file that cannot be used. `faults` are all that was found, in order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first, *more = self.faults = tuple(sorted(faults))
        rest = f" (and {len(more)} more: summarize gold check {first.path})" if more else ""
        super().__init__(f"{first}{rest}")
