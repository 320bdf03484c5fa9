"""What a provider is given to open a model with, and what it says about its models."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from summarize.models.model import Model

Tell = Callable[[str, float | None], None]
"""Told (what is going on, the share done from 0 to 1 or None): for a line of progress."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the caller and the environment decide about a model."""

    environment: Mapping[str, str]
    cache: Path
    base_url: str | None = None
    timeout: float | None = None
    """Seconds for one attempt; None: the provider's own."""
    context: int | None = None
    """Tokens the model takes; None: what is known of it."""
    asks: bool = True
    """False when only recordings answer: then no key and no weights are needed."""
    tell: Tell = field(default=lambda _what, _share: None)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of `summarize models`."""

    name: str
    """provider/name, or provider/NAME where any name goes."""
    what: str
    missing: str | None
    """What it takes to use it; None when it is ready."""
    default: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `summarize doctor`."""

    what: str
    good: bool | None
    """None: neither good nor bad, such as a key nobody has to have."""
    detail: str


class Provider(Protocol):
    """A kind of server, or a way of running models."""

    def open(self, name: str, settings: Settings) -> Model:
        """Return the model. Raises InputError for an impossible name, ModelError if not ready."""
        ...

    def listed(self, settings: Settings) -> list[Listed]:
        """Return what it offers, without asking anyone."""
        ...
