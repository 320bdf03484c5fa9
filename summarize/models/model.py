"""The seam to language models: one request, one completion, a protocol of one method.

A request is whole: two equal requests have equal digests, and so the same recorded answer.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of what the model is told."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that decides an answer, and nothing else."""

    model: str
    """provider/name"""
    messages: tuple[Message, ...]
    schema: Mapping[str, Any] | None
    """The JSON Schema the answer must have, or None for free text."""
    max_tokens: int
    temperature: float = 0.0
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Sampling options only some servers know, such as repeat_penalty."""
    top_logprobs: int = 0
    """How many likeliest first tokens to tell with their log probabilities; OpenAI's most is 20."""

    def digest(self) -> str:
        """Return the SHA-256, in hexadecimal, of this request as canonical JSON."""
        # What `asdict` gives, without its copies of the schema.
        fields = {
            "model": self.model,
            "messages": [{"role": m.role, "content": m.content} for m in self.messages],
            "schema": self.schema,
            "max_tokens": self.max_tokens,
            "temperature": self.temperature,
            "extra": self.extra,
        }
        if self.top_logprobs:
            fields["top_logprobs"] = self.top_logprobs
        canonical = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens, as the server counted them; 0 where it did not say."""

    prompt_tokens: int = 0
    cached_prompt_tokens: int = 0
    completion_tokens: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.cached_prompt_tokens + other.cached_prompt_tokens,
            self.completion_tokens + other.completion_tokens,
        )


@dataclass(frozen=True, slots=True)
class Completion:
    """What the model said to one request."""

    text: str
    finish_reason: str
    """"stop", or "length" when it was cut off at max_tokens."""
    usage: Usage
    seconds: float
    """Wall time of the call that made it, also when it now comes from a recording."""
    recorded: bool = False
    """True when it comes from a recording and no model was asked."""
    first_tokens: Mapping[str, float] = field(default_factory=dict)
    """Natural log probabilities of the likeliest first tokens; empty when they were not asked for,
    or the server does not tell them."""


class Model(Protocol):
    """Something that completes a request."""

    name: str
    """provider/name"""
    context: int
    """How many tokens question and answer may have together."""
    chooses: bool
    """Whether it is good enough to choose what matters; else sentences are ranked for it."""

    async def complete(self, request: Request) -> Completion:
        """Answer. Raises ModelError without an answer, DraftError on a refused or empty one."""
        ...

    def count_tokens(self, text: str) -> int:
        """Count tokens of `text`, exactly where the tokenizer is known, else as an estimate."""
        ...

    async def close(self) -> None:
        """Let go of connections and processes."""
        ...
