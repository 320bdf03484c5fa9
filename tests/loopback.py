"""A chat-completions server on loopback that misbehaves on demand.

Each request is answered by the next behaviour of the script; when the script is used up, by the
last resort: a normal answer. It speaks raw HTTP/1.1 with keep-alive on its own event loop in its
own thread, so that it costs a benchmark little.

    with Loopback(script=[status(429, retry_after=0), answer("{}")]) as server:
        AsyncOpenAI(base_url=server.base_url, ...)

`python -m tests.loopback --port 8900 --delay 0.2` serves until it is stopped.
"""

import argparse
import asyncio
import json
import math
import threading
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

Body = dict[str, Any]

TLS_HELLO = b"\x16"


@dataclass(frozen=True)
class Reply:
    """What goes back over the wire."""

    body: bytes
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


Behaviour = Callable[[Body], Reply | Awaitable[Reply]]
"""What the server does with one request, given its parsed body."""


def completion(text: str | None, *, finish: str = "stop", refusal: str | None = None) -> Body:
    """Make the body of a chat completion."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "loopback",
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {
            "prompt_tokens": 10,
            "completion_tokens": 5,
            "total_tokens": 15,
            "prompt_tokens_details": {"cached_tokens": 4},
        },
    }


def told(shares: Callable[[Body], dict[str, float]]) -> Behaviour:
    """Answer with one word, and tell the probabilities of it and its alternatives."""

    def behave(request: Body) -> Reply:
        alternatives: list[dict[str, Any]] = [
            {"token": token, "logprob": math.log(share), "bytes": None}
            for token, share in sorted(shares(request).items(), key=lambda each: -each[1])
        ]
        body = completion(alternatives[0]["token"], finish="length")
        if request.get("logprobs"):
            first = alternatives[0] | {"top_logprobs": alternatives}
            body["choices"][0]["logprobs"] = {"content": [first], "refusal": None}
        return Reply(json.dumps(body).encode())

    return behave


def raw(body: Body, *, status: int = 200, **headers: str) -> Behaviour:
    """Answer with this JSON."""
    reply = Reply(json.dumps(body).encode(), status, headers=headers)
    return lambda _request: reply


def answer(text: str | Callable[[Body], str], *, finish: str = "stop") -> Behaviour:
    """Answer normally, with this text or what is made of the request's body."""

    def behave(request: Body) -> Reply:
        said = text if isinstance(text, str) else text(request)
        return Reply(json.dumps(completion(said, finish=finish)).encode())

    return behave


def status(
    code: int, message: str = "went wrong", *, retry_after: float | None = None
) -> Behaviour:
    """Refuse with an HTTP status and OpenAI's form of error."""
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
    return raw(
        {"error": {"message": message, "type": "error", "code": None}}, status=code, **headers
    )


def quota() -> Behaviour:
    """Say that the account is empty, as OpenAI does: with 429."""
    error = {"message": "You exceeded your current quota.", "code": "insufficient_quota"}
    return raw({"error": error}, status=429)


def hang(_request: Body) -> Awaitable[Reply]:
    """Never answer."""
    return asyncio.Event().wait()  # type: ignore[return-value]


def html(_request: Body) -> Reply:
    """Answer 200 with a web page."""
    return Reply(b"<!DOCTYPE html><html><body>Sign in</body></html>", kind="text/html")


def garbage(_request: Body) -> Reply:
    """Call something JSON that is cut off."""
    return Reply(b'{"id": "chatcmpl-1", "choi')


def no_choices(choices: list[Any] | None, error: Body | None = None) -> Behaviour:
    """Answer 200 with an empty or null choice list, perhaps with an error beside it."""
    body = completion("") | {"choices": choices}
    return raw(body | ({"error": error} if error else {}))


def refusal(words: str = "I cannot help with that.") -> Behaviour:
    """Refuse as OpenAI's models do."""
    return raw(completion(None, refusal=words))


def fenced(text: str) -> Behaviour:
    """Answer with JSON inside a Markdown fence."""
    return answer(f"Here you are:\n```json\n{text}\n```\n")


def thinking(text: str) -> Behaviour:
    """Answer with thoughts before the JSON."""
    return answer(f"<think>Let me see {{}}.</think>\n{text}")


def truncated(text: str) -> Behaviour:
    """Stop at the token limit."""
    return answer(text, finish="length")


def no_forms(*refused: str, text: str = "{}") -> Behaviour:
    """Refuse with 400 these forms of structured output, and answer the others."""

    def behave(request: Body) -> Reply:
        form = request.get("response_format", {}).get("type")
        if form in refused:
            error = {"message": f"response_format type {form} is unavailable", "code": None}
            return Reply(json.dumps({"error": error}).encode(), 400)
        return Reply(json.dumps(completion(text)).encode())

    return behave


def too_long() -> Behaviour:
    """Refuse a request that does not fit, in OpenAI's words."""
    message = "This model's maximum context length is 8192 tokens."
    return raw({"error": {"message": message, "code": "context_length_exceeded"}}, status=400)


class Loopback:
    """The server, in a thread of its own, as a context manager."""

    def __init__(
        self,
        *,
        script: Iterable[Behaviour] = (),
        otherwise: Behaviour | None = None,
        delay: float = 0.0,
        port: int = 0,
    ) -> None:
        self.requests: list[Body] = []
        """The bodies of all requests, in order of arrival."""
        self.headers: list[dict[str, str]] = []
        self.most_at_once = 0
        self._script = iter(script)
        self._otherwise = otherwise or answer("{}")
        self._delay = delay
        self._port = port
        self._now = 0
        self._up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True)

    @property
    def base_url(self) -> str:
        """Return the address for a client."""
        return f"http://127.0.0.1:{self._port}/v1"

    def __enter__(self) -> "Loopback":
        self._thread.start()
        assert self._up.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    async def serve(self) -> None:
        """Serve until stopped."""
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._connections: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._connection, "127.0.0.1", self._port, backlog=512)
        self._port = server.sockets[0].getsockname()[1]
        self._up.set()
        await self._stop.wait()
        server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                await self._one(reader, writer)
        self._connections.discard(task)
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if await reader.readexactly(1) == TLS_HELLO:
            writer.write(b"HTTP/1.1 400 This is not TLS\r\nConnection: close\r\n\r\n")
            raise ConnectionError
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:] if line)}
        body = json.loads(await reader.readexactly(int(headers.get("content-length", "0"))) or "{}")
        self.requests.append(body)
        self.headers.append(headers)
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            if self._delay:
                await asyncio.sleep(self._delay)
            reply = next(self._script, self._otherwise)(body)
            reply = reply if isinstance(reply, Reply) else await reply
        finally:
            self._now -= 1
        lines = [f"HTTP/1.1 {reply.status} X", f"Content-Type: {reply.kind}"]
        lines += [f"{k.replace('_', '-')}: {v}" for k, v in reply.headers.items()]
        lines += [f"Content-Length: {len(reply.body)}", "", ""]
        writer.write("\r\n".join(lines).encode() + reply.body)
        await writer.drain()


def main() -> None:
    """Serve from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8900)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds before each answer")
    parser.add_argument("--answer", default="{}", help="the text of every answer")
    given = parser.parse_args()
    server = Loopback(port=given.port, delay=given.delay, otherwise=answer(given.answer))
    with suppress(KeyboardInterrupt):
        asyncio.run(server.serve())


if __name__ == "__main__":
    main()
