"""How a server wants to be asked, learned from what it refuses.

Servers that speak OpenAI's chat completions differ in small ways: which form of structured output
they take, what the token limit is called, whether a temperature may be given. A server says so by
refusing a request with 400 or 422; what it then accepts is remembered. None of this changes a
request's digest: the schema is also described in the prompt, so the question stays the same.
"""

import re
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from summarize.models.model import Request

Form = Literal["json_schema", "json_object", "prompt"]
"""json_schema: the server enforces it. json_object: any JSON. prompt: what the prompt says."""

Limit = Literal["max_completion_tokens", "max_tokens"]

GENTLER: Final[dict[Form, Form]] = {"json_schema": "json_object", "json_object": "prompt"}
OTHER: Final[dict[Limit, Limit]] = {
    "max_completion_tokens": "max_tokens",
    "max_tokens": "max_completion_tokens",
}

# A schema that one server finds too rich says nothing about the next schema it is sent.
ONE_SCHEMA_ONLY: Final = re.compile(
    r"invalid[ _](json[ _])?schema|schema (error|conversion)|grammar", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of asking."""

    limit: Limit
    form: Form = "json_schema"
    temperature: bool = True
    limit_changed: bool = False

    def after(self, refusal: str, *, schema: bool) -> "Manner | None":
        """Return what to try next after a refusal in these words, or None: nothing is left."""
        words = refusal.lower()
        if "temperature" in words and self.temperature:
            return replace(self, temperature=False)
        if self.limit in words and not self.limit_changed:
            return replace(self, limit=OTHER[self.limit], limit_changed=True)
        if schema and self.form in GENTLER:
            return replace(self, form=GENTLER[self.form])
        return None

    def body(self, request: Request, model: str, extra: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments of the call that asks `request` in this manner."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": m.role, "content": m.content} for m in request.messages],
            self.limit: request.max_tokens,
        }
        if self.temperature:
            body["temperature"] = request.temperature
        if extra:
            body["extra_body"] = extra
        if request.top_logprobs:
            body |= {"logprobs": True, "top_logprobs": request.top_logprobs}
        if request.schema is not None and self.form == "json_schema":
            wrapped = {"name": "answer", "strict": True, "schema": dict(request.schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": wrapped}
        elif request.schema is not None and self.form == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body


def to_remember(before: Manner, after: Manner, refusals: list[str]) -> Manner:
    """Return the manner to begin the next request with, after `after` was accepted."""
    if any(ONE_SCHEMA_ONLY.search(words) for words in refusals):
        return replace(after, form=before.form)
    return after
