"""One model behind any server that speaks OpenAI's chat completions.

The `openai` client is used for every provider, with its own retries off: here an attempt has a
time limit over the whole of it, and one line says what became of it. What comes back is what the
model said, unjudged; it is never mended here.
"""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summarize.errors import ModelError
from summarize.models.faults import (
    Whom,
    explain,
    is_too_long,
    may_pass,
    retry_after,
    said,
    shown,
)
from summarize.models.manner import Limit, Manner, to_remember
from summarize.models.model import Completion, Message, Request
from summarize.models.patience import Patience
from summarize.models.reading import ErrorInAnswerError, read_answer

if TYPE_CHECKING:
    import openai


@dataclass(frozen=True, slots=True)
class Server:
    """Where a model is, and what is known of how to speak to it before asking."""

    model: str
    """The model's name, as the server knows it."""
    base_url: str | None
    """None: the `openai` package's own (OPENAI_BASE_URL, else OpenAI)."""
    key: str
    key_variable: str
    context: int
    """Tokens that question and answer may have together."""
    chooses: bool
    """Whether it is good enough to choose what matters."""
    count: Callable[[str], int]
    counts_exactly: bool = False
    limit: Limit = "max_tokens"
    extras: frozenset[str] | None = None
    """Which of a request's extra options it takes; None: all."""
    at_once: int | None = None
    """How many requests it works on at once; others wait here, their time not yet running."""
    start: Callable[[], Awaitable[str]] | None = None
    """Starts the server and returns its base_url; called once, before the first request."""
    plain: Callable[[str], str] = str
    """Makes text safe from being read as the model's control tokens."""


class ChatModel:
    """A model that is asked over HTTP. It is a `Model`."""

    def __init__(self, name: str, server: Server, *, patience: Patience) -> None:
        self.name = name
        self.context = server.context
        self.chooses = server.chooses
        self.counts_exactly = server.counts_exactly
        self._server = server
        self._patience = patience
        self._manner = Manner(limit=server.limit)
        self._client: openai.AsyncOpenAI | None = None
        self._starting = asyncio.Lock()
        self._turn: AbstractAsyncContextManager[None] = (
            asyncio.Semaphore(server.at_once) if server.at_once else nullcontext()
        )
        self._answered = False

    def count_tokens(self, text: str) -> int:
        """Count the tokens of `text`, or estimate them where the tokenizer is not known."""
        return self._server.count(text)

    async def complete(self, request: Request) -> Completion:
        """Ask. Raises ModelError when there is no answer, DraftError for a refused or empty one."""
        client = await self._connect()
        async with self._turn:
            return await self._ask(client, request)

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            client, self._client = self._client, None
            await client.close()

    async def _connect(self) -> "openai.AsyncOpenAI":
        async with self._starting:
            if self._client is None:
                start = self._server.start
                base_url = await start() if start else self._server.base_url
                self._client = _client(self._server, base_url, self._patience)
                # The client is chatty when the program around it turns logging on; its lines would
                # hold whole articles.
                logging.getLogger("openai").setLevel(logging.WARNING)
            return self._client

    async def _ask(self, client: "openai.AsyncOpenAI", request: Request) -> Completion:
        import openai

        manner = self._manner
        refusals: list[str] = []
        first: Exception | None = None
        while True:
            try:
                completion = await self._attempts(client, self._body(request, manner))
            except (openai.BadRequestError, openai.UnprocessableEntityError) as fault:
                # The first refusal is the one to tell: later ones answer a lesser question.
                first = first or fault
                gentler = manner.after(said(fault), schema=request.schema is not None)
                if is_too_long(fault) or gentler is None:
                    raise self._explain(client, first, attempts=1) from fault
                refusals.append(said(fault))
                manner = gentler
            else:
                if refusals:
                    self._manner = to_remember(self._manner, manner, refusals)
                return completion

    async def _attempts(self, client: "openai.AsyncOpenAI", body: dict[str, Any]) -> Completion:
        import openai

        attempt = slow = 0
        while True:
            attempt += 1
            began = time.perf_counter()
            try:
                async with asyncio.timeout(self._patience.timeout):
                    answer = await _post(client, body)
                self._answered = True
                return read_answer(answer, self._whom(client), time.perf_counter() - began)
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                raise
            except ErrorInAnswerError as fault:
                if attempt >= self._patience.attempts:
                    raise ModelError(str(fault)) from fault
                requested = None
            except (openai.APIError, TimeoutError, json.JSONDecodeError) as fault:
                slow += isinstance(fault, TimeoutError | openai.APITimeoutError)
                last = attempt >= self._patience.attempts or slow >= self._patience.slow_attempts
                if last or not may_pass(fault, answered_before=self._answered):
                    raise self._explain(client, fault, attempts=attempt) from fault
                requested = retry_after(fault)
            await self._patience.sleep(self._patience.wait(attempt, requested))

    def _body(self, request: Request, manner: Manner) -> dict[str, Any]:
        taken, plain = self._server.extras, self._server.plain
        extra = {k: v for k, v in request.extra.items() if taken is None or k in taken}
        if plain is not str:
            messages = tuple(Message(m.role, plain(m.content)) for m in request.messages)
            request = replace(request, messages=messages)
        return manner.body(request, self._server.model, extra)

    def _whom(self, client: "openai.AsyncOpenAI") -> Whom:
        server = self._server
        address = shown(str(client.base_url))
        return Whom(self.name, address, server.key_variable, server.key)

    def _explain(
        self, client: "openai.AsyncOpenAI", fault: Exception, *, attempts: int
    ) -> ModelError:
        return explain(fault, self._whom(client), self._patience, attempts=attempts)


async def _post(client: "openai.AsyncOpenAI", body: dict[str, Any]) -> Any:
    """Ask as `client.chat.completions.create` does.

    That looks through every message and schema for keys to rename. Ours have the names they are
    sent with, and looking takes as long as all the rest of a call.
    """
    from openai.types.chat import ChatCompletion

    extra = body.get("extra_body", {})
    sent = {key: value for key, value in body.items() if key != "extra_body"} | extra
    return await client.post("/chat/completions", body=sent, cast_to=ChatCompletion)


def _client(server: Server, base_url: str | None, patience: Patience) -> "openai.AsyncOpenAI":
    if not server.key:
        raise ModelError(
            f"{server.key_variable} is not set: set it to your key, "
            'or pip install "summarize-news[local]" and use --model local/qwen2.5-coder-1.5b'
        )
    import openai

    return openai.AsyncOpenAI(
        api_key=server.key, base_url=base_url, timeout=patience.timeout, max_retries=0
    )
