"""Ask a model the same thing again, as another question.

The same request has the same recorded answer. So each repeat but the first carries its number as
the sampling option `seed`: it changes the digest, and with it the recording; and a server that
samples draws anew from it, so that the repeat can be made again. Request 0 stays as it is: the
first repeat has the answers that the command line and a run without repeats have.
"""

from dataclasses import replace

from summarize.models import Completion, Model, Request


class Repeated:
    """A `Model` that marks its requests with the number of the repeat."""

    def __init__(self, model: Model, repeat: int) -> None:
        self.name = model.name
        self.context = model.context
        self.chooses = model.chooses
        self._model = model
        self._repeat = repeat

    async def complete(self, request: Request) -> Completion:
        """Ask, marked. Raises what the model raises."""
        return await self._model.complete(
            replace(request, extra={**request.extra, "seed": self._repeat})
        )

    def count_tokens(self, text: str) -> int:
        """Count tokens as the model does."""
        return self._model.count_tokens(text)

    async def close(self) -> None:
        """Leave the model open: other repeats use it."""


def for_repeat(model: Model, repeat: int) -> Model:
    """Return the model as one repeat asks it, counted from 0."""
    return model if seed_of(repeat) is None else Repeated(model, repeat)


def seed_of(repeat: int) -> int | None:
    """Return the seed that one repeat asks with; None for none."""
    return repeat or None
