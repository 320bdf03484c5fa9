"""Open a model by its name, provider/name."""

import os
from difflib import get_close_matches
from hashlib import sha256
from typing import Final

from summarize.errors import InputError, ModelError, UnknownModelError
from summarize.models.answers import Answers, Recorded
from summarize.models.faults import shown
from summarize.models.hosted import (
    OPENAI_ADDRESS,
    OPENAI_DEFAULT,
    OPENAI_KEY,
    AnyServer,
    OpenAI,
)
from summarize.models.lead import LeadProvider
from summarize.models.local import EMBEDDED, Local
from summarize.models.model import Model
from summarize.models.paths import cache_dir
from summarize.models.settings import Listed, Provider, Settings, Tell
from summarize.models.weights import INSTALL

PROVIDERS: Final[dict[str, Provider]] = {
    "local": Local(),
    "openai": OpenAI(),
    "server": AnyServer(),
    "lead": LeadProvider(),
}


def open_model(  # noqa: PLR0913 (each is one option of the command line)
    spec: str | None,
    *,
    base_url: str | None = None,
    answers: Answers | None = None,
    timeout: float | None = None,
    context: int | None = None,
    tell: Tell = lambda _what, _share: None,
) -> Model:
    """Return the model that `spec` names (None: the default), answering from `answers` if given.

    Nothing is asked or loaded yet. Raises InputError for a name or address there cannot be,
    ModelError when a key or the embedded model is missing.
    """
    if base_url is not None and not base_url.startswith(("http://", "https://")):
        raise InputError(f"--base-url {base_url!r}: write it with http:// or https://")
    settings = _settings(
        base_url=base_url,
        timeout=timeout,
        context=context,
        asks=answers is None or not answers.replay_only,
        tell=tell,
    )
    provider, name = resolve(spec, settings)
    model = PROVIDERS[provider].open(name, settings)
    if answers is None or provider == "lead":
        return model
    return Recorded(model, answers, server=server_of(model.name, base_url))


def server_of(model: str, base_url: str | None) -> str | None:
    """Return a digest of the address at which a model is asked, by which servers are told apart.

    None where it has none, or OpenAI's own. The address itself may be nobody else's business.
    """
    provider = model.partition("/")[0]
    if provider == "openai":
        base_url = base_url or os.environ.get(OPENAI_ADDRESS)
    if provider not in ("openai", "server") or not base_url:
        return None
    return sha256(shown(base_url).encode()).hexdigest()


def resolve(spec: str | None, settings: Settings) -> tuple[str, str]:
    """Return the provider and the name that `spec` means. Raises InputError, or ModelError."""
    if spec is None:
        return _default(settings)
    if spec == "lead":
        return "lead", ""
    provider, slash, name = spec.partition("/")
    if slash and name and provider in PROVIDERS and provider != "lead":
        return provider, name
    if spec.lower().endswith(".gguf"):
        return "local", spec
    if (settings.base_url or not settings.asks) and spec.strip("/"):
        # On one's own server a name may have slashes: "meta-llama/Llama-3.1-8B-Instruct". Where
        # recordings answer nobody needs its address, and no other name has any.
        return "server", spec
    raise UnknownModelError(_unknown(spec))


def list_models() -> list[Listed]:
    """Return what `summarize models` shows: every kind of model, and what it still takes."""
    settings = _settings()
    try:
        default = "/".join(_default(settings))
    except ModelError:
        default = ""
    lines = [line for provider in PROVIDERS.values() for line in provider.listed(settings)]
    return [Listed(i.name, i.what, i.missing, default=i.name == default) for i in lines]


def _settings(
    *,
    base_url: str | None = None,
    timeout: float | None = None,
    context: int | None = None,
    asks: bool = True,
    tell: Tell = lambda _what, _share: None,
) -> Settings:
    return Settings(dict(os.environ), cache_dir(), base_url, timeout, context, asks, tell)


def _default(settings: Settings) -> tuple[str, str]:
    if settings.base_url:
        raise InputError("--base-url needs --model NAME: which of the server's models?")
    if settings.environment.get(OPENAI_KEY, "").strip():
        return "openai", OPENAI_DEFAULT
    missing = PROVIDERS["local"].listed(settings)[0].missing
    if missing and settings.asks:
        raise ModelError(
            f"no model to ask: {INSTALL} for the embedded one, or set {OPENAI_KEY} to use OpenAI's"
        )
    return "local", EMBEDDED


def _unknown(spec: str) -> str:
    provider, slash, name = spec.partition("/")
    known = [f"local/{EMBEDDED}", f"openai/{OPENAI_DEFAULT}", "lead"]
    short = {full.rpartition("/")[2]: full for full in known}
    word = get_close_matches(provider, list(PROVIDERS), n=1) if slash and name else []
    near = [f"{w}/{name}" for w in word]
    near += [f"openai/{spec}"] if spec.startswith("gpt-") else []
    near += [short[s] for s in get_close_matches(spec, list(short), n=1)]
    near += get_close_matches(spec, known, n=1, cutoff=0.5)
    hint = f" (did you mean {near[0]}?)" if near else ""
    words = ", ".join(PROVIDERS)
    return f"model {spec!r}{hint}: write provider/name, with provider one of {words}"
