"""What of a value stands in one sentence: itself, and others that it could be taken for."""

from dataclasses import dataclass
from typing import Literal

from summarize.values.span import Span

Prefer = Literal["before", "after", "either"]


@dataclass(frozen=True, slots=True)
class Found:
    """The places of one gold value in one text."""

    hits: tuple[Span, ...] = ()
    """Where it stands, as a value."""
    rivals: tuple[Span, ...] = ()
    """Where another value of the same kind stands, which a word may belong to instead."""
    others: tuple[tuple[Span, str], ...] = ()
    """The rivals that cannot be true together with it, and how they are written."""
    unclear: str | None = None
    """Why it cannot be told whether the value stands here; None when it can."""
    near: str | None = None
    """Why something very like the value is not it, such as a rounded number."""
    prefer: Prefer = "before"
    """On which side of its words a value of this kind stands, where two are as near."""


NOTHING = Found()
