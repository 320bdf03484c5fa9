"""The question a judge is asked, read from a file of prompts/judge.

The instructions come first, then worked examples, then the text, and the statement last: all that
is the same stands in front, so that a server works it out once.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from summarize.errors import InputError
from summarize.models.model import Message
from summarize.prompt import shipped_prompts

_TOKENISED: Final = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r"-lrb- ?", re.IGNORECASE), "("),
    (re.compile(r" ?-rrb-", re.IGNORECASE), ")"),
    (re.compile(r" (?=[.,;:!?%)](?:\s|$))"), ""),
    (re.compile(r" (?='(?:s|re|ve|ll|d|m)\b|n't\b)"), ""),
)
_PARTS: Final = re.compile(r"\A---\n(.*?)\n---\n?(.*)\Z", re.DOTALL)


class Answered(BaseModel):
    """A statement, and whether the text says it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    statement: str
    answer: Literal["Yes", "No"]


class Example(BaseModel):
    """A text, and statements about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    statements: tuple[Answered, ...]


class Question(BaseModel):
    """What a judge is asked of any text and statement."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    description: str
    given: str
    """How a text is given: `{text}` stands for it."""
    asked: str
    """How it is asked about: `{statement}` stands for the statement, without a last full stop
    where more follows it."""
    instructions: str
    """Said first; empty: nothing."""
    examples: tuple[Example, ...] = ()
    sha256: str
    """Of the file: weights are fitted for one question only."""

    def messages(self, text: str, statement: str) -> tuple[Message, ...]:
        """Return the conversation that ends with this statement about this text."""
        turns = [Message("system", self.instructions)] if self.instructions else []
        for example in self.examples:
            for index, answered in enumerate(example.statements):
                before = "" if index else self._given(example.text)
                turns += [
                    Message("user", before + self._asked(answered.statement)),
                    Message("assistant", answered.answer),
                ]
        return (*turns, Message("user", self._given(text) + self._asked(statement)))

    def _given(self, text: str) -> str:
        return self.given.replace("{text}", _as_written(text)) + "\n\n"

    def _asked(self, statement: str) -> str:
        words = _as_written(statement)
        if not self.asked.endswith("{statement}"):
            words = words.rstrip(".")
        return self.asked.replace("{statement}", words)


@cache
def load_question(name: str) -> Question:
    """Read a question that ships with the product."""
    return read_question(shipped_prompts() / "judge" / f"{name}.md")


def digests(names: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each question by its name, to be kept beside weights fitted for it."""
    return {name: load_question(name).sha256 for name in sorted(set(names))}


def refuse_others(fitted_for: Mapping[str, str], asked: Iterable[str], weights: Path) -> None:
    """Raise InputError when weights were fitted for other questions than are asked."""
    now = digests(asked)
    if changed := [name for name in now if fitted_for.get(name) != now[name]]:
        raise InputError(
            f"{weights}: fitted for another wording than that of prompts/judge/{changed[0]}.md: "
            "restore that, or fit anew: python -m evals.fit.asked"
        )


def read_question(path: Path) -> Question:
    """Read a question. It ships with the code, so a fault in it is a defect: ValueError."""
    raw = path.read_bytes()
    found = _PARTS.match(raw.decode("utf-8"))
    if not found:
        raise ValueError(f"{path}: no front matter")
    matter = yaml.safe_load(found.group(1))
    return Question(**matter, instructions=found.group(2).strip(), sha256=sha256(raw).hexdigest())


def _as_written(text: str) -> str:
    """Undo what a tokeniser did: `` he did n't , he said . '' is no English."""
    for pattern, written in _TOKENISED:
        text = pattern.sub(written, text)
    return " ".join(text.split())
