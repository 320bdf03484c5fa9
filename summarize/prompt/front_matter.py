"""The front matter of a prompt: what it is for, which fields, house style, sampling, examples."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from summarize.errors import PromptError

FieldName = Literal["headline", "abstract", "key_points", "quotes", "dates", "numbers", "names"]
FIELDS: Final[tuple[FieldName, ...]] = (
    "headline",
    "abstract",
    "key_points",
    "quotes",
    "dates",
    "numbers",
    "names",
)
BlockName = Literal["points", "statement", "headline", "repair"]
FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


class HouseStyle(BaseModel):
    """What every summary of this prompt keeps to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    headline_characters: int = Field(default=55, ge=20, le=200)
    abstract_sentences: int = Field(default=2, ge=1, le=5)
    min_points: int = Field(default=3, ge=1, le=20)
    max_points: int = Field(default=5, ge=1, le=20)
    point_words: int = Field(default=35, ge=8, le=80)

    @model_validator(mode="after")
    def _least_is_not_above_most(self) -> Self:
        if self.min_points > self.max_points:
            raise ValueError(f"min_points {self.min_points} is above max_points {self.max_points}")
        return self


class Sampling(BaseModel):
    """How the model's words are drawn."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    temperature: float = Field(default=0.0, ge=0.0, le=2.0)
    max_tokens: int = Field(default=1200, ge=50)
    """For each answer."""


class Example(BaseModel):
    """What a model is given and what it should answer, shown to it before the real thing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    given: str
    answer: dict[str, Any]


class FrontMatter(BaseModel):
    """The part of a prompt between the two lines of three dashes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    description: str
    fields: tuple[FieldName, ...] = FIELDS
    house_style: HouseStyle = HouseStyle()
    sampling: Sampling = Sampling()
    support: bool | str = False
    """Whether a judge looks at each statement too, and which, as provider/name; `true`: the one
    whose answers the check is fitted for."""
    examples: dict[BlockName, tuple[Example, ...]] = {}
    """By block."""

    @field_validator("support", mode="before")
    @classmethod
    def _is_yes_no_or_a_name(cls, support: object) -> object:
        if support == "" or not isinstance(support, bool | str):
            raise ValueError("write true, false, or a model as provider/name")
        return support


def read_front_matter(text: str, path: Path) -> FrontMatter:
    """Return the front matter of a prompt. Raises PromptError with file and line."""
    found = FRONT_MATTER.match(text)
    if not found:
        raise PromptError(
            f"{path}:1: no front matter: begin with a line ---, a description:, and ---"
        )
    try:
        return FrontMatter.model_validate(yaml.safe_load(found.group(1)) or {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        fault_words = error.problem or "not YAML"
        if "mapping values" in fault_words:
            fault_words = "a second colon: put what follows the first between quotation marks"
        raise PromptError(f"{path}:{line}: front matter: {fault_words}") from error
    except ValidationError as error:
        # A key that is mistyped is the likelier slip than the one that is therefore missing.
        fault = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in fault["loc"]) or "the whole"
        line = _line_of_key(found.group(1), fault["loc"])
        unknown = fault["type"] == "extra_forbidden"
        what = (
            "not a known key: see prompts/README.md for those there are"
            if unknown
            else fault["msg"].removeprefix("Value error, ")
        )
        raise PromptError(f"{path}:{line}: front matter: {key}: {what}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        fault_words = " ".join(str(error).split())[:120]
        raise PromptError(f"{path}: front matter: {fault_words}") from error


def _line_of_key(matter: str, keys: Sequence[int | str]) -> int:
    """Return the line of the file on which the innermost of these nested keys stands."""
    node, line = yaml.compose(matter), -1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
            line = node.start_mark.line
    return int(line) + 2


def without_front_matter(text: str) -> str:
    """Blank out the front matter, so that line numbers stay those of the file."""
    found = FRONT_MATTER.match(text)
    return "\n" * found.group().count("\n") + text[found.end() :] if found else text
