"""The house style that a summary of ours was told to keep to."""

from functools import cache
from pathlib import Path

from summarize.errors import PromptError
from summarize.prompt import HouseStyle, load_prompt
from summarize.summary import Summary


def style_of(summary: Summary | None) -> HouseStyle | None:
    """Return the style of the prompt a summary was made with; None where that is not known."""
    if summary is None:
        return None
    return known_style(summary.made_by.prompt, summary.made_by.prompt_sha256)


def known_style(name: str, sha256: str) -> HouseStyle | None:
    """Return the style of a prompt of this name, as long as it is still what it was.

    It is looked for where `--prompt` looks: here in prompts/, then among those shipped.
    """
    return _found(name, sha256, Path.cwd())


@cache
def _found(name: str, sha256: str, _here: Path) -> HouseStyle | None:
    try:
        prompt = load_prompt(name)
    except PromptError:
        return None
    return prompt.style if prompt.sha256 == sha256 else None
