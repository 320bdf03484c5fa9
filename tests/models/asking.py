"""What the tests of models have in common: a request, and a model that talks to a loopback."""

import asyncio
from typing import Any

from summarize.models import Completion, Message, Request
from summarize.models.chat import ChatModel, Server
from summarize.models.patience import Patience

KEY = "sk-test-0123456789abcdef"


def request(text: str = "Hello?", **given: Any) -> Request:
    """Make a request."""
    parts: dict[str, Any] = {
        "model": "server/m",
        "messages": (Message("system", "Answer in JSON."), Message("user", text)),
        "schema": {"type": "object", "properties": {}, "additionalProperties": False},
        "max_tokens": 50,
    }
    return Request(**parts | given)


class Naps:
    """A sleep that takes no time and remembers how long it would have."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


def model(
    base_url: str, *, naps: Naps | None = None, timeout: float = 5.0, **given: Any
) -> ChatModel:
    """Make a model whose waits take no time."""
    parts: dict[str, Any] = {
        "model": "m",
        "base_url": base_url,
        "key": KEY,
        "key_variable": "SUMMARIZE_API_KEY",
        "context": 8192,
        "chooses": True,
        "count": len,
    }
    patience = Patience(timeout, sleep=naps or Naps())
    return ChatModel("server/m", Server(**parts | given), patience=patience)


def ask(chat: ChatModel, *requests: Request) -> list[Completion]:
    """Ask all at once, close, and return the answers."""

    async def run() -> list[Completion]:
        try:
            return await asyncio.gather(*(chat.complete(r) for r in requests or (request(),)))
        finally:
            await chat.close()

    return asyncio.run(run())
