"""A model that answers by a script, and keeps what it was asked."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from summarize.models import Completion, Request, Usage

Answer = Mapping[str, Any] | str


class Scripted:
    name = "scripted/judge"
    context = 8192
    chooses = True

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        self.asked: list[Request] = []
        self.closed = False
        self._answer = answer

    async def complete(self, request: Request) -> Completion:
        self.asked.append(request)
        answer = self._answer(request)
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return Completion(text, "length" if text == "{" else "stop", Usage(), 0.0)

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    async def close(self) -> None:
        self.closed = True


def fields(request: Request) -> set[str]:
    """Return the fields of the answer that is asked for."""
    return set((request.schema or {}).get("properties", {}))
