"""Models in this process: the embedded one, and any GGUF file."""

import json
import urllib.request
from collections.abc import Callable
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from summarize.errors import InputError, UnknownModelError, WeightsError
from summarize.models import tokens
from summarize.models.chat import ChatModel, Server
from summarize.models.embedded import CONTEXT, SLOTS, LlamaServer, check_gguf, plain
from summarize.models.hosted import large_enough
from summarize.models.model import Model
from summarize.models.patience import Patience
from summarize.models.settings import Listed, Settings
from summarize.models.weights import INSTALL, QWEN, assemble, assembled, find_parts

EMBEDDED: Final = "qwen2.5-coder-1.5b"

# Seconds. An answer takes half a minute on two cores, and minutes on a busy machine.
TIMEOUT: Final = 600.0


class Local:
    """`local/qwen2.5-coder-1.5b`, and `local/PATH.gguf`."""

    def open(self, name: str, settings: Settings) -> Model:
        """Return the model; nothing is loaded yet. Raises InputError or WeightsError."""
        if settings.base_url:
            raise InputError(f"local/{name} runs in this process: leave out --base-url")
        if name == EMBEDDED:
            return self._embedded(settings)
        if name.lower().endswith(".gguf"):
            return self._gguf(name, settings)
        near = get_close_matches(name, [EMBEDDED], n=1)
        hint = f"did you mean local/{near[0]}?" if near else f"write local/{EMBEDDED}"
        raise UnknownModelError(f"model local/{name}: {hint} (or local/PATH.gguf)")

    def listed(self, settings: Settings) -> list[Listed]:
        """Return the embedded model and the rule for others."""
        what = "embedded, 1.1 GB, Apache-2.0; no key and no network"
        return [
            Listed(f"local/{EMBEDDED}", what, _missing(settings, weights=True)),
            Listed("local/PATH.gguf", "your own weights", _missing(settings, weights=False)),
        ]

    def _embedded(self, settings: Settings) -> Model:
        if settings.asks and (missing := _missing(settings, weights=True)):
            raise WeightsError(f"local/{EMBEDDED}: {missing}, or set OPENAI_API_KEY")

        def progress(done: int, size: int) -> None:
            settings.tell("assembling the embedded model", done / size)

        def waiting() -> None:
            settings.tell("waiting for another process to assemble the embedded model", None)

        def find() -> Path:
            return assemble(QWEN, weights_dir(settings), progress=progress, waiting=waiting)

        return _model(EMBEDDED, _llama(find, settings), settings, count=tokens.qwen())

    def _gguf(self, name: str, settings: Settings) -> Model:
        path = Path(name).expanduser()
        if not settings.asks:
            return _model(name, None, settings, count=tokens.estimate())
        check_gguf(path)
        if missing := _missing(settings, weights=False):
            raise WeightsError(f"local/{name}: {missing}")
        llama = _llama(lambda: check_gguf(path), settings)
        return _model(name, llama, settings, count=lambda text: _ask_count(llama, text))


def weights_dir(settings: Settings) -> Path:
    """Return the directory of the embedded model's file."""
    return settings.cache / "models"


def _llama(find: Callable[[], Path], settings: Settings) -> LlamaServer:
    return LlamaServer(
        find, tell=lambda what: settings.tell(what, None), context=settings.context or CONTEXT
    )


def _model(
    name: str, llama: LlamaServer | None, settings: Settings, *, count: tokens.Count
) -> ChatModel:
    server = Server(
        model=name,
        base_url="http://127.0.0.1",
        key="none",
        key_variable="no key",
        at_once=SLOTS,
        context=settings.context or CONTEXT,
        # Small ones take an article's first sentences for its most important ones.
        chooses=name != EMBEDDED and large_enough(Path(name).name, unknown=False),
        count=count,
        counts_exactly=llama is not None or name == EMBEDDED,
        start=llama.start if llama else None,
        plain=plain,
    )
    patience = Patience(settings.timeout or TIMEOUT, attempts=2, slow_attempts=1)
    return ChatModel(f"local/{name}", server, patience=patience)


def _missing(settings: Settings, *, weights: bool) -> str | None:
    """Say what is not installed, or None."""
    if find_spec("xllamacpp") is None:
        return f"the local extra is not installed: {INSTALL}"
    if weights and assembled(QWEN, weights_dir(settings)) is None:
        try:
            find_parts(QWEN)
        except WeightsError:
            return f"its weights are not installed: {INSTALL}"
    return None


def _ask_count(llama: LlamaServer, text: str) -> int:
    """Count with the server's own tokenizer. Starts the server."""
    address = llama.start_now().removesuffix("/v1")
    body = json.dumps({"content": text, "parse_special": False}).encode()
    kind = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/tokenize", body, kind)
    # No proxy: it is this process.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(request, timeout=TIMEOUT) as answer:
        return len(json.load(answer)["tokens"])
