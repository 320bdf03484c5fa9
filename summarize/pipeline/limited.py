"""Hold the calls to a model to a number at once, however many articles are in work."""

import asyncio

from summarize.models import Completion, Model, Request


class Limited:
    """A `Model` that is asked at most `calls` things at once; others wait their turn."""

    def __init__(self, model: Model, calls: int) -> None:
        self.name = model.name
        self.context = model.context
        self.chooses = model.chooses
        self._model = model
        self._free = asyncio.Semaphore(calls)

    async def complete(self, request: Request) -> Completion:
        """Answer when it is this request's turn. Raises as the model does."""
        async with self._free:
            return await self._model.complete(request)

    def count_tokens(self, text: str) -> int:
        """Count tokens as the model does."""
        return self._model.count_tokens(text)

    async def close(self) -> None:
        """Close the model."""
        await self._model.close()
