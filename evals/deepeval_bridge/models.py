"""Any model of ours as a language model of DeepEval.

DeepEval's own client for other servers asks for no structure; ours does, and what comes back is
checked against it. An answer without the agreed form is an error, never a guess.
"""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from evals.deepeval_bridge.theirs import DeepEvalBaseLLM
from summarize.errors import DraftError
from summarize.models import Message, Model, Request
from summarize.models.answers import Answers
from summarize.models.paths import cache_dir
from summarize.models.providers import open_model

# DeepEval's longest answers list every claim of an article; an article's worth of tokens is enough.
MAX_TOKENS: Final = 2048

T = TypeVar("T")


class ConfiguredModel(DeepEvalBaseLLM):
    """A `Model` that DeepEval's metrics can ask, with or without their own event loop."""

    def __init__(self, model: Model, *, max_tokens: int = MAX_TOKENS) -> None:
        self._ours = model
        self._max_tokens = max_tokens
        # One loop for all calls: a client's connections belong to the loop they were opened on.
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        super().__init__(model.name)

    def load_model(self, *_: Any, **__: Any) -> Model:
        """Return the model as we know it."""
        return self._ours

    def get_model_name(self, *_: Any, **__: Any) -> str:
        """Return provider/name."""
        return self._ours.name

    def generate(self, prompt: str, schema: type[BaseModel] | None = None) -> Any:
        """Answer; with a schema, as an object of it.

        Raises ModelError without an answer, DraftError for one without the agreed form.
        """
        return self._wait(self._ask(prompt, schema))

    async def a_generate(self, prompt: str, schema: type[BaseModel] | None = None) -> Any:
        """Answer as `generate` does."""
        asked = asyncio.run_coroutine_threadsafe(self._ask(prompt, schema), self._loop)
        return await asyncio.wrap_future(asked)

    def close(self) -> None:
        """Let go of connections and processes."""
        if self._loop.is_closed():
            return
        self._wait(self._ours.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _ask(self, prompt: str, schema: type[BaseModel] | None) -> Any:
        request = Request(
            model=self._ours.name,
            messages=(Message("user", prompt),),
            schema=_closed(schema.model_json_schema()) if schema else None,
            max_tokens=self._max_tokens,
        )
        completion = await self._ours.complete(request)
        if completion.finish_reason == "length":
            raise DraftError(
                f"{self._ours.name}: the judge's answer was cut off after {self._max_tokens} "
                "tokens: use a larger model, or a shorter article"
            )
        return _parsed(completion.text, schema, self._ours.name) if schema else completion.text


def configured_model(spec: str, **how: Any) -> ConfiguredModel:
    """Return the model that `spec` names, provider/name; what it says is kept in the cache.

    `how` is what `open_model` takes. Raises InputError and ModelError as that does.
    """
    how.setdefault("answers", Answers(cache_dir() / "answers"))
    return ConfiguredModel(open_model(spec, **how))


def _parsed(text: str, schema: type[BaseModel], name: str) -> BaseModel:
    start, end = text.find("{"), text.rfind("}")
    try:
        return schema.model_validate_json(text[start : end + 1] if start != -1 else text)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "the answer"
        raise DraftError(
            f"{name}: the judge's answer is not a {schema.__name__}: {where}: {fault['msg']}: "
            "use a larger model"
        ) from error


def _closed(schema: Any) -> Any:
    """Return a JSON Schema as strict servers want it: nothing optional, nothing else allowed."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items() if key != "default"}
    if "properties" in closed:
        closed |= {"required": list(closed["properties"]), "additionalProperties": False}
    return closed
