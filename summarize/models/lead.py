"""The baseline without a model: an article's first sentences, which the pipeline takes itself."""

from summarize.errors import ModelError
from summarize.models.model import Completion, Model, Request
from summarize.models.settings import Listed, Settings


class Lead:
    """A stand-in for a model that is never asked anything."""

    name = "lead"
    context = 0
    chooses = False

    async def complete(self, request: Request) -> Completion:
        """Refuse: there is no model behind it."""
        raise ModelError(f"lead answers nothing, and was asked as {request.model}")

    def count_tokens(self, text: str) -> int:  # noqa: ARG002 - nothing is sent anywhere
        """Return 0."""
        return 0

    async def close(self) -> None:
        """Do nothing."""


class LeadProvider:
    """`lead`."""

    def open(self, name: str, settings: Settings) -> Model:  # noqa: ARG002
        """Return the stand-in."""
        return Lead()

    def listed(self, settings: Settings) -> list[Listed]:  # noqa: ARG002
        """Return its one line."""
        return [Listed("lead", "the first sentences as they are; no model", None)]
