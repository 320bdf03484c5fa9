"""How to load a prompt and open a model, as something that can be sent to another process."""

from dataclasses import dataclass
from pathlib import Path

from summarize.models import Model
from summarize.models.answers import Answers
from summarize.models.providers import open_model
from summarize.models.settings import Tell
from summarize.prompt import Prompt, load_prompt


@dataclass(frozen=True, slots=True)
class Opening:
    """What a caller says of the prompt and the model; each is None where nothing is said."""

    prompt: str
    prompts: Path | None
    """The folder in which prompts are looked for first."""
    model: str | None
    base_url: str | None
    answers: Answers | None
    """Where answers are kept; None: nowhere."""
    timeout: float | None
    context: int | None

    def open(self, tell: Tell = lambda _what, _share: None) -> tuple[Prompt, Model]:
        """Return both. Raises SummarizeError when one of them cannot be had."""
        prompt = load_prompt(self.prompt, self.prompts)
        model = open_model(
            self.model,
            base_url=self.base_url,
            answers=self.answers,
            timeout=self.timeout,
            context=self.context,
            tell=tell,
        )
        return prompt, model
