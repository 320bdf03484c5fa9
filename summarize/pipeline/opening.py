"""How to load a prompt and open a model, as something that can be sent to another process."""

from dataclasses import dataclass
from pathlib import Path

from summarize.models import Model
from summarize.models.answers import Answers
from summarize.models.lead import Lead
from summarize.models.providers import open_model
from summarize.models.settings import Tell
from summarize.pipeline.judging import judge_named, open_support_judge
from summarize.prompt import Prompt, load_prompt


@dataclass(frozen=True, slots=True)
class Opening:
    """What a caller says of the prompt and the models; each is None where nothing is said."""

    prompt: str
    prompts: Path | None
    """The folder in which prompts are looked for first."""
    model: str | None
    base_url: str | None
    answers: Answers | None
    """Where answers are kept; None: nowhere."""
    timeout: float | None
    context: int | None
    support: bool | str = False
    """Whether a judge looks at each statement, and which, as a prompt says it; False: as the prompt
    does."""

    def open(self, tell: Tell = lambda _what, _share: None) -> tuple[Prompt, Model, Model | None]:
        """Return the prompt, the model, and the one that judges statements, if any does.

        Raises SummarizeError when one of them cannot be had.
        """
        prompt = load_prompt(self.prompt, self.prompts)
        model = open_model(
            self.model,
            base_url=self.base_url,
            answers=self.answers,
            timeout=self.timeout,
            context=self.context,
            tell=tell,
        )
        name = None if isinstance(model, Lead) else judge_named(prompt, asked=self.support)
        if name is None:
            return prompt, model, None
        judge = open_support_judge(name, lambda name: self._judge(name, tell))
        # Nothing is loaded yet; one model is not to be loaded twice.
        return prompt, model, model if judge.name == model.name else judge

    def _judge(self, name: str, tell: Tell) -> Model:
        """Open the model that judges, which is on the same server, or in this process."""
        return open_model(
            name,
            base_url=None if name.startswith("local/") else self.base_url,
            answers=self.answers,
            timeout=self.timeout,
            tell=tell,
        )


async def close(model: Model, judge: Model | None) -> None:
    """Close what `Opening.open` returned."""
    await model.close()
    if judge is not None and judge is not model:
        await judge.close()
