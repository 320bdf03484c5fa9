"""Prompts: what an editor writes, and how its blanks are filled.

A prompt is a Markdown file: front matter (description, fields, house style, sampling), then Jinja2
blocks, one for each thing a model is asked. Blanks are strict: one that nobody fills is an error
with its file and line, never an empty string. A prompt's version is the digest of its whole text,
shared parts included, so that an edit changes it and nothing else does.
"""

from summarize.prompt.folders import available, prompt_folders, shipped_prompts
from summarize.prompt.front_matter import FIELDS, BlockName, Example, FieldName, HouseStyle
from summarize.prompt.template import NEEDED, Prompt, load_prompt

__all__ = [
    "FIELDS",
    "NEEDED",
    "BlockName",
    "Example",
    "FieldName",
    "HouseStyle",
    "Prompt",
    "available",
    "load_prompt",
    "prompt_folders",
    "shipped_prompts",
]
