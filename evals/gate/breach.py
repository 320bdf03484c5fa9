"""One reason why a run does not pass."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """What failed, in one line; the names are there again for programs."""

    message: str
    """The whole line: it names system, metric, article and fact, as far as there are any."""
    system: str | None = None
    metric: str | None = None
    article: str | None = None
    fact: str | None = None
    """Id of the fact or trap."""
    is_error: bool = False
    """Whether it is a trial that ended in an error."""

    def __post_init__(self) -> None:
        if "\n" in self.message or not self.message:
            raise ValueError(f"not one line: {self.message!r}")

    def __str__(self) -> str:
        return self.message
