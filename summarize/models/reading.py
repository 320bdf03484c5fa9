"""Read a server's answer: the text it holds, or why it holds none."""

from collections.abc import Mapping
from typing import Any, Final

from summarize.errors import DraftError, ModelError
from summarize.models.faults import Whom, quoted
from summarize.models.model import Completion, Usage
from summarize.models.patience import status_may_pass

USE_ANOTHER: Final = "change the prompt, or use another model"


class ErrorInAnswerError(Exception):
    """The server answered 200 with an error inside that may pass."""


def read_answer(answer: Any, whom: Whom, seconds: float) -> Completion:
    """Return what was said.

    Raises ModelError when it is no chat completion, DraftError when the model refused or said
    nothing, ErrorInAnswerError when it is worth asking again.
    """
    choices = getattr(answer, "choices", None)
    if not choices:
        raise _no_choices(answer, whom)
    choice = choices[0]
    message = choice.message
    refusal = getattr(message, "refusal", None)
    if refusal:
        raise DraftError(f'{whom.model} refused: "{quoted(refusal, whom)}": {USE_ANOTHER}')
    finish = choice.finish_reason or "stop"
    if finish == "content_filter":
        raise DraftError(f"{whom.model}: the answer was stopped by a content filter: {USE_ANOTHER}")
    text = message.content or ""
    if not text.strip() and finish == "length":
        raise DraftError(
            f"{whom.model}: the token limit was reached before the answer began: "
            "raise max_tokens in the prompt, or use a model that thinks less"
        )
    if not text.strip():
        raise DraftError(f"{whom.model}: the answer is empty: {USE_ANOTHER}")
    # A lone surrogate can be written in JSON and in no file.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return Completion(text, finish, _usage(answer), seconds, first_tokens=_first_tokens(choice))


def _first_tokens(choice: Any) -> dict[str, float]:
    """Return the log probabilities of the first token's alternatives, where they are told."""
    content = getattr(getattr(choice, "logprobs", None), "content", None)
    if not content:
        return {}
    told: dict[str, float] = {}
    for alternative in content[0].top_logprobs:
        # A token that is part of a character is no text that a file can hold.
        token = alternative.token.encode("utf-8", "replace").decode()
        told.setdefault(token, alternative.logprob)
    return told


def _no_choices(answer: Any, whom: Whom) -> Exception:
    if isinstance(answer, str):
        kind = "a web page" if answer.lstrip()[:1] == "<" else "plain text"
        return ModelError(
            f"{whom.model}: {whom.address} answered {kind}, not JSON: "
            "check that --base-url is the address of the API (it often ends in /v1)"
        )
    error = (getattr(answer, "model_extra", None) or {}).get("error")
    words = error.get("message") if isinstance(error, Mapping) else error
    because = f": {quoted(str(words), whom)}" if words else ""
    message = (
        f"{whom.model}: {whom.address} answered without any choice{because}: "
        "try again, or use another model"
    )
    code = error.get("code") if isinstance(error, Mapping) else None
    if isinstance(code, int) and status_may_pass(code):
        return ErrorInAnswerError(message)
    return ModelError(message)


def _usage(answer: Any) -> Usage:
    usage = answer.usage
    if usage is None:
        return Usage()
    details = getattr(usage, "prompt_tokens_details", None)
    cached = getattr(details, "cached_tokens", None)
    if cached is None:
        # llama.cpp says it beside the usage.
        cached = ((answer.model_extra or {}).get("timings") or {}).get("cache_n")
    return Usage(usage.prompt_tokens or 0, cached or 0, usage.completion_tokens or 0)
