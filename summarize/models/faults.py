"""Say in one line why a server gave no answer: who, what, and the way out.

A key never appears: the server's own words are shown only where they help, cut short, and with
anything that looks like a key taken out.
"""

import json
import re
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit, urlunsplit

from summarize.errors import ContextError, ModelError
from summarize.models.patience import LONGEST_REQUESTED_WAIT, Patience, status_may_pass

if TYPE_CHECKING:
    import openai

# Enough for a server's sentence; a page of HTML is not an explanation.
LONGEST_QUOTE: Final = 200

KEY: Final = re.compile(r"\b(?:sk|key|pk)[-_][\w*.-]{6,}|\bBearer\s+\S+", re.IGNORECASE)

TOO_LONG: Final = re.compile(
    r"context[ _](length|size|window)|maximum context|prompt is too long|too many tokens",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is asked, for messages."""

    model: str
    """provider/name"""
    address: str
    """Without user and password."""
    key_variable: str
    """The environment variable that holds the key."""
    key: str


def shown(address: str) -> str:
    """Return a URL as it may be shown: without user, password, query."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))


def quoted(words: str, whom: Whom) -> str:
    """Return a server's words on one line, cut short, without any key."""
    if whom.key:
        words = words.replace(whom.key, "[key]")
    words = KEY.sub("[key]", " ".join(words.split()))
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"


def said(fault: "openai.APIStatusError") -> str:
    """Return the server's own explanation, or an empty string."""
    error = _error(fault)
    if isinstance(error, dict):
        return str(error.get("message") or error.get("detail") or "")
    # A web page explains nothing.
    return "" if error is None or str(error).lstrip().startswith("<") else str(error)


def _error(fault: "openai.APIStatusError") -> object:
    body = fault.body
    return body.get("error", body) if isinstance(body, dict) else body


def _marks(fault: "openai.APIStatusError") -> str:
    """Return the explanation and the short words beside it, to recognise a fault by."""
    error = _error(fault)
    codes = (error.get("code"), error.get("type")) if isinstance(error, dict) else ()
    return " ".join(str(part) for part in (said(fault), *codes))


def is_too_long(fault: "openai.APIStatusError") -> bool:
    """Say whether a request was refused because it does not fit the model's context."""
    return bool(TOO_LONG.search(_marks(fault)))


def is_quota(fault: "openai.APIStatusError") -> bool:
    """Say whether a 429 means an empty account, which waiting does not fill."""
    return "insufficient_quota" in _marks(fault)


def retry_after(fault: Exception) -> float | None:
    """Return the seconds the server asked to wait, or None when it did not say."""
    headers = getattr(getattr(fault, "response", None), "headers", {})
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    return None


def may_pass(fault: Exception, *, answered_before: bool) -> bool:
    """Say whether asking again can help.

    A server that refuses the connection or has no known name is tried again only if it has
    answered before: else its address is wrong, and waiting helps nobody.
    """
    status = getattr(fault, "status_code", None)
    if isinstance(status, int):
        too_long = (retry_after(fault) or 0) > LONGEST_REQUESTED_WAIT
        return status_may_pass(status) and not is_quota(fault) and not too_long  # type: ignore[arg-type]
    if isinstance(fault, TimeoutError | json.JSONDecodeError):
        return True
    causes = list(_causes(fault))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return False
    absent = (ConnectionRefusedError, socket.gaierror)
    return answered_before or not any(isinstance(cause, absent) for cause in causes)


def explain(fault: Exception, whom: Whom, patience: Patience, *, attempts: int) -> ModelError:
    """Return the error to raise for a fault that was tried `attempts` times."""
    import openai

    times = f" ({attempts} attempts)" if attempts > 1 else ""
    if isinstance(fault, openai.APIStatusError):
        return _status(fault, whom, times)
    if isinstance(fault, TimeoutError | openai.APITimeoutError):
        return ModelError(
            f"{whom.model}: no answer from {whom.address} within {patience.timeout:g} s{times}: "
            "try again, or allow more time (--timeout)"
        )
    if isinstance(fault, json.JSONDecodeError):
        return ModelError(
            f"{whom.model}: {whom.address} answered something that is not JSON{times}: "
            "check that --base-url is the address of the API (it often ends in /v1)"
        )
    return _unreachable(fault, whom, times)


def _status(fault: "openai.APIStatusError", whom: Whom, times: str) -> ModelError:
    status, words = fault.status_code, quoted(said(fault), whom)
    because = f": {words}" if words else ""
    if is_too_long(fault):
        return ContextError(
            f"{whom.model}: the request is longer than the model's context{because}: "
            "use a model with a larger context, or say how small it is (--context)"
        )
    if status in (401, 403):
        return ModelError(
            f"{whom.model}: {whom.address} refused the key ({status}): check {whom.key_variable}"
        )
    if status == 404:
        return ModelError(
            f"{whom.model}: not found at {whom.address} (404): check the model's name, "
            "and that the address is the API's (it often ends in /v1)"
        )
    if status == 429 and is_quota(fault):
        return ModelError(
            f"{whom.model}: the account's quota at {whom.address} is used up (429): "
            "check its plan and billing, or use another model"
        )
    if status == 429:
        wait = retry_after(fault)
        when = f"wait {wait:.0f} s and try again" if wait else "try again later"
        return ModelError(
            f"{whom.model}: {whom.address} says too many requests (429){times}: "
            f"{when}, or ask less at once (-j)"
        )
    if status >= 500:
        return ModelError(
            f"{whom.model}: {whom.address} failed ({status}){times}{because}: try again later"
        )
    return ModelError(
        f"{whom.model}: {whom.address} refused the request ({status}){because}: "
        "check the model and the prompt's sampling options"
    )


def _unreachable(fault: Exception, whom: Whom, times: str) -> ModelError:
    causes = list(_causes(fault))
    tls = next((c for c in causes if isinstance(c, ssl.SSLError)), None)
    if tls is not None:
        reason = getattr(tls, "reason", None) or "TLS"
        words = str(reason).replace("_", " ").lower()
        return ModelError(
            f"{whom.model}: no secure connection to {whom.address} ({words}): "
            "check its certificate, and whether the address begins with https or http"
        )
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return ModelError(
            f"{whom.model}: no server is known by the name in {whom.address}{times}: "
            "check the address and the network"
        )
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return ModelError(
            f"{whom.model}: {whom.address} refused the connection{times}: is the server running?"
        )
    return ModelError(
        f"{whom.model}: the connection to {whom.address} failed{times}: "
        "check the address and the network"
    )


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """Yield an exception and all that led to it, those in groups included."""
    seen: set[int] = set()
    todo: list[BaseException | None] = [fault]
    while todo:
        one = todo.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        todo += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            todo += one.exceptions
